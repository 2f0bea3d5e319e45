"""``citation``: how resolutions are cited, at the first mention and afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from linter.checks.base import Hit, Look, Request, Subject, place
from linter.model.diagnostic import Edit, Replace
from linter.model.document import Block
from linter.model.resolution import Citation, Element
from linter.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked of resolutions of ``organs`` (of all, if none is named).

    ``dated``: one cited for the first time in these roles carries its date. ``dated-once``: one that was
    cited with its date does not carry it again. ``chronological``: a list of one organ runs from old to new.
    ``noted``: one cited with its date for the first time has the mark of a note behind it.
    """

    require: Literal["dated", "dated-once", "chronological", "noted"]
    organs: tuple[str, ...] = ()


PLACEHOLDERS = ("found", "expected")
_BETWEEN = re.compile(r",?\s(?:and\s)?")
_SOON = re.compile(r"[-\w ()]{0,6} of \d{1,2}\b")  # a date, if an odd or a cut one
_BARE_DATE = re.compile(r"\s\d{1,2}\s[A-Z][a-z]+\s\d{4}\b")  # one that "of" should lead to
_DATED_BEFORE = re.compile(r" on \d{1,2} [a-z]+ \d{4} of (?:its|general assembly) resolution $")
_DATED_WITH_NEXT = re.compile(r" and [-\w/()]+(?: \([a-z]+\))? of \d{1,2} [a-z]+ \d{4}")
_LATER = re.compile(r"\b\d{1,2} [a-z]+ (?:19|20)\d\d\b")  # the date, behind the title
_RESPECTIVELY = re.compile(r",? respectively\b")
_MAY_DESCEND = re.compile(
    r"\b(?:latest|most recent|in particular|especially|including)\b(?: of which(?: \w+)?| being)?,?"
    r"(?: (?:its|the|those|in|general|human|rights|security|assembly|council|resolutions?))* $"
)
_OWN = re.compile(r"[a-z ]+ its resolution ")
_PLAIN = re.compile(r"(\d+)(?:/(\d+)(?: [A-Z])?|(?: [A-Z])? \((?:\d{4}|[IVXL]+)\))")


def look(params: Params) -> Look | None:
    """At each list; what was cited before in the draft matters to all else."""
    return Look(_citing, _chronological) if params.require == "chronological" else None


