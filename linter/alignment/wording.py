"""Word by word: what two blocks that answer to each other share, and what differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from linter.alignment.values import Stretch, StretchKind
from linter.alignment.words import Match, Word, matches, words
from linter.model.diagnostic import Place
from linter.model.document import Block


def stretches(base: Sequence[Block], draft: Sequence[Block], *, italics: bool) -> tuple[Stretch, ...]:
    """The words of some blocks of each side, in order, as stretches that tile both; none spans two blocks."""
    ours = [word for block in base for word in words(block.index, block.text)]
    theirs = [word for block in draft for word in words(block.index, block.text)]
    blocks = {block.index: block for block in base}, {block.index: block for block in draft}
    found: list[Stretch] = []
    point, at = Place(base[0].index, 0, 0), Place(draft[0].index, 0, 0)
    before = Match(0, 0, 0)
    agreed = matches([word.key for word in ours], [word.key for word in theirs])
    for match in (*agreed, Match(len(ours), len(theirs), 0)):
        changed = (
            ours[before.base + before.length : match.base],
            theirs[before.draft + before.length : match.draft],
        )
        found += _changed(*changed, point, at)
        for same in _same(ours[match.base :], theirs[match.draft :], match.length):
            found += _restyled(same, *blocks) if italics else (same,)
        if found:
            point, at = _end(found[-1].base), _end(found[-1].draft)
        before = match
    return tuple(found)


def _end(place: Place) -> Place:
    return Place(place.block, place.end, place.end)


def _spans(found: Sequence[Word]) -> list[Place]:
    """The places of neighbouring words, one a block."""
    groups = (list(group) for _, group in groupby(found, key=lambda word: word.block))
    return [Place(group[0].block, group[0].start, group[-1].end) for group in groups]


def _changed(old: Sequence[Word], new: Sequence[Word], point: Place, at: Place) -> Iterator[Stretch]:
    gone, come = _spans(old), _spans(new)
    if len(gone) == len(come) == 1:
        yield Stretch("replaced", gone[0], come[0])
        return
    for place in gone:
        yield Stretch("deleted", place, at)
        point = _end(place)
    for place in come:
        yield Stretch("inserted", point, place)


def _same(ours: Sequence[Word], theirs: Sequence[Word], length: int) -> Iterator[Stretch]:
    """Words that agree, cut where a block ends and where white space is longer on one side."""
    start = 0
    for index in range(1, length + 1):
        if index < length and _goes_on(ours, theirs, index):
            continue
        first, last, other, end = ours[start], ours[index - 1], theirs[start], theirs[index - 1]
        yield Stretch(
            "same", Place(first.block, first.start, last.end), Place(other.block, other.start, end.end)
        )
        start = index


def _goes_on(ours: Sequence[Word], theirs: Sequence[Word], index: int) -> bool:
    return (
        all(
            side[index].block == side[index - 1].block and side[index].start == side[index - 1].end
            for side in (ours, theirs)
        )
        and ours[index - 1].end - ours[index - 1].start == theirs[index - 1].end - theirs[index - 1].start
    )


def _restyled(same: Stretch, base: dict[int, Block], draft: dict[int, Block]) -> Iterator[Stretch]:
    """The stretch, cut where letters begin or cease to be in italics on one side alone."""
    ours, theirs = _italic(base[same.base.block], same.base), _italic(draft[same.draft.block], same.draft)
    text = base[same.base.block].text[same.base.start : same.base.end]
    if ours == theirs or len(ours) != len(theirs):
        yield same
        return
    differs = [
        one != other if sign.isalnum() else None for one, other, sign in zip(ours, theirs, text, strict=True)
    ]
    start = 0
    for kind, end in _runs(differs):
        yield Stretch(kind, _part(same.base, start, end), _part(same.draft, start, end))
        start = end


def _part(place: Place, start: int, end: int) -> Place:
    return Place(place.block, place.start + start, place.start + end)


def _runs(differs: Sequence[bool | None]) -> Iterator[tuple[StretchKind, int]]:
    """Where each run of one kind ends; a sign between two restyled letters goes with them, else is same."""
    kinds = [bool(one) for one in differs]
    last = -1
    for index, one in enumerate(differs):
        if one is None:
            continue
        if last >= 0 and one and differs[last]:
            kinds[last:index] = [True] * (index - last)
        last = index
    position = 0
    for restyled, group in groupby(kinds):
        position += len(list(group))
        yield "restyled" if restyled else "same", position


def _italic(block: Block, place: Place) -> list[bool]:
    shown = [False] * (place.end - place.start)
    for mark in block.marks:
        if mark.style == "italic":
            start, end = max(mark.start, place.start), min(mark.end, place.end)
            if start < end:
                shown[start - place.start : end - place.start] = [True] * (end - start)
    return shown
