"""``agreement``: what a draft states twice it states alike: its organ, its session, the date of adoption."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from linter.checks.base import Hit, Request, Subject, place, replacing
from linter.model.figures import figure
from linter.model.resolution import Element
from linter.model.values import dataclass
from linter.structure.dates import DateMention
from linter.structure.organs import of_symbol
from linter.structure.sessions import ordinal_value, ordinal_words

_SESSION = re.compile(r"([A-Z][a-z]+(?:[- ][a-z]+)?) session")
_TITLE_NUMBER = re.compile(r"(\d{1,3})/")
_SYMBOL_SESSION = re.compile(r"A/(?:C\.\d/|HRC/|RES/|HRC/RES/)?(\d{2,3})/")
_VOTES = re.compile(r"vote of (\d+) (?:votes )?to (\d+|none),? with (\d+|no) abstention")
_LIST = re.compile(r"(in favou?r|against|abstaining)\s*:")
_COMMITTEE = re.compile(r"\bCommittee\b")


@dataclass(frozen=True, slots=True)
class Params:
    """What agrees with what.

    ``organ-symbol``: the organ line with the organ of the document symbol. ``session-symbol``: the session
    of the masthead and of the title's number with the symbol. ``adoption-date``: the date of adoption below
    the text with that above it. ``votes``: the lists of a recorded vote with its numbers.
    """

    require: Literal["organ-symbol", "session-symbol", "adoption-date", "votes"]


PLACEHOLDERS = ("found", "expected", "other")


def check(params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each statement that has another to agree with."""
    judge = {"organ-symbol": _organ, "session-symbol": _session, "adoption-date": _date, "votes": _votes}
    yield from judge[params.require](subject, request)


def _organ(subject: Subject, request: Request) -> Iterator[Hit | None]:
    resolution = subject.resolution
    element = next(subject.elements(request.roles), None)
    key = of_symbol(resolution.symbol, subject.vocabulary)
    if element is None or element.part is None or not key or resolution.symbol.startswith("E/C"):
        return
    stated = resolution.parts[element.part].organ
    if stated == key:
        yield None
        return
    if stated is None and not _COMMITTEE.search(element.block.text):
        return  # a body of its own
    name = next(organ.name for organ in subject.vocabulary.organs if organ.key == key)
    end = len(element.block.text.rstrip(" ,"))
    values = {"found": element.block.text[:end], "expected": f"The {name}", "other": resolution.symbol}
    edits = replacing(element.block, 0, end, values["expected"])
    yield Hit(place(element.block, 0, end), values, edits)


def _session(subject: Subject, request: Request) -> Iterator[Hit | None]:
    symbol = _SYMBOL_SESSION.match(subject.resolution.symbol)
    if symbol is None:
        return
    session = int(symbol[1])
    for element in subject.elements(request.roles):
        text = subject.straight(element.block)
        worded = _SESSION.fullmatch(text) if element.role == "masthead" else None
        numbered = _TITLE_NUMBER.match(text) if element.role == "title" else None
        match = worded or numbered
        value = ordinal_value(worded[1]) if worded else int(numbered[1]) if numbered else None
        if match is None or value is None:
            continue
        expected = ordinal_words(session).capitalize() if worded else str(session)
        values = {"found": match[1], "expected": expected, "other": subject.resolution.symbol}
        start, end = match.span(1)
        edits = replacing(element.block, start, end, expected)
        yield None if value == session else Hit(place(element.block, start, end), values, edits)


def _date(subject: Subject, request: Request) -> Iterator[Hit | None]:
    above: DateMention | None = None
    for element in subject.elements(("masthead", *request.roles)):
        if above is None and element.role != "masthead":
            continue
        dates = subject.dates(element.block)
        if len(dates) != 1 or not dates[0].iso:
            continue
        if element.role == "masthead":
            above = dates[0] if "adopted by" in subject.folded(element.block) else above
        elif above is not None:
            yield None if dates[0].iso == above.iso else _other_date(subject, element, dates[0], above)


def _other_date(subject: Subject, element: Element, found: DateMention, above: DateMention) -> Hit:
    months = {month: name for name, month in subject.vocabulary.months.items()}
    other = f"{above.day} {months[above.month].capitalize()} {above.year}"
    values = {"found": element.block.text[slice(*found.span)], "expected": "", "other": other}
    return Hit(place(element.block, *found.span), values)


def _names_listed(element: Element) -> int:
    from linter.checks.order import listed_names  # few drafts tell a vote

    return len(listed_names(element.block))


def _votes(subject: Subject, request: Request) -> Iterator[Hit | None]:
    stated: list[int] | None = None
    heads: list[Element] = []
    counts: list[int] = []
    for element in subject.elements(request.roles):
        text = subject.folded(element.block)
        numbers = _VOTES.search(text)
        if numbers:
            stated = [figure(number) for number in numbers.groups()]
            continue
        if _LIST.match(text):
            heads.append(element)
            counts.append(0)
        if counts and not text.endswith(":"):
            counts[-1] += _names_listed(element)
    if stated is None or len(counts) != 3:
        return
    for element, count, number in zip(heads, counts, stated, strict=True):
        values = {"found": str(count), "expected": str(number), "other": ""}
        where = place(element.block, 0, len(element.block.text))
        yield None if count in (number, 0) else Hit(where, values)
