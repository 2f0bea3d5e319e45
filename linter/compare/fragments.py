"""The words of a pair in the order in which they are shown, cut where a change, a style or a mark begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from linter.alignment import Alignment, Pair
from linter.model.diagnostic import Place
from linter.model.document import Block
from linter.model.values import dataclass

Standing = Literal["same", "restyled", "deleted", "inserted"]


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words shown alike, or with ``mark`` the label of a footnote mark.

    ``new_block`` says that another paragraph begins, where one was split or several were merged.
    """

    standing: Standing
    text: str
    italic: bool = False
    mark: bool = False
    new_block: bool = False


class Teller:
    """Gives the fragments of the pairs of one alignment."""

    def __init__(self, alignment: Alignment) -> None:
        self._alignment = alignment

    def base(self, pair: Pair) -> list[Fragment]:
        """The base's side alone: what stands, what was taken out."""
        side = self._base(pair)
        if not pair.stretches:
            return list(side.whole())
        return [one for words in pair.stretches for one in side.cut(words.base, _standing(words.kind))]

    def draft(self, pair: Pair) -> list[Fragment]:
        """The draft's side alone: what stands, what is new."""
        side = self._draft(pair)
        if not pair.stretches:
            return list(side.whole())
        return [one for words in pair.stretches for one in side.cut(words.draft, _standing(words.kind))]

    def both(self, pair: Pair) -> list[Fragment]:
        """Both sides in one flow, what was taken out before what took its place."""
        base, draft = self._base(pair), self._draft(pair)
        if not pair.stretches:
            return [*base.whole(), *draft.whole()]
        found: list[Fragment] = []
        for words in pair.stretches:
            standing = _standing(words.kind)
            found += base.cut(words.base) if standing is None else base.marks_gone(words.base)
            found += draft.cut(words.draft, standing)
        return found

    def _base(self, pair: Pair) -> _Side:
        gone = {note.base for note in pair.notes if note.base}
        return _Side(self._alignment.base.document.blocks, pair.base, gone, "deleted")

    def _draft(self, pair: Pair) -> _Side:
        come = {note.draft for note in pair.notes if note.draft}
        return _Side(self._alignment.draft.document.blocks, pair.draft, come, "inserted")


def _standing(kind: str) -> Standing | None:
    """How words are shown that both sides have; None for those of one side."""
    return "same" if kind == "same" else "restyled" if kind == "restyled" else None


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a pair: all blocks of its text, its own, the marks that changed, and how changes stand."""

    blocks: Sequence[Block]
    own: tuple[int, ...]
    changed: set[Place]
    change: Standing

    def whole(self) -> Iterator[Fragment]:
        for index in self.own:
            yield from self.cut(Place(index, 0, len(self.blocks[index].text)))

    def cut(self, place: Place, standing: Standing | None = None) -> Iterator[Fragment]:
        """The words of a place, changed ones without ``standing``."""
        block, shown = self.blocks[place.block], standing or self.change
        start = place.start
        for end in self._edges(block, place):
            if end > start:
                italic = any(m.style == "italic" and m.start <= start and end <= m.end for m in block.marks)
                begins = start == 0 and block.index in self.own[1:]
                yield Fragment(shown, block.text[start:end], italic, new_block=begins)
            for mark in block.notes:
                if mark.offset == end and _belongs(end, place):
                    is_changed = Place(block.index, end, end) in self.changed
                    yield Fragment(self.change if is_changed else shown, mark.label, mark=True)
            start = end

    def marks_gone(self, place: Place) -> Iterator[Fragment]:
        """The footnote marks alone that the other side does not have here."""
        for mark in self.blocks[place.block].notes:
            at = Place(place.block, mark.offset, mark.offset)
            if at in self.changed and _belongs(mark.offset, place):
                yield Fragment(self.change, mark.label, mark=True)

    def _edges(self, block: Block, place: Place) -> list[int]:
        edges = {place.start, place.end, *(mark.offset for mark in block.notes)}
        for mark in block.marks:
            if mark.style == "italic":
                edges |= {mark.start, mark.end}
        return sorted(edge for edge in edges if place.start <= edge <= place.end)


def _belongs(offset: int, place: Place) -> bool:
    """Whether a mark goes with these words: the words before it, at the head of a block those after."""
    return place.start < offset <= place.end or (offset == place.start == 0 and place.end > 0)
