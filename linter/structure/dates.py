"""Dates in running text: day, month in words, year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from linter.model.fold import fold
from linter.model.source import Span
from linter.model.values import NamedTuple
from linter.model.vocabulary import Vocabulary

_LAST_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class DateMention(NamedTuple):
    """A full date at ``span``; ``iso`` is "" where no such day exists ("31 June 2020")."""

    span: Span
    day: int
    month: int
    year: int

    @property
    def iso(self) -> str:
        """The date as YYYY-MM-DD, or "" for a day that does not exist."""
        if not 1 <= self.day <= _LAST_DAYS[self.month - 1]:
            return ""
        return f"{self.year:04}-{self.month:02}-{self.day:02}"


@lru_cache(maxsize=16)
def _pattern(months: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    day = r"(?<!\d)(\d{1,2})"  # with no word before it the engine passes quickly to the next figure
    rest = rf"(?:\s?(?:st|nd|rd|th|er|º))?\s+(?:de\s+)?({names})\.?,?\s+(?:de\s+)?(\d{{4}})(?!\d)"
    return re.compile(f"{day}(?i:{rest})")


def find(text: str, vocabulary: Vocabulary, start: int = 0, end: int | None = None) -> Iterator[DateMention]:
    """The full dates in ``text[start:end]``, in order; months are those of the vocabulary."""
    stop = len(text) if end is None else end
    for match in _pattern(tuple(vocabulary.months)).finditer(text, start, stop):
        yield _mention(match, vocabulary.months)


def at(text: str, offset: int, vocabulary: Vocabulary) -> DateMention | None:
    """The date that begins exactly at ``offset``, or None."""
    match = _pattern(tuple(vocabulary.months)).match(text, offset)
    return _mention(match, vocabulary.months) if match else None


def _mention(match: re.Match[str], months: Mapping[str, int]) -> DateMention:
    return DateMention(Span(*match.span()), int(match[1]), months[fold(match[2])], int(match[3]))
