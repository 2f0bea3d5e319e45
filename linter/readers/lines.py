"""Physical lines of a source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.model.values import NamedTuple

_LINE = re.compile(r"([^\S\r\n]*)([^\r\n]*)(\r\n|\r|\n|\Z)")
_TAB = 4


class Line(NamedTuple):
    """A line: where it starts, where its words start and end, and where the next line starts."""

    start: int
    first: int
    end: int
    next: int

    @property
    def blank(self) -> bool:
        """Whether nothing but white space stands in the line."""
        return self.first >= self.end


def split_lines(text: str) -> Iterator[Line]:
    """The lines of ``text``; CRLF, LF and CR end a line, as in ``LineIndex``."""
    for match in _LINE.finditer(text):
        start, following = match.span()
        if start == following:
            return
        first = match.end(1)
        yield Line(start, first, first + len(match[2].rstrip()), following)


def indentation(text: str, line: Line) -> int:
    """Columns that the words of a line are set in; a tab reaches the next multiple of four."""
    column = 0
    for character in text[line.start : line.first]:
        column = column + _TAB - column % _TAB if character == "\t" else column + 1
    return column
