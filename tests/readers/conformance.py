"""What every reader promises of every document: one check for all formats."""

from __future__ import annotations

from linter.model.document import Block, Document
from linter.model.source import Span

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def check_document(document: Document) -> None:
    """Assert all promises of ``Document`` that can be checked without knowing the format."""
    notes = [block.kind == "note" for block in document.blocks]
    assert notes == sorted(notes), "notes come after the body"
    for index, block in enumerate(document.blocks):
        assert block.index == index
        assert block.text, "no block is empty"
        check_block(document, block)
        for note in block.notes:
            assert note.note is None or document.blocks[note.note].kind == "note"
    for directive in document.directives:
        assert 0 <= directive.before <= len(document.blocks)
        assert directive.source is None or _within(directive.source, document)
    body = [block.span for block in document.blocks if block.kind != "note"]
    assert body == sorted(body), "the body is in source order"


def check_block(document: Document, block: Block) -> None:
    """Assert what is promised of one block."""
    assert _within(block.span, document)
    _check_segments(document, block)
    _check_marks(block)
    assert [note.offset for note in block.notes] == sorted(note.offset for note in block.notes)
    for note in block.notes:
        assert 0 <= note.offset <= len(block.text)
        assert note.source is None or _within(note.source, document)
    assert not block.text[0].isspace()
    ends_in_mark = any(note.offset == len(block.text) for note in block.notes)
    assert ends_in_mark or not block.text[-1].isspace(), "white space shows only before a note mark"
    label = block.label
    if label and label.source and document.source.has_lines:
        assert document.source.text[slice(*label.source)].translate(_SUPERSCRIPTS) == label.text


def _check_segments(document: Document, block: Block) -> None:
    offset, source = 0, block.span.start
    for segment in block.segments:
        assert segment.start == offset < segment.end, "segments tile the text"
        assert source <= segment.source_start <= segment.source_end <= block.span.end, (
            "segments ascend in the span"
        )
        offset, source = segment.end, segment.source_end
        if segment.linear:
            raw = document.source.text[segment.source_start : segment.source_end]
            shown = block.text[segment.start : segment.end]
            for written, read in zip(raw, shown, strict=True):
                assert written == read or (written.isspace() and read == " ")
    assert offset == len(block.text)


def _check_marks(block: Block) -> None:
    last: dict[str, int] = {}
    for mark in block.marks:
        assert 0 <= mark.start < mark.end <= len(block.text)
        assert mark.start > last.get(mark.style, -1), "marks of one style neither touch nor overlap"
        last[mark.style] = mark.end
        if mark.opening and mark.closing:
            assert mark.opening.end <= mark.closing.start
    starts = [mark.start for mark in block.marks]
    assert starts == sorted(starts)


def _within(span: Span, document: Document) -> bool:
    return 0 <= span.start <= span.end <= len(document.source.text)
