"""Modules of the standard library that others import, and that a check never uses.

``click`` and ``lxml`` import ``inspect``, ``pathlib`` imports what imports ``ipaddress``, and with all that
these import they take a twentieth of the time in which a short draft is checked. So each name stands for its
module until something of it is used. The library's own ``LazyLoader`` would do, but that an import statement
counts as a use there.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any


def import_later() -> None:
    """Let ``inspect`` and ``ipaddress`` be imported when something of theirs is used."""
    if "inspect" not in sys.modules:
        sys.modules["inspect"] = _Inspect("inspect")
    sys.modules.setdefault("ipaddress", _Later("ipaddress"))


class _Later(ModuleType):
    """Stands for the module of its name, and becomes a copy of it with the first question."""

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        module = import_module(self.__name__)
        self.__dict__.update(module.__dict__)
        return getattr(module, name)


class _Inspect(_Later):
    """Answers what ``click`` asks for each option, and has what ``lxml`` takes and seldom uses."""

    def cleandoc(self, doc: str) -> str:
        """As the library's: most help stands in one line."""
        if "\n" in doc or "\t" in doc:
            return str(self.__getattr__("cleandoc")(doc))
        return doc.lstrip()

    def getfullargspec(self, function: Callable[..., Any]) -> Any:
        """As the library's."""
        return self.__getattr__("getfullargspec")(function)
