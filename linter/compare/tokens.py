"""The words, label and footnote marks of a paragraph as one line, exact to the character."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from linter.alignment.words import words
from linter.model.document import Block, NoteMark
from linter.model.source import Span
from linter.model.sourcemap import source_span
from linter.model.values import NamedTuple

_GAP = "\x01"
_SPACES = str.maketrans("\t\n\r", "   ")
_LABEL = -1


class Token(NamedTuple):
    """A word, a space, a sign or a footnote mark at ``offset`` of its block (below 0 for a label).

    ``span`` is its place in the source of the base, None for a token of the draft. ``note`` is the block of
    the note that a mark refers to and ``own`` its own mark, "" where Word numbers it.
    """

    key: str
    text: str
    offset: int
    span: Span | None = None
    note: int | None = None
    own: str = ""

    @property
    def is_label(self) -> bool:
        """Whether this is the label, or the white space after it."""
        return self.offset < 0


class Lines:
    """Makes the lines of two printable documents; ``partner`` leads from the draft's notes to the base's."""

    def __init__(self, base: Sequence[Block], draft: Sequence[Block], partner: Mapping[int, int]) -> None:
        self._base, self._draft, self._partner = base, draft, partner
        self._own = _own_marks(draft)

    def base(self, index: int) -> list[Token]:
        """The line of a block of the base: its typed label, words and marks."""
        block = self._base[index]
        line = []
        if block.label is not None and block.label.source is not None:
            label = block.label.source
            line.append(Token(block.label.text, block.label.text, _LABEL, label))
            if block.segments and block.segments[0].source_start > label.end:
                line.append(Token(_GAP, "\t", _LABEL, Span(label.end, block.segments[0].source_start)))
        marks = [
            Token(_note_key(mark.note, "" if mark.automatic else mark.label), "", mark.offset, mark.source)
            for mark in block.notes
        ]
        return line + [
            one if one.span else one._replace(span=source_span(block, one.offset, one.offset + len(one.text)))
            for one in _line(block, marks)
        ]

    def draft(self, index: int, *, labelled: bool) -> list[Token]:
        """The line of a block of the draft, with its label where that is to be typed."""
        block = self._draft[index]
        line = []
        if labelled and block.label is not None and block.label.text:
            line = [Token(block.label.text, block.label.text, _LABEL), Token(_GAP, "\t", _LABEL)]
        marks = [self._mark(index, number, mark) for number, mark in enumerate(block.notes)]
        return line + list(_line(block, marks))

    def _mark(self, block: int, number: int, mark: NoteMark) -> Token:
        own = self._own[block, number]
        partner = self._partner.get(-1 if mark.note is None else mark.note)
        key = f"\x02{block}.{number}" if partner is None else _note_key(partner, own)
        return Token(key, "", mark.offset, note=mark.note, own=own)


def _note_key(note: int | None, own: str) -> str:
    return f"note {note} {own}"


def _own_marks(blocks: Sequence[Block]) -> dict[tuple[int, int], str]:
    """For each mark its own mark, "" where Word numbers it."""
    own: dict[tuple[int, int], str] = {}
    counted = 0
    for block in blocks:
        for number, mark in enumerate(block.notes):
            automatic = mark.label == str(counted + 1)
            counted += automatic
            own[block.index, number] = "" if automatic else mark.label
    return own


def _line(block: Block, marks: list[Token]) -> Iterator[Token]:
    """Words and marks in order; a word is cut where a mark stands within it."""
    waiting = marks[::-1]
    for word in words(block.index, block.text, exact=True):
        start = word.start
        while waiting and waiting[-1].offset < word.end:
            mark = waiting.pop()
            if mark.offset > start:
                yield _word(block, start, mark.offset)
                start = mark.offset
            yield mark
        yield _word(block, start, word.end)
    yield from waiting[::-1]


def _word(block: Block, start: int, end: int) -> Token:
    text = block.text[start:end]
    return Token(text.translate(_SPACES), text, start)
