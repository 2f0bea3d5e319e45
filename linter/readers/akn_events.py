"""XML as events with exact places in the text; nothing is fetched and no entity is declared."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Protocol
from xml.parsers import expat

from linter.model.errors import ReadError
from linter.model.source import Span

_TAG = re.compile(r"<[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>")


class Handler(Protocol):
    """What takes the events; names come without a namespace prefix."""

    def open(self, name: str, attributes: dict[str, str], tag: Span) -> None:
        """Take a start tag."""

    def close(self, name: str, tag: Span) -> None:
        """Take an end tag, or the same tag again for an empty element."""

    def text(self, text: str, place: Span) -> None:
        """Take characters."""

    def comment(self, text: str, place: Span) -> None:
        """Take a comment."""


class _Declared(Exception):
    """The document declares entities."""


def parse(source: str, path: str, handler: Handler) -> None:
    """Send the events of ``source`` to ``handler``.

    Raises ReadError with the line where the markup is broken, and for markup that declares entities.
    """
    events = _Events(source, handler)
    try:
        events.run()
    except _Declared as error:
        message = "the file declares entities of its own, which is not safe to read; write them out"
        raise ReadError(message, path, events.line) from error
    except expat.ExpatError as error:
        raise ReadError(_broken(error, events), path, error.lineno) from error


def _broken(error: expat.ExpatError, events: _Events) -> str:
    reason = expat.ErrorString(error.code)
    if error.code == expat.errors.codes[expat.errors.XML_ERROR_TAG_MISMATCH] and events.path:
        name, line = events.path[-1]
        reason = f"the tag here does not end <{name}> of line {line}"
    where = f"the XML is not well formed at column {error.offset + 1}: {reason}"
    return f"{where}; correct the markup there, or export the file again"


class _Events:
    """One run of the parser, and the way from its bytes to code points."""

    def __init__(self, source: str, handler: Handler) -> None:
        self._source = source
        self._handler = handler
        self._data = source.encode("utf-8")
        self._byte = self._point = 0
        self._in_data = False
        self.path: list[tuple[str, int]] = []
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = False
        parser.StartElementHandler = self._open
        parser.EndElementHandler = self._close
        parser.CharacterDataHandler = self._text
        parser.CommentHandler = self._comment
        parser.StartCdataSectionHandler = self._setter(True)
        parser.EndCdataSectionHandler = self._setter(False)
        parser.EntityDeclHandler = self._entity
        self._parser = parser

    @property
    def line(self) -> int:
        """The line under way."""
        return self._parser.CurrentLineNumber

    def run(self) -> None:
        self._parser.Parse(self._data, True)

    def _here(self) -> int:
        """The code point at which the parser stands."""
        index = self._parser.CurrentByteIndex
        self._point += len(self._data[self._byte : index].decode("utf-8"))
        self._byte = index
        return self._point

    def _tag(self) -> Span:
        start = self._here()
        match = _TAG.match(self._source, start)
        return Span(start, match.end() if match else start)

    def _open(self, name: str, attributes: dict[str, str]) -> None:
        self.path.append((name, self._parser.CurrentLineNumber))
        self._handler.open(name.rpartition(":")[2], attributes, self._tag())

    def _close(self, name: str) -> None:
        self.path.pop()
        self._handler.close(name.rpartition(":")[2], self._tag())

    def _text(self, text: str) -> None:
        start = self._here()
        end = start + len(text)
        if not self._in_data and self._source[start] == "&":
            end = self._source.index(";", start) + 1
        elif text == "\n" and self._source.startswith("\r\n", start):
            end = start + 2
        self._handler.text(text, Span(start, end))

    def _comment(self, text: str) -> None:
        start = self._here()
        self._handler.comment(text, Span(start, self._source.index("-->", start) + 3))

    def _setter(self, inside: bool) -> Callable[[], None]:
        def note() -> None:
            self._in_data = inside

        return note

    def _entity(self, *_: object) -> None:
        raise _Declared
