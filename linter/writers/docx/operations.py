"""What a change of a block means for the text of the file: stretches to delete, to insert, to restyle."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from linter.model.changes import BlockChange, Refusal
from linter.model.document import Block, Mark, Segment
from linter.model.source import Span
from linter.model.sourcemap import pieces, source_span
from linter.model.values import NamedTuple
from linter.ooxml.styles import BOLD, ITALIC, STRIKE, SUPERSCRIPT, UNDERLINE

BITS = {
    "italic": ITALIC,
    "bold": BOLD,
    "superscript": SUPERSCRIPT,
    "underline": UNDERLINE,
    "strike": STRIKE,
}
MAX_MOVED = 60


class Delete(NamedTuple):
    """Take ``source[start:end]`` out."""

    start: int
    end: int


class Insert(NamedTuple):
    """Put ``text`` directly after (or before) the character at source offset ``at``.

    ``model`` is the source offset of the character whose formatting it takes, ``looks`` the style bits it
    is to have, None for those of its model. ``joined`` tells that it replaces what stands at ``at``.
    """

    at: int
    before: bool
    text: str
    model: int
    looks: int | None
    joined: bool


class Restyle(NamedTuple):
    """Switch style bits ``on`` and ``off`` on ``source[start:end]``."""

    start: int
    end: int
    on: int
    off: int


class Operations(NamedTuple):
    """All that one change of a block does, in offsets of the draft's text as it was read.

    ``joins`` are stretches between two paragraphs that are to be one: each holds a paragraph's end.
    ``crossed`` are the ranges that are replaced as wholes: nothing may stand in their way. ``locked`` are
    those that touch text which the document itself calls locked.
    """

    deletes: list[Delete]
    inserts: list[Insert]
    restyles: list[Restyle]
    joins: list[Span]
    crossed: list[Span]
    locked: list[Span]


class _Part(NamedTuple):
    """A stretch of the new text: kept from ``old`` (its offset there), or new.

    New text replaces the old span ``replaced``, which may be empty.
    """

    start: int
    text: str
    old: int | None
    replaced: Span


def operations(block: Block, change: BlockChange) -> Operations:
    """Raises Refusal where the change asks for what cannot be written."""
    if len(change.notes) != len(block.notes):
        raise Refusal("a footnote mark cannot be added or taken out")
    result = Operations([], [], [], [], [], [])
    old_marks, new_marks = [mark.offset for mark in block.notes], [mark.offset for mark in change.notes]
    parts = list(_split(_parts(block, change), old_marks, new_marks))
    for replace in change.replacements:
        _delete(block, replace.start, replace.end, result)
    moved = _moved(parts, old_marks, new_marks)
    if sum(len(part.text) for part in moved) > MAX_MOVED:
        raise Refusal("the footnote mark would move over too many words")
    for part in moved:
        _delete(block, part.replaced.start, part.replaced.end, result)
    if block.text:
        _place(block, change, [moved.get(part, part) for part in parts], result)
        _clear_head(block, result)
    elif change.replacements:
        raise Refusal("there are no words beside which to insert")
    _restyle(block, change, [part for part in parts if part.old is not None and part not in moved], result)
    _relabel(block, change, result)
    return result


def _parts(block: Block, change: BlockChange) -> Iterator[_Part]:
    """The new text as kept and new stretches, in order."""
    old = new = 0
    for replace in change.replacements:
        if replace.start > old:
            yield _Part(new, block.text[old : replace.start], old, Span(old, replace.start))
            new += replace.start - old
        if replace.text:
            yield _Part(new, replace.text, None, Span(replace.start, replace.end))
            new += len(replace.text)
        old = replace.end
    if old < len(block.text):
        yield _Part(new, block.text[old:], old, Span(old, len(block.text)))


def _split(parts: Iterator[_Part], old_marks: list[int], new_marks: list[int]) -> Iterator[_Part]:
    """Cut the stretches wherever a footnote mark stands, before or after the change."""
    for part in parts:
        cuts = {mark - part.start for mark in new_marks}
        if part.old is not None:
            cuts |= {mark - part.old for mark in old_marks}
        edges = [0, *sorted(cut for cut in cuts if 0 < cut < len(part.text)), len(part.text)]
        for left, right in pairwise(edges):
            if part.old is None:
                yield _Part(part.start + left, part.text[left:right], None, part.replaced)
            else:
                span = Span(part.old + left, part.old + right)
                yield _Part(part.start + left, part.text[left:right], span.start, span)


def _region(offset: int, marks: list[int]) -> int:
    """How many marks stand before the character at ``offset``."""
    return sum(mark <= offset for mark in marks)


def _moved(parts: list[_Part], old_marks: list[int], new_marks: list[int]) -> dict[_Part, _Part]:
    """Kept stretches that are to stand on the other side of a mark: the mark stays, the words move."""
    return {
        part: part._replace(old=None)
        for part in parts
        if part.old is not None and _region(part.old, old_marks) != _region(part.start, new_marks)
    }


def _delete(block: Block, start: int, end: int, result: Operations) -> None:
    if start == end:
        return
    covered = list(pieces(block, start, end))
    result.locked.extend(_locked(covered))
    result.deletes.extend(Delete(piece.source_start, piece.source_end) for piece in covered)
    result.joins.extend(Span(piece.source_start, piece.source_end) for piece in covered if piece.seam)
    result.crossed.append(Span(covered[0].source_start, covered[-1].source_end))


def _locked(covered: list[Segment]) -> list[Span]:
    return [Span(piece.source_start, piece.source_end) for piece in covered if piece.locked]


def _place(block: Block, change: BlockChange, parts: list[_Part], result: Operations) -> None:
    """Find for each new stretch the character that it is to stand beside."""
    old_marks, new_marks = [mark.offset for mark in block.notes], [mark.offset for mark in change.notes]
    bits = _bits(sum(len(part.text) for part in parts), change.marks)
    kept_region, kept_end = -1, 0
    for part in parts:
        region = _region(part.start, new_marks)
        if part.old is not None:
            kept_region, kept_end = region, part.old + len(part.text)
            continue
        at, before, joined = _anchor(
            block, part, region, kept_end if kept_region == region else None, old_marks
        )
        model = _model(block, part)
        for text, looks in _uniform(part, bits):
            result.inserts.append(Insert(at, before, text, model, looks, joined))


def _anchor(
    block: Block, part: _Part, region: int, kept_end: int | None, old_marks: list[int]
) -> tuple[int, bool, bool]:
    """Source offset to insert at, whether before it, and whether old words there make way."""
    replaced = [
        offset
        for offset in range(part.replaced.start, part.replaced.end)
        if _region(offset, old_marks) == region
    ]
    if replaced:
        return source_span(block, replaced[-1], replaced[-1] + 1).end - 1, False, True
    if kept_end is not None:
        return source_span(block, kept_end - 1, kept_end).end - 1, False, False
    mark = block.notes[region - 1].source if region else None
    if mark is not None:
        return mark.end - 1, False, False
    first = [block.segments[0].source_start, *(note.source.start for note in block.notes if note.source)]
    return min(first), True, False


def _clear_head(block: Block, result: Operations) -> None:
    """Take out white space at the head that new words before a footnote mark would bring into the text."""
    head = block.segments[0].source_start
    result.deletes.extend(Delete(insert.at, head) for insert in result.inserts if insert.at < head)


def _model(block: Block, part: _Part) -> int:
    """The character whose formatting new text takes: the first replaced, else the one before."""
    span = part.replaced
    offset = span.start if span.end > span.start or span.start == 0 else span.start - 1
    return source_span(block, offset, offset + 1).start


def _bits(length: int, marks: tuple[Mark, ...]) -> bytearray:
    """The style bits of each character."""
    bits = bytearray(length)
    for mark in marks:
        for offset in range(mark.start, min(mark.end, length)):
            bits[offset] |= BITS[mark.style]
    return bits


def _uniform(part: _Part, bits: bytearray) -> Iterator[tuple[str, int]]:
    """The stretch cut where its style changes."""
    for looks, group in groupby(range(len(part.text)), key=lambda index: bits[part.start + index]):
        indexes = list(group)
        yield part.text[indexes[0] : indexes[-1] + 1], looks


def _restyle(block: Block, change: BlockChange, kept: list[_Part], result: Operations) -> None:
    if change.marks == block.marks and not change.replacements:
        return
    length = max((part.start + len(part.text) for part in kept), default=0)
    before, after = _bits(len(block.text), block.marks), _bits(length, change.marks)
    for part in kept:
        if part.old is None:
            continue
        old, new = (
            before[part.old : part.old + len(part.text)],
            after[part.start : part.start + len(part.text)],
        )
        if old == new:
            continue
        for key, group in groupby(range(len(old)), key=lambda index: (old[index], new[index])):
            was, now = key
            if was == now:
                continue
            indexes = list(group)
            covered = list(pieces(block, part.old + indexes[0], part.old + indexes[-1] + 1))
            result.locked.extend(_locked(covered))
            for piece in covered:
                span = Restyle(piece.source_start, piece.source_end, now & ~was, was & ~now)
                result.restyles.append(span)


def _relabel(block: Block, change: BlockChange, result: Operations) -> None:
    label = block.label
    if change.label is None or (label is not None and label.text == change.label):
        return
    if label is None or label.source is None:
        raise Refusal("the number is made by Word, not typed: it changes when the paragraphs before it do")
    result.deletes.append(Delete(*label.source))
    result.crossed.append(label.source)
    if change.label:
        at = label.source.end - 1
        result.inserts.append(Insert(at, False, change.label, label.source.start, None, joined=True))
