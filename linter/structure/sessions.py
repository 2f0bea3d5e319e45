"""Ordinal words ("seventy-eighth") and the numbers that they stand for, 1 to 200."""

from __future__ import annotations

from functools import lru_cache

from linter.model.fold import fold

_ONES = (
    "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_LIMIT = 200


def ordinal_words(number: int) -> str:
    """The ordinal of ``number`` in words ("one hundred and third"); "" outside 1 to 200."""
    if not 1 <= number <= _LIMIT:
        return ""
    if number == _LIMIT:
        return "two hundredth"
    if number > 100:
        return "one hundred and " + ordinal_words(number - 100)
    if number == 100:
        return "one hundredth"
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens]}-{_ONES[ones]}" if ones else _TENS[tens][:-1] + "ieth"


@lru_cache(maxsize=1)
def _values() -> dict[str, int]:
    """Every spelling that is read: with or without the hyphen, "hundred" with or without "one" and "and"."""
    values = {}
    for number in range(1, _LIMIT + 1):
        words = ordinal_words(number).replace("-", " ")
        for spelling in (
            words,
            words.replace(" and ", " "),
            words.removeprefix("one ").replace(" and ", " "),
        ):
            values[spelling] = number
    values["hundredth"] = 100
    return values


def ordinal_value(words: str) -> int | None:
    """The number that ordinal ``words`` stand for ("seventy-eighth", "Seventy eighth"), or None."""
    return _values().get(" ".join(fold(words).replace("-", " ").split()))
