"""What pages carry besides the text: running heads, page numbers, job numbers, the rule above the notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile

from linter.model.values import dataclass
from linter.readers.pdf.lines import Line

_SYMBOL = r"[A-Z]{1,6}(?:/[A-Z0-9][A-Za-z0-9.()-]*)+(?:\s?\(\d{4}\))?\*?"
_NUMBER = r".{0,6}\d{2}[-–‑]\d{4,6}.{0,12}"  # of the job
_RUNNING = re.compile(
    rf"""
    (?: United\sNations\s )? {_SYMBOL}
  | (?: [Pp]age\s | -\s? )? \d{{1,4}} (?: \s?/\s?\d{{1,4}} | \sof\s\d{{1,4}} )? (?: \s?- )?
  | (?: {_SYMBOL} | {_NUMBER} ) (?: \s (?:[Pp]age\s)? \d{{1,4}} (?:\s?/\s?\d{{1,4}})? )?
  | \d{{1,4}} (?:\s?/\s?\d{{1,4}})? \s (?: {_SYMBOL} | {_NUMBER} )
    """,
    re.VERBOSE,
)
_TITLED = re.compile(rf"{_SYMBOL}\s.*|.*\s{_SYMBOL}")  # the symbol, and the title beside it
_JOB = re.compile(
    r"""
    (?: GE | [NV] )? \.? \s? \d{2} [-\s–‑]? \d{4,6} (?: \s* \( [A-Z] \) )? [\s\d*]* (?: Please\srecycle .* )?
  | \* [\d\s]{5,12} \* (?: \s.{0,20} )?
  | (?: .{0,10} \s )? Please\srecycle .*
    """,
    re.VERBOSE,
)
_RULE = re.compile(r"[_—–-]{5,}|\s*_(?:\s?_)+\s*")
_LABEL = re.compile(r"\d{1,3}|\*{1,4}|[a-z]|[†‡]")
_EDGE = 0.13  # of the height of a page: how far running heads and feet reach
_APART = (1.45, 2.1)  # of the size of the letters: how far feet and heads stand apart from the text
_SMALLER = 0.93
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of one page that are text: those of the body, and those of the notes below it."""

    body: list[Line]
    notes: list[Line]


