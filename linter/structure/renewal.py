"""What a text says that its successor must say anew: its own number, sessions, days, reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from linter.model.fold import fold
from linter.model.resolution import Citation, Element, Resolution
from linter.model.source import Span
from linter.model.values import NamedTuple
from linter.model.vocabulary import Vocabulary
from linter.structure import dates
from linter.structure.sessions import ordinal_value

_NUMBER = re.compile(
    r"(?:resolution |decision )?((?:E?S-)?\d{1,4}/\d{1,4}(?: ?[A-Z])?)(?=[.\s]|$)", re.IGNORECASE
)
_COUNCIL = re.compile(r"(?:resolution )?(\d{1,4}) \(((?:19|20)\d\d)\)", re.IGNORECASE)
_OF_SYMBOL = re.compile(r"/(?:RES|DEC)/(?P<number>[^/]+(?:/[^/]+)?)$")
_ORDINAL = r"(?:one hundred(?: and)? )?[a-z]+(?:-[a-z]+)?"
_AT = re.compile(
    rf"\b(?:its|the) (?P<ordinals>{_ORDINAL}(?:(?:,|,? and|,? or| to) (?:its )?{_ORDINAL})*)"
    r" (?:regular )?sessions?\b(?P<of> of (?:the )?[a-z ]+)?"
)
_EACH = re.compile(_ORDINAL)
_DUE = re.compile(
    r"\b(?:by|before|no later than|not later than|until|before the end of|by the end of|prior to)"
    r"(?: the end of)? (?P<when>(?:\d{1,2} )?(?:[a-z]+ )?20\d\d)\b"
)
_YEAR = re.compile(r"20\d\d")
_LATEST = re.compile(r"\b(?:latest|most recent|last)\b[^;]{0,40}$")
_ONCE = re.compile(
    r"(?:also |further )?decides (?:also |further )?(?:to )?"
    r"(?:establish|create|convene|proclaim|designate|declare|launch|appoint|rename)\b"
)
_REPEATED = re.compile(
    r"\bto convene\b.*\b(?:annual|every|each)\b|\bprovisional agenda\b|\bcontinue\b|\bextend\b"
)
_FORWARD = re.compile(
    r"\b(?:requests?|decides|calls?|invit(?:es|ation)|urges|encourages|instructs|mandates|directs|appeals?)\b"
)
_ASKED_WITHIN = re.compile(
    r"\b(?:requests|decides|invites|urges|encourages|calls upon|instructs"
    r"|reiterates its (?:request|call|invitation))\b"
)
_FIXED = re.compile(
    r"\b(?:(?:decision|decides) to (?:establish|convene|hold)|to be (?:established|convened|held))\b"
    r"[^;]{0,250}$"
)
REPORTING = (
    "secretary-general", "high commissioner", "special rapporteur", "independent expert", "president",
    "executive director", "director-general", "special representative",
)  # fmt: skip
_REPORT = re.compile(
    rf"\b(?P<actor>{'|'.join(REPORTING)})\b[^;]{{0,400}}?\bto (?:submit|report|present|prepare"
    r"|provide)\b[^;]{0,300}?\b(?P<report>report|reports|reporting|session)\b"
)


class Mention(NamedTuple):
    """An own session named in words, "at its eighty-first session": the number, and where its word stands."""

    number: int
    span: Span


class Due(NamedTuple):
    """A day by which something is asked for, at ``span``; of a month or year alone, its last."""

    day: date
    span: Span


def own_number(resolution: Resolution) -> str:
    """The number that a text was adopted under ("79/182", "2749 (2024)"), or "" for a draft."""
    title = _NUMBER.match(resolution.title) or None
    if title is not None:
        return title[1]
    council = _COUNCIL.match(resolution.title)
    if council is not None:
        return f"{council[1]} ({council[2]})"
    symbol = _OF_SYMBOL.search(resolution.symbol)
    return symbol["number"] if symbol else ""


def sessions(text: str) -> Iterator[Mention]:
    """The sessions of the organ itself that a folded ``text`` names; those of other bodies are left out."""
    for match in _AT.finditer(text):
        other = match["of"] and not match["of"].startswith((" of the general assembly", " of the assembly"))
        for each in () if other else _EACH.finditer(text, *match.span("ordinals")):
            number = ordinal_value(each[0])
            if number is not None:
                yield Mention(number, Span(*each.span()))


def due_dates(text: str, vocabulary: Vocabulary) -> Iterator[Due]:
    """The days by which a folded ``text`` asks for something: "by 30 June 2026", "before the end of 2026"."""
    for match in _DUE.finditer(text):
        span = Span(*match.span("when"))
        full = dates.at(text, span.start, vocabulary)
        if full is not None and full.iso:
            yield Due(date.fromisoformat(full.iso), full.span)
        elif _YEAR.fullmatch(match["when"]):
            yield Due(date(int(match["when"]), 12, 31), span)


def is_latest(citation: Citation, text: str) -> bool:
    """Whether ``text``, the block's, calls this resolution the latest of several."""
    return bool(_LATEST.search(fold(text[: citation.span.start])))


def asks(element: Element) -> bool:
    """Whether a paragraph, of the operative part, asks for or decides something that is to come."""
    return (
        element.role == "operative"
        and element.opening is not None
        and _FORWARD.search(element.opening.base) is not None
    )


def is_asked(element: Element, offset: int) -> bool:
    """Whether what stands at ``offset`` of an operative paragraph is asked for or decided, and not yet fixed.

    "Takes note of …, and requests him to report at its eighty-first session" asks; "reiterates its decision
    to convene …, at its eighty-first session" speaks of what stays as it is.
    """
    before = fold(element.block.text[:offset])
    asked = asks(element) or (element.role == "operative" and _ASKED_WITHIN.search(before) is not None)
    return asked and _FIXED.search(before) is None


def decides_once(element: Element) -> bool:
    """Whether a paragraph decides what is decided once: to establish a body, to proclaim a year."""
    text = fold(element.block.text)
    return _ONCE.match(text) is not None and _REPEATED.search(text) is None


def asked_reports(element: Element) -> str:
    """Who is asked for a report in an operative paragraph ("secretary-general"), or ""."""
    if not asks(element):
        return ""
    match = _REPORT.search(fold(element.block.text))
    return match["actor"] if match else ""


def speaks_of_other_report(base: Resolution, actor: str) -> bool:
    """Whether a base speaks of a report of ``actor`` other than the one it asks for."""
    return any(
        element.role in ("preambular", "operative")
        and not asks(element)
        and speaks_of_report(element.block.text, actor)
        for element in base.elements
    )


def comparable(title: str) -> str:
    """The words of a title, folded, so that titles can be told alike."""
    return " ".join(re.sub(r"[^\w]+", " ", fold(title)).split())


def speaks_of_report(text: str, actor: str) -> bool:
    """Whether a text speaks of a report of ``actor``."""
    return re.search(rf"\breports?\b[^;]{{0,120}}\b{re.escape(actor)}", fold(text)) is not None
