"""What moves on within the paragraphs of a text: sessions, days, the resolution before it, its reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from linter.drafting.cite import day_in_words
from linter.drafting.rolling import Occasion
from linter.facts import Facts, symbols
from linter.model.diagnostic import Replace
from linter.model.figures import figure
from linter.model.fold import fold
from linter.model.resolution import Citation, Element, Resolution
from linter.model.source import Span
from linter.model.values import dataclass
from linter.model.vocabulary import Vocabulary
from linter.structure import renewal
from linter.structure.sessions import ordinal_words

_TEXT = ("preambular", "operative", "subparagraph")
_TAKES = re.compile(r"\b(?:takes note|taking note|having considered|welcom(?:es|ing)|not(?:es|ing))\b")
_OF_REPORT = re.compile(
    r"\breports?\b[^;]*\b(?:pursuant to|in pursuance of|submitted under|in accordance with|in response to"
    r"|requested (?:in|by)|prepared (?:under|in)|called for (?:in|by)|mandated (?:in|by))\b[^;]{0,60}$"
)
_SYMBOL = re.compile(r"\bA/(?P<council>HRC/)?(?P<session>\d{1,3})/(?P<number>[\w./-]*\w)")
_SUPPLEMENT = re.compile(
    r"official records of the general assembly, (?P<session>[a-z-]+(?: [a-z-]+)*?) session, supplement"
)
_AGE = re.compile(r"\b(\d{1,3}|[a-z]+(?:-[a-z]+)?) years (?:after|since|ago)\b")
_RECALLS = re.compile(r"recall|reaffirm|mind|guided|reiterat|not")
# "its decision, in its resolution 77/71, to establish": what that one said is not in the next.
_SPOKEN_OF = re.compile(r"\b(?:in|by|of|since|through) (?:its |general assembly )?resolution$")
_LATER = re.compile(r"(?:,|;)? and $")


FAR = 12  # sessions ahead; what lies farther is another organ's


@dataclass(frozen=True, slots=True)
class Move:
    """One edit: what it is about, the words that stood there, and whether a person must decide.

    ``closes`` marks the second of a pair of brackets, which belongs to the first.
    """

    what: str
    edit: Replace
    found: str
    decide: bool = False
    closes: bool = False


def moves(base: Resolution, facts: Facts, vocabulary: Vocabulary, occasion: Occasion) -> Iterator[Move]:
    """The edits of the base's own paragraphs and notes, none of which overlap."""
    for element in base.elements:
        if element.role in ("operative", "subparagraph"):
            yield from _sessions(element, base, occasion)
            yield from _days(element, base, vocabulary, occasion)
    yield from _Series(base, facts).moves()
    yield from _reports(base, occasion)
    for element in base.elements:
        if element.role in _TEXT:
            yield from _ages(element)
        if element.role == "operative" and renewal.decides_once(element):
            yield from _bracketed(element)


def _is_asked(element: Element, offset: int, base: Resolution) -> bool:
    """Whether what stands there is asked for: a subparagraph asks as its paragraph does."""
    while element.role == "subparagraph" and element.parent is not None:
        element = base.elements[element.parent]
        offset = len(element.block.text)
    return renewal.is_asked(element, offset)


def _sessions(element: Element, base: Resolution, occasion: Occasion) -> Iterator[Move]:
    """Each session that was to come moves on by as many as lie between the base and the draft.

    The Assembly, of which the Council speaks too, has one a year.
    """
    if base.organ not in ("ga", "hrc"):
        return
    for mention in renewal.sessions(fold(element.block.text)):
        own = mention.number <= base.session + FAR
        if not own and base.organ == "ga":
            continue
        written = ordinal_words(mention.number + (occasion.steps if own else occasion.years))
        to_come = mention.number > base.session and _is_asked(element, mention.span.start, base)
        if to_come and written:
            yield _move("session", element, mention.span, written)


def _days(element: Element, base: Resolution, vocabulary: Vocabulary, occasion: Occasion) -> Iterator[Move]:
    """Each day by which something is asked for moves on by years; a person must look at it."""
    for due in renewal.due_dates(fold(element.block.text), vocabulary):
        to_come = base.date <= due.day.isoformat() and due.day.year <= int(base.date[:4] or 0) + 2
        if base.date and to_come and _is_asked(element, due.span.start, base):
            found = written = element.block.text[slice(*due.span)]
            if " " in found:  # a year alone is often that of a goal
                written = found.replace(str(due.day.year), str(due.day.year + occasion.years))
            yield _move("date", element, due.span, f"[{written}]", decide=True)


def _ages(element: Element) -> Iterator[Move]:
    """How many years ago something was, which a person must count anew."""
    for match in _AGE.finditer(fold(element.block.text)):
        found = element.block.text[slice(*match.span(1))]
        yield _move("years", element, Span(*match.span(1)), f"[{found}]", decide=True)


def _recalls(element: Element) -> bool:
    return element.opening is not None and _RECALLS.search(element.opening.base) is not None


