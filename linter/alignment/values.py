"""What an alignment says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from linter.model.diagnostic import Place
from linter.model.resolution import Resolution
from linter.model.values import dataclass

PairKind = Literal["unchanged", "changed", "new", "dropped", "moved", "split", "merged"]
StretchKind = Literal["same", "restyled", "replaced", "inserted", "deleted"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a pair: where they stand in the base and in the draft.

    "same" words stand in both, "restyled" ones too, but in italics in one alone; "replaced" words gave way
    to others; for "inserted" words ``base`` is the empty place where they would have stood, for "deleted"
    ones ``draft`` is.
    """

    kind: StretchKind
    base: Place
    draft: Place


@dataclass(frozen=True, slots=True)
class NoteChange:
    """A footnote mark that came, went or moved within a pair: where it stands, None where it does not.

    Places are empty. A mark with another number is no change, nor is one whose note has other words: the
    note has a pair of its own.
    """

    base: Place | None
    draft: Place | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Blocks of the base and of the draft that answer to each other.

    ``base`` and ``draft`` are block indexes, one on each side, except: none in ``base`` for "new", none in
    ``draft`` for "dropped", several in ``draft`` for "split" and several in ``base`` for "merged". A "moved"
    paragraph may have changed as well: ``changed`` tells. ``stretches`` tile the words of both sides in
    order; empty for "new" and "dropped". A number or label alone is no change, nor are straight for curly
    quotation marks, no-break for other spaces.
    """

    kind: PairKind
    base: tuple[int, ...]
    draft: tuple[int, ...]
    stretches: tuple[Stretch, ...] = ()
    notes: tuple[NoteChange, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether words, italics or footnote marks differ."""
        return not self.stretches or bool(self.notes) or any(one.kind != "same" for one in self.stretches)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Every block of two recognised texts in exactly one pair.

    ``pairs`` are in the reading order of the draft, footnotes last, dropped ones after what stood before
    them; ``by_base`` and ``by_draft`` tell for each block the index of its pair.
    """

    base: Resolution
    draft: Resolution
    pairs: tuple[Pair, ...]
    by_base: Mapping[int, int]
    by_draft: Mapping[int, int]

    def of_base(self, block: int) -> Pair:
        """The pair of a block of the base."""
        return self.pairs[self.by_base[block]]

    def of_draft(self, block: int) -> Pair:
        """The pair of a block of the draft."""
        return self.pairs[self.by_draft[block]]

    def agreed(self, block: int, start: int, end: int) -> bool:
        """Whether ``[start, end)`` of a block of the draft stands in the base without any change.

        For an empty place: whether the words on both sides of it do.
        """
        pair = self.of_draft(block)
        left, right = (start, end) if start < end else (start - 1, end + 1)
        return bool(pair.stretches) and not any(
            one.draft.block == block
            and one.kind != "same"
            and one.draft.start < right
            and one.draft.end > left
            for one in pair.stretches
        )
