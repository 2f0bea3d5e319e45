"""Collects the words of one block while its markup is read."""

from __future__ import annotations

from linter.model.document import Mark, NoteMark, Segment, Style
from linter.model.source import Span
from linter.model.values import replace
from linter.readers.words import Words, trimmed

_ONE_SPACE = str.maketrans("\v\f\u2028\u2029", "    ")


class Sink:
    """Text, segments, marks and note marks as they come, in source order."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._length = 0
        self._segments: list[Segment] = []
        self._open: dict[int, tuple[Style, int, Span | None]] = {}
        self._marks: list[Mark] = []
        self._notes: list[NoteMark] = []
        self.end = 0

    @property
    def ends_in_space(self) -> bool:
        """Whether the last character so far is white space."""
        return bool(self._parts) and self._parts[-1][-1:].isspace()

    def copy(self, start: int, end: int) -> None:
        """Take ``source[start:end]`` over, character for character."""
        if start < end:
            self._add(_spaced(self._source[start:end]), start, end)

    def unit(self, text: str, start: int, end: int) -> None:
        """Add ``text`` for the whole of ``source[start:end]``."""
        self._add(text, start, end)

    def line_break(self, start: int, end: int) -> None:
        """One space for a break of lines; breaks in a row are one."""
        last = self._segments[-1] if self._segments else None
        if last and last.source_end == start and not last.linear and self._parts[-1] == " ":
            self._segments[-1] = replace(last, source_end=end)
            self.end = end
        else:
            self._add(" ", start, end)

    def note(self, mark: NoteMark) -> None:
        """Set a note mark here."""
        self._notes.append(replace(mark, offset=self._length))

    def open(self, number: int, style: Style, span: Span | None) -> None:
        """Begin a style; ``number`` ties it to its end."""
        self._open[number] = (style, self._length, span)

    def close(self, number: int, span: Span | None) -> None:
        """End a style."""
        opened = self._open.pop(number, None)
        if opened and opened[1] < self._length:
            style, start, opening = opened
            self._marks.append(Mark(start, self._length, style, opening, span))

    def successor(self) -> Sink:
        """A new sink in which the styles now open go on; here they end without a delimiter."""
        following = Sink(self._source)
        for number, (style, _, _) in list(self._open.items()):
            following.open(number, style, None)
            self.close(number, None)
        return following

    def words(self) -> Words:
        """All that was collected, without white space at its ends."""
        span = Span(self._segments[0].source_start, self.end) if self._segments else Span(self.end, self.end)
        return trimmed(Words("".join(self._parts), self._segments, span, merged(self._marks), self._notes))

    def _add(self, text: str, start: int, end: int) -> None:
        length = self._length
        linear = len(text) == end - start
        last = self._segments[-1] if self._segments else None
        if linear and last and last.source_end == start and last.linear:
            self._segments[-1] = Segment(last.start, length + len(text), last.source_start, end)
        else:
            self._segments.append(Segment(length, length + len(text), start, end))
        self._parts.append(text)
        self._length = length + len(text)
        self.end = end


def verbatim(source: str, start: int, end: int) -> Words:
    """The words of ``source[start:end]``, in which nothing is markup."""
    text = _spaced(source[start:end])
    return trimmed(Words(text, [Segment(0, len(text), start, end)], Span(start, end)))


def _spaced(text: str) -> str:
    """``text`` with a space for each sign that would end a line."""
    return text if text.isprintable() else text.translate(_ONE_SPACE)


def merged(marks: list[Mark]) -> list[Mark]:
    """Marks sorted, those of one style that overlap or touch made one.

    Only a mark that holds all the others keeps its delimiters.
    """
    result: list[Mark] = []
    last: dict[Style, int] = {}
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        index = last.get(mark.style, -1)
        before = result[index] if index >= 0 else None
        if before and mark.start <= before.end:
            if mark.end > before.end:
                result[index] = Mark(before.start, mark.end, mark.style)
            continue
        last[mark.style] = len(result)
        result.append(mark)
    return result
