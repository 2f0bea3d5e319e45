"""From the paragraphs of a Word file to blocks."""

from __future__ import annotations

import re

from linter.model.document import Block, BlockKind, Label, NoteMark
from linter.model.source import Span
from linter.model.values import replace
from linter.ooxml.draft import Draft, Note, Paragraph
from linter.readers.docx.raw import Raw
from linter.readers.labels import TypedLabel, find_label, label_level

_BODY_TEXT = 9
_BULLET = re.compile(r"([•▪◦●○‣·]|[–—-](?=\t))\s+(?=\S)")  # before a tab a dash is one, too


class BlockBuilder:
    """Makes the blocks of one draft; typed labels are told apart by those before them."""

    def __init__(self, draft: Draft) -> None:
        self._numbers = {(note.reference.kind, note.reference.id): i for i, note in enumerate(draft.notes)}
        self._labels = {note.reference.atom.start: note.label for note in draft.notes}
        self._previous = ""

    def body(self, index: int, paragraph: Paragraph) -> Block | None:
        """The block of a paragraph; None where nothing is to be seen."""
        raw = Raw()
        raw.add(paragraph)
        raw.finish()
        if raw.start >= raw.end and not raw.marks:
            return None
        label, level = self._label(paragraph, raw)
        return Block(
            index=index,
            kind=_kind(paragraph),
            text=raw.visible(),
            segments=raw.segments(),
            span=Span(paragraph.start, paragraph.end),
            marks=raw.styles(),
            notes=self._marks(raw),
            label=label,
            level=_heading(paragraph) or level,
            hint="masthead" if paragraph.story == "header" else paragraph.style,
        )

    def note(self, index: int, note: Note) -> Block:
        """The block of a note, its paragraphs joined."""
        raw = Raw()
        for paragraph in note.paragraphs:
            if raw.pieces:
                raw.add_break(paragraph.start - 1)
            raw.add(paragraph)
        raw.finish()
        first, last = note.paragraphs[0], note.paragraphs[-1]
        label = self._own_mark(note, raw) if note.reference.custom else Label(note.label, automatic=True)
        return Block(
            index=index,
            kind="note",
            text=raw.visible(),
            segments=raw.segments(),
            span=Span(first.start, last.end),
            marks=raw.styles(),
            label=label,
            hint=first.style,
        )

    def linked(self, block: Block, first_note: int) -> Block:
        """``block`` with its note marks pointing to the blocks of the notes."""
        if not block.notes:
            return block
        notes = tuple(
            mark if mark.note is None else replace(mark, note=mark.note + first_note) for mark in block.notes
        )
        return replace(block, notes=notes)

    def _label(self, paragraph: Paragraph, raw: Raw) -> tuple[Label | None, int]:
        if paragraph.number:
            self._previous = paragraph.number
            return Label(paragraph.number, automatic=True), paragraph.level
        typed = _typed_label(raw.text[raw.start : raw.end]) if paragraph.story != "header" else None
        if typed is None:
            return None, 0
        level = label_level(typed.text, self._previous)
        self._previous = typed.text
        start = raw.start
        raw.begin_at(start + typed.words)
        return Label(typed.text, Span(raw.source_at(start), raw.source_at(start + typed.end - 1) + 1)), level

    def _own_mark(self, note: Note, raw: Raw) -> Label | None:
        """The mark that a note with a mark of its own begins with."""
        shown = note.label
        if not shown or not raw.text.startswith(shown, raw.start):
            return None
        start = raw.start
        rest = raw.text[start + len(shown) : raw.end]
        raw.begin_at(start + len(shown) + len(rest) - len(rest.lstrip()))
        return Label(shown, Span(raw.source_at(start), raw.source_at(start + len(shown) - 1) + 1))

    def _marks(self, raw: Raw) -> tuple[NoteMark, ...]:
        marks = []
        for at, reference, span, own in raw.marks:
            label = own.strip() or self._labels.get(reference.atom.start, "")
            note = self._numbers.get((reference.kind, reference.id))
            marks.append(NoteMark(raw.offset(at), label, note, span, automatic=not reference.custom))
        return tuple(marks)


def _typed_label(text: str) -> TypedLabel | None:
    bullet = _BULLET.match(text)
    return find_label(text) if bullet is None else TypedLabel(bullet[1], bullet.end(1), bullet.end())


def _heading(paragraph: Paragraph) -> int:
    """The level of a heading, from 1 on; 0 for other text."""
    return 0 if paragraph.outline is None or paragraph.outline >= _BODY_TEXT else paragraph.outline + 1


def _kind(paragraph: Paragraph) -> BlockKind:
    if paragraph.in_table:
        return "cell"
    return "heading" if _heading(paragraph) and paragraph.story == "body" else "paragraph"
