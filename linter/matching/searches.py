"""Regular expressions searched for in texts, without searching twice in vain.

Most expressions find nothing in most paragraphs, and most paragraphs are checked again and again: at each
keystroke in an editor, at each round of fixing. What found nothing in a text is remembered for the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from linter.matching.limited import LimitedPattern, is_limited

_LIMIT = 8_192  # texts; a check of one draft needs as many as it has paragraphs

_expressions: dict[tuple[str, int, bool], Expression] = {}
_in_vain: dict[str, int] = {}  # for each text, the bits of the expressions


class Expression:
    """A compiled expression that knows the texts in which it found nothing."""

    __slots__ = ("_bit", "pattern")

    def __init__(self, pattern: re.Pattern[str] | LimitedPattern, number: int) -> None:
        self.pattern: Any = pattern
        self._bit = 1 << number

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """The matches in ``text``, in order."""
        in_vain = _in_vain.get(text, 0)
        if in_vain & self._bit:
            return
        found = False
        for match in self.pattern.finditer(text):
            found = True
            yield match
        if not found:
            if len(_in_vain) >= _LIMIT:
                _in_vain.clear()
            _in_vain[text] = _in_vain.get(text, 0) | self._bit


def expression(pattern: str, flags: int = 0) -> Expression:
    """The expression, compiled once; ``flags`` are those of :mod:`re`. A stranger's is limited."""
    limited = is_limited()
    found = _expressions.get((pattern, flags, limited))
    if found is None:
        compiled = LimitedPattern(pattern, flags) if limited else re.compile(pattern, flags)
        found = Expression(compiled, len(_expressions))
        _expressions[pattern, flags, limited] = found
    return found
