"""Put typed footnotes in the order of their marks. Notes that the format numbers are in order already."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from linter.model.document import Block, Document, NoteMark
from linter.model.figures import figure
from linter.model.values import replace
from linter.readers import read

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_POWER = re.compile(r"(?:\bk?m|\d)\Z")
_DIGITS = re.compile(r"[0-9]+|[⁰¹²³⁴⁵⁶⁷⁸⁹]+")


def order_notes(document: Document) -> tuple[Document, dict[str, str]]:
    """The document with its typed notes numbered on from 1, and what each old number has become.

    The document itself and nothing where there is nothing to do: a Word file, notes that the format numbers,
    marks without notes, two notes of one number, or notes that begin at another number but run on.
    """
    marks = [mark for block in document.blocks for mark in block.notes if mark.label.isdecimal()]
    order = list(dict.fromkeys(mark.note for mark in marks))
    became = _became(document, marks, order)
    if not became or not document.source.has_lines:
        return document, {}
    text = _ordered(document, marks, [document.blocks[note] for note in order if note is not None], became)
    source = replace(document.source, text=text)
    return read(source.path, text.encode(source.encoding), format=source.format), became


def left_as_they_are(document: Document) -> str:
    """Why the typed notes of a Word file stay out of order, in words; "" where there is nothing to say.

    Their marks and texts are ordinary characters, which only the one who typed them can tell from others.
    """
    if document.source.has_lines:
        return ""
    labels = list(dict.fromkeys(label for block in document.blocks for label in _typed(block)))
    if all(figure(label) == figure(labels[0]) + place for place, label in enumerate(labels)):
        return ""
    return (
        "its footnotes are typed and out of order, and stay so: make them footnotes of Word (References,"
        " Insert Footnote), which number themselves"
    )


def _typed(block: Block) -> Iterator[str]:
    """The marks typed in a paragraph, in their order: raised figures behind a word, or what a reader saw."""
    for mark in block.marks:
        raised = block.text[mark.start : mark.end].strip()
        is_mark = mark.style == "superscript" and raised.isascii() and raised.isdigit()
        if is_mark and mark.start and not _POWER.search(block.text, 0, mark.start):
            yield raised
    for note in block.notes:
        if note.label.isdecimal() and not note.automatic:
            yield note.label


def _became(document: Document, marks: Sequence[NoteMark], order: Sequence[int | None]) -> dict[str, str]:
    old = [mark.label for note in order for mark in marks if mark.note == note]
    firsts = list(dict.fromkeys(old))
    runs_on = all(figure(label) == figure(firsts[0]) + place for place, label in enumerate(firsts))
    typed = all(mark.note is not None and mark.source and not mark.automatic for mark in marks)
    labelled = all(
        note is not None and (label := document.blocks[note].label) is not None and label.source is not None
        for note in order
    )
    if not typed or not labelled or runs_on or len(firsts) != len(order):
        return {}
    return {label: str(place) for place, label in enumerate(firsts, 1)}


def _ordered(
    document: Document, marks: Sequence[NoteMark], notes: Sequence[Block], became: Mapping[str, str]
) -> str:
    """The source with new numbers in marks and notes, and the notes in their order."""
    source = document.source.text
    changes = [(mark.source.start, mark.source.end, mark.label) for mark in marks if mark.source]
    written = [(start, end, _numbered(source[start:end], became[label])) for start, end, label in changes]
    bodies = [_body(source, note, became) for note in notes]
    places = sorted(note.span for note in notes)
    written += [(place.start, place.end, body) for place, body in zip(places, bodies, strict=True)]
    for start, end, new in sorted(written, reverse=True):
        source = source[:start] + new + source[end:]
    return source


def _body(source: str, note: Block, became: Mapping[str, str]) -> str:
    if note.label is None or note.label.source is None:
        return source[note.span.start : note.span.end]
    start, end = note.label.source
    number = _numbered(source[start:end], became[note.label.text])
    return source[note.span.start : start] + number + source[end : note.span.end]


def _numbered(text: str, number: str) -> str:
    """``text`` with its figures, raised or not, replaced by ``number``."""
    return _DIGITS.sub(
        lambda found: number if found[0].isascii() else number.translate(_RAISED), text, count=1
    )
