"""Numbers that a draft may write with any number of digits."""

from __future__ import annotations

_DIGITS = 18
_BEYOND = 10**_DIGITS


def figure(digits: str) -> int:
    """The value of decimal digits; one and the same beyond 18 of them, which nobody counts up to.

    Python itself refuses numbers of some thousands of digits.
    """
    return int(digits) if len(digits) <= _DIGITS else _BEYOND
