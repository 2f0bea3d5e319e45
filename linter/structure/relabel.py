"""A number that lacks its form ("25 Condemns …", "4 . Decides …", "[2.] Requests …") is made a label."""

from __future__ import annotations

import re

from linter.model.document import Block, Document, Label, Mark
from linter.model.sourcemap import pieces, source_span
from linter.model.values import replace
from linter.model.vocabulary import Vocabulary
from linter.structure.openings import parse

_BARE = re.compile(r"(\d{1,3}(?:\s\.)?|\[\d{1,3}[.)]?\])\s+(?=[A-Z])")


def relabel(document: Document, vocabulary: Vocabulary) -> Document:
    """Take bare numbers out of the texts of paragraphs; an opening phrase tells them from notes and dates."""
    blocks = tuple(_relabelled(block, vocabulary) for block in document.blocks)
    return document if blocks == document.blocks else replace(document, blocks=blocks)


def _relabelled(block: Block, vocabulary: Vocabulary) -> Block:
    bare = _BARE.match(block.text) if block.label is None and block.kind == "paragraph" else None
    if bare is None:
        return block
    words = _behind(block, bare.end(), Label(bare[1], source_span(block, 0, bare.end(1))))
    opening = parse(words, "operative", vocabulary)
    return words if opening is not None and opening.known else block


def _behind(block: Block, cut: int, label: Label) -> Block:
    return replace(
        block,
        text=block.text[cut:],
        segments=tuple(
            replace(piece, start=piece.start - cut, end=piece.end - cut)
            for piece in pieces(block, cut, len(block.text))
        ),
        marks=tuple(_moved(mark, cut) for mark in block.marks if mark.end > cut),
        notes=tuple(replace(note, offset=max(note.offset - cut, 0)) for note in block.notes),
        label=label,
        level=1,
    )


def _moved(mark: Mark, by: int) -> Mark:
    if mark.start < by:  # the number was in the style of the words
        return Mark(0, mark.end - by, mark.style, None, None)
    return replace(mark, start=mark.start - by, end=mark.end - by)
