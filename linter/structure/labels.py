"""What a printed label says: its kind, its value, and what people call it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from linter.model.figures import figure
from linter.model.values import NamedTuple

LabelKind = Literal["number", "letter", "roman", "letter-stop", "roman-stop", "point", "bullet", "pp", "op"]

_NEGOTIATION = re.compile(
    r"(PP|OP)\s?(\d+)((?:\s?(?:bis|ter|quater|quinquies|alt\.?\s?\d*))*)", re.IGNORECASE
)
_ROMAN = re.compile(r"[ivxl]+")
_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class Label(NamedTuple):
    """``kind`` of a label, its ``value`` (5 for "5." and "(e)"), and the ``name`` people give it."""

    kind: LabelKind
    value: int
    name: str


def roman_value(numeral: str) -> int:
    """The value of a lower-case roman numeral; 0 for the empty string."""
    total = 0
    for here, following in zip(numeral, numeral[1:] + " ", strict=True):
        value = _DIGITS[here]
        total += -value if value < _DIGITS.get(following, 0) else value
    return total


def letter_value(letters: str) -> int:
    """1 for "a", 26 for "z", 27 for "aa", 28 for "bb"."""
    return ord(letters[0]) - ord("a") + 1 + 26 * (len(letters) - 1)


@lru_cache(maxsize=1024)
def parse(text: str, previous: str = "") -> Label | None:
    """Read a label as printed; after the letter ``previous``, "(i)" can be the next letter."""
    stripped = text.strip().rstrip(":")
    negotiation = _NEGOTIATION.fullmatch(stripped.rstrip(".:"))
    if negotiation:
        kind: LabelKind = "pp" if negotiation[1].lower() == "pp" else "op"
        return Label(kind, figure(negotiation[2]), negotiation[2] + negotiation[3])
    core = stripped.strip("().[]").lower().replace(" ", "")
    if not core:
        return Label("bullet", 0, stripped) if stripped else None
    if core.isdecimal():
        return Label("point" if stripped[0] == "(" else "number", figure(core), _called(stripped, core))
    if not core.isascii() or not core.isalpha():
        numbered = re.match(r"\d+", core)
        return Label(
            "number" if numbered else "bullet", figure(numbered[0]) if numbered else 0, stripped.rstrip(".")
        )
    return _lettered(stripped, core, previous)


def _called(stripped: str, core: str) -> str:
    return stripped if stripped[0] == "(" else core


def _lettered(stripped: str, core: str, previous: str) -> Label | None:
    stop = stripped.endswith(".")
    name = stripped if not stop else stripped.rstrip(".")
    if _ROMAN.fullmatch(core) and not _continues_letters(core, previous):
        return Label("roman-stop" if stop else "roman", roman_value(core), name)
    if len(set(core)) == 1:
        return Label("letter-stop" if stop else "letter", letter_value(core), name)
    return None


def _continues_letters(core: str, previous: str) -> bool:
    """Whether "i" after "h" or "v" after "u" is the letter; "c" and "l" alone are always letters."""
    if core in ("l", "ll"):
        return True
    before = previous.strip("().").lower()
    if not before or len(set(before)) != 1 or len(set(core)) != 1 or not before.isalpha():
        return False
    return letter_value(core) == letter_value(before) + 1 and before not in ("i", "ii")
