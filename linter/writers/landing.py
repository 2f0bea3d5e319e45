"""Where the places of a block come to stand, in the new text and in the source, when words are replaced."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from linter.model.changes import Refusal
from linter.model.document import Block, Mark, Segment
from linter.writers.weft import Insert


class Landing:
    """Places of ``block`` under the replacements of ``inserts``."""

    def __init__(self, block: Block, inserts: list[Insert]) -> None:
        self._block = block
        self._inserts = inserts
        self._starts = [segment.source_start for segment in block.segments]

    def of_point(self, point: int) -> int:
        """Offset in the new text at which what stands at ``point`` of the source comes to stand by itself."""
        count = self._characters_before(point)
        result = count
        for insert in self._inserts:
            replace, place = insert.replace, insert.place
            result -= max(0, min(replace.end, count) - replace.start)
            if place.start < point or place.start == place.end == point:
                result += len(replace.text)
        return result

    def of_mark(self, mark: Mark) -> tuple[int, int]:
        """Where a mark begins and ends in the new text when its delimiters stay."""
        start = (
            self.of_point(mark.opening.start) if mark.opening else self.of_offset(mark.start, inside=False)
        )
        end = self.of_point(mark.closing.start) if mark.closing else self.of_offset(mark.end, inside=True)
        return start, end

    def of_offset(self, offset: int, *, inside: bool) -> int:
        """Offset in the new text of an offset in the old.

        With ``inside``, words inserted there come before it; without, they do so unless it is 0.
        """
        result = offset
        for insert in self._inserts:
            replace = insert.replace
            insertion = replace.start == replace.end == offset
            if replace.start < offset or (insertion and (inside or offset > 0)):
                result += len(replace.text) - (min(replace.end, offset) - replace.start)
        return result

    def insert_at(self, offset: int) -> Insert | None:
        """The new words that the character at ``offset`` of the new text belongs to."""
        return next((insert for insert in self._inserts if insert.start <= offset < insert.end), None)

    def source_start(self, offset: int) -> int:
        """Where the character at ``offset`` of the new text, one that stays, begins in the source."""
        old = self._old(offset)
        segment = self._segment(old)
        if segment.linear:
            return segment.source_start + old - segment.start
        if old > segment.start:
            raise Refusal("a style cannot begin within a character reference")
        return segment.source_start

    def source_end(self, offset: int) -> int:
        """Where the character at ``offset`` of the new text, one that stays, ends in the source."""
        old = self._old(offset)
        segment = self._segment(old)
        if segment.linear:
            return segment.source_start + old + 1 - segment.start
        if old + 1 < segment.end:
            raise Refusal("a style cannot end within a character reference")
        return segment.source_end

    def _characters_before(self, point: int) -> int:
        index = bisect_left(self._starts, point) - 1
        if index < 0:
            return 0
        segment = self._block.segments[index]
        return (
            min(segment.end, segment.start + point - segment.source_start) if segment.linear else segment.end
        )

    def _old(self, offset: int) -> int:
        for insert in reversed(self._inserts):
            if offset >= insert.end:
                return insert.replace.end + offset - insert.end
        return offset

    def _segment(self, offset: int) -> Segment:
        segments = self._block.segments
        index = bisect_right(segments, offset, key=lambda segment: segment.start) - 1
        if not 0 <= index < len(segments) or offset >= segments[index].end:
            raise Refusal("a style would begin or end outside the words")
        return segments[index]