def sheets(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[Sheet]:
    """The text of each page without its furniture.

    On the first page what stands above the text is the masthead, and stays.
    """
    trusted = _marks_furniture(pages)
    size = body_size(pages)
    often = _repeated(pages, heights)
    result: list[Sheet] = []
    for number, (lines, height) in enumerate(zip(pages, heights, strict=True)):
        furniture = _running(lines, height, often, number) | _job(lines, height)
        furniture -= _answering(lines, size)
        if trusted:
            furniture |= _outside(lines, number)
        kept = [line for index, line in enumerate(lines) if index not in furniture]
        result.append(_parted(kept, size, notes_go_on=bool(result and result[-1].notes)))
    return result


def body_size(pages: Iterable[Iterable[Line]]) -> float:
    """The size that most of the text is set in."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def starts_note(line: Line, size: float) -> str:
    """The label of the note that begins with this line, "" for any other line.

    ``size`` is that of the body: where the notes are not smaller, a figure has to be raised to be a label.
    """
    first = line.pieces[0]
    words = _LABEL.match(first.text)
    if not words:
        return ""
    label, rest = words[0], first.text[words.end() :]
    if len(line.pieces) == 1 and not rest.strip():
        return ""
    if not rest.strip() and (rest or line.pieces[1].spaced or first.raised):
        plain = label.startswith(("*", "†", "‡")) or (line.size < _SMALLER * size and label.isdigit())
        return label if first.raised or plain else ""
    small = line.size < _SMALLER * size and rest[:1].isspace() and not label.isalpha()
    return label if small else ""


def _answering(lines: Sequence[Line], size: float) -> set[int]:
    """Lines that begin the note of a mark above them, though they look like a page number and a symbol."""
    marks: set[str] = set()
    found = set()
    for index, line in enumerate(lines):
        label = starts_note(line, size)
        if label and (line.pieces[0].raised or label in marks):
            found.add(index)
        marks.update(piece.text.strip() for piece in line.pieces if piece.raised)
    return found


def _marks_furniture(pages: Sequence[Sequence[Line]]) -> bool:
    """Whether the file tells its furniture from its text, and does not call most of its text furniture."""
    sizes = Counter[bool]()
    for lines in pages:
        for line in lines:
            sizes[line.outside] += len(line.text)
    return sizes[True] * 2 < sizes[False]


def _outside(lines: Sequence[Line], page: int) -> set[int]:
    """What the file calls furniture; not the masthead, nor the rule above the notes."""
    top = max((line.base for line in lines if not line.outside), default=0.0)
    return {
        index
        for index, line in enumerate(lines)
        if line.outside and not (page == 0 and line.base > top) and not _RULE.fullmatch(line.text)
    }


def _job(lines: Sequence[Line], height: float) -> set[int]:
    """Job numbers, their bar codes and the request to recycle."""
    return {
        index
        for index, line in enumerate(lines)
        if line.base < 2 * _EDGE * height and _JOB.fullmatch(line.text)
    }


def _running(lines: Sequence[Line], height: float, often: set[str], page: int) -> set[int]:
    """Heads and feet: they stand at the edge, apart, and have a number or symbol or are repeated."""
    order = sorted(range(len(lines)), key=lambda index: lines[index].base)
    feet = [index for index in order if lines[index].base < _EDGE * height]
    found = _edge(lines, feet, order, _APART[0], lambda line: _is_running(line, often))
    if page:
        order.reverse()
        heads = [index for index in order if lines[index].base > (1 - _EDGE) * height]
        found |= _edge(lines, heads, order, _APART[1], lambda line: _is_head(line, often))
    return found | set(takewhile(lambda index: _is_running(lines[index], often), order if page else ()))


def _edge(
    lines: Sequence[Line],
    near: Sequence[int],
    order: Sequence[int],
    apart: float,
    runs: Callable[[Line], bool],
) -> set[int]:
    """The lines at an edge before the first gap, when one of them is what ``runs`` through the pages."""
    for position, index in enumerate(near):
        after = lines[order[position + 1]] if position + 1 < len(order) else None
        if after is None or abs(after.base - lines[index].base) > apart * max(lines[index].size, after.size):
            group = near[: position + 1]
            return set(group) if any(runs(lines[i]) for i in group) else set()
    return set()


def _is_running(line: Line, often: set[str]) -> bool:
    return _RUNNING.fullmatch(line.text) is not None or _masked(line) in often


def _is_head(line: Line, often: set[str]) -> bool:
    return _is_running(line, often) or _TITLED.fullmatch(line.text) is not None


def _masked(line: Line) -> str:
    return _DIGITS.sub("0", line.text)


def _repeated(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> set[str]:
    """What stands at the edges of several pages, whatever its digits."""
    seen: Counter[str] = Counter()
    for lines, height in zip(pages, heights, strict=True):
        edge = (line for line in lines if not _EDGE * height < line.base < (1 - _EDGE) * height)
        seen.update({_masked(line) for line in edge})
    return {text for text, number in seen.items() if number > 1}


def _parted(lines: list[Line], size: float, *, notes_go_on: bool) -> Sheet:
    """The body of a page and its notes, which begin below a rule or are smaller."""
    rules = [index for index, line in enumerate(lines) if _RULE.fullmatch(line.text)]
    for index in rules:
        below = lines[index + 1 :]
        if below and (starts_note(below[0], size) or (notes_go_on and below[0].size < _SMALLER * size)):
            return Sheet(_without_rules(lines[:index]), _without_rules(below))
    first = len(lines)
    while first and lines[first - 1].size < _SMALLER * size:
        first -= 1
    while first < len(lines) and not starts_note(lines[first], size):
        first += 1
    return Sheet(_without_rules(lines[:first]), _without_rules(lines[first:]))


def _without_rules(lines: Iterable[Line]) -> list[Line]:
    return [line for line in lines if not _RULE.fullmatch(line.text)]
