"""Writes the text of a PDF down, paragraph after paragraph, and keeps the places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from linter.model.document import Label, Mark, NoteMark, Segment, Style
from linter.model.source import Span
from linter.readers.assembly import Passage
from linter.readers.pdf.hyphens import Hyphens
from linter.readers.pdf.lines import Piece
from linter.readers.pdf.paragraphs import Paragraph
from linter.readers.words import Words, trimmed

_SPACES = re.compile(r"[ \t\r\n\v\f\x00-\x1f]+")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})
_RAISED = re.compile(r"[\[(]?(\d{1,3}|\*{1,4}|[a-z]|[†‡])[\])]?")
_COMMA = re.compile(r"[\s,]+")
_STARS = re.compile(r"(\*{1,4}(?![\w*]))")
_UNIT = re.compile(r"(?:\b|\d)[cdkm]?m$")


class Scribe:
    """Writes one file down; ``labels`` are those of its notes, which marks may bear."""

    def __init__(self, hyphens: Hyphens, labels: Iterable[str]) -> None:
        self._hyphens = hyphens
        self._labels = frozenset(labels)
        self._written: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._written)

    def passage(self, paragraph: Paragraph) -> Passage:
        """Write a paragraph or, where it has a label, a note."""
        start = self._length
        label, lines = _label(paragraph)
        if label:
            self.write(label)
            source = Span(start, self._length)
            self.write(" ")
        draft = _Draft(self)
        for number, pieces in enumerate(lines):
            if number:
                draft.end_line(self._hyphens, paragraph.lines[number].text)
            for piece in pieces:
                self._piece(piece, draft)
        words = trimmed(draft.words(start))
        passage = Passage("note" if label else "paragraph", words, Span(start, self._length))
        if label:
            passage.label = Label(label, source)
        self.write("\n\n")
        return passage

    def write(self, text: str) -> int:
        """Write ``text``; where it begins."""
        start = self._length
        self._written.append(text)
        self._length += len(text)
        return start

    def _piece(self, piece: Piece, draft: _Draft) -> None:
        text = _SPACES.sub(" ", piece.text.translate(_LIGATURES))
        if piece.raised and (labels := self._raised(text, draft)):
            for label in labels:
                draft.mark(label)
            return
        if piece.spaced or text.startswith(" "):
            draft.space()
        for part, star in self._parts(text.strip(" "), draft):
            if star:
                draft.mark(part)
            else:
                draft.add(part, piece)
        if text.endswith(" "):
            draft.space()

    def _raised(self, text: str, draft: _Draft) -> list[str]:
        """The labels that a raised figure shows, none for one that belongs to the words ("m²", "1st")."""
        labels = []
        for part in filter(None, _COMMA.split(text)):
            match = _RAISED.fullmatch(part)
            if match is None or (
                match[1] not in self._labels and (match[1].isalpha() or _UNIT.search(draft.tail))
            ):
                return []
            labels.append(match[1])
        return labels

    def _parts(self, text: str, draft: _Draft) -> Iterator[tuple[str, bool]]:
        """``text`` parted at the asterisks that are marks."""
        if "*" not in text:
            yield text, False
            return
        before = "" if draft.spaced else draft.tail
        for part in filter(None, _STARS.split(text)):
            glued = bool(before) and not before[-1].isspace()
            yield part, part in self._labels and _STARS.fullmatch(part) is not None and glued
            before = part


class _Draft:
    """The words of one paragraph while they are written."""

    def __init__(self, scribe: Scribe) -> None:
        self._scribe = scribe
        self._parts: list[str] = []
        self._length = 0
        self._gap = ""
        self._segments: list[Segment] = []
        self._marks: list[Mark] = []
        self._notes: list[NoteMark] = []

    @property
    def tail(self) -> str:
        """The last words so far."""
        return self._parts[-1] if self._parts else ""

    @property
    def spaced(self) -> bool:
        """Whether white space comes next."""
        return bool(self._gap)

    def space(self) -> None:
        """White space comes next."""
        self._gap = self._gap or " "

    def mark(self, label: str) -> None:
        """Set the mark of a note: no space stands before it."""
        start = self._scribe.write(label)
        self._notes.append(NoteMark(self._length, label, None, Span(start, start + len(label))))

    def add(self, text: str, piece: Piece) -> None:
        """Add words in the look of ``piece``."""
        if not text:
            return
        if self._gap and self._parts:
            self._append(self._gap, " ")
        self._gap = ""
        start = self._length
        self._append(text, text)
        for style, shown in _styles(piece):
            if shown:
                self._style(style, start)

    def end_line(self, hyphens: Hyphens, following: str) -> None:
        """Go on with the next line."""
        joint = hyphens.joint(self.tail, following) if self.tail else "space"
        self._gap = "\n" if joint == "space" else ""
        if joint == "drop":
            self._drop()

    def words(self, start: int) -> Words:
        """What was written since ``start``."""
        text = "".join(self._parts)
        end = self._segments[-1].source_end if self._segments else start
        marks = sorted(self._marks, key=lambda mark: (mark.start, -mark.end))
        return Words(text, self._segments, Span(start, end), marks, self._notes)

    def _append(self, written: str, shown: str) -> None:
        start = self._scribe.write(written)
        last = self._segments[-1] if self._segments else None
        length, end = self._length + len(shown), start + len(written)
        if last and last.source_end == start:
            self._segments[-1] = Segment(last.start, length, last.source_start, end)
        else:
            self._segments.append(Segment(self._length, length, start, end))
        self._parts.append(shown)
        self._length = length

    def _drop(self) -> None:
        """Take the last character away, a hyphen; it stays in what is written."""
        last = self._segments.pop()
        self._length -= 1
        if last.start < self._length:
            self._segments.append(Segment(last.start, self._length, last.source_start, last.source_end - 1))
        self._parts[-1] = self._parts[-1][:-1]
        self._marks = [_cut(mark, self._length) for mark in self._marks if mark.start < self._length]

    def _style(self, style: Style, start: int) -> None:
        """Style what was added from ``start`` on, and a space between it and words of that style."""
        own = next(
            (index for index in range(len(self._marks) - 1, -1, -1) if self._marks[index].style == style), -1
        )
        if own >= 0 and start - self._marks[own].end <= 1:
            end = self._marks[own].end
            if end == start or "".join(self._parts)[end:start].isspace():
                self._marks[own] = Mark(self._marks[own].start, self._length, style)
                return
        self._marks.append(Mark(start, self._length, style))


def _styles(piece: Piece) -> tuple[tuple[Style, bool], ...]:
    return ("italic", piece.italic), ("bold", piece.bold), ("superscript", piece.raised)


def _cut(mark: Mark, end: int) -> Mark:
    return Mark(mark.start, min(mark.end, end), mark.style)


def _label(paragraph: Paragraph) -> tuple[str, list[Sequence[Piece]]]:
    """The label of a note, and the pieces of each line without it."""
    lines: list[Sequence[Piece]] = [line.pieces for line in paragraph.lines]
    label = paragraph.label
    if label:
        first, *rest = lines[0]
        words = first.text.lstrip()[len(label) :].lstrip()
        kept = [Piece(words, first.left, False, first.italic, first.bold, False)] if words else []
        lines[0] = [*kept, *rest]
    return label, lines
