"""What official markup says of a text, and that text as a person would type it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from linter.model.document import Block, Document, NoteMark

_SPECIAL = re.compile(r"[\\*_`~<]|\[(?=\^)")
_LIKE_MARKUP = re.compile(r"(?:#|>|[-+](?=\s)|\d{1,3}[.)](?=\s))")


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
    return "\n\n".join(_paragraphs(document, italics)) + "\n"


def _paragraphs(document: Document, italics: bool) -> Iterator[str]:
    names = _names(document)
    for block in document.blocks:
        if block.kind == "note" and block.label:
            yield f"[^{names[block.index]}]: {_words(block, names, italics)}"
        elif block.kind == "note":
            yield f"    {_words(block, names, italics)}"
        else:
            heading = "#" * max(block.level, 1) + " " if italics and block.kind == "heading" else ""
            label = f"{block.label.text} " if block.label else ""
            yield heading + label + _words(block, names, italics)


def _names(document: Document) -> dict[int, str]:
    """A name for each note: its label, or its place where labels repeat."""
    notes = [block for block in document.blocks if block.kind == "note" and block.label]
    labels = [block.label.text for block in notes if block.label]
    unique = len(set(labels)) == len(labels) and all(label.isdigit() for label in labels)
    return {block.index: labels[i] if unique else str(i + 1) for i, block in enumerate(notes)}


def _words(block: Block, names: dict[int, str], italics: bool) -> str:
    """The words of a block with asterisks and note marks set in."""
    inserts: list[tuple[int, int, str]] = [(mark.offset, 2, _note(mark, names)) for mark in block.notes]
    for mark in block.marks if italics else ():
        slanted = block.text[mark.start : mark.end]
        if mark.style == "italic" and slanted.strip():
            start = mark.start + len(slanted) - len(slanted.lstrip())
            inserts += [(start, 3, "*"), (start + len(slanted.strip()), 1, "*")]
    parts: list[str] = []
    position = 0
    for offset, _, text in sorted(inserts):
        parts += [_escaped(block.text[position:offset], italics), text]
        position = offset
    parts.append(_escaped(block.text[position:], italics))
    words = "".join(parts)
    return "\\" + words if italics and not block.label and _LIKE_MARKUP.match(words) else words


def _note(mark: NoteMark, names: dict[int, str]) -> str:
    return f"[^{names[mark.note]}]" if mark.note in names else ""


def _escaped(text: str, italics: bool) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text) if italics else text
