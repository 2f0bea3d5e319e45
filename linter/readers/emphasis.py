"""Emphasis by asterisks, underscores and tildes: which run of delimiters opens, which closes.

The rules are those of CommonMark (section 6.2), so that a draft reads as it is shown elsewhere.
"""

from __future__ import annotations

from linter.model.document import Style
from linter.model.source import Span
from linter.model.values import dataclass, field


@dataclass(slots=True)
class Run:
    """A run of one delimiter character in the source, and what of it came to be used.

    ``closes`` are used from the left, ``opens`` from the right; what is left between is text.
    """

    start: int
    end: int
    character: str
    can_open: bool
    can_close: bool
    size: int
    closes: list[tuple[Span, int]] = field(default_factory=list)
    opens: list[tuple[Span, int]] = field(default_factory=list)
    before: int = -1
    after: int = -1

    @property
    def length(self) -> int:
        """Delimiter characters not used yet."""
        return self.end - self.start


def make_run(text: str, start: int, end: int, left: int, right: int) -> Run:
    """The run ``text[start:end]`` with what its neighbours in ``text[left:right]`` let it do."""
    before = text[start - 1] if start > left else " "
    after = text[end] if end < right else " "
    space_before, space_after = before.isspace(), after.isspace()
    stop_before = not (space_before or before.isalnum())
    stop_after = not (space_after or after.isalnum())
    opens = not space_after and (not stop_after or space_before or stop_before)
    closes = not space_before and (not stop_before or space_after or stop_after)
    character = text[start]
    if character == "_":
        opens, closes = opens and (not closes or stop_before), closes and (not opens or stop_after)
    if character == "~" and end - start != 2:
        opens = closes = False
    return Run(start, end, character, opens, closes, end - start)


def pair(runs: list[Run]) -> list[Style]:
    """Match the runs of one paragraph; the styles are numbered as ``closes`` and ``opens`` refer to them."""
    styles: list[Style] = []
    floor: dict[tuple[str, bool, int], int] = {}
    _link(runs)
    index = 0
    while index < len(runs):
        closer = runs[index]
        if closer.can_close and closer.length:
            key = (closer.character, closer.can_open, closer.size % 3)
            opener = _opener(runs, index, floor.get(key, -1))
            if opener >= 0:
                _match(runs, opener, index, styles)
                continue
            floor[key] = closer.before
            if not closer.can_open:
                _unlink(runs, index)
        index += 1
    return styles


def _link(runs: list[Run]) -> None:
    for index, run in enumerate(runs):
        run.before, run.after = index - 1, index + 1


def _unlink(runs: list[Run], index: int) -> None:
    run = runs[index]
    if run.before >= 0:
        runs[run.before].after = run.after
    if run.after < len(runs):
        runs[run.after].before = run.before


def _opener(runs: list[Run], index: int, floor: int) -> int:
    """Index of the nearest run before ``index`` that the closer there can close, -1 without one."""
    closer = runs[index]
    candidate = closer.before
    while candidate > floor:
        run = runs[candidate]
        if run.can_open and run.character == closer.character and run.length and not _odd(run, closer):
            return candidate
        candidate = run.before
    return -1


def _odd(opener: Run, closer: Run) -> bool:
    """Whether CommonMark's rule of three forbids the match."""
    if not (opener.can_close or closer.can_open):
        return False
    if (opener.size + closer.size) % 3:
        return False
    return bool(opener.size % 3 or closer.size % 3)


def _match(runs: list[Run], first: int, second: int, styles: list[Style]) -> None:
    opener, closer = runs[first], runs[second]
    width = 2 if opener.length >= 2 and closer.length >= 2 else 1
    style: Style = "strike" if opener.character == "~" else "bold" if width == 2 else "italic"
    opener.opens.append((Span(opener.end - width, opener.end), len(styles)))
    closer.closes.append((Span(closer.start, closer.start + width), len(styles)))
    opener.end -= width
    closer.start += width
    styles.append(style)
    opener.after, closer.before = second, first
    if not opener.length:
        _unlink(runs, first)
    if not closer.length:
        _unlink(runs, second)
