"""Citations against the table of known resolutions: their dates, their titles, and which is the latest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from linter.checks.base import Hit, Subject, place, replacing
from linter.checks.fact import fits_another_organ, in_words, is_within
from linter.facts import Known, judge, named, stem_of, symbols
from linter.model.fold import fold
from linter.model.resolution import Citation
from linter.model.source import Span

_DAY = re.compile(r"(\d{1,2})(\s+)(\w+)(\s+)(\d{4})")
_TITLE = re.compile(r",?\s+(?:entitled|titled),?\s+[“\"]((?:[^“”\"]|“[^“”]*”){4,300})[”\"]")
_SECTION_OF = re.compile(r"\b(?:section|part|annex|paragraph|declaration)s?\b[^;]{0,60}$")
_LATEST = re.compile(r"\b(?:latest|most recent)\b(?:(?!resolutions|decisions)[^;]){0,40}$")
_REPORT = re.compile(r"\breports?\b[^;,]*\bpursuant to\b[^;,]*$")
_NEAR = 200
_NO_LETTERS = re.compile(r"[\W_]+")


def dates(subject: Subject, citation: Citation) -> Iterator[Hit | None]:
    """An item for a citation whose date is known."""
    judgement = judge(citation, subject.facts())
    if judgement.verdict == "confirmed":
        yield None
    elif (
        judgement.known
        and citation.date_span
        and not _may_be_of_another(citation)
        and not _may_be_of_a_report(subject, citation)
    ):
        block = subject.document.blocks[citation.block]
        dated = [one for one in subject.citations(block) if one.date_span == citation.date_span]
        yield _other_date(subject, citation, citation.date_span, judgement.known, alone=len(dated) == 1)


def _may_be_of_another(citation: Citation) -> bool:
    return not is_within(citation.organ or "", citation) and fits_another_organ(citation)


def _may_be_of_a_report(subject: Subject, citation: Citation) -> bool:
    """Whether the date is rather the one of "the report pursuant to resolution 721 (1991) of 11 December"."""
    return _REPORT.search(_before(subject, citation)) is not None


def _before(subject: Subject, citation: Citation) -> str:
    """The folded words that lead to a citation."""
    text = subject.folded(subject.document.blocks[citation.block])
    return text[max(0, citation.span.start - _NEAR) : citation.span.start]


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


def titles(subject: Subject, citation: Citation) -> Iterator[Hit | None]:
    """An item for a citation that is followed by its title, where that is known."""
    block = subject.document.blocks[citation.block]
    end = citation.date_span.end if citation.date_span else citation.span.end
    quoted = _TITLE.match(block.text, end)
    if quoted is None or _SECTION_OF.search(_before(subject, citation)):
        return
    known = _titled(subject, citation)
    if known is None:
        return
    if _same(quoted[1], known.title) or _same(quoted[1], known.title.partition(":")[0]):
        yield None
        return
    expected = known.title.replace("“", "‘").replace("”", "’")
    values = {"found": quoted[1], "expected": expected, **_named(citation, known)}
    yield Hit(place(block, *quoted.span(1)), values, replacing(block, *quoted.span(1), expected))


def latest(subject: Subject, citation: Citation) -> Iterator[Hit | None]:
    """An item for a resolution called the latest, where those of its title are known."""
    block = subject.document.blocks[citation.block]
    if citation.organ is None or not _LATEST.search(_before(subject, citation)):
        return
    known = _titled(subject, citation)
    if known is None or not known.adopted:
        return
    stem = stem_of(citation.organ, citation.kind) or ""
    later = (one for one in subject.facts().titled(stem, known.title) if _is_earlier(one, subject))
    newest = max(later, key=lambda one: one.adopted, default=known)
    if newest.adopted <= known.adopted:
        yield None
        return
    expected = newest.symbol.removeprefix(stem)
    end = citation.span.end
    if citation.date_span:
        end = citation.date_span.end
        expected += f" of {in_words(subject, date.fromisoformat(newest.adopted))}"
    values = {"found": block.text[citation.span.start : end], "expected": expected, "first": known.title}
    edits = replacing(block, citation.span.start, end, expected)
    yield Hit(place(block, citation.span.start, end), {**values, **_named(citation, newest)}, edits)


def _is_earlier(known: Known, subject: Subject) -> bool:
    """Whether a resolution was there before the draft; those of the draft's own session were not."""
    resolution = subject.resolution
    one = named(known.symbol)
    if not known.certain or one is None:
        return False
    if resolution.date:
        return known.adopted < resolution.date
    session = one.number.partition("/")[0]
    if not resolution.session or one.organ != resolution.organ or not session.isdecimal():
        return False
    return int(session) < resolution.session


def day_of(subject: Subject, citation: Citation) -> str:
    """The day of adoption in words, "15 March 2006"; "" where it is not known for certain."""
    names = symbols(citation.organ, citation.kind, citation.number)
    found = [known for symbol in names for known in subject.facts().all_of(symbol)]
    days = {known.adopted if known.certain else "" for known in found}
    (day,) = days if len(days) == 1 else ("",)
    return in_words(subject, date.fromisoformat(day)) if day else ""


def _titled(subject: Subject, citation: Citation) -> Known | None:
    """What is known of the one resolution that is cited, if it has a title; the Council's have subjects."""
    symbol = symbols(citation.organ, citation.kind, citation.number)
    known = subject.facts().find(symbol[0]) if len(symbol) == 1 and citation.organ != "sc" else None
    return known if known and known.title else None


def _same(one: str, other: str) -> bool:
    """Whether two titles have the same letters; capitals, spaces and marks may differ."""
    return _NO_LETTERS.sub("", fold(one)) == _NO_LETTERS.sub("", fold(other))
