"""Read a draft in Markdown."""

from __future__ import annotations

from linter.model.document import Document
from linter.readers.decoding import decode
from linter.readers.plain import read_lines


def read(data: bytes, path: str) -> Document:
    """Read a Markdown file, of which drafts use emphasis, headings, lists, tables, notes and comments."""
    text, encoding = decode(data, path)
    return read_lines(text, path, encoding, "markdown")
