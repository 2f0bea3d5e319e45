"""Blocks of two texts put side by side, before their words are compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linter.alignment.matching import Match, Matcher
from linter.model.resolution import Element
from linter.model.values import NamedTuple


class Side(NamedTuple):
    """Blocks that answer to each other, by index; ``in_order`` is False for what has moved."""

    base: tuple[int, ...]
    draft: tuple[int, ...]
    in_order: bool = True


def side_by_side(
    base: Sequence[Element], draft: Sequence[Element], given: Iterable[tuple[int, int]] = ()
) -> list[Side]:
    """Every element once, in the order of the draft, what was dropped after what stood before it.

    ``given`` are pairs of positions in ``base`` and ``draft`` that are known to answer to each other.
    """
    matches = Matcher(base, draft).matches(given)
    return [
        Side(_blocks(base, match.base), _blocks(draft, match.draft), match.in_order)
        for match in _ordered(matches, len(base), len(draft))
    ]


def _blocks(elements: Sequence[Element], positions: Sequence[int]) -> tuple[int, ...]:
    return tuple(elements[position].block.index for position in positions)


def _ordered(matches: Sequence[Match], base: int, draft: int) -> Iterator[Match]:
    by_base = {position: match for match in matches for position in match.base}
    by_draft = {position: match for match in matches for position in match.draft}
    dropped: dict[int, list[int]] = {}
    after = -1
    for position in range(base):
        match = by_base.get(position)
        if match is None:
            dropped.setdefault(after, []).append(position)
        elif match.in_order:
            after = max(after, match.draft[0])
    for position in range(-1, draft):
        match = by_draft.get(position)
        if match is None and position >= 0:
            yield Match([], [position])
        elif match is not None and match.draft[0] == position:
            yield match
        yield from (Match([one], []) for one in dropped.get(position, ()))
