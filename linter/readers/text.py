"""Read a plain-text draft."""

from __future__ import annotations

from linter.model.document import Document
from linter.readers.decoding import decode
from linter.readers.plain import read_lines, shows_markup


def read(data: bytes, path: str) -> Document:
    """Read a text file; one that shows emphasis, headings or notes as Markdown does is read as Markdown."""
    text, encoding = decode(data, path)
    return read_lines(text, path, encoding, "markdown" if shows_markup(text) else "text")
