"""The text of an open draft as the editor counts it: in lines, and units of UTF-8, UTF-16 or UTF-32."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from lsprotocol import types

from linter.model.changes import SourceEdit
from linter.model.source import LineIndex

_UNREADABLE = re.compile(r"[\0\ud800-\udfff]")
_MARK = "\ufeff"
_CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


class Units:
    """The unit that client and server have agreed to count characters in."""

    def __init__(self, encoding: str) -> None:
        self._codec, self._width = _CODECS[encoding]

    def width(self, text: str) -> int:
        """How many units ``text`` takes."""
        if text.isascii():
            return len(text)
        return len(text.encode(self._codec, "surrogatepass")) // self._width

    def characters(self, line: str, units: int) -> int:
        """How many characters of ``line`` lie before the position ``units``; one that it would cut is not."""
        if line.isascii():
            return min(units, len(line))
        return bisect_right(range(1, len(line) + 1), units, key=lambda length: self.width(line[:length]))


class Text:
    """One version of a text. Offsets are code points of ``content``, as in all that is read from it."""

    def __init__(self, content: str, version: int | None, units: Units) -> None:
        self.content = content
        self.version = version
        self._units = units
        self._lines = LineIndex(content)

    @property
    def readable(self) -> str:
        """The text with nothing in it that no file could hold, or that a reader would drop; as long."""
        text = _UNREADABLE.sub("\ufffd", self.content)
        return f" {text[1:]}" if text.startswith(_MARK) else text

    def offset(self, position: types.Position) -> int:
        """The offset of a position; one outside of the text or of its line is at the end of it."""
        try:
            span = self._lines.line_span(position.line + 1)
        except IndexError:
            return len(self.content)
        line = self.content[span.start : span.end].rstrip("\r\n")
        return span.start + self._units.characters(line, position.character)

    def position(self, offset: int) -> types.Position:
        """The position of an offset."""
        line, column = self._lines.position(offset)
        before = self.content[offset - column + 1 : offset]
        return types.Position(line - 1, self._units.width(before))

    def range(self, start: int, end: int) -> types.Range:
        """The range from one offset to another."""
        return types.Range(self.position(start), self.position(end))

    def line_start(self, offset: int) -> int:
        """The offset at which the line of ``offset`` begins."""
        return offset - self._lines.position(offset)[1] + 1

    def edits(self, edits: Iterable[SourceEdit]) -> list[types.TextEdit]:
        """Edits of the source as the editor makes them."""
        return [types.TextEdit(self.range(edit.start, edit.end), edit.replacement) for edit in edits]

    def changed(self, changes: Iterable[types.TextDocumentContentChangeEvent], version: int | None) -> Text:
        """The text after what was typed: each change applies to the outcome of the one before."""
        text = self
        for change in changes:
            content = change.text
            if isinstance(change, types.TextDocumentContentChangePartial):
                start, end = text.offset(change.range.start), text.offset(change.range.end)
                content = text.content[:start] + change.text + text.content[max(start, end) :]
            text = Text(content, version, self._units)
        return text
