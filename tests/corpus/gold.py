"""What official markup says of a text, and that text as a person would type it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
    labels = [block.label.text for block in document.blocks if block.kind == "note" and block.label]
    unique = len(set(labels)) == len(labels)
    names = {
        block.index: block.label.text if unique else str(block.index)
        for block in document.blocks
        if block.kind == "note" and block.label
    }
    for block in document.blocks:
        label = f"{block.label.text} " if block.label else ""
        if block.kind == "note":
            label = f"[^{names[block.index]}]: " if label else "    "
        yield label + _words(block, names)


def _words(block: Block, names: Mapping[int, str]) -> str:
    """The words of a block with note marks set in."""
    parts: list[str] = []
    position = 0
    for mark in block.notes:
        parts += [block.text[position : mark.offset], "" if mark.note is None else f"[^{names[mark.note]}]"]
        position = mark.offset
    return "".join([*parts, block.text[position:]])
