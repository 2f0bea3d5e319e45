"""From the paragraphs of a Word file to blocks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import reduce
from itertools import accumulate
from operator import or_

from linter.model.document import Block, BlockKind, Label, Mark, NoteMark, Segment, Style
from linter.model.source import Span
from linter.model.values import NamedTuple, replace
from linter.ooxml.draft import Draft, Note, Paragraph, Reference
from linter.ooxml.styles import BOLD, ITALIC, STRIKE, SUPERSCRIPT, UNDERLINE
from linter.readers.labels import TypedLabel, find_label, label_level

_BREAK = re.compile(r"[ \t]*\n[ \t\n]*")
_STYLES: tuple[tuple[Style, int, bool], ...] = (
    ("italic", ITALIC, False),
    ("bold", BOLD, False),
    ("superscript", SUPERSCRIPT, False),
    ("underline", UNDERLINE, True),
    ("strike", STRIKE, True),
)
_BODY_TEXT = 9
_BULLET = re.compile(r"([•▪◦●○‣·]|[–—-](?=\t))\s+(?=\S)")  # before a tab a dash is one, too


class _Piece(NamedTuple):
    """A stretch of visible text: where it begins in the raw text and in the source."""

    raw: int
    source: int
    text: str
    looks: int
    locked: bool


class _Raw:
    """The visible text of one block before it is trimmed."""

    __slots__ = ("_begins", "_shrunk", "_starts", "breaks", "end", "marks", "pieces", "start", "text")

    def __init__(self) -> None:
        self.pieces: list[_Piece] = []
        self.marks: list[tuple[int, Reference, Span, str]] = []
        self.text = ""
        self.start = self.end = 0
        self.breaks: list[Span] = []
        self._begins: list[int] = []  # of the pieces
        self._starts: list[int] = []  # of the breaks
        self._shrunk: list[int] = []  # how much shorter the text is before each break

    def add(self, paragraph: Paragraph) -> None:
        references = {reference.atom.start: reference for reference in paragraph.references}
        position = self.pieces[-1].raw + len(self.pieces[-1].text) if self.pieces else 0
        mark_run = None
        for atom in paragraph.atoms:
            if atom.kind == "text":
                if mark_run is not None and atom.run is mark_run:
                    at, reference, span, label = self.marks[-1]
                    self.marks[-1] = (at, reference, Span(span.start, atom.end), label + atom.text)
                    continue
                self.pieces.append(_Piece(position, atom.start, atom.text, atom.looks, bool(atom.lock)))
                position += len(atom.text)
            elif (found := references.get(atom.start)) is not None:
                self.marks.append((position, found, Span(atom.start, atom.end), found.shown))
                mark_run = atom.run if found.custom else None

    def add_break(self, source: int) -> None:
        """Join the next paragraph of the same note to those before."""
        position = self.pieces[-1].raw + len(self.pieces[-1].text)
        self.pieces.append(_Piece(position, source, "\n", 0, locked=True))

    def finish(self) -> None:
        """Leave out white space at the ends; find the line breaks within."""
        self.text = "".join(piece.text for piece in self.pieces)
        self.start = len(self.text) - len(self.text.lstrip())
        self.end = max(len(self.text.rstrip()), *(mark[0] for mark in self.marks), 0)
        self._begins = [piece.raw for piece in self.pieces]
        if "\n" in self.text:
            self._find_breaks()

    def begin_at(self, raw: int) -> None:
        """Leave out what stands before ``raw``, a label."""
        self.start = raw
        if self.breaks:
            self._find_breaks()

    def _find_breaks(self) -> None:
        found = _BREAK.finditer(self.text, self.start, max(self.start, self.end))
        self.breaks = [Span(*match.span()) for match in found]
        self._starts = [span.start for span in self.breaks]
        self._shrunk = [0, *accumulate(span.end - span.start - 1 for span in self.breaks)]

    def offset(self, raw: int) -> int:
        """Offset in the block's text of an offset in the raw text."""
        raw = min(max(raw, self.start), max(self.end, self.start))
        before = bisect_left(self._starts, raw)
        if not before:
            return raw - self.start
        start, end = self.breaks[before - 1]
        partly = min(raw, end) - start - (raw >= end)
        return raw - self.start - self._shrunk[before - 1] - partly

    def visible(self) -> str:
        """The block's text."""
        text = self.text[self.start : self.end]
        return _BREAK.sub(" ", text) if self.breaks else text

    def source_at(self, raw: int) -> int:
        """Source offset of the character at ``raw``."""
        piece = self.pieces[bisect_right(self._begins, raw) - 1]
        return piece.source + raw - piece.raw

    def _within(self, start: int, end: int) -> Iterator[_Piece]:
        """The pieces that ``[start, end)`` of the raw text touches."""
        first = max(bisect_right(self._begins, start) - 1, 0)
        for index in range(first, bisect_left(self._begins, end)):
            yield self.pieces[index]

    def segments(self) -> tuple[Segment, ...]:
        """Segments that tile the block's text, as few as possible."""
        result: list[Segment] = []
        position = self.start
        for line_break in (*self.breaks, Span(self.end, self.end)):
            self._linear(position, line_break.start, result)
            if line_break.end > line_break.start:
                self._unit(line_break, result)
            position = line_break.end
        return tuple(result)

    def _linear(self, start: int, end: int, result: list[Segment]) -> None:
        shift = self.offset(start) - start
        for piece in self._within(start, end):
            left, right = max(piece.raw, start), min(piece.raw + len(piece.text), end)
            if left >= right:
                continue
            at = piece.source + left - piece.raw
            last = result[-1] if result else None
            if last is not None and last.source_end == at and last.locked == piece.locked and last.linear:
                result[-1] = Segment(
                    last.start, right + shift, last.source_start, at + right - left, last.locked
                )
            else:
                result.append(Segment(left + shift, right + shift, at, at + right - left, piece.locked))

    def _unit(self, span: Span, result: list[Segment]) -> None:
        covered = self._within(span.start, span.end)
        start = self.offset(span.start)
        source = Span(self.source_at(span.start), self.source_at(span.end - 1) + 1)
        result.append(Segment(start, start + 1, *source, any(piece.locked for piece in covered)))

    def styles(self) -> tuple[Mark, ...]:
        """The styled spans; in italics, bold and superscripts white space at an edge does not count."""
        shown = reduce(or_, (piece.looks for piece in self.pieces), 0)
        if not shown:
            return ()
        text = self.visible()
        marks: list[Mark] = []
        for style, bit, seen_on_space in _STYLES:
            if not shown & bit:
                continue
            spans: list[Span] = []
            for piece in self.pieces:
                if not piece.looks & bit:
                    continue
                start, end = self.offset(piece.raw), self.offset(piece.raw + len(piece.text))
                if not seen_on_space:
                    start, end = _trimmed(text, start, end)
                if start >= end:
                    continue
                last = spans[-1] if spans else None
                if last is not None and (
                    last.end >= start or (not seen_on_space and text[last.end : start].isspace())
                ):
                    spans[-1] = Span(last.start, end)
                else:
                    spans.append(Span(start, end))
            marks += (Mark(start, end, style) for start, end in spans)
        return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end)))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


