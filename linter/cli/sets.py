"""Sets of characters that are quick to ask for the characters of most drafts.

For a set that names a class of characters (``\\d``, ``[^\\W_]``) the engine of the standard library calls a
function of Unicode with each character that it compares. We ask that for the first 256 characters when an
expression is compiled, and put the answers, as two maps of bits, before what the set was: those that belong
to it and those that do not are known at once, and all others are asked for as before.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

_constants: Any = re._constants  # type: ignore[attr-defined]  # noqa: SLF001 - there is no public door
_NOT = (_constants.NEGATE, None)
_MAPPED = 256  # characters in a map of the engine
_WORD = 32  # bits in a number of the engine

Set = list[tuple[Any, Any]]  # as the library's compiler has it, read by the engine until one item decides
Emit = Callable[[Set, int, list[int]], None]  # the library's own: writes a set behind the numbers there are

_known: dict[tuple[str, int], Set] = {}  # the maps of a set: a few dozen sets stand in all expressions


def mapped(charset: Set, flags: int, emit: Emit, engine: Any) -> Set:
    """A set of the same characters that begins with maps where it names a class of them."""
    if all(kind is not _constants.CATEGORY for kind, _ in charset):
        return charset
    key = repr(charset), flags
    if key not in _known:
        _known[key] = _maps(_asked(charset, flags, emit, engine))
    return [*_known[key], *charset]


def _maps(belongs: list[bool]) -> Set:
    """What decides for the first characters; what most characters are is asked first."""
    members = (_constants.CHARSET, _map(belongs))
    others = (_constants.CHARSET, _map([not one for one in belongs]))
    return [members, _NOT, others, _NOT] if belongs[ord("e")] else [_NOT, others, _NOT, members]


def _asked(charset: Set, flags: int, emit: Emit, engine: Any) -> list[bool]:
    """Which of the first characters belong to the set, as the engine itself says."""
    numbers = [_constants.IN, 0]
    emit(charset, flags, numbers)
    numbers[1] = len(numbers) - 1  # how far it is to what follows the set
    numbers.append(_constants.SUCCESS)
    expression = engine.compile("", flags, [int(number) for number in numbers], 0, {}, (None,))
    return [expression.match(chr(point)) is not None for point in range(_MAPPED)]


def _map(bits: list[bool]) -> list[int]:
    return [
        sum(1 << place for place, bit in enumerate(bits[start : start + _WORD]) if bit)
        for start in range(0, _MAPPED, _WORD)
    ]
