"""``italics``: which words are italic, and exactly how far."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from linter.checks.base import Hit, Look, Request, Subject, place
from linter.matching.searches import expression
from linter.model.diagnostic import Edit, SetStyle
from linter.model.document import Block, Style
from linter.model.resolution import Element
from linter.model.source import Span
from linter.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Params:
    """What is italic.

    ``opening``: the organ's name, or the opening phrase, at least in part. ``extent``: italics that begin
    with the opening end with it. ``organ``: the name of the organ, not its comma. ``later``: nothing else
    in the paragraph begins like an opening. ``emphasis``: no everyday words, English by their endings or in
    roman elsewhere in the draft, are italic within a paragraph. ``words``: what ``match`` finds (``group``
    of it) is italic throughout, or with ``roman`` not at all; with ``mixed`` only in a draft that has it
    right in one place at least (a format may set such words in italics by itself). ``plain``: no words of a
    paragraph have the ``style``.
    """

    require: Literal["opening", "extent", "organ", "later", "emphasis", "words", "plain"]
    style: Style = "italic"
    match: str = ""
    needs: tuple[str, ...] = ()
    group: int = 0
    roman: bool = False
    mixed: bool = False


PLACEHOLDERS = ("found", "expected")
_EVERYDAY = re.compile(r"[a-z]{2,}(?: [a-z]{2,})*")
_ADVERBS = ("also", "further", "strongly", "again", "once")
# Endings of English: a word that has one is no foreign word, even if the draft has it nowhere else.
_ENGLISH = re.compile(r"[a-z]{3,}(?:tion|sion|ment|ness|ship|ing|ly|ed|ance|ence|ity|ible|able|ful)s?")


def look(params: Params) -> Look | None:
    """At each place where the words could be italic; at the whole draft for what that has in roman too."""
    if params.require == "emphasis" or params.mixed:
        return None
    return Look(_paragraphs, _JUDGES[params.require])


def check(params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each place where the words could be italic; none where the format has no italics."""
    if not subject.document.carries.emphasis:
        return
    if params.require == "emphasis":
        yield from _emphasis(subject, request)
        return
    found = list(Look(_paragraphs, _words).check(params, subject, request))
    yield from found if None in found else ()


def _paragraphs(params: Params, subject: Subject, request: Request) -> Iterator[Element]:
    if not subject.document.carries.emphasis:
        return iter(())
    if params.require == "words":
        return subject.elements_with(params.needs, request.roles, all_text=True)
    return subject.elements(request.roles)


def _plain(params: Params, _: Subject, element: Element) -> Iterator[Hit | None]:
    block, style = element.block, params.style
    styled = [
        mark
        for mark in block.marks
        if mark.style == style and re.search(r"\w", block.text[mark.start : mark.end])
    ]
    if styled and styled[0].start == 0 and styled[-1].end == len(block.text):
        return  # a heading within a list
    if not styled:
        yield None
    for mark in styled:
        found = block.text[mark.start : mark.end]
        edit = SetStyle(block.index, mark.start, mark.end, style, False)
        values = {"found": found, "expected": found}
        yield Hit(place(block, mark.start, mark.end), values, (edit,), title=f"set “{found}” as plain text")


def italic_spans(block: Block) -> tuple[Span, ...]:
    """The italic spans of a block, by start."""
    return tuple(Span(mark.start, mark.end) for mark in block.marks if mark.style == "italic")


def _is_italic(block: Block, start: int, end: int) -> bool:
    return any(left <= start and end <= right for left, right in italic_spans(block))


def _any_italic(block: Block, start: int, end: int) -> bool:
    return any(left < end and start < right for left, right in italic_spans(block))


def _opening(_: Params, __: Subject, element: Element) -> Iterator[Hit | None]:
    if element.role != "organ" and element.opening is None:
        return
    start, end = element.opening.span if element.opening else _organ_name(element.block)
    if start == end or _any_italic(element.block, start, end):
        yield None
        return
    edit = SetStyle(element.block.index, start, end, "italic", True)
    found = element.block.text[start:end]
    values = {"found": found, "expected": found}
    yield Hit(place(element.block, start, end), values, (edit,), title=f"set “{found}” in italics")


def _extent(_: Params, __: Subject, element: Element) -> Iterator[Hit | None]:
    opening, block = element.opening, element.block
    if opening is None or not opening.known:
        return
    start, end = opening.span
    run = _run(block, start, end)
    if run is None:
        return
    before, inside = block.text[start : run.start], block.text[run.end : end]
    if (
        not before.strip()
        and _may_stop(opening.base, inside)
        and _may_go_on(opening.base, block.text[end : run.end])
    ):
        yield None
        return
    expected = block.text[start:end]
    values = {"found": block.text[slice(*run)], "expected": expected}
    where = place(block, min(run.start, start), max(run.end, end))
    edits = _set_exactly(block, run, Span(start, end))
    yield Hit(where, values, edits, title=f"set just “{expected}” in italics")


def _run(block: Block, start: int, end: int) -> Span | None:
    """The italics that begin in ``[start, end)``, without white space at their ends, over gaps of it."""
    run: Span | None = None
    for span in italic_spans(block):
        words = block.text[span.start : span.end]
        left = span.end - len(words.lstrip())
        right = span.start + len(words.rstrip())
        if left >= right or left >= end or right <= start:
            continue
        if run is not None and block.text[run.end : left].strip():
            break
        run = Span(left if run is None else run.start, right)
    return run


