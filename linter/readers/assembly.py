"""From groups of lines to the Document: labels taken off, notes gathered and linked, blocks numbered."""

from __future__ import annotations

from linter.model.document import Block, BlockKind, Carries, Directive, Document, Label, NoteMark
from linter.model.source import Source, Span
from linter.model.values import dataclass, field
from linter.readers.labels import find_label, label_level
from linter.readers.words import Words, trimmed, without
from linter.readers.wrapping import LONE_LABEL


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


def number_labels(passages: list[Passage]) -> list[Passage]:
    """Take typed labels off the words of body passages, and tell the level of each.

    A label that a conversion left alone in its line goes to the passage after it.
    """
    result: list[Passage] = []
    alone: Passage | None = None
    previous = ""
    for passage in passages:
        if passage.kind in ("paragraph", "heading"):
            if not passage.label:
                passage.label, passage.words = split_label(passage.words)
            if not passage.label and alone and _takes_label(passage):
                passage.label, passage.span = _own_label(alone), Span(alone.span.start, passage.span.end)
                passage.directives = alone.directives + passage.directives
                result.pop()
            if passage.label and passage.kind == "paragraph":
                passage.level = label_level(passage.label.text, previous)
                previous = passage.label.text
        alone = passage if LONE_LABEL.match(passage.words.text) and not passage.label else None
        result.append(passage)
    return result


def split_label(words: Words) -> tuple[Label | None, Words]:
    """The label typed before words, if there is one, and the words without it."""
    found = find_label(words.text)
    if found is None:
        return None, words
    label = Label(found.text, _label_source(words, found.end))
    return label, trimmed(without(words, [(0, found.words)]))


def _label_source(words: Words, end: int) -> Span | None:
    """Where a label at the head of ``words`` stands, None when markup runs through it."""
    span = words.source_span(0, end)
    return span if span.end - span.start == end else None


def _own_label(passage: Passage) -> Label:
    words = passage.words
    return Label(words.text, _label_source(words, len(words.text)))


def _takes_label(passage: Passage) -> bool:
    return passage.kind == "paragraph" and passage.words.text[:1].isupper() and not passage.hint


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
        Directive(text, index, span)
        for index, passage in enumerate(ordered)
        for text, span in passage.directives
    ]
    directives += [Directive(text, len(ordered), span) for text, span in trailing]
    directives.sort(key=lambda directive: directive.source or Span(0, 0))
    blocks = tuple(_block(index, passage, notes) for index, passage in enumerate(ordered))
    return Document(source, blocks, carries, tuple(directives))


def _block(index: int, passage: Passage, notes: dict[str, int]) -> Block:
    words = passage.words
    marks = tuple(
        NoteMark(mark.offset, mark.label, notes.get(mark.label), mark.source, mark.automatic)
        for mark in words.notes
    )
    return Block(
        index, passage.kind, words.text, tuple(words.segments), passage.span, tuple(words.marks), marks,
        passage.label, passage.level, passage.hint, passage.indent,
    )  # fmt: skip
