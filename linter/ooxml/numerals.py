"""Numbers as Word prints them (``w:numFmt``)."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_CHICAGO = "*†‡§"
_LARGEST = 32_767


def roman(number: int) -> str:
    """Lower-case Roman numeral."""
    digits = []
    for weight, letters in _ROMAN:
        count, number = divmod(number, weight)
        digits.append(letters * count)
    return "".join(digits)


def letters(number: int) -> str:
    """Letters as Word counts: a to z, then aa, bb."""
    times, index = divmod(number - 1, 26)
    return chr(ord("a") + index) * (times + 1)


def ordinal(number: int) -> str:
    """An ordinal in digits: 1st, 2nd, 3rd, 4th, 11th."""
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _chicago(number: int) -> str:
    times, index = divmod(number - 1, len(_CHICAGO))
    return _CHICAGO[index] * (times + 1)


_FORMATS = {
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "ordinal": ordinal,
    "decimalZero": lambda number: f"{number:02d}",
    "numberInDash": lambda number: f"- {number} -",
    "chicago": _chicago,
}


def numeral(number: int, form: str) -> str:
    """``number`` in a format of Word; a format that is not known is printed in digits."""
    if form == "none":
        return ""
    if not 0 < number <= _LARGEST or form not in _FORMATS:
        return str(number)
    return _FORMATS[form](number)
