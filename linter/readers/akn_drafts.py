"""Blocks, numbers and footnotes of AKN4UN under way."""

from __future__ import annotations

from linter.model.document import Block, Label
from linter.model.source import Span
from linter.model.values import dataclass, field
from linter.readers.markup_text import NoteRun, Run


@dataclass(slots=True)
class BlockDraft:
    """A block under way; ``spaced`` tells that a footnote mark stands last and follows white space."""

    runs: list[Run | NoteRun] = field(default_factory=list)
    start: int | None = None
    end: int = 0
    said: set[str] = field(default_factory=set)
    spaced: bool = False

    def reach(self, place: Span) -> None:
        """Extend the block over ``place``."""
        if self.start is None:
            self.start = place.start
        self.end = place.end

    @property
    def begun(self) -> bool:
        """Whether words stand in it."""
        return any(isinstance(run, Run) and not run.blank for run in self.runs)

    def shown(self) -> str:
        """Its text, unspaced."""
        return "".join(run.text for run in self.runs if isinstance(run, Run))


@dataclass(slots=True)
class Number:
    """A number (``num``) that waits for its paragraph; ``start`` is where its element starts."""

    start: int
    text: str = ""
    first: int = -1
    end: int = -1

    def add(self, text: str, place: Span) -> None:
        """Take characters."""
        self.text += text
        if text.strip():
            if self.first < 0:
                self.first = place.start + len(text) - len(text.lstrip())
            self.end = place.end - (len(text) - len(text.rstrip()))

    def label(self) -> Label | None:
        """The number as a label, None for an empty one."""
        text = self.text.strip()
        return Label(text, Span(self.first, self.end)) if text else None


@dataclass(slots=True)
class Note:
    """A footnote: its place among all, how deep its element stands, its label, where it starts.

    ``outer`` is the block that it interrupts, ``number`` the number that block still waits for.
    """

    index: int
    depth: int
    label: Label
    start: int
    outer: BlockDraft
    number: Number | None
    blocks: list[Block] = field(default_factory=list)


def ends_line(runs: list[Run | NoteRun]) -> bool:
    """Whether ``runs`` end in white space with the end of a line in it."""
    tail = "".join(run.text for run in runs[-3:] if isinstance(run, Run))
    return "\n" in tail[len(tail.rstrip()) :]


def cut_spaces(runs: list[Run | NoteRun]) -> list[Run]:
    """Take the white space off the end of ``runs``."""
    spaces: list[Run] = []
    while runs and isinstance(last := runs[-1], Run) and last.text[-1:] in (" ", "\t", "\n"):
        runs.pop()
        kept = last.text.rstrip(" \t\n\r")
        cut = last.start + len(kept) if last.plain else last.start
        spaces.insert(0, Run("\n", cut, last.end, last.within) if last.plain else last)
        if kept and last.plain:
            runs.append(last.part(last.start, cut))
    return spaces