def _may_stop(base: str, rest: str) -> bool:
    """Whether italics may end before ``rest`` of the opening, as in "*Reaffirms* its commitment"."""
    if not rest.strip() or base.endswith("its call for"):
        return True
    if re.match(r"express(?:es|ing)\b", base) and rest.startswith(" its"):
        return False  # 184 to 2 in adopted texts, while “Reaffirms its commitment” has both forms
    return re.match(r"\s*(?:its|the|and|in this|in that|in particular)\b", rest) is not None


def _may_go_on(base: str, rest: str) -> bool:
    """Whether italics may go on over ``rest`` after the opening, as in "*Welcomes and encourages*"."""
    if not rest or (base.endswith("its call") and rest in (" for", " upon")):
        return True
    if base in ("expresses", "expressing", "considers"):  # "Expresses full solidarity", whatever is expressed
        return re.fullmatch(r"(?: [a-z-]+){1,6}(?<!that|with)(?<! of| to| by| at)", rest) is not None
    words = re.fullmatch(r",? (?:and|its|the|in this|in that|once|with|deep|in the)( [a-z-]+){1,6}", rest)
    if words is None:
        return False
    return re.search(r"(?<!call) (?:of|that|to|by|at|about|over|for|the|all|upon|on|in)$", rest) is None


def _set_exactly(block: Block, now: Span, right: Span) -> tuple[Edit, ...]:
    edits: list[Edit] = []
    if now.start < right.start:
        edits.append(SetStyle(block.index, now.start, right.start, "italic", False))
    if now.end > right.end:
        edits.append(SetStyle(block.index, right.end, now.end, "italic", False))
    if not _is_italic(block, right.start, right.end):
        edits.append(SetStyle(block.index, right.start, right.end, "italic", True))
    return tuple(edits)


def _organ_name(block: Block) -> Span:
    """The name in an organ line, without the mark that opens a quotation and without the comma."""
    text = block.text
    return Span(len(text) - len(text.lstrip('“" ')), len(text.rstrip(" ,:;.")))


def _organ(_: Params, __: Subject, element: Element) -> Iterator[Hit | None]:
    block = element.block
    name = _organ_name(block)
    italic = italic_spans(block)
    if not italic:  # a name that is roman throughout is the affair of "opening"
        return
    if italic in ((name,), (Span(0, name.end),)):
        yield None
        return
    values = {"found": block.text, "expected": block.text[slice(*name)]}
    edits = _set_exactly(block, Span(italic[0].start, italic[-1].end), name)
    title = f"set just “{values['expected']}” in italics"
    yield Hit(place(block, 0, len(block.text)), values, edits, title=title)


def _later(_: Params, subject: Subject, element: Element) -> Iterator[Hit | None]:
    opening, block = element.opening, element.block
    if opening is None:
        return
    for span in italic_spans(block):
        words = block.text[span.start : span.end]
        if span.start <= opening.span.end or not _is_a_verb(words, subject):
            continue
        edit = SetStyle(block.index, span.start, span.end, "italic", False)
        values = {"found": words, "expected": words}
        yield Hit(place(block, *span), values, (edit,), title=f"set “{words}” in roman type")
        return
    yield None


def _emphasis(subject: Subject, request: Request) -> Iterator[Hit | None]:
    for element in subject.elements(request.roles):
        block, hit = element.block, None
        after = element.opening.span.end if element.opening else 0
        for span in italic_spans(block):
            words = block.text[span.start : span.end]
            if span.start <= after or not _EVERYDAY.fullmatch(words) or _is_a_verb(words, subject):
                continue
            roman = subject.once(_roman_words)
            if not all(word in roman or _ENGLISH.fullmatch(word) for word in words.split()):
                continue
            edit = SetStyle(block.index, span.start, span.end, "italic", False)
            values = {"found": words, "expected": words}
            hit = Hit(place(block, *span), values, (edit,), title=f"set “{words}” in roman type")
            yield hit
        if hit is None:
            yield None


def _roman_words(subject: Subject) -> frozenset[str]:
    """The words in small letters that stand outside italics somewhere in the draft."""
    found: set[str] = set()
    for block in subject.document.blocks:
        position = 0
        for span in (*italic_spans(block), Span(len(block.text), len(block.text))):
            found.update(re.findall(r"[a-z]{2,}", block.text[position : span.start]))
            position = span.end
    return frozenset(found)


def _is_a_verb(words: str, subject: Subject) -> bool:
    """Whether this is a later verb of the organ ("requests"): one that paragraphs open with."""
    first = words.split()
    if first and first[0] in _ADVERBS:
        first = first[1:]
    return bool(first) and first[0].islower() and first[0] in subject.opening_verbs()


def _words(params: Params, subject: Subject, element: Element) -> Iterator[Hit | None]:
    block = element.block
    for match in expression(params.match).matches(subject.straight(block)):
        start, end = match.span(params.group)
        right = not _any_italic(block, start, end) if params.roman else _is_italic(block, start, end)
        if right or start == end:
            yield None
            continue
        found = block.text[start:end]
        edit = SetStyle(block.index, start, end, "italic", not params.roman)
        title = f"set “{found}” in {'roman type' if params.roman else 'italics'}"
        yield Hit(place(block, start, end), {"found": found, "expected": found}, (edit,), title=title)


_JUDGES = {
    "opening": _opening, "extent": _extent, "organ": _organ, "later": _later, "words": _words,
    "plain": _plain,
}  # fmt: skip
