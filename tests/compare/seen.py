"""What a reader sees of a text: words, italics, numbers and footnotes, whatever the format they come from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from linter.model.document import Block, Document

_SPACES = re.compile(r"[ \t\n\r]+")


class Seen(NamedTuple):
    """A paragraph: its label and words as one line, whether each letter is italic, its footnote marks.

    A mark is the number of letters before it, its label, and what the note says.
    """

    line: str
    italic: str
    marks: tuple[tuple[int, str, str], ...]


def seen(document: Document, *, italics: bool = True) -> list[Seen]:
    """The body of a document; notes that nothing refers to come as paragraphs, as Word shows no others."""
    referred = {mark.note for block in document.blocks for mark in block.notes}
    found = [
        _seen(block, document, italics=italics)
        for block in document.blocks
        if block.kind != "note" or block.index not in referred
    ]
    return [one for one in found if one.line]


def _seen(block: Block, document: Document, *, italics: bool) -> Seen:
    letters = [*zip(block.text, _italic(block), strict=True)]
    raised = []
    marks = []
    met = {mark.note for earlier in document.blocks[: block.index] for mark in earlier.notes}
    for mark in block.notes:
        if mark.note is None or mark.note in met:
            raised.append(mark)
            continue
        met.add(mark.note)
        note = document.blocks[mark.note]
        said = _line(note.text) + (
            f" /{_of_letters(zip(note.text, _italic(note), strict=True))}/" if italics else ""
        )
        before = sum(len(one.label) for one in raised)
        marks.append((len("".join(block.text[: mark.offset].split())) + before, mark.label, said))
    for mark in reversed(raised):
        within = "i" if {"i"} == set(_italic(block)[max(mark.offset - 1, 0) : mark.offset + 1]) else "-"
        letters[mark.offset : mark.offset] = [(sign, within) for sign in mark.label]
    label = f"{block.label.text} " if block.label else ""
    shown = [*((sign, "-") for sign in label), *letters]
    line = _line("".join(sign for sign, _ in shown))
    return Seen(line, _of_letters(shown) if italics else "", tuple(marks))


def _line(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def _of_letters(shown: Iterable[tuple[str, str]]) -> str:
    return "".join(style for sign, style in shown if not sign.isspace())


def _italic(block: Block) -> list[str]:
    spans = [mark for mark in block.marks if mark.style == "italic"]
    return [
        "i" if any(mark.start <= place < mark.end for mark in spans) else "-"
        for place in range(len(block.text))
    ]
