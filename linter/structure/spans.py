"""Words that are not the drafter's own to change: quotations, titles, addresses, symbols."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from linter.model.document import Block
from linter.model.source import Span

_PAGE = re.compile(r"(?:https?://|www\.)[^\s<>\"”»]+")
_MAILBOX = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_SYMBOL = re.compile(r"(?<![\w/])[A-Z]{1,10}(?:/[A-Z0-9][\w.()‑-]*)+")
_SIGNS = (("://", _PAGE), ("www.", _PAGE), ("@", _MAILBOX), ("/", _SYMBOL))  # none matches without its sign
# Who wants words, as negotiators shorten names: "(EU, Mexico)", "(US: reserve)", "[EU: …]", "[…: EU]".
_NAMES = r"[A-Z][\w’.&+-]*(?:(?:, |; |/| and | )[A-Z][\w’.&+-]*)*"
_ATTRIBUTION = re.compile(
    rf"\({_NAMES}(?:: [a-z ]+)?\)|(?<=\[){_NAMES}(?=:)|(?<=: )[A-Z]{{2}}[A-Z/,; ]*(?=\])"
    rf"|(?<=\[)(?:add|del|keep|reserv)[a-z]*[.:]? {_NAMES}(?=\])"
)
_DOUBLE = {"“": "”", "«": "»", "„": "“"}
_TRIMMED = ".,;:)"


def protected(block: Block, *, negotiated: bool = False) -> tuple[Span, ...]:
    """The spans of ``block`` that rules about words leave alone, in order, without overlaps.

    They are quotations, italics beyond the opening phrase (titles of publications, foreign terms),
    addresses and document symbols. A quotation that nothing closes is not one. In a text that is
    ``negotiated`` they are the names, too, of those who want some words.
    """
    spans = [*_quotations(block.text), *_italics(block)]
    spans += _matches(block.text)
    if negotiated:
        spans += (Span(*match.span()) for match in _ATTRIBUTION.finditer(block.text))
    return tuple(merged(spans))


def touched(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether ``[start, end)`` shares anything with one of ``spans``, in order and without overlaps."""
    before = bisect_left(spans, (end,))
    return before > 0 and start < spans[before - 1][1]


def _quotations(text: str) -> Iterator[Span]:
    for opening, closing in _DOUBLE.items():
        start = text.find(opening)
        while start >= 0:
            end = text.find(closing, start + 1)
            if end < 0:
                break
            yield Span(start, end + 1)
            start = text.find(opening, end + 1)
    yield from _straight(text)


def _straight(text: str) -> Iterator[Span]:
    """Quotations in straight marks, which come in pairs."""
    places = [place for place, character in enumerate(text) if character == '"'] if '"' in text else []
    for start, end in zip(places[::2], places[1::2], strict=False):
        yield Span(start, end + 1)


def _italics(block: Block) -> Iterator[Span]:
    for mark in block.marks:
        if mark.style == "italic" and mark.start > 0 and block.text[: mark.start].strip('“"([ '):
            yield Span(mark.start, mark.end)


@lru_cache(maxsize=4096)  # an editor asks for the same paragraphs at each keystroke
def _matches(text: str) -> tuple[Span, ...]:
    return tuple(
        Span(match.start(), match.start() + len(match[0].rstrip(_TRIMMED)))
        for sign, pattern in _SIGNS
        if sign in text
        for match in pattern.finditer(text)
    )


def merged(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans in order, those that meet as one."""
    current: Span | None = None
    for span in sorted(spans):
        if current is None or span.start > current.end:
            if current is not None:
                yield current
            current = span
        else:
            current = Span(current.start, max(current.end, span.end))
    if current is not None:
        yield current
