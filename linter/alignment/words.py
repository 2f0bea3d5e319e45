"""The words of a text, and where two sequences of words agree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.alignment.chain import longest_rising
from linter.model.fold import straighten
from linter.model.values import NamedTuple

_WORD = re.compile(r"\w+(?:[/'’\-‐‑]\w+|[.,]\d+)*|\s+|[^\w\s]")
_SMALL = 4096
_DEPTH = 12
_GRAMS = (4, 2, 1)
_ISLAND = 3


class Word(NamedTuple):
    """A word, a space or a sign at ``[start, end)`` of a block; ``key`` is what it is compared by."""

    block: int
    start: int
    end: int
    key: str


class _Gap(NamedTuple):
    """What lies between words that agree: ``base[start:end]`` and ``draft[at:to]``."""

    start: int
    end: int
    at: int
    to: int
    depth: int = 0


class Match(NamedTuple):
    """``length`` words from ``base`` on are those from ``draft`` on."""

    base: int
    draft: int
    length: int


def words(block: int, text: str, *, exact: bool = False) -> list[Word]:
    """The words of ``text``; without ``exact``, characters that drafters use for the same thing are one."""
    keys = text if exact else straighten(text)
    found = []
    for match in _WORD.finditer(keys):
        key = match[0] if exact or not match[0].isspace() else " "
        found.append(Word(block, *match.span(), key))
    return found


def matches(base: Sequence[str], draft: Sequence[str]) -> list[Match]:
    """Where two sequences agree, in order, in time linear in their length.

    Agreement of a few small words between two changes, which no reader would look for, is left out.
    """
    found: list[Match] = []
    waiting = [_Gap(0, len(base), 0, len(draft))]
    while waiting:
        start, end, at, to, depth = waiting.pop()
        while start < end and at < to and base[start] == draft[at]:
            found.append(Match(start, at, 1))
            start, at = start + 1, at + 1
        while start < end and at < to and base[end - 1] == draft[to - 1]:
            end, to = end - 1, to - 1
            found.append(Match(end, to, 1))
        gap = _Gap(start, end, at, to, depth)
        if start == end or at == to:
            continue
        if (end - start) * (to - at) <= _SMALL:
            found += _common(base, draft, gap)
        elif depth < _DEPTH:
            waiting += _between(_anchors(base, draft, gap), gap)
    return _without_islands(_joined(sorted(found)), base, draft)


def _between(anchors: Sequence[tuple[int, int]], gap: _Gap) -> Iterator[_Gap]:
    """The stretches that begin with an anchor, and the one before the first; none without anchors."""
    if not anchors:
        return
    edges = [(gap.start, gap.at), *anchors, (gap.end, gap.to)]
    for (start, at), (end, to) in pairwise(edges):
        yield _Gap(start, end, at, to, gap.depth + 1)


def _anchors(base: Sequence[str], draft: Sequence[str], gap: _Gap) -> list[tuple[int, int]]:
    """Places in order where words stand that stand only once on either side."""
    for size in _GRAMS:
        ours = _single(base, gap.start, gap.end, size)
        theirs = _single(draft, gap.at, gap.to, size)
        shared = sorted((place, theirs[gram]) for gram, place in ours.items() if gram in theirs)
        if shared:
            chosen = longest_rising([other for _, other in shared])
            return [shared[index] for index in chosen]
    return []


def _single(items: Sequence[str], start: int, end: int, size: int) -> dict[tuple[str, ...], int]:
    grams = [tuple(items[place : place + size]) for place in range(start, end - size + 1)]
    counts = Counter(grams)
    return {
        gram: start + place
        for place, gram in enumerate(grams)
        if counts[gram] == 1 and any(item[0].isalnum() for item in gram)
    }


def _common(base: Sequence[str], draft: Sequence[str], gap: _Gap) -> Iterator[Match]:
    """The common subsequence with the most letters."""
    ours, theirs = base[gap.start : gap.end], draft[gap.at : gap.to]
    best = [[0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for i in range(len(ours) - 1, -1, -1):
        row, below, item = best[i], best[i + 1], ours[i]
        for j in range(len(theirs) - 1, -1, -1):
            most = max(below[j], row[j + 1])
            if item == theirs[j]:
                most = max(most, below[j + 1] + _worth(item))
            row[j] = most
    i = j = 0
    while i < len(ours) and j < len(theirs):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            yield Match(gap.start + i, gap.at + j, 1)
            i, j = i + 1, j + 1


def _worth(item: str) -> int:
    return 2 + 2 * min(len(item), 10) if item[0].isalnum() else 1


def _joined(found: Sequence[Match]) -> list[Match]:
    joined: list[Match] = []
    for match in found:
        last = joined[-1] if joined else None
        if last and (last.base + last.length, last.draft + last.length) == match[:2]:
            joined[-1] = Match(last.base, last.draft, last.length + match.length)
        else:
            joined.append(match)
    return joined


def _without_islands(found: list[Match], base: Sequence[str], draft: Sequence[str]) -> list[Match]:
    """Leave out what agrees between two changes that both are longer than it."""
    edges = [Match(0, 0, 0), *found, Match(len(base), len(draft), 0)]
    kept = [edges[0]]
    for index in range(1, len(edges) - 1):
        match, after = edges[index], edges[index + 1]
        if not _is_island(kept[-1], match, after, base, draft):
            kept.append(match)
    return kept[1:]


def _is_island(before: Match, match: Match, after: Match, base: Sequence[str], draft: Sequence[str]) -> bool:
    inside = base[match.base : match.base + match.length]
    if sum(item[0].isalnum() for item in inside) > _ISLAND:
        return False
    size = _letters(inside)
    return all(
        old and new and max(_letters(old), _letters(new)) >= max(2 * size, 1)
        for old, new in (_gap_between(before, match, base, draft), _gap_between(match, after, base, draft))
    )


def _gap_between(
    before: Match, after: Match, base: Sequence[str], draft: Sequence[str]
) -> tuple[Sequence[str], Sequence[str]]:
    return (
        base[before.base + before.length : after.base],
        draft[before.draft + before.length : after.draft],
    )


def _letters(items: Sequence[str]) -> int:
    return sum(len(item) for item in items if item[0].isalnum())
