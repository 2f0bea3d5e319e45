"""The alignment of two recognised texts."""

from __future__ import annotations

from collections.abc import Mapping

from linter.alignment.notes import hanging, marks, note_changes
from linter.alignment.paragraphs import Side, side_by_side
from linter.alignment.values import Alignment, Pair, PairKind
from linter.alignment.wording import stretches
from linter.model.resolution import Element, Resolution


def align(base: Resolution, draft: Resolution) -> Alignment:
    """Pair the paragraphs of ``base`` and ``draft`` by content, and say word by word what has changed.

    Takes time nearly linear in the length of both. Italics are compared where most paragraphs of
    both texts show some, footnote marks where both formats carry them.
    """
    body = side_by_side(_elements(base, notes=False), _elements(draft, notes=False))
    notes = _notes(base, draft, body)
    partner = {side.base[0]: side.draft[0] for side in notes if side.base and side.draft}
    compared = _Compared(base, draft, partner)
    pairs = tuple(compared.pair(side) for side in (*body, *notes))
    return Alignment(
        base=base,
        draft=draft,
        pairs=pairs,
        by_base={block: index for index, pair in enumerate(pairs) for block in pair.base},
        by_draft={block: index for index, pair in enumerate(pairs) for block in pair.draft},
    )


def _elements(resolution: Resolution, *, notes: bool) -> list[Element]:
    return [element for element in resolution.elements if (element.block.kind == "note") == notes]


def _notes(base: Resolution, draft: Resolution, body: list[Side]) -> list[Side]:
    ours, theirs = _elements(base, notes=True), _elements(draft, notes=True)
    positions = {element.block.index: place for place, element in enumerate(ours)}
    others = {element.block.index: place for place, element in enumerate(theirs)}
    known = hanging(body, base.document.blocks, draft.document.blocks)
    given = [(positions[one], others[other]) for one, other in known]
    return [Side(side.base, side.draft) for side in side_by_side(ours, theirs, given)]


class _Compared:
    """Makes pairs of two texts; ``partner`` tells which note of the draft answers to one of the base."""

    def __init__(self, base: Resolution, draft: Resolution, partner: Mapping[int, int]) -> None:
        self._base, self._draft, self._partner = base.document.blocks, draft.document.blocks, partner
        self._italics = shows_italics(base) and shows_italics(draft)
        self._footnotes = base.document.carries.footnotes and draft.document.carries.footnotes

    def pair(self, side: Side) -> Pair:
        """The pair of these blocks, compared word by word."""
        if not side.base or not side.draft:
            return Pair("new" if side.draft else "dropped", side.base, side.draft)
        base = [self._base[index] for index in side.base]
        draft = [self._draft[index] for index in side.draft]
        words = stretches(base, draft, italics=self._italics)
        notes = (
            tuple(note_changes(marks(base), marks(draft), words, self._partner)) if self._footnotes else ()
        )
        pair = Pair("unchanged", side.base, side.draft, words, notes)
        kind = _kind(side, changed=pair.changed)
        return Pair(kind, side.base, side.draft, words, notes)


def shows_italics(resolution: Resolution) -> bool:
    """Whether a text has its italics; one in which most paragraphs have none has lost them on its way."""
    shown = [
        any(mark.style == "italic" for mark in element.block.marks)
        for element in resolution.elements
        if element.role in ("preambular", "operative")
    ]
    return sum(shown) * 2 > len(shown)


def _kind(side: Side, *, changed: bool) -> PairKind:
    if len(side.draft) > 1:
        return "split"
    if len(side.base) > 1:
        return "merged"
    if not side.in_order:
        return "moved"
    return "changed" if changed else "unchanged"
