"""``fact``: a citation against what is known of the resolution it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from linter.checks.base import Hit, Request, Subject, place, replacing
from linter.model.document import Block
from linter.model.resolution import Citation
from linter.tables.sessions import calendar


@dataclass(frozen=True, slots=True)
class Params:
    """``session``: the date given lies within the session that the number names."""

    require: Literal["session"]


PLACEHOLDERS = ("found", "expected", "number", "first", "last")


def check(params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each dated citation whose session is in the calendar."""
    for citation in subject.resolution.citations:
        if citation.kind != "resolution" or not citation.date or citation.date_span is None:
            continue
        span = calendar().span(citation.organ or "", citation.session)
        if span is None:
            continue
        block = subject.document.blocks[citation.block]
        given = date.fromisoformat(citation.date)
        yield None if span[0] <= given <= span[1] else _outside(subject, block, citation, span)


def _outside(subject: Subject, block: Block, citation: Citation, span: tuple[date, date]) -> Hit:
    assert citation.date_span is not None
    given = date.fromisoformat(citation.date)
    start, end = citation.date_span
    found = block.text[start:end]
    months = {number: name.capitalize() for name, number in subject.vocabulary.months.items()}
    first, last = (f"{day.day} {months[day.month]} {day.year}" for day in span)
    values = {"found": found, "expected": "", "number": citation.number, "first": first, "last": last}
    years = [year for year in range(span[0].year, span[1].year + 1) if _within(given, year, span)]
    if len(years) != 1:
        return Hit(place(block, start, end), values)
    expected = found.replace(str(given.year), str(years[0]))
    edits = replacing(block, start, end, expected)
    return Hit(place(block, start, end), {**values, "expected": expected}, edits)


def _within(given: date, year: int, span: tuple[date, date]) -> bool:
    try:
        return span[0] <= given.replace(year=year) <= span[1]
    except ValueError:  # 29 February
        return False