class BlockBuilder:
    """Makes the blocks of one draft; typed labels are told apart by those before them."""

    def __init__(self, draft: Draft) -> None:
        self._numbers = {(note.reference.kind, note.reference.id): i for i, note in enumerate(draft.notes)}
        self._labels = {note.reference.atom.start: note.label for note in draft.notes}
        self._previous = ""

    def body(self, index: int, paragraph: Paragraph) -> Block | None:
        """The block of a paragraph; None where nothing is to be seen."""
        raw = _Raw()
        raw.add(paragraph)
        raw.finish()
        if raw.start >= raw.end and not raw.marks:
            return None
        label, level = self._label(paragraph, raw)
        return Block(
            index=index,
            kind=_kind(paragraph),
            text=raw.visible(),
            segments=raw.segments(),
            span=Span(paragraph.start, paragraph.end),
            marks=raw.styles(),
            notes=self._marks(raw),
            label=label,
            level=_heading(paragraph) or level,
            hint="masthead" if paragraph.story == "header" else paragraph.style,
        )

    def note(self, index: int, note: Note) -> Block:
        """The block of a note, its paragraphs joined."""
        raw = _Raw()
        for paragraph in note.paragraphs:
            if raw.pieces:
                raw.add_break(paragraph.start - 1)
            raw.add(paragraph)
        raw.finish()
        first, last = note.paragraphs[0], note.paragraphs[-1]
        label = self._own_mark(note, raw) if note.reference.custom else Label(note.label, automatic=True)
        return Block(
            index=index,
            kind="note",
            text=raw.visible(),
            segments=raw.segments(),
            span=Span(first.start, last.end),
            marks=raw.styles(),
            label=label,
            hint=first.style,
        )

    def linked(self, block: Block, first_note: int) -> Block:
        """``block`` with its note marks pointing to the blocks of the notes."""
        if not block.notes:
            return block
        notes = tuple(
            mark if mark.note is None else replace(mark, note=mark.note + first_note) for mark in block.notes
        )
        return replace(block, notes=notes)

    def _label(self, paragraph: Paragraph, raw: _Raw) -> tuple[Label | None, int]:
        if paragraph.number:
            self._previous = paragraph.number
            return Label(paragraph.number, automatic=True), paragraph.level
        typed = _typed_label(raw.text[raw.start : raw.end]) if paragraph.story != "header" else None
        if typed is None:
            return None, 0
        level = label_level(typed.text, self._previous)
        self._previous = typed.text
        start = raw.start
        raw.begin_at(start + typed.words)
        return Label(typed.text, Span(raw.source_at(start), raw.source_at(start + typed.end - 1) + 1)), level

    def _own_mark(self, note: Note, raw: _Raw) -> Label | None:
        """The mark that a note with a mark of its own begins with."""
        shown = note.label
        if not shown or not raw.text.startswith(shown, raw.start):
            return None
        start = raw.start
        rest = raw.text[start + len(shown) : raw.end]
        raw.begin_at(start + len(shown) + len(rest) - len(rest.lstrip()))
        return Label(shown, Span(raw.source_at(start), raw.source_at(start + len(shown) - 1) + 1))

    def _marks(self, raw: _Raw) -> tuple[NoteMark, ...]:
        marks = []
        for at, reference, span, own in raw.marks:
            label = own.strip() or self._labels.get(reference.atom.start, "")
            note = self._numbers.get((reference.kind, reference.id))
            marks.append(NoteMark(raw.offset(at), label, note, span, automatic=not reference.custom))
        return tuple(marks)


def _typed_label(text: str) -> TypedLabel | None:
    bullet = _BULLET.match(text)
    return find_label(text) if bullet is None else TypedLabel(bullet[1], bullet.end(1), bullet.end())


def _heading(paragraph: Paragraph) -> int:
    """The level of a heading, from 1 on; 0 for other text."""
    return 0 if paragraph.outline is None or paragraph.outline >= _BODY_TEXT else paragraph.outline + 1


def _kind(paragraph: Paragraph) -> BlockKind:
    if paragraph.in_table:
        return "cell"
    return "heading" if _heading(paragraph) and paragraph.story == "body" else "paragraph"
