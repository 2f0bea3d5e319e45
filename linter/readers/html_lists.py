"""The labels that a browser makes for the items of a list."""

from __future__ import annotations

from linter.model.values import dataclass

_OF_TYPE = {
    "1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman",
}  # fmt: skip
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(slots=True)
class Counter:
    """The numbering of one list: how it counts, and the number of the next item."""

    style: str
    number: int = 1
    before: str = ""
    after: str = "."

    def label(self, value: str = "", style: str = "") -> str:
        """The label of the next item, "" for a bullet; ``value`` and ``style`` are the item's own wishes."""
        self.number = _integer(value, self.number)
        core = _count(self.number, style or self.style)
        self.number += 1
        return self.before + core + self.after if core else ""


def counter(tag: str, kind: str, css_style: str, start: str) -> Counter:
    """The numbering of an ``ol`` or ``ul`` with these attributes."""
    style = css_style or _OF_TYPE.get(kind, "decimal" if tag == "ol" else "disc")
    return Counter(style, _integer(start, 1))


def _integer(text: str, default: int) -> int:
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else default


def _count(number: int, style: str) -> str:
    style = style.replace("latin", "alpha")
    if style == "decimal":
        return str(number)
    if style.endswith("alpha"):
        letters = _letters(number)
    elif style.endswith("roman"):
        letters = _roman(number)
    else:
        return ""
    return letters.upper() if style.startswith("upper") else letters


def _letters(number: int) -> str:
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _roman(number: int) -> str:
    if number >= 4000:
        return str(number)
    letters = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        letters += sign * count
    return letters
