"""Reads HTML: what a browser shows as paragraphs, with the place of each character in the source."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence

from linter.model.document import Block, BlockKind, Carries, Directive, Document, Label
from linter.model.source import Source, Span
from linter.model.values import replace
from linter.readers.decoding import decode
from linter.readers.html_flow import Flow, RawParagraph, flow
from linter.readers.html_notes import Apparatus
from linter.readers.labels import label_level
from linter.readers.markup_text import compose, without_label
from linter.readers.words import Words

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_SINGLE_BYTE = re.compile(r"iso-?8859-\d{1,2}|windows-125\d|cp125\d|koi8-[ru]|macintosh", re.IGNORECASE)
_PAGE = 25  # a page holds no more blocks
_BYTE_ORDER_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read(data: bytes, path: str) -> Document:
    """Read an HTML draft; any text is HTML, so only undecodable data raises ReadError."""
    text, encoding = _decoded(data, path)
    layout = flow(text)
    apparatus = Apparatus(layout)
    body, place_of = _body(layout, apparatus, text)
    blocks = list(body)
    index_of: dict[int, int] = {}
    for number, note in enumerate(apparatus.notes):
        words = compose(note.runs, note.span)
        if words.text:
            index_of[number] = len(blocks)
            place_of.setdefault(note.paragraph, len(blocks))
            hint = layout.paragraphs[note.paragraph].tag
            blocks.append(_built(words, len(blocks), "note", note.label, hint=hint))
    resolved = tuple(_resolved(block, index_of) for block in blocks)
    source = Source(path, "html", text, encoding)
    return Document(source, resolved, Carries(True, True, True), _directives(layout, place_of, len(resolved)))


def _decoded(data: bytes, path: str) -> tuple[str, str]:
    """The text by the character set that the page declares, else by what the bytes are."""
    declared = _DECLARED.search(data[:2048])
    name = declared[1].decode("ascii") if declared else ""
    if _SINGLE_BYTE.fullmatch(name) and not data.startswith(_BYTE_ORDER_MARKS):
        # A browser takes Latin-1 for Windows-1252, and so do those who write it.
        codec = "cp1252" if re.fullmatch(r"(?i)iso-?8859-1", name) else name.lower()
        try:
            return data.decode(codec), codec
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(data, path)


def _body(layout: Flow, apparatus: Apparatus, source: str) -> tuple[list[Block], dict[int, int]]:
    """The blocks of the body, and at which index each paragraph of the flow came to stand."""
    blocks: list[Block] = []
    place_of: dict[int, int] = {}
    previous = ""
    for place, paragraph in enumerate(layout.paragraphs):
        if apparatus.is_note(place):
            continue
        words = compose(apparatus.body(place), paragraph.span)
        place_of[place] = len(blocks)
        if words.text:
            blocks.append(_block(words, paragraph, len(blocks), previous, source))
            previous = blocks[-1].label.text if blocks[-1].label else previous
        elif words.notes and blocks and not _repeats(words, blocks):
            blocks[-1] = _with_marks(blocks[-1], words)
    return blocks, place_of


def _block(words: Words, paragraph: RawParagraph, index: int, previous: str, source: str) -> Block:
    level, kind = 0, _kind(paragraph)
    label = Label(paragraph.label, None, automatic=True) if paragraph.label else None
    if label:
        level = max(label_level(label.text, previous), paragraph.depth)
    else:
        words, label = without_label(words, source)
        level = label_level(label.text, previous) if label else 0
    if kind == "heading":
        level = int(paragraph.tag[1])
    hint = "header" if paragraph.in_header else paragraph.tag
    return _built(words, index, kind, label, level=level, hint=hint)


def _kind(paragraph: RawParagraph) -> BlockKind:
    if paragraph.tag[:1] == "h" and paragraph.tag[1:].isdigit():
        return "heading"
    return "cell" if paragraph.in_cell else "paragraph"


def _built(
    words: Words, index: int, kind: BlockKind, label: Label | None, *, hint: str, level: int = 0
) -> Block:
    marks, notes = tuple(words.marks), tuple(words.notes)
    return Block(index, kind, words.text, tuple(words.segments), words.span, marks, notes, label, level, hint)


def _with_marks(block: Block, bare: Words) -> Block:
    """``block`` with the note marks of the empty paragraph after it at its end."""
    marks = tuple(replace(mark, offset=len(block.text)) for mark in bare.notes)
    return replace(block, notes=block.notes + marks, span=Span(block.span.start, bare.span.end))


def _repeats(bare: Words, blocks: Sequence[Block]) -> bool:
    """Whether a paragraph of nothing but marks is the foot of a page, with marks that stand in the text."""
    near = {mark.label for block in blocks[-_PAGE:] for mark in block.notes}
    return all(mark.label in near for mark in bare.notes)


def _resolved(block: Block, index_of: dict[int, int]) -> Block:
    """``block`` with its marks pointing to blocks, not to numbers of notes."""
    if not block.notes:
        return block
    notes = (
        replace(mark, note=None if mark.note is None else index_of.get(mark.note)) for mark in block.notes
    )
    return replace(block, notes=tuple(notes))


def _directives(layout: Flow, place_of: dict[int, int], end: int) -> tuple[Directive, ...]:
    """The comments, each before the first block that was made of the paragraphs after it."""
    before = [end] * (len(layout.paragraphs) + 1)
    for place in range(len(layout.paragraphs) - 1, -1, -1):
        before[place] = place_of.get(place, before[place + 1])
    return tuple(Directive(text, before[place], span) for text, place, span in layout.comments)
