"""Reads HTML: what a browser shows as paragraphs, with the place of each character in the source."""

from __future__ import annotations

import codecs
import re
from dataclasses import replace

from linter.model.document import Block, BlockKind, Carries, Directive, Document, Label, NoteMark
from linter.model.source import Source, Span
from linter.readers.decoding import decode
from linter.readers.html_flow import Flow, RawParagraph, flow
from linter.readers.html_notes import Apparatus, NoteParagraph
from linter.readers.labels import find_label, label_level
from linter.readers.markup_text import compose
from linter.readers.words import Words, without

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_SINGLE_BYTE = re.compile(r"iso-?8859-\d{1,2}|windows-125\d|cp125\d|koi8-[ru]|macintosh", re.IGNORECASE)
_BYTE_ORDER_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read(data: bytes, path: str) -> Document:
    """Read an HTML draft; any text is HTML, so only undecodable data raises ReadError."""
    text, encoding = _decoded(data, path)
    layout = flow(text)
    apparatus = Apparatus(layout)
    body, place_of = _body(layout, apparatus)
    notes = [_note(note, layout, len(body) + number) for number, note in enumerate(apparatus.notes)]
    for number, note in enumerate(apparatus.notes):
        place_of.setdefault(note.paragraph, len(body) + number)
    blocks = tuple(_resolved(block, len(body)) for block in body) + tuple(notes)
    source = Source(path, "html", text, encoding)
    return Document(source, blocks, Carries(True, True, True), _directives(layout, place_of, len(blocks)))


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


def _body(layout: Flow, apparatus: Apparatus) -> tuple[list[Block], dict[int, int]]:
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
            blocks.append(_block(words, paragraph, len(blocks), previous))
            previous = blocks[-1].label.text if blocks[-1].label else previous
        elif words.notes and blocks:
            blocks[-1] = _with_marks(blocks[-1], words)
    return blocks, place_of


def _block(words: Words, paragraph: RawParagraph, index: int, previous: str) -> Block:
    level, kind = 0, _kind(paragraph)
    label = Label(paragraph.label, None, automatic=True) if paragraph.label else None
    if label:
        level = max(label_level(label.text, previous), paragraph.depth)
    else:
        words, label = _without_label(words)
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


def _without_label(words: Words) -> tuple[Words, Label | None]:
    """Take a typed label off."""
    typed = find_label(words.text)
    if typed is None:
        return words, None
    source = Span(words.source_at(0), words.source_at(typed.end - 1) + 1)
    return without(words, [(0, typed.words)]), Label(typed.text, source)


def _note(note: NoteParagraph, layout: Flow, index: int) -> Block:
    paragraph = layout.paragraphs[note.paragraph]
    words = compose(note.runs, note.span)
    return _built(words, index, "note", note.label, hint=paragraph.tag)


def _with_marks(block: Block, bare: Words) -> Block:
    """``block`` with the note marks of the empty paragraph after it at its end."""
    marks = tuple(replace(mark, offset=len(block.text)) for mark in bare.notes)
    return replace(block, notes=block.notes + marks, span=Span(block.span.start, bare.span.end))


def _resolved(block: Block, first_note: int) -> Block:
    """``block`` with its marks pointing to blocks, not to numbers of notes."""
    if not block.notes:
        return block
    return replace(block, notes=tuple(_pointing(mark, first_note) for mark in block.notes))


def _pointing(mark: NoteMark, first_note: int) -> NoteMark:
    return mark if mark.note is None else replace(mark, note=mark.note + first_note)


def _directives(layout: Flow, place_of: dict[int, int], end: int) -> tuple[Directive, ...]:
    """The comments, each before the first block that was made of the paragraphs after it."""
    before = [end] * (len(layout.paragraphs) + 1)
    for place in range(len(layout.paragraphs) - 1, -1, -1):
        before[place] = place_of.get(place, before[place + 1])
    return tuple(Directive(text, before[place], span) for text, place, span in layout.comments)
