"""Which paragraph of the base a new one is set like."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable

from linter.model.resolution import Element, Resolution, Role

_ALIKE: dict[Role, tuple[Role, ...]] = {
    "preambular": ("operative", "other"),
    "operative": ("preambular", "other"),
    "subparagraph": ("operative", "preambular"),
    "heading": ("title",),
    "title": ("heading",),
    "organ": ("preambular", "operative"),
    "adoption": ("vote", "organ", "preambular"),
    "vote": ("adoption", "organ", "preambular"),
    "annex": ("other", "operative", "preambular"),
    "other": ("annex", "preambular", "operative"),
}


class Models:
    """The paragraphs of a Word document by what they are."""

    def __init__(self, base: Resolution) -> None:
        self._places: dict[Hashable, list[int]] = {}
        for element in base.elements:
            if element.block.kind != "note" and element.block.text:
                labelled = element.block.label is not None
                for key in _keys(element, labelled):
                    self._places.setdefault(key, []).append(element.block.index)

    def like(self, element: Element, near: int, *, labelled: bool) -> int | None:
        """The paragraph of the base most like a new one, nearest to ``near``; None in an empty base."""
        for key in _keys(element, labelled):
            places = self._places.get(key)
            if places:
                at = bisect_left(places, near)
                return min(places[max(at - 1, 0) : at + 2], key=lambda place: abs(place - near))
        return None


def _keys(element: Element, labelled: bool) -> list[Hashable]:
    """What a paragraph is, from the most to the least exact."""
    role, level = element.role, element.level
    named = [(role, level, labelled), (role, labelled)]
    return [*named, *((one, labelled) for one in _ALIKE.get(role, ())), (labelled,), ()]
