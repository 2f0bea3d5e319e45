"""Resolutions, decisions and documents that a block names, with organ and date."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from linter.model.document import Block
from linter.model.resolution import Citation
from linter.model.source import Span
from linter.model.values import NamedTuple
from linter.model.vocabulary import Vocabulary
from linter.structure import dates, organs
from linter.structure.attribution import Attribution

_NUMBER = re.compile(
    r"""
    (?<![\w/.,’'-]) (?<!\d[–‑])
    (?:
      (?P<modern> (?P<session> (?:E?S[-‑])? \d{1,4} ) / \d{1,4}
        (?: \s? [A-Z] \b (?![-’'/]) (?: (?: ,\s[A-Z]\b )* \s (?:and|to|et|à|y|a) \s [A-Z] \b )? )? )
    | (?P<old> \d{1,4} (?: \s [A-Z] (?: (?: ,\s[A-Z] )* \s (?:and|to|et|à) \s [A-Z] )? )?
        \s? \( (?: E?S[-‑] )? [IVXLC]+ \) )
    | (?P<sc> \d{1,4} \s? \( \s? (?:19|20)\d\d \) )
    )
    (?! [\w/] )
    """,
    re.VERBOSE,
)
_SYMBOL = re.compile(
    r"(?<![\w/])[A-Z]{1,10}(?:/[A-Z0-9](?:[\w.‑-]|\((?=[\w.\s]{1,12}\))[\w.\s]{1,12}\))*)+(?:\s\((?:(?:19|20)\d\d|(?:Part|Vol\.)\s[IVX]{1,4})\))?"
)
_HEAD = re.compile(
    r"(?P<word>r[ée]solutions?|d[ée]cisions?|resoluci(?:ón|ones)|decisi(?:ón|ones))"
    r"(?:\s+(?:nos?\.?|n[°o]s?))?[\s,]*$",
    re.IGNORECASE,
)
_CHAIN = re.compile(
    r"(?:,\s*(?:annex(?:es)?|sects?|paras?|chaps?|part|section|paragraphs?)\b[^;]{0,60}(?=;|,?\s+and\s))?"
    r"(?:,\s+on\s[^;\d]{3,120}(?=,?\s+and\s))?"
    r"[\s,;]*"
    r"(?:(?:and|or|to|through|et|ou|y|as well as|namely|both|in particular|including|most recently)[\s,]+)*"
    r"(?:(?:sections?|paragraphs?|parts?|annex)\s.{0,30}\sof\s+)?",
    re.IGNORECASE,
)
_OF = re.compile(r",?\s+(?:of|du|de|del)\s+", re.IGNORECASE)
# "45/248 B, section VI, of 21 December 1990", "5/2, on the Code of Conduct of the Council, of 18 June 2007"
_LATE_OF = re.compile(
    r",\s+(?:annex(?:es)?|(?:sect|part|para|chap)[a-z]*\.?)[^,;\d]{0,30}\d{0,3},\s+of\s+"
    r"|,\s+on\s[^;\d]{3,150}?,\s+of\s+(?=\d)"
)
# "resolution 5/5 of the United Nations Environment Assembly"
_BODY = re.compile(
    r"\s+of\s+the\s+(?P<name>(?:[A-Z][\w’'-]+\s+(?:(?:and|for|of|on|the)\s+)*){0,6}?"
    r"(?:Assembly|Board|Commission|Committee|Conference|Congress|Council|Meeting)\b(?:\s+on\s+Human\s+Rights)?)"
)
# "general recommendation No. 39 (2022)" is no resolution.
_SERIES = re.compile(r"\b[Nn]os?\.?\s*$")

# "57/270, 57/272 and 57/273 of 20 December" have one date; "70/1, and 70/299 of 29 July" may have two.
_JOINT = re.compile(r"\s+(?:and|or|to|through|et|ou|à|y|a)\s")

Kind = Literal["resolution", "decision"]


class _Head(NamedTuple):
    kind: Kind
    organ: str | None


def find(block: Block, own: str | None, vocabulary: Vocabulary) -> list[Citation]:
    """The citations of ``block`` in order; ``own`` is the organ that the text belongs to.

    ``organ`` is "ga", "hrc", "sc", "ecosoc", "chr", "" for any other body, and None where neither the
    words before nor the form of the number tell.
    """
    if "/" not in block.text and "(" not in block.text:
        return []
    return [
        Citation(one.kind, one.organ, one.session, one.number, one.date, block.index, one.span, one.date_span)
        for one in find_in(block.text, own, vocabulary)
    ]


def by_block(citations: Iterable[Citation]) -> dict[int, list[Citation]]:
    """Citations by the block that they stand in."""
    found: dict[int, list[Citation]] = {}
    for citation in citations:
        found.setdefault(citation.block, []).append(citation)
    return found


@lru_cache(maxsize=4096)
def find_in(text: str, own: str | None, vocabulary: Vocabulary) -> tuple[Citation, ...]:
    """The citations of a text, as of block 0; remembered, since most of a draft stays while one types."""
    block = Block(0, "paragraph", text, (), Span(0, len(text)))
    found = _documents(block, vocabulary) if "/" in text else []
    found += _Reader(block, own, vocabulary).read()
    return tuple(sorted(found, key=lambda citation: citation.span.start))


def _documents(block: Block, vocabulary: Vocabulary) -> list[Citation]:
    found = []
    for match in _SYMBOL.finditer(block.text):
        symbol = match[0].rstrip(".-‑")
        if not any(character.isdigit() for character in symbol):
            continue
        span = Span(match.start(), match.start() + len(symbol))
        organ = organs.of_symbol(symbol, vocabulary)
        found.append(Citation("document", organ, "", symbol, *_date(block, span.end, vocabulary, span)))
    return found


def _date(block: Block, end: int, vocabulary: Vocabulary, span: Span) -> tuple[str, int, Span, Span | None]:
    """The last four fields of a citation that ends at ``end``: date, block, span, span of the date."""
    of = _OF.match(block.text, end) or _LATE_OF.match(block.text, end)
    mention = dates.at(block.text, of.end(), vocabulary) if of else None
    if mention is None:
        return "", block.index, span, None
    return mention.iso, block.index, span, mention.span


class _Reader:
    """Reads the numbers of one block from left to right, keeping the head that governs a list."""

    def __init__(self, block: Block, own: str | None, vocabulary: Vocabulary) -> None:
        self.block = block
        self.text = block.text
        self.vocabulary = vocabulary
        self.attribution = Attribution(block.text, own, vocabulary)
        self.head: _Head | None = None
        self.end = 0

    def read(self) -> list[Citation]:
        """All resolutions and decisions of the block."""
        found: list[Citation] = []
        for match in _NUMBER.finditer(self.text):
            chained = bool(found) and bool(_CHAIN.fullmatch(self.text, self.end, match.start()))
            fields = _date(self.block, match.end(), self.vocabulary, Span(*match.span()))
            body = _BODY.match(self.text, fields[3].end if fields[3] else match.end())
            if body and not fields[0]:
                fields = _date(self.block, body.end(), self.vocabulary, Span(*match.span()))
            head = self._head_before(match)
            if head is None and (chained or self._listed(match, fields[0])):
                head = self.head or self._distant_head(match)
            if head is None:
                continue
            if body and not head.organ:
                head = _Head(head.kind, self.attribution.by_name(body["name"], body.start("name")))
            self.head = head
            session = (match["session"] or "").replace("‑", "-")
            number = _printed(match[0])
            organ = self.attribution.resolve(head.organ, number, session, fields[0][:4])
            citation = Citation(head.kind, organ, session, number, *fields)
            if chained and citation.date_span and _JOINT.match(self.text, self.end, match.start()):
                _share_date(found, citation)
            found.append(citation)
            self.end = max(citation.date_span.end if citation.date_span else 0, (body or match).end())
        return found

    def _listed(self, match: re.Match[str], date: str) -> bool:
        """Whether a number with a date or year of its own goes on with a list over words between."""
        return bool(date or match["sc"]) and not _SERIES.search(
            self.text, max(0, match.start() - 8), match.start()
        )

    def _distant_head(self, match: re.Match[str]) -> _Head | None:
        """The head of "previous resolutions on Iraq, in particular 1500 (2003)", which stands far off."""
        spoken = match["sc"] and 0 <= self.text.find("resolutions") < match.start()
        return _Head("resolution", None) if spoken else None

    def _head_before(self, match: re.Match[str]) -> _Head | None:
        start = max(self.end, match.start() - 40)
        word = _HEAD.search(self.text, start, match.start())
        if word is None:
            return None
        kind: Kind = "decision" if word["word"][0] in "dD" else "resolution"
        return _Head(kind, self.attribution.by_words(word.start("word")))


def _printed(number: str) -> str:
    return " ".join(number.replace("‑", "-").split())


def _share_date(found: list[Citation], last: Citation) -> None:
    """Give the date of "resolutions 45/110 and 45/112 of 14 December" to all of one session."""
    for place in range(len(found) - 1, -1, -1):
        earlier = found[place]
        same = earlier.session == last.session and earlier.organ == last.organ and earlier.kind == last.kind
        if earlier.date_span is not None or not same or not last.session:
            return
        found[place] = Citation(
            earlier.kind, earlier.organ, earlier.session, earlier.number, last.date,
            earlier.block, earlier.span, last.date_span,
        )  # fmt: skip
