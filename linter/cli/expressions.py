"""Regular expressions that were compiled once need not be compiled at each start.

The standard library compiles an expression in Python, and the two hundred of ours take longer than all else
that a check of a short draft does. What compiling gives is a list of numbers, which the library's own engine
takes, and checks, in a moment; so the lists are kept in the user's cache folder, each as a text that is made
a list again when its expression is wanted. They are a little more than the library's own (``beginnings``,
``sets``), and match the same. Only expressions of the program and of rule packs are compiled,
never words of a draft, so none of its text is kept.
"""

from __future__ import annotations

import re
import sys
from binascii import a2b_base64, b2a_base64
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any, Final
from zlib import compress, decompress

from linter import __version__, cache

_FILE = "expressions.json"
_LIMIT = 4_000
_KNOWN_TO_WORK = ((3, 11), (3, 13))  # first and last minor version whose engine was tried

_FORM = 3  # of what is kept; another one makes it anew
_DEBUG = int(re.DEBUG)
_CODE: Final = "I"  # the engine's numbers: four bytes, the machine's own order

Parts = list[Any]  # flags, numbers as text, count of groups, names of groups, group names by number


def remembered() -> Callable[[], None]:
    """Let ``re.compile`` take expressions from the cache; returns what to call at the end, to keep new ones.

    Where the library is not the one that this was written for, nothing happens.
    """
    version = sys.version_info[:2]
    if sys.implementation.name != "cpython" or not _KNOWN_TO_WORK[0] <= version <= _KNOWN_TO_WORK[1]:
        return lambda: None
    engine = import_module("_sre")
    key = {
        "version": __version__,
        "python": sys.version,
        "engine": [engine.MAGIC, engine.CODESIZE, sys.byteorder],
        "form": _FORM,
    }
    found = cache.read(_FILE, key)
    memory = _Memory(found[0] if found is not None else {}, engine)
    library: Any = re._compiler  # type: ignore[attr-defined]  # noqa: SLF001 - there is no public door
    library.compile = memory.compile

    def keep() -> None:
        if memory.fresh:
            cache.write(_FILE, key, memory.known if len(memory.known) <= _LIMIT else memory.fresh)

    return keep


class _Memory:
    """What is known of expressions, and what had to be compiled in this run."""

    def __init__(self, known: dict[str, Parts], engine: Any) -> None:
        self.known = known
        self.fresh: dict[str, Parts] = {}
        self._engine = engine
        self._library: Any = re._compiler  # type: ignore[attr-defined]  # noqa: SLF001
        self._compile = self._library.compile

    def compile(self, pattern: Any, flags: int = 0) -> Any:
        """As ``re._compiler.compile``."""
        number = int(flags)
        if not isinstance(pattern, str) or number & _DEBUG:
            return self._compile(pattern, flags)
        name = f"{number} {pattern}"
        parts = self.known.get(name)
        if parts is None:
            parts = self.known[name] = self.fresh[name] = self._parts(pattern, number)
        code = _numbers(parts[1])
        return self._engine.compile(pattern, parts[0], code, parts[2], parts[3], tuple(parts[4]))

    def _parts(self, pattern: Any, flags: int) -> Parts:
        """What the library works out before it calls its engine, with what it is not told to work out."""
        tree = self._library._parser.parse(pattern, flags)  # noqa: SLF001
        with self._told_more():
            code = _text(self._library._code(tree, flags))  # noqa: SLF001
        names: list[str | None] = [None] * tree.state.groups
        for group, number in tree.state.groupdict.items():
            names[number] = group
        return [flags | tree.state.flags, code, tree.state.groups - 1, tree.state.groupdict, names]

    @contextmanager
    def _told_more(self) -> Iterator[None]:
        """Let the library's compiler know with what a match can begin, and map sets of characters."""
        from linter.cli.beginnings import characters
        from linter.cli.sets import mapped

        library, engine = self._library, self._engine
        prefix, emit = library._get_charset_prefix, library._compile_charset  # noqa: SLF001
        library._get_charset_prefix = lambda tree, flags: prefix(tree, flags) or characters(tree, flags)  # noqa: SLF001
        library._compile_charset = lambda charset, flags, code: emit(  # noqa: SLF001
            mapped(charset, flags, emit, engine), flags, code
        )
        try:
            yield
        finally:
            library._get_charset_prefix, library._compile_charset = prefix, emit  # noqa: SLF001


def _text(numbers: Sequence[int]) -> str:
    from array import array

    return b2a_base64(compress(array(_CODE, numbers)), newline=False).decode()


def _numbers(text: str) -> list[int]:
    return memoryview(decompress(a2b_base64(text))).cast(_CODE).tolist()
