"""Paragraphs that a page break cut are made one block again."""

from __future__ import annotations

import re

from linter.model.document import Block, Document, Mark, NoteMark, Segment
from linter.model.source import Span
from linter.model.values import replace
from linter.model.vocabulary import Vocabulary
from linter.structure import adoption
from linter.structure.furniture import is_furniture
from linter.structure.lines import Line, line
from linter.structure.organs import organ_line

_FORMATS = ("text", "markdown", "pdf", "html", "docx")
# These say where a paragraph ends; what a paragraph is called in them, if not by the name of its style.
_TOLD = {"html": "p", "docx": ""}
_LONG = 60
_LONG_PARAGRAPH = 150
_DASH = ("-", "–", "—", "•", "*")
_SHORTEST_REST = 15
_LIST_SIGN = re.compile(r"\S\s")
_YEAR = re.compile(r"(?:19|20)\d\d[,;. ]")
_ANNEX = re.compile(r"(?:annex|appendix|annexe|anexo)\b", re.IGNORECASE)


def join(document: Document, vocabulary: Vocabulary) -> Document:
    """Join the blocks that are one paragraph; formats that know their paragraphs are left as they are.

    Furniture that stood between stays, after the joined block, and the space between the halves is locked.
    Where nothing but white space stands between, that space is a seam.
    """
    if document.source.format not in _FORMATS:
        return document
    pairs = _cuts(document, vocabulary)
    return _joined(document, pairs) if pairs else document


def _cuts(document: Document, vocabulary: Vocabulary) -> dict[int, int]:
    """For each block that goes on with another: index of the later block to index of the first."""
    cuts: dict[int, int] = {}
    first: dict[int, int] = {}
    before: Line | None = None
    between = False
    for block in document.blocks:
        if block.kind == "note":
            break
        if not block.text or (block.label is None and is_furniture(block.text)):
            between = True
            continue
        here = line(block, vocabulary)
        item = _is_item(block, document.source.text)
        told = _TOLD.get(document.source.format)
        if (
            before is not None
            and not item
            and not (told is not None and _are_whole(before, here, told))
            and _goes_on(before, here, between, vocabulary)
        ):
            start = first.get(before.block.index, before.block.index)
            cuts[block.index] = start
            first[block.index] = start
        before, between = here, False
    return cuts


def _are_whole(before: Line, here: Line, name: str) -> bool:
    """Whether two paragraphs that the source tells apart, as HTML does, can be no halves of one."""
    if (
        before.stop
        or (not name and before.text.endswith("-"))
        or before.block.hint != here.block.hint
        or (name and here.block.hint != name)
        or any(mark.start == 0 for mark in here.block.marks)
    ):
        return True
    return not (before.label or before.known("preambular") or before.known("operative"))


def _goes_on(before: Line, here: Line, between: bool, vocabulary: Vocabulary) -> bool:
    """Whether ``here`` is the rest of the paragraph that begins with ``before``."""
    if not _may_be_cut(before) or not _may_be_rest(here):
        return False
    if here.text[0].islower():
        return before.stop != "," or not _opens_in_italics(here)
    if (
        before.stop
        or not (here.text[0].isalpha() or _YEAR.match(here.text))
        or not here.stop
        or here.stop == "?"
        or len(here.text) < _SHORTEST_REST
    ):
        return False
    return (
        (_is_numbered(before, between) or before.known("preambular") or before.known("operative"))
        and here.opening("preambular") is None
        and not here.known("operative")
        and organ_line(here.text, vocabulary) is None
    )


def _opens_in_italics(here: Line) -> bool:
    """Whether a block begins like a paragraph, though with a small letter."""
    italic = any(mark.start == 0 and mark.style == "italic" for mark in here.block.marks)
    return italic and (here.known("preambular") or here.known("operative"))


def _is_item(block: Block, source: str) -> bool:
    """Whether the source has a sign of a list before the words."""
    before = source[block.span.start : block.segments[0].source_start] if block.segments else ""
    return bool(_LIST_SIGN.search(before))


def _may_be_cut(before: Line) -> bool:
    return (
        before.stop in ("", ",")
        and before.block.kind == "paragraph"
        and len(before.text) >= _LONG
        and not adoption.meeting_or_date(before.text)
        and not before.text.endswith("]")
        and not before.text.startswith("[")
    )


def _may_be_rest(here: Line) -> bool:
    return (
        here.block.kind == "paragraph"
        and here.label is None
        and not here.text.startswith((*_DASH, "[", "“", '"'))
        and not adoption.meeting_or_date(here.text)
        and not adoption.vote_starts(here.text)
        and not _ANNEX.match(here.text)
    )


def _is_numbered(before: Line, between: bool) -> bool:
    """Whether a paragraph has a number, or a letter where a page visibly ends; lists may lack their stops."""
    if before.label is None:
        return False
    long = len(before.text) >= _LONG_PARAGRAPH or before.opening("operative") is not None
    return long and (between or before.label.kind in ("number", "pp", "op"))


def _joined(document: Document, cuts: dict[int, int]) -> Document:
    """Carry out the cuts and number blocks, notes and directives anew."""
    rests: dict[int, list[Block]] = {}
    for later, start in cuts.items():
        rests.setdefault(start, []).append(document.blocks[later])
    kept = [block for block in document.blocks if block.index not in cuts]
    places = {block.index: place for place, block in enumerate(kept)}
    places |= {later: places[start] for later, start in cuts.items()}
    source = document.source.text
    blocks = tuple(_renumbered(_merged(block, rests.get(block.index, []), source), places) for block in kept)
    last = len(document.blocks)
    directives = tuple(
        replace(
            directive,
            before=places.get(directive.before, len(kept)) if directive.before < last else len(kept),
        )
        for directive in document.directives
    )
    return replace(document, blocks=blocks, directives=directives)


def _renumbered(block: Block, places: dict[int, int]) -> Block:
    notes = tuple(
        note if note.note is None else replace(note, note=places.get(note.note)) for note in block.notes
    )
    return replace(block, index=places[block.index], notes=notes)


def _merged(block: Block, rests: list[Block], source: str) -> Block:
    """One block of several; a word cut at its hyphen is joined without a space."""
    if not rests:
        return block
    parts = [block.text]
    segments = list(block.segments)
    marks = list(block.marks)
    notes = list(block.notes)
    length = len(block.text)
    source_end = segments[-1].source_end
    for rest in rests:
        if not parts[-1].endswith("-"):
            start = rest.segments[0].source_start
            seam = source[source_end:start].isspace()
            segments.append(Segment(length, length + 1, source_end, start, locked=not seam, seam=seam))
            parts.append(" ")
            length += 1
        segments += [replace(s, start=s.start + length, end=s.end + length) for s in rest.segments]
        marks += [_moved_mark(mark, length) for mark in rest.marks]
        notes += [_moved_note(note, length) for note in rest.notes]
        parts.append(rest.text)
        length += len(rest.text)
        source_end = rest.segments[-1].source_end
    return replace(
        block,
        text="".join(parts),
        segments=tuple(segments),
        marks=tuple(marks),
        notes=tuple(notes),
        span=Span(block.span.start, rests[-1].span.end),
    )


def _moved_mark(mark: Mark, by: int) -> Mark:
    return replace(mark, start=mark.start + by, end=mark.end + by)


def _moved_note(note: NoteMark, by: int) -> NoteMark:
    return replace(note, offset=note.offset + by)
