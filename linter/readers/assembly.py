"""From groups of lines to the Document: labels taken off, notes gathered and linked, blocks numbered."""

from __future__ import annotations

from dataclasses import dataclass, field

from linter.model.document import Block, BlockKind, Carries, Directive, Document, Label, NoteMark
from linter.model.source import Source, Span
from linter.readers.inline import Setting, parse
from linter.readers.labels import find_label, label_level
from linter.readers.words import Words, trimmed, without


@dataclass(slots=True)
class Passage:
    """A block before it has its place: its words, and what is known of it. A note has a label always."""

    kind: BlockKind
    words: Words
    span: Span
    label: Label | None = None
    level: int = 0
    hint: str = ""
    indent: int = 0
    directives: list[tuple[str, Span | None]] = field(default_factory=list)


def number_labels(passages: list[Passage]) -> None:
    """Take typed labels off the words of body passages, and tell the level of each."""
    previous = ""
    for passage in passages:
        if passage.kind not in ("paragraph", "heading"):
            continue
        found = find_label(passage.words.text)
        if found is None:
            continue
        words = passage.words
        start, end = words.source_at(0), words.source_at(found.end - 1) + 1
        passage.label = Label(found.text, Span(start, end) if end - start == found.end else None)
        passage.words = trimmed(without(words, [(0, found.words)]))
        if passage.kind == "paragraph":
            passage.level = label_level(found.text, previous)
            previous = found.text


def document(
    source: Source, passages: list[Passage], carries: Carries, trailing: list[tuple[str, Span | None]]
) -> Document:
    """The finished document; notes go to the end, marks are linked to the notes with their label."""
    ordered = [passage for passage in passages if passage.kind != "note"]
    body = len(ordered)
    ordered += [passage for passage in passages if passage.kind == "note"]
    notes: dict[str, int] = {}
    for index, passage in enumerate(ordered[body:], body):
        if passage.label:
            notes.setdefault(passage.label.text, index)
    directives = [
        Directive(text, index, span) for index, passage in enumerate(ordered) for text, span in passage.directives
    ]
    directives += [Directive(text, len(ordered), span) for text, span in trailing]
    directives.sort(key=lambda directive: directive.source or Span(0, 0))
    blocks = tuple(_block(index, passage, notes) for index, passage in enumerate(ordered))
    return Document(source, blocks, carries, tuple(directives))


def _block(index: int, passage: Passage, notes: dict[str, int]) -> Block:
    words = passage.words
    marks = tuple(
        NoteMark(mark.offset, mark.label, notes.get(mark.label), mark.source, mark.automatic) for mark in words.notes
    )
    return Block(
        index, passage.kind, words.text, tuple(words.segments), passage.span, tuple(words.marks), marks,
        passage.label, passage.level, passage.hint, passage.indent,
    )  # fmt: skip
