"""A text as Word can hold it: each note with one mark, each mark with a note."""

from __future__ import annotations

from collections.abc import Iterator

from linter.model.document import Block, Document, Mark, NoteMark, Segment
from linter.model.sourcemap import pieces
from linter.model.values import replace


def printable(document: Document) -> Document:
    """The document with notes that nothing refers to as paragraphs, and other marks as superscripts.

    Such a mark has no note, or is not the first to refer to its note.
    """
    met: set[int] = set()
    blocks = []
    for block in document.blocks:
        if block.notes:
            raised = list(_without_note(block, document, met))
            blocks.append(_with_raised(block, raised))
        else:
            blocks.append(block)
    return replace(
        document,
        blocks=tuple(
            replace(block, kind="paragraph") if block.kind == "note" and block.index not in met else block
            for block in blocks
        ),
    )


def _without_note(block: Block, document: Document, met: set[int]) -> Iterator[int]:
    """The numbers of the marks that are no first mark of a note; the others' notes are added to ``met``."""
    for number, mark in enumerate(block.notes):
        if (
            block.kind == "note"
            or mark.note is None
            or mark.note in met
            or document.blocks[mark.note].kind != "note"
        ):
            yield number
        else:
            met.add(mark.note)


def _with_raised(block: Block, raised: list[int]) -> Block:
    for number in reversed(raised):
        block = _raised(block, number)
    return block


def _raised(block: Block, number: int) -> Block:
    """The block with the label of one of its marks as words."""
    mark = block.notes[number]
    at, length = mark.offset, len(mark.label)
    marks = [*(_shifted(one, at, length) for one in block.marks), Mark(at, at + length, "superscript")]
    later = (replace(one, offset=one.offset + length) for one in block.notes[number + 1 :])
    return replace(
        block,
        text=block.text[:at] + mark.label + block.text[at:],
        segments=tuple(_with_segment(block, mark)),
        marks=tuple(sorted(marks, key=lambda one: one.start)),
        notes=(*block.notes[:number], *later),
    )


def _with_segment(block: Block, mark: NoteMark) -> Iterator[Segment]:
    at, length = mark.offset, len(mark.label)
    yield from pieces(block, 0, at)
    if length and mark.source is not None:
        yield Segment(at, at + length, *mark.source, locked=True)
    for one in pieces(block, at, len(block.text)):
        yield replace(one, start=one.start + length, end=one.end + length)


def _shifted(mark: Mark, at: int, length: int) -> Mark:
    start = mark.start + length if mark.start >= at else mark.start
    return Mark(start, mark.end + length if mark.end > at else mark.end, mark.style)
