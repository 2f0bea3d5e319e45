"""From places in a block to places in the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from linter.model.document import Block, Segment
from linter.model.source import Span


def _segment_at(block: Block, offset: int) -> int:
    """Index of the segment that holds the character at ``offset``."""
    return bisect_right(block.segments, offset, key=lambda segment: segment.start) - 1


def pieces(block: Block, start: int, end: int) -> Iterator[Segment]:
    """The segments of ``block`` cut to ``text[start:end]``; a unit segment is never cut."""
    for segment in block.segments[max(_segment_at(block, start), 0) :]:
        if segment.start >= end:
            return
        if segment.end <= start:
            continue
        if not segment.linear:
            yield segment
            continue
        left, right = max(segment.start, start), min(segment.end, end)
        shift = segment.source_start - segment.start
        yield Segment(left, right, left + shift, right + shift, segment.locked, segment.seam)


def source_span(block: Block, start: int, end: int) -> Span:
    """Source range of ``text[start:end]``, without delimiters outside of it.

    An empty span becomes the point after the character before it, or before the first character.
    """
    if start < end:
        covered = list(pieces(block, start, end))
        return Span(covered[0].source_start, covered[-1].source_end)
    point = insertion_point(block, start)
    return Span(point, point)


def insertion_point(block: Block, offset: int) -> int:
    """Source offset where text inserted at ``offset`` goes: inside the style of the character before."""
    if not block.segments:
        return block.span.end
    if offset == 0:
        return block.segments[0].source_start
    segment = block.segments[_segment_at(block, offset - 1)]
    if segment.linear:
        return segment.source_start + offset - segment.start
    return segment.source_end
