"""What becomes of the end of a line: a space, a hyphen that stays, a hyphen that only divided a word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Literal

from linter.readers.pdf.lines import Line

Joint = Literal["space", "close", "drop"]

_WORD = re.compile(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*")
_LAST = re.compile(r"([^\W\d_]+)[-\u00ad]\Z")
_LONGEST = 40
_FIRST = re.compile(r"[^\W_]+")
_LINKS = frozenset({"and", "or", "to", "et", "ou", "y", "o"})  # "burden- and responsibility-sharing"
_TIES = ("-", "‑", "/", "–", "—")


class Hyphens:
    """Knows the words of a text, and so which of them a hyphen divides."""

    def __init__(self, lines: Iterable[Line]) -> None:
        texts = [line.text for line in lines]
        self._words: set[str] = set()
        for text in texts:
            self._words.update(word.lower().replace("‑", "-") for word in _WORD.findall(text))
        pairs = [pair for before, after in pairwise(texts) if (pair := _halves(before, after))]
        divided = sum("".join(pair) in self._words for pair in pairs)
        self._divides = divided > sum("-".join(pair) in self._words for pair in pairs)

    def joint(self, before: str, after: str) -> Joint:
        """What stands between two lines of a paragraph; "drop" takes the hyphen away."""
        if before.endswith("\u00ad"):
            return "drop"
        halves = _halves(before, after)
        if halves and halves[1] in _LINKS:
            return "space"
        if halves is None or not after[0].islower():
            tied = before.endswith(_TIES) and not before[-2:-1].isspace() and after[:1].isalnum()
            return "close" if tied else "space"
        if "-".join(halves) in self._words:
            return "close"
        return "drop" if "".join(halves) in self._words or self._divides else "close"


def _halves(before: str, after: str) -> tuple[str, str] | None:
    """The parts of a word that the end of a line divides at a hyphen."""
    last = _LAST.search(before[-_LONGEST:]) if before.endswith(("-", "\u00ad")) else None
    first = _FIRST.match(after)
    return (last[1].lower(), first[0].lower()) if last and first else None
