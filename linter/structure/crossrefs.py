"""References of a text to its own paragraphs, notes, sections and annexes: "paragraphs 5 and 7 (b) above"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from linter.model.source import Span
from linter.model.values import NamedTuple

_OWN = r"(?P<where>above|below|(?:of|to) (?:the present|this) (?:resolution|decision))\b"
_ITEM = r"\d{1,3}(?: \([a-z]{1,4}\))*"
_LETTER = r"\([a-z]{1,4}\)"
_AND = r"(?:, and |, or |, | and | or | to )"
_ROMAN = r"(?:[IVX]{1,5}|[A-H])"
What = Literal["paragraph", "subparagraph", "note", "section", "annex"]
_PATTERNS: dict[What, str] = {
    "paragraph": rf"\b[Pp]aragraphs? (?P<items>{_ITEM}(?:{_AND}(?:{_ITEM}|{_LETTER}))*) {_OWN}",
    "subparagraph": rf"\b[Ss]ub-?paragraphs? (?P<items>{_LETTER}(?:{_AND}{_LETTER})*) {_OWN}",
    "note": rf"\b(?:[Ff]oot)?[Nn]otes? (?P<items>\d{{1,3}}(?:{_AND}\d{{1,3}})*)"
    r"(?= (?P<where>above|below)\b|[.,;)]|$)",
    "section": rf"\b(?:[Ss]ection|[Pp]art)s? (?P<items>{_ROMAN}(?:{_AND}{_ROMAN})*) {_OWN}",
    "annex": rf"\b[Aa]nnex(?:es)?(?: (?P<items>{_ROMAN}(?:{_AND}{_ROMAN})*))?"
    r" (?P<where>(?:of|to) (?:the present|this) (?:resolution|decision))\b",
}
_TOKEN = re.compile(r"(?P<number>\d{1,3})|\((?P<letters>[a-z]{1,4})\)|(?P<roman>[IVX]{1,5}|[A-H])")
_UP_TO = re.compile(r" to $")


class Item(NamedTuple):
    """One number or letter of a reference, at ``span``; ``ends_range`` is true of the 7 of "5 to 7"."""

    text: str
    span: Span
    is_letter: bool
    ends_range: bool


class CrossReference(NamedTuple):
    """A reference at ``span``: what it names, which of them, and whether above or below.

    ``where`` is "above", "below" or "" (of the present resolution). ``items`` are in the order in which they
    stand; letters in brackets follow the number of their paragraph.
    """

    what: What
    span: Span
    items: tuple[Item, ...]
    where: Literal["above", "below", ""]
    where_span: Span


def find(text: str, what: What) -> Iterator[CrossReference]:
    """The references in ``text``, whose quotes, spaces and hyphens are plain, to ``what`` of its own."""
    for match in re.finditer(_PATTERNS[what], text):
        items = tuple(_items(match)) if match["items"] else ()
        where: Literal["above", "below", ""] = ""
        if match["where"] == "above":
            where = "above"
        elif match["where"] == "below":
            where = "below"
        yield CrossReference(what, Span(*match.span()), items, where, Span(*match.span("where")))


def _items(match: re.Match[str]) -> Iterator[Item]:
    start, end = match.span("items")
    before = start
    for token in _TOKEN.finditer(match.string, start, end):
        kind = token.lastgroup or "number"
        ends_range = before > start and bool(_UP_TO.search(match.string, before, token.start(0)))
        yield Item(token[kind], Span(*token.span(kind)), kind == "letters", ends_range)
        before = token.end()
