"""One block under edit: every character remembers where it came from and how it is styled."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import groupby
from typing import get_args

from linter.model.changes import BlockChange
from linter.model.diagnostic import Edit, MoveNote, Replace, SetLabel, SetStyle
from linter.model.document import Block, Mark, NoteMark, Segment, Style
from linter.model.source import Span
from linter.model.sourcemap import pieces
from linter.model.values import dataclass, replace

_INSERTED = -2  # two less than the first offset: a new character never seems to stand before an old one
_STYLES: tuple[Style, ...] = get_args(Style)


@dataclass(frozen=True, slots=True)
class EditedBlock:
    """The text of ``original`` after edits. ``origins``: each character’s offset when read, new ones -2."""

    original: Block
    text: str
    origins: tuple[int, ...]
    styles: tuple[frozenset[Style], ...]
    notes: tuple[NoteMark, ...]
    label: str | None = None

    @classmethod
    def of(cls, block: Block) -> EditedBlock:
        """The block as it was read."""
        return cls(block, block.text, tuple(range(len(block.text))), _styles_of(block), block.notes)

    def apply(self, edits: Iterable[Edit]) -> EditedBlock:
        """The block after ``edits``, given from the end of the text to its start."""
        edited = self
        waiting: list[Replace] = []
        for edit in edits:
            if waiting and not _stands_before(edit, waiting[-1]):
                edited, waiting = edited.replaced(waiting), []
            if isinstance(edit, Replace):
                waiting.append(edit)
            else:
                edited = edited.after(edit)
        return edited.replaced(waiting)

    def after(self, edit: SetStyle | MoveNote | SetLabel) -> EditedBlock:
        """The block after one edit that leaves its words."""
        match edit:
            case SetStyle():
                return self._restyle(edit)
            case MoveNote():
                return self._move_note(edit)
            case SetLabel():
                return replace(self, label=edit.text)

    def replaced(self, edits: Sequence[Replace]) -> EditedBlock:
        """The block after replacements, from the end of the text to its start, each before the last one."""
        if not edits:
            return self
        text: list[str] = []
        origins: list[int] = []
        styles: list[frozenset[Style]] = []
        done = 0
        for edit in reversed(edits):
            start, new = edit.start, edit.text
            model = start if edit.end > start or start == 0 else start - 1
            style = self.styles[model] if model < len(self.styles) else frozenset()
            text += self.text[done:start], new
            origins += *self.origins[done:start], *[_INSERTED] * len(new)
            styles += *self.styles[done:start], *[style] * len(new)
            done = edit.end
        notes = (replace(note, offset=reduce(_shifted, edits, note.offset)) for note in self.notes)
        return EditedBlock(
            self.original,
            "".join(text) + self.text[done:],
            (*origins, *self.origins[done:]),
            (*styles, *self.styles[done:]),
            tuple(notes),
            self.label,
        )

    def _restyle(self, edit: SetStyle) -> EditedBlock:
        def styled(style: frozenset[Style]) -> frozenset[Style]:
            return style | {edit.style} if edit.on else style - {edit.style}

        inside = tuple(styled(style) for style in self.styles[edit.start : edit.end])
        return replace(self, styles=self.styles[: edit.start] + inside + self.styles[edit.end :])

    def _move_note(self, edit: MoveNote) -> EditedBlock:
        here = [position for position, note in enumerate(self.notes) if note.offset == edit.offset]
        notes = list(self.notes)
        notes[here[edit.nth]] = replace(notes[here[edit.nth]], offset=edit.to)
        return replace(self, notes=tuple(sorted(notes, key=lambda note: note.offset)))

    def marks(self) -> tuple[Mark, ...]:
        """Styled spans of the text as it stands, by start."""
        found: list[Mark] = []
        begun: dict[Style, int] = {}
        for styles, offset, _ in (*_stretches(self.styles), (frozenset[Style](), len(self.styles), 0)):
            found += [Mark(begun.pop(style), offset, style) for style in begun.keys() - styles]
            begun |= dict.fromkeys(styles - begun.keys(), offset)
        return tuple(sorted(found, key=lambda mark: (mark.start, -mark.end, _STYLES.index(mark.style))))

    def block(self) -> Block:
        """The block as the rules see it now."""
        label = self.original.label
        if label is not None and self.label is not None:
            label = replace(label, text=self.label)
        return replace(
            self.original,
            text=self.text,
            segments=tuple(self._segments()),
            marks=self.marks(),
            notes=self.notes,
            label=label,
        )

    def _segments(self) -> Iterable[Segment]:
        source = (
            self.original.segments[0].source_start if self.original.segments else self.original.span.start
        )
        for start, end in _runs(self.origins):
            if self.origins[start] == _INSERTED:
                yield Segment(start, end, source, source)
                continue
            shift = start - self.origins[start]
            for piece in pieces(self.original, self.origins[start], self.origins[end - 1] + 1):
                left, right = max(piece.start + shift, start), min(piece.end + shift, end)
                yield replace(piece, start=left, end=right)
                source = piece.source_end

    def read_from(self, start: int, end: int) -> Span:
        """Where ``[start, end)`` of the text as it stands was when read; for new text, what it replaced."""
        inside = self.origins[start:end]
        first, last = (inside[0], inside[-1]) if inside else (_INSERTED, _INSERTED)
        if first == _INSERTED:
            first = max((-1, *self.origins[:start])) + 1
        if last != _INSERTED:
            return Span(first, last + 1)
        following = (origin for origin in self.origins[end:] if origin != _INSERTED)
        return Span(first, next(following, len(self.original.text)) if inside else first)

    def change(self) -> BlockChange | None:
        """What has changed since the block was read, or None."""
        replacements = tuple(self._replacements())
        label = self.label if self.original.label and self.label != self.original.label.text else None
        if (
            not replacements
            and label is None
            and self.notes == self.original.notes
            and self.styles == _styles_of(self.original)
        ):
            return None
        return BlockChange(self.original.index, replacements, self.marks(), self.notes, label)

    def _replacements(self) -> Iterable[Replace]:
        done, new = 0, Span(0, 0)
        length = len(self.text)
        for start, end in (*_runs(self.origins), (length, length)):
            if start < end and self.origins[start] == _INSERTED:
                new = Span(start, end)
                continue
            origin = self.origins[start] if start < end else len(self.original.text)
            if new.end > new.start or origin > done:
                before = origin == done and self._note_stands_before(done, new.start)
                yield Replace(self.original.index, done, origin, self.text[new.start : new.end], before)
            done, new = origin + end - start, Span(0, 0)

    def _note_stands_before(self, origin: int, inserted_at: int | None) -> bool:
        """Whether a note mark that stood where text was inserted now stands before that text."""
        pairs = zip(self.original.notes, self.notes, strict=True)
        return any(old.offset == origin and new.offset == inserted_at for old, new in pairs)


def _stands_before(edit: Edit, other: Replace) -> bool:
    return isinstance(edit, Replace) and edit.start < other.start >= edit.end


def _shifted(offset: int, edit: Replace) -> int:
    """Where a note mark at ``offset`` stands after a replacement."""
    growth = len(edit.text) - (edit.end - edit.start)
    if edit.start == edit.end == offset:
        return offset if edit.after_note else offset + growth
    if offset <= edit.start:
        return offset
    return offset + growth if offset >= edit.end else edit.start + len(edit.text)


def _styles_of(block: Block) -> tuple[frozenset[Style], ...]:
    """The styles of each character."""
    styles: list[frozenset[Style]] = [frozenset()] * len(block.text)
    for mark in block.marks:
        for before, start, end in _stretches(styles[mark.start : mark.end]):
            after = before | {mark.style}
            styles[mark.start + start : mark.start + end] = [after] * (end - start)
    return tuple(styles)


def _stretches(styles: Sequence[frozenset[Style]]) -> Iterator[tuple[frozenset[Style], int, int]]:
    """Each stretch of characters of the same styles: the styles, where it begins, where it ends."""
    start = 0
    for style, group in groupby(styles):
        end = start + len(list(group))
        yield style, start, end
        start = end


def _runs(origins: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Ranges of the text whose characters stood side by side when read, and ranges of new text."""
    start, length, new = 0, len(origins), [-1]
    for _ in range(origins.count(_INSERTED)):
        new.append(origins.index(_INSERTED, new[-1] + 1))
    while start < length:
        if origins[start] == _INSERTED:
            end = start + 1
            while end < length and origins[end] == _INSERTED:
                end += 1
        else:  # between new characters the origins rise, by one where nothing was taken out
            place = bisect_left(new, start)
            stop = new[place] if place < len(new) else length
            shift = origins[start] - start
            end = bisect_right(range(stop), shift, start, key=lambda offset: origins[offset] - offset)
        yield start, end
        start = end
