"""The words of a block under construction: text, segments, marks and note marks that move together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from linter.model.document import Mark, NoteMark, Segment
from linter.model.source import Span
from linter.model.values import dataclass, field, replace

_DIRECTION = "\u200e\u200f"


@dataclass(slots=True)
class Words:
    """A text with its map to the source. ``span`` covers delimiters and all."""

    text: str
    segments: list[Segment]
    span: Span
    marks: list[Mark] = field(default_factory=list)
    notes: list[NoteMark] = field(default_factory=list)

    def source_span(self, start: int, end: int) -> Span:
        """Source range of ``text[start:end]``, which is not empty."""
        last = self._segment(end - 1)
        stop = last.source_start + end - last.start if last.linear else last.source_end
        return Span(self.source_at(start), stop)

    def source_at(self, offset: int) -> int:
        """Source offset of the character at ``offset``."""
        segment = self._segment(offset)
        return segment.source_start + (offset - segment.start if segment.linear else 0)

    def _segment(self, offset: int) -> Segment:
        return self.segments[bisect_right(self.segments, offset, key=lambda segment: segment.start) - 1]


def without(words: Words, cuts: Sequence[tuple[int, int]]) -> Words:
    """``words`` without the ranges ``cuts`` (ascending, not overlapping); marks left empty are dropped."""
    cuts = [cut for cut in cuts if cut[0] < cut[1]]
    if not cuts:
        return words
    shift = _Shift(cuts)
    marks = [
        replace(mark, start=start, end=end)
        for mark in words.marks
        if (start := shift.to(mark.start)) < (end := shift.to(mark.end))
    ]
    notes = [replace(note, offset=shift.to(note.offset)) for note in words.notes]
    kept = _kept(cuts, len(words.text))
    text = "".join(words.text[start:end] for start, end in kept)
    return Words(text, _cut_segments(words.segments, kept, shift), words.span, marks, notes)


def moved(words: Words, by: int) -> Words:
    """``words`` whose source stands ``by`` further on."""
    if not by:
        return words
    segments = [
        Segment(one.start, one.end, one.source_start + by, one.source_end + by, one.locked, one.seam)
        for one in words.segments
    ]
    marks = [
        Mark(one.start, one.end, one.style, moved_span(one.opening, by), moved_span(one.closing, by))
        for one in words.marks
    ]
    notes = [
        NoteMark(one.offset, one.label, one.note, moved_span(one.source, by), one.automatic)
        for one in words.notes
    ]
    return Words(words.text, segments, Span(words.span.start + by, words.span.end + by), marks, notes)


def moved_span(span: Span | None, by: int) -> Span | None:
    """A range of the source that stands ``by`` further on."""
    return Span(span.start + by, span.end + by) if span else None


def trimmed(words: Words) -> Words:
    """``words`` without white space at its ends, nor marks of direction at its head.

    White space before a last note mark can be seen, and stays.
    """
    text = words.text
    if not text or not (text[0].isspace() or text[-1].isspace() or text[0] in _DIRECTION):
        return words
    left = next((i for i, sign in enumerate(text) if not (sign.isspace() or sign in _DIRECTION)), len(text))
    right = max(len(text.rstrip()), left, *(note.offset for note in words.notes))
    return without(words, [(0, left), (right, len(text))])


class _Shift:
    """Where an offset comes to stand when ranges are cut out."""

    def __init__(self, cuts: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in cuts]
        self._ends = [end for _, end in cuts]
        self._gone = [0, *accumulate(end - start for start, end in cuts)]

    def to(self, offset: int) -> int:
        index = bisect_left(self._starts, offset)
        inside = max(self._ends[index - 1] - offset, 0) if index else 0
        return offset - self._gone[index] + inside


def _kept(cuts: Sequence[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    kept = []
    position = 0
    for start, end in cuts:
        if position < start:
            kept.append((position, start))
        position = end
    if position < length:
        kept.append((position, length))
    return kept


def _cut_segments(segments: list[Segment], kept: list[tuple[int, int]], shift: _Shift) -> list[Segment]:
    result: list[Segment] = []
    index = 0
    for start, end in kept:
        while index < len(segments) and segments[index].end <= start:
            index += 1
        position = index
        while position < len(segments) and segments[position].start < end:
            result.append(_clip(segments[position], start, end, shift))
            position += 1
        index = max(position - 1, index)
    return result


def _clip(segment: Segment, start: int, end: int, shift: _Shift) -> Segment:
    left, right = max(segment.start, start), min(segment.end, end)
    source_start, source_end = segment.source_start, segment.source_end
    if segment.linear:
        source_start, source_end = source_start + left - segment.start, source_start + right - segment.start
    first = shift.to(left)
    return Segment(first, first + right - left, source_start, source_end, segment.locked)