def check(params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each citation of a numbered resolution that the requirement speaks of."""
    dated: set[tuple[int | None, str | None, str]] = set()
    seen: set[tuple[int | None, str | None, str]] = set()
    elements = {element.block.index: element for element in subject.elements(request.roles)}
    for citation in subject.resolution.citations:
        element = elements.get(citation.block)
        if element is None or citation.kind != "resolution" or not citation.organ:
            continue
        key = (element.part, citation.organ, citation.number)
        if not params.organs or citation.organ in params.organs:
            if params.require == "dated" and key not in seen:
                yield _dated(subject, element, citation)
            elif params.require == "noted" and key not in seen and citation.date_span is not None:
                yield from _noted(subject, element, citation)
            elif params.require == "dated-once" and key in dated and not _in_list(subject, element):
                yield _dated_once(element, citation)
        seen.add(key)
        if citation.date:
            dated.add(key)


def _dated(subject: Subject, element: Element, citation: Citation) -> Hit | None:
    block = element.block
    if citation.date or subject.is_protected(block, *citation.span) or not _alone(subject, element, citation):
        return None
    from linter.checks.known import day_of  # the table is opened only for a date to offer

    found, end = block.text[citation.span.start : citation.span.end], citation.span.end
    stands = _BARE_DATE.match(block.text, end) is not None
    day = "" if stands else day_of(subject, citation)
    if not (day or stands):
        return Hit(place(block, *citation.span), {"found": found, "expected": ""})
    added = f"of {day}".rstrip()
    values = {"found": found, "expected": f"{found} {added}"}
    edits: tuple[Edit, ...] = (Replace(block.index, end, end, f" {added}"),)
    return Hit(place(block, *citation.span), values, edits, title=f"add “{added}”")


def _noted(subject: Subject, element: Element, citation: Citation) -> Iterator[Hit | None]:
    """Judged only in a draft that has notes."""
    block, end = element.block, citation.date_span.end if citation.date_span else citation.span.end
    if not subject.document.carries.footnotes or not any(
        block.kind == "note" for block in subject.document.blocks
    ):
        return
    if any(end <= mark.offset for mark in block.notes):  # here, or behind the title or the whole list
        yield None
        return
    found = block.text[citation.span.start : citation.span.end]
    yield Hit(place(block, *citation.span), {"found": found, "expected": ""})


def _alone(subject: Subject, element: Element, citation: Citation) -> bool:
    """Whether the number is cited for itself, not in an undated list, nor to name a body or a paragraph."""
    if any(not other.date for other in subject.citations(element.block) if other is not citation):
        return False
    text = subject.folded(element.block)
    before, after = text[: citation.span.start], text[citation.span.end :]
    naming = (
        "established",
        "pursuant to",
        "paragraph ",
        "paragraphs ",
        "annex to",
        "commission for",  # a regional commission has numbers of its own
        "entitled",
        "follow-up to",
        "on the implementation of",
    )
    explained = (" adopted", ", adopted", ", on ", " (")
    described = (" entitled", ", entitled", " on ")
    return not (
        (after.startswith(described) and not (_OWN.fullmatch(before) and not _LATER.search(after)))
        or _DATED_BEFORE.search(before)
        or _DATED_WITH_NEXT.match(after)
        or any(word in before[-80:] for word in naming)
        or after.startswith(explained)
        or _SOON.match(after)
        or ", adopted " in after[:100]
    )


def _in_list(subject: Subject, element: Element) -> bool:
    """Whether the citation is one of a list, which is repeated whole."""
    return len(subject.citations(element.block)) > 1


def _dated_once(element: Element, citation: Citation) -> Hit | None:
    if citation.date_span is None:
        return None
    block = element.block
    start, end = citation.span.end, citation.date_span.end
    found = block.text[start:end]
    if found.split()[:1] != ["of"]:
        return None
    edits: tuple[Edit, ...] = (Replace(block.index, start, end, ""),)
    values = {"found": found.strip(), "expected": ""}
    return Hit(place(block, start, end), values, edits, title=f"remove “{found.strip()}”")


def _citing(_: Params, subject: Subject, request: Request) -> Iterator[Element]:
    return (element for element in subject.citing() if element.role in request.roles)


def _chronological(_: Params, subject: Subject, element: Element) -> Iterator[Hit | None]:
    for listed in _lists(subject, element.block):
        older = [_older(later, earlier) for earlier, later in pairwise(listed)]
        wrong = True in older and not _may_run_otherwise(subject, element.block, listed, older)
        first = older.index(True) if wrong else None
        for index, one in enumerate(older):
            if index == first:
                citation = listed[index + 1]
                yield Hit(place(element.block, *citation.span), {"found": citation.number, "expected": ""})
            elif one is not None:
                yield None


def _lists(subject: Subject, block: Block) -> Iterator[list[Citation]]:
    """The citations of a block, those together that stand in one list of one organ's resolutions."""
    listed: list[Citation] = []
    for citation in subject.citations(block):
        if subject.is_protected(block, *citation.span):
            continue
        if listed and not _follows(block, listed[-1], citation):
            yield listed
            listed = []
        listed.append(citation)
    yield listed


def _may_run_otherwise(
    subject: Subject, block: Block, listed: list[Citation], older: list[bool | None]
) -> bool:
    """Whether the list answers to another ("respectively"), or names the latest or chosen ones first."""
    last, text = listed[-1], subject.folded(block)
    if _RESPECTIVELY.match(text, last.date_span.end if last.date_span else last.span.end):
        return True
    return False not in older and _MAY_DESCEND.search(text[: listed[0].span.start]) is not None


def _follows(block: Block, previous: Citation, citation: Citation) -> bool:
    """Whether two citations stand next to each other in a list of one organ's resolutions."""
    if (previous.organ, previous.kind) != (citation.organ, citation.kind):
        return False
    end = previous.date_span.end if previous.date_span else previous.span.end
    return _BETWEEN.fullmatch(block.text, end, citation.span.start) is not None


def _older(citation: Citation, previous: Citation) -> bool | None:
    """Whether ``citation`` was adopted before ``previous``; None where the numbers do not tell."""
    if "S-" in citation.number or "S-" in previous.number:
        return None
    here, there = _counted(citation), _counted(previous)
    comparable = bool(here) and len(here) == len(there)
    if citation.date and previous.date:  # a wrong date alone is no wrong order
        return citation.date < previous.date and not (comparable and there < here)
    return here < there if comparable else None


def _counted(citation: Citation) -> tuple[int, ...]:
    """What a number is counted by: session and number, or the number alone; () for any other."""
    plain = _PLAIN.fullmatch(citation.number)
    return tuple(int(number) for number in plain.groups() if number) if plain else ()
