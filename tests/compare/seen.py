"""What a reader sees of a text: words, italics, numbers and footnotes, whatever the format they come from."""

from __future__ import annotations

import re
from typing import NamedTuple

from linter.model.document import Block, Document

_SPACES = re.compile(r"[ \t\n\r]+")


class Seen(NamedTuple):
    """A paragraph or note: its label and words as one line, whether each letter is italic, its marks.

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
    text, raised = block.text, []
    marks = []
    met = {mark.note for earlier in document.blocks[: block.index] for mark in earlier.notes}
    for mark in block.notes:
        if mark.note is None or mark.note in met:
            raised.append(mark)
            continue
        met.add(mark.note)
        note = document.blocks[mark.note]
        said = _line(note.text) + (" /" + _italic(note) + "/" if italics else "")
        marks.append((len("".join(text[: mark.offset].split())), mark.label, said))
    for mark in reversed(raised):
        text = text[: mark.offset] + mark.label + text[mark.offset :]
    label = block.label.text if block.label else ""
    return Seen(_line(f"{label} {text}"), _italic(block) if italics and not raised else "", tuple(marks))


def _line(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def _italic(block: Block) -> str:
    spans = [mark for mark in block.marks if mark.style == "italic"]
    return "".join(
        "i" if any(mark.start <= place < mark.end for mark in spans) else "-"
        for place, sign in enumerate(block.text)
        if not sign.isspace()
    )
