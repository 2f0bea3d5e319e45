"""In which order the text of a page is read: that of the file, of two columns, or from top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from statistics import median

from linter.readers.pdf.pages import Page, Run

_GUTTER = 5  # half the width of the gap between two columns
_CLEAR = 0.9  # of the rows leave the gap free
_BOTH = 0.3  # of the rows have words on both sides
_FEWEST = 12
_ROW = 0.25  # of the size of the letters: what baselines of one row differ by
_SMALL, _RAISE = 0.8, 0.33
_JUMPS = 3
_DISORDER = 10

Gather = Callable[[Sequence[Run]], Iterator[list[Run]]]


def lines_in_order(page: Page, gather: Gather) -> list[list[Run]]:
    """The lines of a page, gathered from its text in the order in which it is read.

    Of two columns the right one is moved below the left one's edges, so that both are set alike.
    """
    rows = _rows(page.runs)
    if not _has_columns(rows, page.width / 2):
        return _orderly(page.runs, gather)
    middle = page.width / 2
    left = [run for run in page.runs if run.left < middle]
    right = [run for run in page.runs if run.left >= middle]
    shift = min(run.left for run in right) - min(run.left for run in left)
    moved = [run._replace(left=run.left - shift, right=run.right - shift) for run in right]
    return [*_orderly(left, gather), *_orderly(moved, gather)]


def _orderly(runs: Sequence[Run], gather: Gather) -> list[list[Run]]:
    """The lines in the order of the file or, where that jumps about, from top to bottom."""
    found = list(gather(runs))
    jumps = sum(after[0].base > before[0].base + before[0].size for before, after in pairwise(found))
    if jumps <= _JUMPS or jumps * _DISORDER <= len(found):
        return found
    return list(gather([run for row in _rows(runs) for run in sorted(row, key=attrgetter("left"))]))


def _rows(runs: Sequence[Run]) -> list[list[Run]]:
    """What stands on one height, from the top; raised figures with the words that they follow."""
    if not runs:
        return []
    usual = median(run.size for run in runs)

    def height(run: Run) -> float:
        return run.base - (_RAISE * usual if run.size < _SMALL * usual else 0)

    rows: list[list[Run]] = []
    for run in sorted(runs, key=height, reverse=True):
        if not rows or height(rows[-1][0]) - height(run) > _ROW * usual:
            rows.append([])
        rows[-1].append(run)
    return rows


def _has_columns(rows: Sequence[Sequence[Run]], middle: float) -> bool:
    """Whether nearly all rows leave the middle of the page free, and many have words on both sides of it."""
    if len(rows) < _FEWEST:
        return False
    sides = [
        (
            any(run.right < middle for run in row),
            any(run.left > middle for run in row),
            _is_clear(row, middle),
        )
        for row in rows
    ]
    clear = sum(free for _, _, free in sides)
    both = sum(left and right and free for left, right, free in sides)
    return clear > _CLEAR * len(rows) and both > _BOTH * len(rows)


def _is_clear(row: Sequence[Run], middle: float) -> bool:
    return not any(run.left < middle + _GUTTER and run.right > middle - _GUTTER for run in row)
