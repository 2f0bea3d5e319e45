"""``italics``: which words are italic, and exactly how far."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from linter.checks.base import Hit, Request, Subject, place
from linter.model.diagnostic import Edit, SetStyle
from linter.model.document import Block
from linter.model.resolution import Element
from linter.model.source import Span


@dataclass(frozen=True, slots=True)
class Params:
    """What is italic.

    ``opening``: the opening phrase, at least in part. ``extent``: italics that begin with the opening end
    with it. ``organ``: the name of the organ, not its comma. ``later``: nothing else in the paragraph
    begins like an opening. ``words``: what ``match`` finds (``group`` of it) is italic throughout, or with
    ``roman`` not at all.
    """

    require: Literal["opening", "extent", "organ", "later", "words"]
    match: str = ""
    needs: tuple[str, ...] = ()
    group: int = 0
    roman: bool = False


PLACEHOLDERS = ("found", "expected")


def check(params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each place where the words could be italic; none where the format has no italics."""
    if not subject.document.carries.emphasis:
        return
    if params.require == "words":
        yield from _words(params, subject, request)
        return
    judge = {"opening": _opening, "extent": _extent, "organ": _organ, "later": _later}[params.require]
    for element in subject.elements(request.roles):
        yield from judge(element)


def italic_spans(block: Block) -> tuple[Span, ...]:
    """The italic spans of a block, by start."""
    return tuple(Span(mark.start, mark.end) for mark in block.marks if mark.style == "italic")


def _is_italic(block: Block, start: int, end: int) -> bool:
    return any(left <= start and end <= right for left, right in italic_spans(block))


def _any_italic(block: Block, start: int, end: int) -> bool:
    return any(left < end and start < right for left, right in italic_spans(block))


def _opening(element: Element) -> Iterator[Hit | None]:
    if element.opening is None:
        return
    start, end = element.opening.span
    if _any_italic(element.block, start, end):
        yield None
        return
    edit = SetStyle(element.block.index, start, end, "italic", True)
    found = element.block.text[start:end]
    values = {"found": found, "expected": found}
    yield Hit(place(element.block, start, end), values, (edit,), title=f"set “{found}” in italics")


def _extent(element: Element) -> Iterator[Hit | None]:
    opening, block = element.opening, element.block
    if opening is None or not opening.known:
        return
    start, end = opening.span
    spans = [span for span in italic_spans(block) if span.start <= end and start < span.end]
    if not spans:
        return
    left, right = min(span.start for span in spans), max(span.end for span in spans)
    gaps = [character for span in _gaps(spans) for character in block.text[span.start : span.end]]
    if (left, right) == (start, end) and not "".join(gaps).strip():
        yield None
        return
    if len(spans) > 1 and right > end:  # a further italic run beyond the opening is the affair of "later"
        right = max((span.end for span in spans if span.start < end), default=end)
    expected = block.text[start:end]
    values = {"found": block.text[left:right], "expected": expected}
    edits = _set_exactly(block, Span(left, right), Span(start, end))
    where = place(block, min(left, start), max(right, end))
    yield Hit(where, values, edits, title=f"set just “{expected}” in italics")


def _gaps(spans: list[Span]) -> Iterator[Span]:
    for before, after in pairwise(spans):
        yield Span(before.end, after.start)


def _set_exactly(block: Block, now: Span, right: Span) -> tuple[Edit, ...]:
    edits: list[Edit] = []
    if now.start < right.start:
        edits.append(SetStyle(block.index, now.start, right.start, "italic", False))
    if now.end > right.end:
        edits.append(SetStyle(block.index, right.end, now.end, "italic", False))
    if not _is_italic(block, right.start, right.end):
        edits.append(SetStyle(block.index, right.start, right.end, "italic", True))
    return tuple(edits)


def _organ(element: Element) -> Iterator[Hit | None]:
    block = element.block
    name = Span(0, len(block.text.rstrip(" ,")))
    italic = italic_spans(block)
    if italic == (name,) or not name.end:
        yield None
        return
    values = {"found": block.text, "expected": block.text[: name.end]}
    now = Span(italic[0].start, italic[-1].end) if italic else name
    edits = _set_exactly(block, now, name)
    title = f"set just “{values['expected']}” in italics"
    yield Hit(place(block, 0, len(block.text)), values, edits, title=title)


def _later(element: Element) -> Iterator[Hit | None]:
    opening, block = element.opening, element.block
    if opening is None:
        return
    for span in italic_spans(block):
        words = block.text[span.start : span.end]
        if span.start <= opening.span.end or not _looks_like_a_verb(words):
            continue
        edit = SetStyle(block.index, span.start, span.end, "italic", False)
        values = {"found": words, "expected": words}
        yield Hit(place(block, *span), values, (edit,), title=f"set “{words}” in roman type")
        return
    yield None


def _looks_like_a_verb(words: str) -> bool:
    """A later verb of the organ: small letter, third person or participle ("requests", "further noting")."""
    first = words.split()[:2]
    return bool(first) and first[0].islower() and any(re.search(r"(?:[a-z]s|ing)$", word) for word in first)


def _words(params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:
    if params.needs and not any(word in subject.all_folded() for word in params.needs):
        return
    expression = re.compile(params.match)
    for element in subject.elements(request.roles, all_text=True):
        block = element.block
        for match in expression.finditer(subject.straight(block)):
            start, end = match.span(params.group)
            right = not _any_italic(block, start, end) if params.roman else _is_italic(block, start, end)
            if right or start == end:
                yield None
                continue
            found = block.text[start:end]
            edit = SetStyle(block.index, start, end, "italic", not params.roman)
            title = f"set “{found}” in {'roman type' if params.roman else 'italics'}"
            yield Hit(place(block, start, end), {"found": found, "expected": found}, (edit,), title=title)
