"""The visible text of one block of a Word file, in stretches that look alike and stand together."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import reduce
from itertools import accumulate
from operator import or_

from linter.model.document import Mark, Segment, Style
from linter.model.source import Span
from linter.model.values import NamedTuple
from linter.ooxml.draft import Atom, Paragraph, Reference
from linter.ooxml.styles import BOLD, ITALIC, STRIKE, SUPERSCRIPT, UNDERLINE

_BREAK = re.compile(r"[ \t]*\n[ \t\n]*")
_STYLES: tuple[tuple[Style, int, bool], ...] = (
    ("italic", ITALIC, False),
    ("bold", BOLD, False),
    ("superscript", SUPERSCRIPT, False),
    ("underline", UNDERLINE, True),
    ("strike", STRIKE, True),
)


class _Piece(NamedTuple):
    """A stretch of visible text, up to the next: where it begins in the raw text and in the source."""

    raw: int
    source: int
    looks: int
    locked: bool


class Raw:
    """The visible text of one block before it is trimmed."""

    __slots__ = (
        "_begins",
        "_length",
        "_shrunk",
        "_starts",
        "_texts",
        "breaks",
        "end",
        "marks",
        "pieces",
        "start",
        "text",
    )

    def __init__(self) -> None:
        self.pieces: list[_Piece] = []
        self.marks: list[tuple[int, Reference, Span, str]] = []
        self.text = ""
        self.start = self.end = 0
        self.breaks: list[Span] = []
        self._texts: list[str] = []
        self._length = 0  # of these texts
        self._begins: list[int] = []  # of the pieces, and where the last one ends
        self._starts: list[int] = []  # of the breaks
        self._shrunk: list[int] = []  # how much shorter the text is before each break

    def add(self, paragraph: Paragraph) -> None:
        """Take in the text of a paragraph, and the marks of notes that stand in it."""
        references = {reference.atom.start: reference for reference in paragraph.references}
        mark_run = None
        before: Atom | None = None
        for atom in paragraph.atoms:
            if atom.kind == "text":
                if mark_run is not None and atom.run is mark_run:
                    at, reference, span, label = self.marks[-1]
                    self.marks[-1] = (at, reference, Span(span.start, atom.end), label + atom.text)
                    continue
                if before is None or not _goes_on(before, atom):
                    self.pieces.append(_Piece(self._length, atom.start, atom.looks, bool(atom.lock)))
                before = atom
                self._texts.append(atom.text)
                self._length += len(atom.text)
            elif (found := references.get(atom.start)) is not None:
                self.marks.append((self._length, found, Span(atom.start, atom.end), found.shown))
                mark_run = atom.run if found.custom else None

    def add_break(self, source: int) -> None:
        """Join the next paragraph of the same note to those before."""
        self.pieces.append(_Piece(self._length, source, 0, locked=True))
        self._texts.append("\n")
        self._length += 1

    def finish(self) -> None:
        """Leave out white space at the ends; find the line breaks within."""
        self.text = "".join(self._texts)
        self.start = len(self.text) - len(self.text.lstrip())
        self.end = max(len(self.text.rstrip()), *(mark[0] for mark in self.marks), 0)
        self._begins = [*(piece.raw for piece in self.pieces), self._length]
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
        piece = self.pieces[bisect_right(self._begins, raw, hi=len(self.pieces)) - 1]
        return piece.source + raw - piece.raw

    def _within(self, start: int, end: int) -> Iterator[tuple[_Piece, int]]:
        """The pieces that ``[start, end)`` of the raw text touches, each with its end there."""
        count = len(self.pieces)
        first = max(bisect_right(self._begins, start, hi=count) - 1, 0)
        for index in range(first, bisect_left(self._begins, end, hi=count)):
            yield self.pieces[index], self._begins[index + 1]

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
        for piece, piece_end in self._within(start, end):
            left, right = max(piece.raw, start), min(piece_end, end)
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
        covered = (piece for piece, _ in self._within(span.start, span.end))
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
            for piece, piece_end in zip(self.pieces, self._begins[1:], strict=True):
                if not piece.looks & bit:
                    continue
                start, end = self.offset(piece.raw), self.offset(piece_end)
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


def _goes_on(before: Atom, atom: Atom) -> bool:
    """Whether an atom goes on with a stretch: Word divides one wherever it was touched."""
    return before.end == atom.start and before.looks == atom.looks and bool(before.lock) == bool(atom.lock)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