def _bracketed(element: Element) -> Iterator[Move]:
    """A paragraph that decides once, in brackets: a person must say whether it is still to be decided."""
    text = element.block.text
    end = len(text.rstrip(".;,")) if text else 0
    yield Move("done", Replace(element.block.index, 0, 0, "["), text[:end], decide=True)
    yield Move("done", Replace(element.block.index, end, end, "]"), "", decide=True, closes=True)


def _move(what: str, element: Element, span: Span, written: str, *, decide: bool = False) -> Move:
    block = element.block
    return Move(what, Replace(block.index, *span, written), block.text[slice(*span)], decide)


class _Series:
    """The resolutions of one title that the base cites, and what becomes of them when the base joins them."""

    def __init__(self, base: Resolution, facts: Facts) -> None:
        self._base, self._facts = base, facts
        self._number = renewal.own_number(base)
        self._elements = {element.block.index: element for element in base.elements}
        title = renewal.comparable(_untitled(base.title, self._number))
        own = [one for one in base.citations if one.organ == base.organ and one.kind == "resolution"]
        self._cited = [one for one in own if self._titled(one, title) or self._is_latest(one)]
        self._last = max((one.number for one in self._cited), key=_rank, default="")
        self._cited = [one for one in own if one in self._cited or one.number == self._last]

    def moves(self) -> Iterator[Move]:
        """The base in the place of the one before it, or after it."""
        if not self._number or not self._last:
            return
        for citation in self._cited:
            element = self._elements[citation.block]
            if citation.number != self._last or element.role not in _TEXT or self._shares_date(citation):
                continue
            before = " ".join(fold(element.block.text[: citation.span.start]).split())
            if _OF_REPORT.search(before):
                yield self._replaced("pursuant", element, citation)
            elif self._is_latest(citation):
                yield self._replaced("latest", element, citation)
            elif element.role == "preambular" and _recalls(element) and not _SPOKEN_OF.search(before):
                yield from self._recalled(element, citation)

    def _titled(self, citation: Citation, title: str) -> bool:
        found = (self._facts.find(one) for one in symbols(citation.organ, citation.kind, citation.number))
        return bool(title) and any(one and renewal.comparable(one.title) == title for one in found)

    def _is_latest(self, citation: Citation) -> bool:
        return renewal.is_latest(citation, self._elements[citation.block].block.text)

    def _shares_date(self, citation: Citation) -> bool:
        """Whether other numbers stand between this one and its date."""
        text = self._elements[citation.block].block.text
        until = citation.date_span.start if citation.date_span else citation.span.end
        return any(character.isdigit() for character in text[citation.span.end : until])

    def _replaced(self, what: str, element: Element, citation: Citation) -> Move:
        dated = citation.date_span is not None
        end = (citation.date_span or citation.span).end
        return _move(what, element, Span(citation.span.start, end), self._named(dated=dated))

    def _named(self, *, dated: bool) -> str:
        day = self._base.date
        return f"{self._number} of {day_in_words(date.fromisoformat(day))}" if dated and day else self._number

    def _recalled(self, element: Element, last: Citation) -> Iterator[Move]:
        """The base in the place of the one before it, or, where several are recalled, at the end of them."""
        block = element.block
        here = [one for one in self._cited if one.block == last.block]
        if len(here) == 1:
            yield self._replaced("recalled", element, last)
            return
        end = (last.date_span or last.span).end
        joint = _LATER.search(block.text[: last.span.start])
        if joint is not None:
            span = Span(joint.start(), last.span.start)
            yield _move("recalled", element, span, ", ")
        yield _move("recalled", element, Span(end, end), f" and {self._named(dated=True)}")


def _reports(base: Resolution, occasion: Occasion) -> Iterator[Move]:
    """Reports of the base's session that it takes note of: a person must fill in the next."""
    notes = {element.block.index: element for element in base.elements if element.role == "footnote"}
    done: set[int] = set()
    for element in base.elements:
        taken = element.opening is not None and _TAKES.search(element.opening.base)
        if not taken or "report" not in fold(element.block.text):
            continue
        for mark in element.block.notes:
            if mark.note in notes and mark.note not in done:
                done.add(mark.note)
                yield from _report(notes[mark.note], base, occasion)


def _report(note: Element, base: Resolution, occasion: Occasion) -> Iterator[Move]:
    text = note.block.text
    supplement = _SUPPLEMENT.search(fold(text))
    for match in _SYMBOL.finditer(text):
        if int(match["session"]) != base.session:
            continue
        if supplement is not None:
            yield _move("supplement", note, Span(*match.span("session")), str(occasion.session))
            continue
        written = f"[A/{match['council'] or ''}{occasion.session}/…]"
        yield _move("report", note, Span(*match.span()), written, decide=True)
    if supplement is not None and supplement["session"] == ordinal_words(base.session):
        words = ordinal_words(occasion.session)
        written = "-".join(word.capitalize() if n == 0 else word for n, word in enumerate(words.split("-")))
        yield _move("supplement", note, Span(*supplement.span("session")), written)


def _untitled(title: str, number: str) -> str:
    return title.removeprefix(number) if number else title


def _rank(number: str) -> tuple[int, int]:
    digits = [figure(one) for one in re.findall(r"\d+", number)[:2]]
    return (digits[0], digits[1]) if len(digits) == 2 else (0, 0)
