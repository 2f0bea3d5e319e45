"""``session``: how sessions of organs are named in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal

from linter.checks.base import Hit, Look, Request, Subject, place, replacing
from linter.matching.searches import expression
from linter.model.resolution import Element
from linter.model.values import dataclass
from linter.structure.sessions import ordinal_value, ordinal_words
from linter.tables.sessions import session_calendar

_FIGURES = r"\b(\d{1,3})\s?(?:st|nd|rd|th)(?=\s+(?:[a-z]+ )?"
_ENDING = expression(r"\b(\d+)\s?(st|nd|rd|th)\b")
_PERIOD = re.compile(r"(\d{1,2})(?: ([A-Z][a-z]+))?(?: (\d{4}))?\s?[-–]\s?(\d{1,2}) ([A-Z][a-z]+) (\d{4})")
_AGENDA = re.compile(r"\bprovisional agenda of its ([a-z-]+) session\b")
_OF_ANOTHER = re.compile(r"\bto the (?:conference|commission|committee|congress|board|commissions)\b")
_ASKED = re.compile(r"\bat its ([a-z-]+) session\b")


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked.

    ``words``: the ordinal of a session, or of what ``of`` names, is written in words below one hundred.
    ``ending``: an ordinal in figures has the ending that it is spoken with. ``future``: a report asked for
    is due at a session to come, ``agenda``: an item is for the provisional agenda of one; at most ``ahead``
    from now. ``year``: the year given with a session of the Assembly or the Human Rights Council is one in
    which it meets.
    ``dates``: a line with the first and last day of the session has those that are known.
    """

    require: Literal["words", "ending", "future", "agenda", "year", "dates"]
    of: str = "session"
    ahead: int = 6


PLACEHOLDERS = ("found", "expected", "session", "others")


def look(params: Params) -> Look | None:
    """At each session named; what the draft says of its own is looked at as a whole."""
    if params.require in ("dates", "year"):
        return None
    return Look(_paragraphs, _JUDGES[params.require])


def check(params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each session whose year or days are given."""
    if params.require == "dates":
        yield from _dates(subject, request)
    elif params.of in subject.all_folded():
        from linter.checks import session_year

        yield from session_year.check(subject, request)


def _paragraphs(params: Params, subject: Subject, request: Request) -> Iterator[Element]:
    if params.require in ("future", "agenda") and not subject.resolution.session:
        return iter(())
    named = () if params.require == "ending" else (params.of,)
    return subject.elements_with(named, request.roles, all_text=params.require in ("words", "ending"))


def _words(params: Params, subject: Subject, element: Element) -> Iterator[Hit | None]:
    figures = expression(rf"{_FIGURES}{re.escape(params.of)})", re.IGNORECASE)
    block = element.block
    for match in figures.matches(subject.straight(block)):
        number = int(match[1])
        if not 0 < number < 100 or subject.is_protected(block, *match.span()):
            continue
        expected = ordinal_words(number)
        values = {"found": match[0], "expected": expected, "session": ""}
        yield Hit(place(block, *match.span()), values, replacing(block, *match.span(), expected))


def _ending(_: Params, subject: Subject, element: Element) -> Iterator[Hit | None]:
    block = element.block
    for match in _ENDING.matches(subject.straight(block)):
        number = match[1]
        ending = "th" if number[-2:-1] == "1" else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")
        if match[2] == ending or subject.is_protected(block, *match.span()):
            yield None
            continue
        values = {"found": match[0], "expected": number + ending, "session": ""}
        yield Hit(place(block, *match.span()), values, replacing(block, *match.span(2), ending))


def _dates(subject: Subject, request: Request) -> Iterator[Hit | None]:
    resolution, months = subject.resolution, subject.vocabulary.months
    known = session_calendar().span(resolution.organ or "", str(resolution.session or ""))
    for element in subject.elements(request.roles):
        match = _PERIOD.fullmatch(subject.straight(element.block).strip())
        if match is None or known is None or known[1] == date.max:
            continue
        month, year = match[2] or match[5], match[3] or match[6]
        if month.lower() not in months or match[5].lower() not in months:
            continue
        first = (int(year), months[month.lower()], int(match[1]))
        last = (int(match[6]), months[match[5].lower()], int(match[4]))
        if first == _parts(known[0]) and last <= _parts(known[1]):
            yield None
            continue
        found = element.block.text.strip()
        values = {"found": found, "expected": "", "session": ordinal_words(resolution.session or 0)}
        yield Hit(place(element.block, 0, len(found)), values)


def _parts(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def _agenda(params: Params, subject: Subject, element: Element) -> Iterator[Hit | None]:
    now = subject.resolution.session
    for match in _AGENDA.finditer(subject.folded(element.block)):
        number = ordinal_value(match[1])
        if number is None or now < number <= now + params.ahead:
            yield None
            continue
        values = {"found": match[1], "expected": "", "session": ordinal_words(now)}
        yield Hit(place(element.block, *match.span(1)), values)


def _future(params: Params, subject: Subject, element: Element) -> Iterator[Hit | None]:
    now, text = subject.resolution.session, subject.folded(element.block)
    if " to submit" not in text and " to report" not in text and " to present" not in text:
        return
    for match in _ASKED.finditer(text):
        number = ordinal_value(match[1])
        before = text[: match.start()]
        asked = max(before.rfind(" to submit"), before.rfind(" to report"), before.rfind(" to present"))
        if number is None or asked < 0 or "submitted" in before[asked:] or "," in before[asked:]:
            continue
        if _OF_ANOTHER.search(before[asked:]):
            continue
        if now <= number <= now + params.ahead:
            yield None
            continue
        values = {"found": match[1], "expected": "", "session": ordinal_words(now)}
        yield Hit(place(element.block, *match.span(1)), values)


_JUDGES = {"words": _words, "ending": _ending, "future": _future, "agenda": _agenda}
