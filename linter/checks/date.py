"""``date``: dates that exist, months in words, and periods that end after they begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Literal

from linter.checks.base import Hit, Look, Request, Subject, place, replacing
from linter.matching.searches import expression
from linter.model.document import Block
from linter.model.resolution import Element
from linter.model.values import dataclass
from linter.model.vocabulary import Vocabulary
from linter.structure.dates import DateMention

_FIGURES = expression(r"(?<![\w/.-])(\d{1,2})([/.])(\d{1,2})\2((?:19|20)\d\d)(?![\w/-])")
_MONTHS = 12
_SMALLEST_YEAR = 1583  # the first whole year of the calendar in use


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked.

    ``real``: the day exists in that month of that year. ``order``: in "from … to …" the second date is later
    than the first; the first may leave out what it shares with the second. ``words``: the month is a word;
    the repair is plain where one of the two figures can be no month.
    """

    require: Literal["real", "order", "words"]


PLACEHOLDERS = ("found", "expected")


def look(params: Params) -> Look:
    """At each full date, each period, or each date in figures."""
    return Look(_paragraphs, {"real": _real, "order": _order, "words": _words}[params.require])


def _paragraphs(params: Params, subject: Subject, request: Request) -> Iterator[Element]:
    in_figures = ("/19", "/20", ".19", ".20") if params.require == "words" else ()
    return subject.elements_with(in_figures, request.roles, all_text=True)


def _real(_: Params, subject: Subject, element: Element) -> Iterator[Hit | None]:
    block = element.block
    for mention in subject.dates(block):
        if _exists(mention.day, mention.month, mention.year):
            yield None
        else:
            found = block.text[mention.span.start : mention.span.end]
            yield Hit(place(block, *mention.span), {"found": found, "expected": ""})


def _words(_: Params, subject: Subject, element: Element) -> Iterator[Hit | None]:
    block = element.block
    for match in _FIGURES.matches(subject.straight(block)):
        if subject.is_protected(block, *match.span()):
            continue
        months = {number: name.capitalize() for name, number in subject.vocabulary.months.items()}
        first, second, year = int(match[1]), int(match[3]), match[4]
        values = {"found": match[0], "expected": ""}
        if first <= _MONTHS < second:
            first, second = second, first
        if not (second <= _MONTHS < first) or second not in months:
            yield Hit(place(block, *match.span()), values)
            continue
        expected = f"{first} {months[second]} {year}"
        yield Hit(place(block, *match.span()), values, replacing(block, *match.span(), expected))


def _order(_: Params, subject: Subject, element: Element) -> Iterator[Hit | None]:
    for mention in subject.dates(element.block):
        yield from _period(subject, element.block, mention)


def _exists(day: int, month: int, year: int) -> bool:
    try:
        date(max(year, _SMALLEST_YEAR), month, day)
    except ValueError:
        return False
    return True


def _period(subject: Subject, block: Block, end: DateMention) -> Iterator[Hit | None]:
    straight = subject.straight(block)
    if not straight.endswith(" to ", 0, end.span.start):
        return
    match = _from(subject.vocabulary).search(straight, 0, end.span.start)
    if match is None:
        return
    month = subject.vocabulary.months[match[2].lower()] if match[2] else end.month
    year = int(match[3]) if match[3] else end.year
    if (year, month, int(match[1])) < (end.year, end.month, end.day):
        yield None
        return
    found = block.text[match.start() : end.span.end]
    yield Hit(place(block, match.start(), end.span.end), {"found": found, "expected": ""})


@lru_cache(maxsize=8)
def _pattern(months: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\bfrom (\d{{1,2}})(?: ({'|'.join(months)}))?(?: (\d{{4}}))? to $", re.IGNORECASE)


def _from(vocabulary: Vocabulary) -> re.Pattern[str]:
    return _pattern(tuple(vocabulary.months))
