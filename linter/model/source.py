"""The input as it came, and its lines."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from linter.model.values import NamedTuple, dataclass

Format = Literal["text", "markdown", "html", "docx", "akn4un", "pdf"]


class Span(NamedTuple):
    """A half-open range of code points; of what, the owner says."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """One input file.

    ``path`` is as the user gave it. ``text`` is the decoded text without a byte-order mark, line endings
    kept. For a format without lines (Word, PDF) it is the concatenation of all text runs in reading
    order, which the source map points into; ``data`` is then the file itself. ``encoding`` is a Python
    codec name that encodes ``text`` back to the file's bytes (``utf-8-sig`` and ``utf-16`` write the mark).
    """

    path: str
    format: Format
    text: str
    encoding: str = "utf-8"
    data: bytes = b""

    @property
    def has_lines(self) -> bool:
        """Whether places in this source are lines and columns."""
        return self.format not in ("docx", "pdf")


class LineIndex:
    """Lines and columns of a text, both counted from 1; CRLF, LF and CR each end a line."""

    def __init__(self, text: str) -> None:
        self._text_length = len(text)
        starts = [0]
        position = 0
        for line in text.splitlines(keepends=True) if "\r" in text else ():
            position += len(line)
            if line[-1] in "\r\n":
                starts.append(position)
        if "\r" not in text:
            position = text.find("\n")
            while position >= 0:
                starts.append(position + 1)
                position = text.find("\n", position + 1)
        self._starts = starts

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of a source offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line_span(self, line: int) -> Span:
        """Source range of a line, with its line ending."""
        end = self._starts[line] if line < len(self._starts) else self._text_length
        return Span(self._starts[line - 1], end)
