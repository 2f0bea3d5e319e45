"""Footnotes: paired by the paragraphs that they hang on, then by content; and marks that came or went."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from linter.alignment.chain import Edge, heaviest_rising
from linter.alignment.likeness import Likeness
from linter.alignment.paragraphs import Side
from linter.alignment.values import NoteChange, Stretch
from linter.model.diagnostic import Place
from linter.model.document import Block
from linter.model.values import NamedTuple

_MANY = 400
_ENOUGH = 0.2
_PLACE = 0.3  # for the first, second … note in paragraphs that have equally many


class Mark(NamedTuple):
    """A footnote mark in a block, and its note's block."""

    block: int
    offset: int
    note: int | None


def marks(blocks: Iterable[Block]) -> list[Mark]:
    """The footnote marks of some blocks, in order."""
    return [Mark(block.index, mark.offset, mark.note) for block in blocks for mark in block.notes]


def hanging(
    sides: Iterable[Side], base: Sequence[Block], draft: Sequence[Block]
) -> Iterator[tuple[int, int]]:
    """Notes (their blocks) that are alike, or in one place, in paragraphs that answer to each other."""
    met: set[int] = set()
    other_met: set[int] = set()
    for side in sides:
        ours = _notes((base[index] for index in side.base), met)
        theirs = _notes((draft[index] for index in side.draft), other_met)
        if not ours or not theirs or len(ours) * len(theirs) > _MANY:
            continue
        like = Likeness([base[note].text for note in ours], [draft[note].text for note in theirs])
        even = len(ours) == len(theirs)
        edges = [
            Edge(one, other, like.score(one, other) + (_PLACE if even and one == other else 0.01))
            for one in range(len(ours))
            for other in range(len(theirs))
        ]
        for edge in heaviest_rising([one for one in edges if one.weight > _ENOUGH]):
            yield ours[edge.base], theirs[edge.draft]


def _notes(blocks: Iterable[Block], met: set[int]) -> list[int]:
    """The notes that are referred to here first."""
    found = []
    for mark in marks(blocks):
        if mark.note is not None and mark.note not in met:
            met.add(mark.note)
            found.append(mark.note)
    return found


def note_changes(
    base: Sequence[Mark], draft: Sequence[Mark], words: Sequence[Stretch], partner: Mapping[int, int]
) -> Iterator[NoteChange]:
    """What became of the footnote marks of a pair; ``partner`` leads from the base's notes to the draft's."""
    left = list(draft)
    for mark in base:
        answering = [one for one in left if _is_note(mark, one, partner)]
        staying = next((one for one in answering if _stays(mark, one, words)), None)
        if staying is not None:
            left.remove(staying)
            continue
        moved = answering[0] if answering else None
        if moved is not None:
            left.remove(moved)
        yield NoteChange(_place(mark), _place(moved) if moved else None)
    yield from (NoteChange(None, _place(mark)) for mark in left)


def _is_note(mark: Mark, other: Mark, partner: Mapping[int, int]) -> bool:
    if mark.note is None or other.note is None:
        return True
    return partner.get(mark.note) == other.note


def _stays(mark: Mark, other: Mark, words: Collection[Stretch]) -> bool:
    """Whether a mark of the draft stands where one of the base stood."""
    for one in words:
        inside = one.base.block == mark.block and one.base.start <= mark.offset <= one.base.end
        if not inside or one.draft.block != other.block:
            continue
        if one.kind in ("same", "restyled") and _size(one.base) == _size(one.draft):
            if mark.offset - one.base.start == other.offset - one.draft.start:
                return True
        elif one.draft.start <= other.offset <= one.draft.end:
            return True
    return not words and not mark.offset and not other.offset


def _size(place: Place) -> int:
    return place.end - place.start


def _place(mark: Mark) -> Place:
    return Place(mark.block, mark.offset, mark.offset)
