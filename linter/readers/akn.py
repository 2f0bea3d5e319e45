"""Reads AKN4UN, the United Nations' XML, with the place of each character in the source."""

from __future__ import annotations

from linter.model.document import Document
from linter.model.source import Source
from linter.readers.akn_events import parse
from linter.readers.akn_flow import Builder
from linter.readers.decoding import decode


def read(data: bytes, path: str) -> Document:
    """Read an AKN4UN document; of other XML nothing is taken.

    Raises ReadError for what cannot be decoded and for XML that is not well formed.
    """
    text, encoding = decode(data, path)
    builder = Builder(text)
    parse(text, path, builder)
    return builder.document(Source(path, "akn4un", text, encoding))
