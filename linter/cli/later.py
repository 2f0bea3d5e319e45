"""Modules of the standard library that others import, and that a check never uses.

``click`` imports ``inspect`` to lay out help of several lines, ``pathlib`` what imports ``ipaddress``; and
with all that they import they take a twentieth of the time in which a short draft is checked. So each
name stands for its module until something of it is asked for. The library's own ``LazyLoader`` would do, but
that an import statement counts as a question there.
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
        inspect: Any = _Later("inspect")
        inspect.cleandoc = _cleandoc(inspect)
        sys.modules["inspect"] = inspect
    sys.modules.setdefault("ipaddress", _Later("ipaddress"))


class _Later(ModuleType):
    """Stands for the module of its name, and becomes a copy of it with the first question."""

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        module = import_module(self.__name__)
        self.__dict__.update(module.__dict__)
        return getattr(module, name)


def _cleandoc(inspect: ModuleType) -> Callable[[str], str]:
    """The function of that name, which ``click`` calls for each option: most have help in one line."""

    def cleandoc(doc: str) -> str:
        if "\n" in doc or "\t" in doc:
            return str(inspect.__getattr__("cleandoc")(doc))
        return doc.lstrip()

    return cleandoc
