"""Citations against the table of known resolutions: their dates, their titles, and which is the latest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from linter.checks.base import Hit, Subject, place, replacing
from linter.checks.fact import fits_another_organ, in_words, is_within
from linter.facts import Known, judge, stem_of, symbols
from linter.model.fold import fold
from linter.model.resolution import Citation
from linter.model.source import Span

_DAY = re.compile(r"(\d{1,2})(\s+)(\w+)(\s+)(\d{4})")
_TITLE = re.compile(r",?\s+(?:entitled|titled),?\s+[“\"]([^”\"]{4,300})[”\"]")
_LATEST = re.compile(r"\b(?:latest|most recent)\b[^;]{0,40}$")
_NOT_WORDS = re.compile(r"[^\w]+")


def dates(subject: Subject) -> Iterator[Hit | None]:
    """One item for each citation whose date is known."""
    written = [citation.date_span for citation in subject.resolution.citations if citation.date_span]
    for citation in subject.resolution.citations:
        judgement = judge(citation, subject.facts())
        if judgement.verdict == "confirmed":
            yield None
        elif judgement.known and citation.date_span and not _may_be_of_another(citation):
            alone = written.count(citation.date_span) == 1
            yield _other_date(subject, citation, citation.date_span, judgement.known, alone=alone)


def _may_be_of_another(citation: Citation) -> bool:
    return not is_within(citation.organ or "", citation) and fits_another_organ(citation)


def _other_date(subject: Subject, citation: Citation, written: Span, known: Known, *, alone: bool) -> Hit:
    """The date to write; a date that several numbers share is left to a person."""
    block = subject.document.blocks[citation.block]
    found = block.text[written.start : written.end]
    expected = _in_the_form_of(found, subject, date.fromisoformat(known.adopted))
    values = {"found": found, "expected": expected, **_named(citation, known)}
    return Hit(place(block, *written), values, replacing(block, *written, expected) if alone else ())


def _named(citation: Citation, known: Known) -> dict[str, str]:
    return {"number": f"{citation.kind.capitalize()} {citation.number}", "source": known.source}


def _in_the_form_of(found: str, subject: Subject, day: date) -> str:
    """The day in words, with the spaces that ``found`` has."""
    plain = in_words(subject, day)
    shape = _DAY.fullmatch(found)
    if shape is None:
        return plain
    number, month, year = plain.split()
    return f"{number}{shape[2]}{month}{shape[4]}{year}"


def titles(subject: Subject) -> Iterator[Hit | None]:
    """One item for each citation that is followed by its title, where that is known."""
    for citation in subject.resolution.citations:
        block = subject.document.blocks[citation.block]
        end = citation.date_span.end if citation.date_span else citation.span.end
        quoted = _TITLE.match(block.text, end)
        known = _single(subject, citation) if quoted else None
        if quoted is None or known is None or not known.title:
            continue
        if _same(quoted[1], known.title):
            yield None
            continue
        values = {"found": quoted[1], "expected": known.title, **_named(citation, known)}
        yield Hit(place(block, *quoted.span(1)), values)


def latest(subject: Subject) -> Iterator[Hit | None]:
    """One item for each resolution called the latest, where those of its title are known."""
    for citation in subject.resolution.citations:
        block = subject.document.blocks[citation.block]
        if citation.organ is None or not _LATEST.search(fold(block.text[: citation.span.start])):
            continue
        known = _single(subject, citation)
        if known is None or not known.title or not known.adopted:
            continue
        stem = stem_of(citation.organ, citation.kind) or ""
        newest = max(subject.facts().titled(stem, known.title), key=lambda one: one.adopted, default=known)
        own = subject.resolution.date or "9999"
        if not known.adopted < newest.adopted < own:
            yield None
            continue
        values = {
            "found": citation.number,
            "expected": newest.symbol.removeprefix(stem),
            "first": known.title,
        }
        yield Hit(place(block, *citation.span), {**values, **_named(citation, newest)})


def _single(subject: Subject, citation: Citation) -> Known | None:
    named = symbols(citation.organ, citation.kind, citation.number)
    return subject.facts().find(named[0]) if len(named) == 1 else None


def _same(one: str, other: str) -> bool:
    """Whether two titles have the same words; capitals and marks may differ."""
    return _NOT_WORDS.sub(" ", fold(one)).strip() == _NOT_WORDS.sub(" ", fold(other)).strip()
