"""``fact``: a citation against what is known of the resolution it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from linter.checks.base import Hit, Request, Subject, place, replacing
from linter.model.resolution import Citation
from linter.model.source import Span
from linter.tables.sessions import session_calendar


@dataclass(frozen=True, slots=True)
class Params:
    """``session``: the date given lies within the session that the number names."""

    require: Literal["session"]


PLACEHOLDERS = ("found", "expected", "number", "first", "last")


def check(_params: Params, subject: Subject, _request: Request) -> Iterator[Hit | None]:
    """One item for each dated citation whose session is in the calendar."""
    for citation in subject.resolution.citations:
        if citation.kind != "resolution" or not citation.date or citation.date_span is None:
            continue
        span = session_calendar().span(citation.organ or "", citation.session)
        if span is not None:
            right = span[0] <= date.fromisoformat(citation.date) <= span[1]
            yield None if right else _outside(subject, citation, citation.date_span, span)


def _outside(subject: Subject, citation: Citation, written: Span, span: tuple[date, date]) -> Hit:
    block = subject.document.blocks[citation.block]
    given = date.fromisoformat(citation.date)
    found = block.text[written.start : written.end]
    first, last = (_in_words(subject, day) for day in span)
    values = {"found": found, "expected": "", "number": citation.number, "first": first, "last": last}
    years = session_calendar().years(citation.organ or "", citation.session, given.day, given.month)
    if len(years) != 1:
        return Hit(place(block, *written), values)
    expected = found.replace(str(given.year), str(years[0]))
    edits = replacing(block, *written, expected)
    return Hit(place(block, *written), {**values, "expected": expected}, edits)


def _in_words(subject: Subject, day: date) -> str:
    if day == date.max:
        return "today"
    month = next(name for name, number in subject.vocabulary.months.items() if number == day.month)
    return f"{day.day} {month.capitalize()} {day.year}"
