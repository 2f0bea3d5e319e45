"""What official markup says of a text, and that text as a person would type it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from linter.model.document import Block, Document
from linter.writers.as_markdown import to_markdown


class Gold(NamedTuple):
    """A block as the markup has it: its role, its label as printed, its words."""

    role: str
    label: str
    text: str


def gold_roles(document: Document) -> list[Gold]:
    """The blocks of an AKN4UN document with their roles, in order; "" where the markup says nothing."""
    return [
        Gold(
            "footnote" if block.kind == "note" else block.hint,
            block.label.text if block.label else "",
            block.text,
        )
        for block in document.blocks
    ]


def plain_markdown(document: Document, *, italics: bool = True) -> str:
    """The same text as plain Markdown, without what the markup says; with ``italics`` off, plain text."""
    return to_markdown(document) if italics else "\n\n".join(_paragraphs(document)) + "\n"


def _paragraphs(document: Document) -> Iterator[str]:
    for block in document.blocks:
        label = block.label.text if block.label else ""
        if block.kind == "note":
            yield f"[^{block.index}]: {_words(block)}" if label else f"    {_words(block)}"
        else:
            yield f"{label} {_words(block)}" if label else _words(block)


def _words(block: Block) -> str:
    """The words of a block with note marks set in, each named by the index of its note."""
    parts: list[str] = []
    position = 0
    for mark in block.notes:
        parts += [block.text[position : mark.offset], "" if mark.note is None else f"[^{mark.note}]"]
        position = mark.offset
    return "".join([*parts, block.text[position:]])
