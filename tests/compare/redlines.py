"""Redlines made and settled: what a reader sees with all changes accepted, and with all rejected."""

from __future__ import annotations

from typing import NamedTuple

from linter.alignment import shows_italics
from linter.compare.redline import as_word, redline
from linter.model.document import Document
from linter.readers import read
from linter.structure import recognise
from linter.tables import vocabulary
from tests.compare.seen import Seen, seen
from tests.writers.docx.settled import settled

DATE = "2026-01-02T03:04:05Z"


class Redline(NamedTuple):
    """A redline with the base as a Word file, and what is to be seen of it."""

    data: bytes
    base: bytes
    rejected: tuple[list[Seen], list[Seen]]
    accepted: tuple[list[Seen], list[Seen]]


def made(base: Document, draft: Document) -> Redline:
    """The redline of two documents; of each outcome what is seen, and what should be."""
    word, words = as_word(base), vocabulary("en")
    new = recognise(draft, words)
    data = redline(recognise(word, words), new, date=DATE)
    italics = shows_italics(new)
    rejected, accepted = (read("settled.docx", settled(data, one)) for one in ("rejected", "accepted"))
    assert seen(word) == seen(base)
    return Redline(
        data,
        word.source.data,
        (seen(rejected), seen(word)),
        (seen(accepted, italics=italics), seen(new.document, italics=italics)),
    )


def exact(base: Document, draft: Document) -> bytes:
    """The redline, after making sure that it holds both texts."""
    found = made(base, draft)
    assert found.rejected[0] == found.rejected[1]
    assert found.accepted[0] == found.accepted[1]
    return found.data
