"""Compose edits on a document, and say at the end what has changed since it was read.

A character of the composed text knows which character it was when it was read, so edits of several
rounds fold into one tidy change per place without ever comparing two texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from linter.model.changes import BlockChange
from linter.model.diagnostic import Edit, MoveNote, Place, Replace, SetLabel, SetStyle
from linter.model.document import Document, Segment
from linter.model.values import dataclass, replace

if TYPE_CHECKING:
    from linter.editing.block import EditedBlock


def touches(edit: Edit) -> Place:
    """The place that an edit changes; two edits whose places overlap cannot be made in one round."""
    match edit:
        case Replace(block, start, end) | SetStyle(block, start, end):
            return Place(block, start, end)
        case MoveNote(block, offset, to):
            return Place(block, min(offset, to), max(offset, to))
        case SetLabel(block):
            return Place(block, -1, -1)


@dataclass(frozen=True, slots=True)
class Composition:
    """A document as read, and as it stands after the edits so far."""

    original: Document
    document: Document
    edited: dict[int, EditedBlock]

    @classmethod
    def of(cls, document: Document) -> Composition:
        """Nothing changed yet."""
        return cls(document, document, {})

    def has_place_of(self, edit: Edit) -> bool:
        """Whether what an edit changes stands here; after a change the text may be read as other blocks."""
        place = touches(edit)
        if place.block >= len(self.document.blocks):
            return False
        block = self.document.blocks[place.block]
        if isinstance(edit, MoveNote):
            return sum(note.offset == edit.offset for note in block.notes) > edit.nth
        return place.end <= len(block.text)

    def allows(self, edit: Edit) -> bool:
        """Whether the source lets this edit be made: locked text stays as it is."""
        place = touches(edit)
        block = self.document.blocks[place.block]
        if isinstance(edit, SetLabel):
            return block.label is not None and block.label.source is not None
        return not any(
            (segment.locked or (segment.seam and not _joins(edit, segment)))
            and segment.start < max(place.end, place.start + 1)
            and segment.end > place.start
            for segment in block.segments
        )

    def apply(self, edits: Iterable[Edit]) -> Composition:
        """The composition after ``edits``, all in offsets of ``self.document``; none overlap."""
        made = self._made(edits)
        blocks = list(self.document.blocks)
        for index, edited in made.items():
            blocks[index] = edited.block()
        return Composition(self.original, replace(self.document, blocks=tuple(blocks)), self.edited | made)

    def _made(self, edits: Iterable[Edit]) -> dict[int, EditedBlock]:
        from linter.editing.block import EditedBlock  # a check makes no edits

        by_block: dict[int, list[Edit]] = {}
        for edit in edits:
            by_block.setdefault(edit.block, []).append(edit)
        return {
            index: (self.edited.get(index) or EditedBlock.of(self.original.blocks[index])).apply(
                _from_the_end(block_edits)
            )
            for index, block_edits in by_block.items()
        }

    def read_from(self, place: Place) -> Place:
        """Where what now stands at ``place`` was when the document was read."""
        edited = self.edited.get(place.block)
        return place if edited is None else Place(place.block, *edited.read_from(place.start, place.end))

    def changes(self) -> tuple[BlockChange, ...]:
        """What a writer has to do, block by block; blocks that ended as they began are left out."""
        return _changes(self.edited)

    def changes_by(self, edits: Iterable[Edit]) -> tuple[BlockChange, ...]:
        """What ``edits`` alone would have a writer do, of the blocks that they concern."""
        return _changes(self._made(edits))


def _changes(edited: Mapping[int, EditedBlock]) -> tuple[BlockChange, ...]:
    found = (edited[index].change() for index in sorted(edited))
    return tuple(change for change in found if change is not None)


def _joins(edit: Edit, seam: Segment) -> bool:
    """Whether an edit joins the two paragraphs at a seam and does nothing else."""
    return edit == Replace(edit.block, seam.start, seam.end, " ")


def _from_the_end(edits: Sequence[Edit]) -> list[Edit]:
    """Edits in the order in which each leaves the offsets of those still to come alone."""
    return sorted(edits, key=lambda edit: (touches(edit).start, touches(edit).end), reverse=True)
