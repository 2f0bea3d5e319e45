"""Stretches of text inside nested elements made into the words of one block, spaced as a browser does."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from linter.model.document import Label, Mark, NoteMark, Segment, Style
from linter.model.source import Span
from linter.model.values import NamedTuple, dataclass, replace
from linter.readers.labels import find_label
from linter.readers.words import Words, trimmed, without

_COLLAPSING = re.compile(r"[ \t\n\r\f]{2,}|[\t\n\r\f]|\A | \Z")
_LINE_ENDS = re.compile(r"[ \t]*[\t\n\r][ \t\n\r]*")
_SPACES = " \t\n\r\f"


@dataclass(slots=True, eq=False)
class Inline:
    """An element that sets styles or is a link.

    ``styles`` says which styles it switches on or off. ``alone`` tells that it does nothing else, so that
    its tags are the delimiters of that one style. ``href`` is the target of a link within the document.
    """

    name: str
    opening: Span
    styles: Mapping[Style, bool]
    alone: bool
    href: str = ""
    closing: Span | None = None


class Run(NamedTuple):
    """``source[start:end]`` shown as ``text``, within elements from the outermost to the innermost."""

    text: str
    start: int
    end: int
    within: tuple[Inline, ...] = ()

    @property
    def blank(self) -> bool:
        """Whether a browser shows at most a space."""
        return not self.text.strip(_SPACES)

    @property
    def plain(self) -> bool:
        """Whether each character has a source character of its own."""
        return len(self.text) == self.end - self.start

    def part(self, start: int, end: int) -> Run:
        """The piece of a plain run at these places of the source."""
        return Run(self.text[start - self.start : end - self.start], start, end, self.within)


class NoteRun(NamedTuple):
    """A footnote mark between stretches of text."""

    mark: NoteMark


class _Styled(NamedTuple):
    start: int
    end: int
    within: tuple[Inline, ...]


class _Joined:
    """Text and segments, white space collapsed; where it is ``kept``, only at ends of lines."""

    def __init__(self, kept: bool) -> None:
        self._kept = kept
        self.parts: list[str] = []
        self.length = 0
        self.segments: list[Segment] = []
        self.spaced = True

    def add(self, run: Run) -> None:
        if not run.plain:
            self._unit(run)
            return
        text, position = run.text, 0
        if self._kept and self.spaced and text[0] == " ":
            position = len(text) - len(text.lstrip(_SPACES))
            self._space(run.start, run.start + position)
        for spaces in (_LINE_ENDS if self._kept else _COLLAPSING).finditer(text, position):
            self._words(text[position : spaces.start()], run.start + position)
            position = spaces.end()
            self._space(run.start + spaces.start(), run.start + position)
        self._words(text[position:], run.start + position)

    def _words(self, text: str, start: int) -> None:
        if text:
            self._append(text, start, start + len(text))
            self.spaced = False

    def _unit(self, run: Run) -> None:
        if run.blank and not (self._kept and run.text == "\t"):
            self._space(run.start, run.end)
        else:
            self._append(run.text, run.start, run.end)
            self.spaced = False

    def _space(self, start: int, end: int) -> None:
        after_space = self._kept and self.parts and self.parts[-1][-1] == " "
        if not self.spaced and not after_space:
            self._append(" ", start, end)
            self.spaced = True
        elif self.segments:
            self._widen_space(start, end)

    def _widen_space(self, start: int, end: int) -> None:
        """More white space after a space: one unit with it, or, behind a tag, a reason to leave it alone."""
        last = self.segments.pop()
        adjoining = last.source_end == start
        head = last.end - 1
        if last.linear and last.start < head:
            self.segments.append(Segment(last.start, head, last.source_start, last.source_end - 1))
            last = Segment(head, last.end, last.source_end - 1, last.source_end)
        source_end = end if adjoining else last.source_end
        locked = last.locked or not adjoining
        self.segments.append(Segment(last.start, last.end, last.source_start, source_end, locked))

    def _append(self, text: str, start: int, end: int) -> None:
        length = self.length + len(text)
        last = self.segments[-1] if self.segments else None
        linear = len(text) == end - start
        if last and linear and last.linear and last.source_end == start and not last.locked:
            self.segments[-1] = Segment(last.start, length, last.source_start, end)
        else:
            self.segments.append(Segment(self.length, length, start, end))
        self.parts.append(text)
        self.length = length


def compose(runs: Sequence[Run | NoteRun], span: Span, *, kept: bool = False) -> Words:
    """The words of a block at ``span`` of the source, without white space at its ends.

    Where white space is ``kept``, a run of spaces within a line stays as it is.
    """
    joined = _Joined(kept)
    styled: list[_Styled] = []
    notes: list[NoteMark] = []
    for run in runs:
        if isinstance(run, NoteRun):
            notes.append(replace(run.mark, offset=joined.length))
            continue
        start = joined.length
        joined.add(run)
        if joined.length > start:
            styled.append(_Styled(start, joined.length, run.within))
    words = Words("".join(joined.parts), joined.segments, span, _marks(styled, span), notes)
    return trimmed(words)


def without_label(words: Words, source: str) -> tuple[Words, Label | None]:
    """``words`` without the label typed before them, and the label.

    A label that is not written in one piece (with tags or entities in it) has no place of its own.
    """
    typed = find_label(words.text)
    if typed is None:
        return words, None
    span = Span(words.source_at(0), words.source_at(typed.end - 1) + 1)
    label = Label(typed.text, span if source[span.start : span.end] == typed.text else None)
    return without(words, [(0, typed.words)]), label


def _marks(styled: Sequence[_Styled], span: Span) -> list[Mark]:
    """One mark for each unbroken stretch of a style."""
    found: list[tuple[int, int, Style, set[tuple[Inline, ...]]]] = []
    last: dict[Style, int] = {}
    for start, end, within in styled:
        for style, givers in _givers(within).items():
            index = last.get(style, -1)
            if index >= 0 and found[index][1] == start:
                found[index][3].add(givers)
                found[index] = (found[index][0], end, style, found[index][3])
            else:
                last[style] = len(found)
                found.append((start, end, style, {givers}))
    extents: dict[int, Span] = {}
    for start, end, within in styled:
        for inline in within:
            extents[id(inline)] = Span(extents.get(id(inline), Span(start, end)).start, end)
    return [_mark(Span(start, end), style, chains, extents, span) for start, end, style, chains in found]


def _givers(within: tuple[Inline, ...]) -> dict[Style, tuple[Inline, ...]]:
    """The styles in force, each with the elements that give it."""
    givers: dict[Style, tuple[Inline, ...]] = {}
    for inline in within:
        for style, on in inline.styles.items():
            if on:
                givers[style] = (*givers.get(style, ()), inline)
            else:
                givers.pop(style, None)
    return givers


def _mark(
    place: Span, style: Style, chains: set[tuple[Inline, ...]], extents: Mapping[int, Span], block: Span
) -> Mark:
    """A mark, with its delimiters if they are its own, stand together and lie within the block."""
    chain = next(iter(chains))
    own = len(chains) == 1 and all(inline.alone and extents[id(inline)] == place for inline in chain)
    openings = [inline.opening for inline in chain]
    closings = [inline.closing for inline in reversed(chain) if inline.closing]
    if own and len(closings) == len(chain) and _contiguous(openings) and _contiguous(closings):
        opening = Span(openings[0].start, openings[-1].end)
        closing = Span(closings[0].start, closings[-1].end)
        if block.start <= opening.start and closing.end <= block.end:
            return Mark(*place, style, opening, closing)
    return Mark(*place, style)


def _contiguous(spans: Sequence[Span]) -> bool:
    return all(left.end == right.start for left, right in pairwise(spans))
