"""Chains that rise on both sides: the longest, and the one of the greatest weight."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from linter.model.values import NamedTuple


class Edge(NamedTuple):
    """A possible pair: positions on both sides, and how much it is worth."""

    base: int
    draft: int
    weight: float


def longest_rising(values: Sequence[int]) -> list[int]:
    """Indexes of a longest strictly rising subsequence."""
    ends: list[int] = []
    indexes: list[int] = []
    before = [-1] * len(values)
    for index, value in enumerate(values):
        place = bisect_left(ends, value)
        before[index] = indexes[place - 1] if place else -1
        ends[place : place + 1] = [value]
        indexes[place : place + 1] = [index]
    return _traced(before, indexes[-1] if indexes else -1)


def heaviest_rising(edges: Sequence[Edge]) -> list[Edge]:
    """The chain of edges, strictly rising on both sides, with the greatest sum of weights."""
    order = sorted(edges, key=lambda edge: (edge.base, -edge.draft))
    columns = {draft: place for place, draft in enumerate(sorted({edge.draft for edge in order}), 1)}
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(columns) + 1)
    before = [-1] * len(order)
    best = (0.0, -1)
    for index, edge in enumerate(order):
        sum_before, before[index] = _greatest(tree, columns[edge.draft] - 1)
        total = (sum_before + edge.weight, index)
        _raise(tree, columns[edge.draft], total)
        best = max(best, total)
    return [order[index] for index in _traced(before, best[1])]


def _greatest(tree: Sequence[tuple[float, int]], column: int) -> tuple[float, int]:
    """The greatest total at columns 1 to ``column``."""
    found = (0.0, -1)
    while column > 0:
        found = max(found, tree[column])
        column -= column & -column
    return found


def _raise(tree: list[tuple[float, int]], column: int, total: tuple[float, int]) -> None:
    while column < len(tree):
        tree[column] = max(tree[column], total)
        column += column & -column


def _traced(before: Sequence[int], last: int) -> list[int]:
    chain = []
    while last >= 0:
        chain.append(last)
        last = before[last]
    return chain[::-1]
