"""Modules that others import, and that a check never uses.

``click`` and ``lxml`` import ``inspect``, ``pathlib`` what reads addresses, ``zipfile`` each way to pack, and
with all that these import they take a tenth of the time in which a short draft is checked. So each name
stands for its module until something of it is used. The library's own ``LazyLoader`` would do, but that an
import statement counts as a use there.
"""

from __future__ import annotations

import sys
import typing
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any

# Of these nothing is taken when others are imported.
_WHOLE = ("bz2", "ipaddress", "lxml._elementpath", "lzma", "shutil")


def import_later() -> None:
    """Let modules that a check never uses be imported when something of theirs is used; import ``click``."""
    for module in (_Inspect("inspect"), _Gettext("gettext"), _Gzip("gzip"), *map(_Later, _WHOLE)):
        sys.modules.setdefault(module.__name__, module)
    if "urllib.parse" not in sys.modules:
        vars(import_module("urllib"))["parse"] = sys.modules["urllib.parse"] = _Addresses("urllib.parse")
    if sys.version_info < (3, 12) and sys.implementation.name == "cpython":
        # That release first reads all of it in Python, to take the compiled one in its place.
        sys.modules.setdefault("datetime", import_module("_datetime"))
    if "click" not in sys.modules:
        _import_click()


def _import_click() -> None:
    """Import ``click``, but not what it names for checkers of types only.

    One of its types names a class of ``uuid``, which looks at once for what the machine has to make one; and
    annotations are compiled, for which Python first makes the hundred classes of its syntax trees.
    """
    uuid = sys.modules.setdefault("uuid", _Later("uuid"))
    stands_in = isinstance(uuid, _Later)
    if stands_in:
        vars(uuid)["UUID"] = Any
    vars(typing)["compile"] = lambda *_: None
    try:
        import_module("click")
    finally:
        del vars(typing)["compile"]
        if stands_in:
            del vars(uuid)["UUID"]


class _Later(ModuleType):
    """Stands for the module of its name, and becomes a copy of it with the first question."""

    def __getattr__(self, name: str) -> Any:
        if name == "__path__":  # an import statement asks whether the module is a package: none is
            raise AttributeError(name)
        return getattr(_imported(self), name)


def _imported(stand_in: _Later) -> ModuleType:
    """The module itself, of which its stand-in becomes a copy."""
    if sys.modules.get(stand_in.__name__) is stand_in:
        del sys.modules[stand_in.__name__]
    module = import_module(stand_in.__name__)
    vars(stand_in).update(vars(module))
    return module


class _Inspect(_Later):
    """Answers what ``click`` asks for each option, and has what ``lxml`` takes and seldom uses."""

    def cleandoc(self, doc: str) -> str:
        """As the library's: most help stands in one line."""
        if "\n" in doc or "\t" in doc:
            return str(_imported(self).cleandoc(doc))
        return doc.lstrip()

    def getfullargspec(self, function: Callable[..., Any]) -> Any:
        """As the library's."""
        return _imported(self).getfullargspec(function)


class _Gettext(_Later):
    """Answers what ``click`` asks for each of its words, of which nobody has a translation."""

    def gettext(self, message: str) -> str:
        """The message itself."""
        return message

    def ngettext(self, one: str, many: str, number: int) -> str:
        """The message for so many."""
        return one if number == 1 else many


class _Gzip(_Later):
    """Has what ``lxml`` takes, and uses where it is to write packed files."""

    def GzipFile(self, *given: Any, **named: Any) -> Any:  # noqa: N802 - the library's name
        """As the library's."""
        return _imported(self).GzipFile(*given, **named)


class _Addresses(_Later):
    """Has what ``pathlib`` takes to write the address of a file."""

    def quote_from_bytes(self, path: bytes, safe: str = "/") -> str:
        """As the library's."""
        return str(_imported(self).quote_from_bytes(path, safe))
