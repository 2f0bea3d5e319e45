"""``fact``: a citation against what is known of the resolution it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from linter.checks.base import Hit, Look, Request, Subject, place, replacing
from linter.model.figures import figure
from linter.model.fold import straighten
from linter.model.resolution import Citation, Element
from linter.model.source import Span
from linter.model.values import dataclass
from linter.tables.sessions import session_calendar


@dataclass(frozen=True, slots=True)
class Params:
    """What is checked.

    ``date``: the date given is the one that is known. ``title``: a title in quotation marks is the one that
    is known. ``latest``: no later resolution with the same title is known. ``session``: the date given lies
    within the session that the number names. ``council-year``: the Security Council reached the number in
    the year given. ``series``: the number is not one of the decisions. ``article``: the instrument has the
    article.
    """

    require: Literal["date", "title", "latest", "session", "council-year", "series", "article"]


PLACEHOLDERS = ("found", "expected", "number", "first", "last", "source")
_KNOWN = ("date", "title", "latest")
# Decisions are numbered from here on in each session (of the Assembly since its thirty-first).
_DECISIONS = {"ga": 401, "hrc": 101, "ecosoc": 200}
_STROKE = re.compile(r"(\d+)/(\d+)")
_COUNCIL = re.compile(r"(\d+) \(((?:19|20)\d\d)\)")


def look(params: Params) -> Look:
    """At each citation that the calendar, or the table of known resolutions, can judge."""
    if params.require == "article":
        from linter.checks import articles

        return Look(articles.paragraphs, articles.judge)
    return Look(_citing, _judge)


def _citing(params: Params, subject: Subject, request: Request) -> Iterator[Element]:
    counted = params.require in ("council-year", "series")
    for element in subject.citing():
        if not counted or element.role in request.roles:
            yield element


def _judge(params: Params, subject: Subject, element: Element) -> Iterator[Hit | None]:
    if params.require in _KNOWN:
        from linter.checks import known  # only drafts that cite something pay for it

        judge = {"date": known.dates, "title": known.titles, "latest": known.latest}[params.require]
    else:
        judge = {"session": _session, "council-year": _council_year, "series": _series}[params.require]
    for citation in subject.citations(element.block):
        yield from judge(subject, citation)


def _council_year(subject: Subject, citation: Citation) -> Iterator[Hit | None]:
    block = subject.document.blocks[citation.block]
    match = _COUNCIL.fullmatch(straighten(block.text[citation.span.start : citation.span.end]))
    year = session_calendar().council_year(int(match[1])) if match and citation.organ == "sc" else None
    if match is None or year is None or citation.kind != "resolution":
        return
    if str(year) == match[2]:
        yield None
        return
    start, end = (citation.span.start + offset for offset in match.span(2))
    edits = replacing(block, start, end, str(year))
    yield Hit(
        place(block, start, end), {"found": match[2], "expected": str(year), "number": citation.number}, edits
    )


def _series(subject: Subject, citation: Citation) -> Iterator[Hit | None]:
    match = _STROKE.fullmatch(citation.number)
    limit = _DECISIONS.get(citation.organ or "") if citation.kind == "resolution" else None
    if match is None or limit is None or (citation.organ == "ga" and int(match[1]) < 31):
        return
    if figure(match[2]) < limit:
        yield None
        return
    if citation.organ == "hrc" and (not citation.date or not is_within("hrc", citation)):
        return  # "its resolution" of the Assembly, in a text of the Council
    values = {"found": citation.number, "expected": "", "number": citation.number}
    yield Hit(place(subject.document.blocks[citation.block], *citation.span), values)


def _session(subject: Subject, citation: Citation) -> Iterator[Hit | None]:
    if citation.kind != "resolution" or not citation.date or citation.date_span is None:
        return
    span = session_calendar().span(citation.organ or "", citation.session)
    if span is None:
        return
    if span[0] <= date.fromisoformat(citation.date) <= span[1]:
        yield None
    elif not (
        fits_another_organ(citation)
        or _is_of_a_body(subject, citation)
        or _is_torn(subject, citation)
        or _is_known(subject, citation)
    ):
        yield _outside(subject, citation, citation.date_span, span)


def _is_known(subject: Subject, citation: Citation) -> bool:
    """Whether the date itself is known, and another rule can say it."""
    from linter.facts import judge

    return judge(citation, subject.facts()).verdict != "unknown"


def fits_another_organ(citation: Citation) -> bool:
    """Whether number and date fit an organ that "its resolution" may have meant after all."""
    return any(organ != citation.organ and is_within(organ, citation) for organ in ("ga", "hrc"))


def _is_of_a_body(subject: Subject, citation: Citation) -> bool:
    """Whether the paragraph speaks of the resolution of a body of which nothing is known."""
    text = subject.folded(subject.document.blocks[citation.block])
    return (
        re.search(r"\b(?:commission|conference)\b[^;]*\bof resolution $", text[: citation.span.start])
        is not None
    )


def _is_torn(subject: Subject, citation: Citation) -> bool:
    """Whether a space that a conversion left stands inside the number, "ES- 10/17"."""
    text = subject.document.blocks[citation.block].text
    return text[: citation.span.start].rstrip().endswith(("S-", "/"))


def is_within(organ: str, citation: Citation) -> bool:
    """Whether the date lies in the session of ``organ`` that the number names."""
    span = session_calendar().span(organ, citation.session)
    return span is not None and span[0] <= date.fromisoformat(citation.date) <= span[1]


def _outside(subject: Subject, citation: Citation, written: Span, span: tuple[date, date]) -> Hit:
    block = subject.document.blocks[citation.block]
    given = date.fromisoformat(citation.date)
    found = block.text[written.start : written.end]
    first, last = (in_words(subject, day) for day in span)
    values = {"found": found, "expected": "", "number": citation.number, "first": first, "last": last}
    years = session_calendar().years(citation.organ or "", citation.session, given.day, given.month)
    if len(years) != 1:
        return Hit(place(block, *written), values)
    expected = found.replace(str(given.year), str(years[0]))
    edits = replacing(block, *written, expected)
    return Hit(place(block, *written), {**values, "expected": expected}, edits)


def in_words(subject: Subject, day: date) -> str:
    """The day as it is printed, "15 March 2006"."""
    if day == date.max:
        return "today"
    month = next(name for name, number in subject.vocabulary.months.items() if number == day.month)
    return f"{day.day} {month.capitalize()} {day.year}"
