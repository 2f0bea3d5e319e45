"""Numbers that a draft may write with any number of digits."""

from __future__ import annotations

_DIGITS = 18
_BEYOND = 10**_DIGITS


def figure(digits: str) -> int:
    """The value of decimal digits, 0 of any other word.

    It is one and the same beyond 18 digits, which nobody counts up to; Python itself refuses numbers of some
    thousands of digits.
    """
    if not digits.isdecimal():
        return 0
    return int(digits) if len(digits) <= _DIGITS else _BEYOND
