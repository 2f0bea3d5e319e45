"""With which characters a match of an expression can begin.

The engine of the standard library passes quickly over places where no match can begin, if it is told the
characters that one begins with. The library works them out where an expression opens with a character or a
set of them; most of ours open with a condition (a word boundary, "not after a letter") or a repetition, and
were tried in full at each letter of a draft. What is matched stays the same; only vain attempts are spared.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

_parser: Any = re._parser  # type: ignore[attr-defined]  # noqa: SLF001 - there is no public door
_WIDTHLESS = (_parser.AT, _parser.ASSERT, _parser.ASSERT_NOT)
_REPEATS = (_parser.MAX_REPEAT, _parser.MIN_REPEAT, _parser.POSSESSIVE_REPEAT)
_NEGATE = (_parser.NEGATE, None)

Characters = list[tuple[Any, Any]]  # as the library's parser has a set: single ones, ranges, categories


def characters(tree: Sequence[tuple[Any, Any]], flags: int) -> Characters | None:
    """The characters that a match of a parsed expression begins with, None where that cannot be told."""
    if flags & (re.IGNORECASE.value | re.LOCALE.value):
        return None
    found, ended = _of_sequence(list(tree))
    return found if ended else None


def _of_sequence(items: list[tuple[Any, Any]]) -> tuple[Characters | None, bool]:
    """The characters, and whether they are all: a match may also begin with what follows the items."""
    found: Characters = []
    for kind, value in items:
        if kind in _WIDTHLESS:
            continue
        added, ended = _of_item(kind, value)
        both = _union(found, added)
        if both is None:
            return None, True
        found = both
        if ended:
            return found, True
    return found, False


def _of_item(kind: Any, value: Any) -> tuple[Characters | None, bool]:
    if kind is _parser.LITERAL:
        return [(kind, value)], True
    if kind is _parser.NOT_LITERAL:
        return [_NEGATE, (_parser.LITERAL, value)], True
    if kind is _parser.IN:
        return list(value), True
    if kind is _parser.SUBPATTERN and not value[1] and not value[2]:  # no flags of its own
        return _of_sequence(list(value[3]))
    if kind in _REPEATS:
        least, _, inner = value
        found, ended = _of_sequence(list(inner))
        return found, ended and least > 0
    if kind is _parser.BRANCH:
        return _of_branches(value[1])
    return None, True


def _of_branches(branches: Sequence[Any]) -> tuple[Characters | None, bool]:
    found: Characters | None = []
    all_ended = True
    for branch in branches:
        added, ended = _of_sequence(list(branch))
        found = _union(found, added)
        all_ended = all_ended and ended
    return found, all_ended


def _union(one: Characters | None, other: Characters | None) -> Characters | None:
    """Both sets; one that names what is left out cannot be joined with another."""
    if one is None or other is None:
        return None
    if one and other and _NEGATE in (one[0], other[0]):
        return None
    return one + other
