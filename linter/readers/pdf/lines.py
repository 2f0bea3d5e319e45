"""From stretches of text to lines: what stands on one baseline, raised figures with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linter.model.values import dataclass
from linter.readers.pdf.order import lines_in_order
from linter.readers.pdf.pages import Page, Run

_GAP = 0.16  # of the size of the letters: more than between two letters, less than the narrowest space
_SAME_LINE = 0.25  # how far baselines may lie apart, as a share of the size
_RAISED = (0.12, 0.7)  # how far a raised figure stands above its line
_SMALL = 0.85
_NEAREST = 6  # how many pieces of a line are looked at to tell whether another one follows
_OVERLAP = 0.6


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a line in one look; ``spaced`` tells that white space stands before them."""

    text: str
    left: float
    spaced: bool
    italic: bool
    bold: bool
    raised: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its place, the size most of it is set in, its words.

    ``base`` is the baseline, from the foot of the page. ``outside`` tells that the file calls it no part
    of the text. ``text`` has raised figures too; ``worded`` tells that letters or figures stand in it,
    ``bold`` that all of them are bold, ``styled`` that all are bold or all italic.
    """

    page: int
    left: float
    right: float
    base: float
    size: float
    outside: bool
    pieces: tuple[Piece, ...]
    text: str
    worded: bool
    bold: bool
    styled: bool


def lines(number: int, page: Page) -> list[Line]:
    """The lines of a page in the order in which it is read."""
    return [_line(number, runs) for runs in lines_in_order(page, _gathered)]


def _gathered(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """The runs of each line."""
    line: list[Run] = []
    for run in runs:
        if line and not _belongs(run, line):
            yield line
            line = []
        line.append(run)
    if line:
        yield line


def _belongs(run: Run, line: Sequence[Run]) -> bool:
    """Whether ``run`` goes on with a line: to the right of it, on its baseline or raised above it."""
    last = line[-1]
    if run.left < last.right - _OVERLAP * max(run.size, last.size):
        return False
    near = line[-_NEAREST:]
    size = max(run.size, *(other.size for other in near))
    distance = min(abs(run.base - other.base) for other in near)
    alike = min(run.size, last.size) > _SMALL * max(run.size, last.size)
    return distance <= (_SAME_LINE if alike else _RAISED[1]) * size


def _line(number: int, runs: Sequence[Run]) -> Line:
    size = max(runs, key=lambda run: len(run.text) * run.size).size
    base = max(runs, key=lambda run: (run.size > _SMALL * size) * len(run.text)).base
    pieces = tuple(_pieces(runs, size, base))
    worded = [piece for piece in pieces if not piece.raised and any(map(str.isalnum, piece.text))]
    bold = bool(worded) and all(piece.bold for piece in worded)
    return Line(
        page=number,
        left=runs[0].left,
        right=max(run.right for run in runs),
        base=base,
        size=size,
        outside=all(run.outside for run in runs),
        pieces=pieces,
        text="".join(f" {piece.text}" if piece.spaced else piece.text for piece in pieces).strip(),
        worded=bool(worded),
        bold=bold,
        styled=bold or (bool(worded) and all(piece.italic for piece in worded)),
    )


def _pieces(runs: Sequence[Run], size: float, base: float) -> Iterator[Piece]:
    before: Run | None = None
    for run in runs:
        low, high = _RAISED
        raised = run.size < _SMALL * size and low * size < run.base - base < high * size
        yield Piece(run.text, run.left, _spaced(before, run), run.italic, run.bold, raised)
        before = run


def _spaced(before: Run | None, run: Run) -> bool:
    """Whether white space stands between two runs: the file has it, or there is room for it."""
    if before is None:
        return False
    if before.text[-1].isspace() or run.text[0].isspace():
        return True
    return run.left - before.right > _GAP * min(run.size, before.size)
