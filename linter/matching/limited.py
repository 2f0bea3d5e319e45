"""Expressions of strangers, searched for under a limit of time.

The library's own engine can take for ever over a few words and cannot be stopped; the one of ``regex`` can.
It is imported only where a rule is not one of ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from threading import local
from time import process_time
from typing import Any, TypeVar

LIMIT = 2.0  # seconds of the processor for one rule over one draft; ours take a few thousandths

Item = TypeVar("Item")


class _Limit(local):
    """What a thread must keep to."""

    deadline: float | None = None


_limit = _Limit()


class TooSlowError(Exception):
    """The expressions of a rule took longer than the limit."""

    def __init__(self) -> None:
        super().__init__(
            f"its expression takes more than {LIMIT:g} seconds over one draft: "
            "`resolint pack check` tells what is wrong with it"
        )


def within_limit(items: Iterable[Item], limit: float = LIMIT) -> list[Item]:
    """The items, made under a limit in seconds; raises TooSlowError when it strikes."""
    before, _limit.deadline = _limit.deadline, process_time() + limit
    try:
        return list(items)
    finally:
        _limit.deadline = before


def is_limited() -> bool:
    """Whether what is searched for now comes from a stranger."""
    return _limit.deadline is not None


class LimitedPattern:
    """What the checks use of a compiled expression, of the same meaning."""

    __slots__ = ("_compiled",)

    def __init__(self, pattern: str, flags: int) -> None:
        import regex

        self._compiled = regex.compile(pattern, flags | regex.VERSION0)

    def search(self, text: str) -> Any:
        """The first match, or None; raises TooSlowError."""
        return next(self.finditer(text), None)

    def finditer(self, text: str) -> Iterator[Any]:
        """The matches in order; raises TooSlowError."""
        matches = iter(self._compiled.finditer(text, timeout=_left()))
        while True:
            try:
                match = next(matches, None)
            except TimeoutError:
                raise TooSlowError from None
            if match is None:
                return
            yield match
            _left()


def _left() -> float | None:
    """The seconds that are left; None without a limit. Raises TooSlowError when none are."""
    deadline = _limit.deadline
    if deadline is None:
        return None
    left = deadline - process_time()
    if left <= 0:
        raise TooSlowError
    return left
