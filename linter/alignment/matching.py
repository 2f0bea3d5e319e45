"""Which paragraphs of one text answer to which of the other: by position, several for splits and mergers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from linter.alignment.chain import Edge, heaviest_rising
from linter.alignment.likeness import Bag, Likeness
from linter.model.resolution import Element, Role
from linter.model.values import dataclass

_ALIKE = 0.4  # at least this much to be paired in order
_MOVED = 0.6  # and this much out of order
_WORDS_TO_MOVE = 5
_NEARBY = 0.25  # enough between two neighbours that are paired
_HELD = 0.6
_PART = 0.5
_WORDS_OF_A_PART = 5
_GAP = 400  # pairs to try in one gap
_FRONT: frozenset[Role] = frozenset({
    "masthead", "agenda-item", "sponsors", "title", "organ", "adoption", "vote",
})  # fmt: skip


@dataclass(slots=True)
class Match:
    """Positions that answer to each other; ``in_order`` is False for what has moved."""

    base: list[int]
    draft: list[int]
    in_order: bool = True


class Matcher:
    """Finds the matches between two sequences of elements."""

    def __init__(self, base: Sequence[Element], draft: Sequence[Element]) -> None:
        self._base, self._draft = base, draft
        self._like = Likeness([one.block.text for one in base], [one.block.text for one in draft])
        self._of_base: dict[int, Match] = {}
        self._of_draft: dict[int, Match] = {}

    def matches(self, given: Iterable[tuple[int, int]] = ()) -> list[Match]:
        """All matches; ``given`` pairs are known beforehand. What has no partner stands in none."""
        for base, draft in given:
            self._pair(base, draft)
        scored = self._scored()
        for edge in heaviest_rising([self._edge(*one) for one in scored if one[2] >= _ALIKE]):
            self._pair(edge.base, edge.draft)
        self._find_moved(scored)
        self._join_parts()
        self._fill_gaps()
        self._join_parts()
        return [match for _, match in sorted(self._of_draft.items()) if match.draft[0] == _]

    def _scored(self) -> list[tuple[int, int, float]]:
        found = {}
        for base, draft in self._like.candidates():
            free = base not in self._of_base and draft not in self._of_draft
            if free and (base, draft) not in found:
                found[base, draft] = self._score(base, draft)
        return [(*pair, score) for pair, score in found.items()]

    def _score(self, base: int, draft: int) -> float:
        ours, theirs = self._base[base].role, self._draft[draft].role
        if ours == theirs:
            return self._like.score(base, draft)
        if (ours in _FRONT) != (theirs in _FRONT) and "other" not in (ours, theirs):
            return 0.0
        return 0.9 * self._like.score(base, draft)

    def _edge(self, base: int, draft: int, score: float) -> Edge:
        """Long paragraphs that agree hold the order; short ones are rather taken to have moved."""
        length = min(len(self._like.base_words[base]), len(self._like.draft_words[draft]), 80)
        return Edge(base, draft, score * score * (4 + length))

    def _pair(self, base: int, draft: int, *, in_order: bool = True) -> None:
        match = Match([base], [draft], in_order)
        self._of_base[base] = self._of_draft[draft] = match

    def _find_moved(self, scored: Iterable[tuple[int, int, float]]) -> None:
        for base, draft, score in sorted(scored, key=lambda one: (-one[2], abs(one[0] - one[1]))):
            long = len(self._like.draft_words[draft]) >= _WORDS_TO_MOVE
            free = base not in self._of_base and draft not in self._of_draft
            front = self._draft[draft].role in _FRONT
            if score >= _MOVED and (long or front) and free:
                self._pair(base, draft, in_order=front)

    def _gaps(self) -> Iterator[tuple[list[int], list[int]]]:
        """What is left between two neighbours that are paired in order."""
        ours: list[int] = []
        before = 0
        for draft in range(len(self._draft) + 1):
            match = self._of_draft.get(draft)
            if draft < len(self._draft) and match is None:
                ours.append(draft)
                continue
            if match is not None and not match.in_order:
                continue
            until = match.base[0] if match else len(self._base)
            theirs = [base for base in range(before, until) if base not in self._of_base]
            if ours and theirs:
                yield theirs, ours
            ours, before = [], max(before, (match.base[-1] + 1) if match else 0)

    def _fill_gaps(self) -> None:
        """Pair what is left in one place and alike at least a little."""
        for theirs, ours in list(self._gaps()):
            if len(theirs) * len(ours) > _GAP:
                continue
            edges = [self._near(base, draft) for base in theirs for draft in ours]
            for edge in heaviest_rising([edge for edge in edges if edge.weight > 0]):
                self._pair(edge.base, edge.draft)

    def _near(self, base: int, draft: int) -> Edge:
        one, other = self._base[base], self._draft[draft]
        score = self._score(base, draft)
        alike = score >= _NEARBY or (score > 0 and self._like.held(base, draft) >= _HELD)
        if one.role == other.role and one.role in _FRONT:
            alike = alike or one.role == "title" or score > 0
        elif one.role != other.role:
            alike = alike and score >= _ALIKE
        return Edge(base, draft, score + 0.01 if alike else 0.0)

    def _join_parts(self) -> None:
        """Take in what a paragraph was split into, and what was merged into one."""
        for draft in (*range(len(self._draft)), *reversed(range(len(self._draft)))):
            if draft not in self._of_draft:
                self._take_in(draft, self._of_draft, split=True)
        for base in (*range(len(self._base)), *reversed(range(len(self._base)))):
            if base not in self._of_base:
                self._take_in(base, self._of_base, split=False)

    def _take_in(self, part: int, matched: dict[int, Match], *, split: bool) -> None:
        like = self._like
        whole_bags, part_bags = (
            (like.base_bags, like.draft_bags) if split else (like.draft_bags, like.base_bags)
        )
        words = (like.draft_words if split else like.base_words)[part]
        elements = self._draft if split else self._base
        if len(words) < _WORDS_OF_A_PART or elements[part].role in _FRONT:
            return
        for match in filter(None, (matched.get(part - 1), matched.get(part + 1))):
            wholes, parts = (match.base, match.draft) if split else (match.draft, match.base)
            if len(wholes) > 1 or elements[parts[0]].role in _FRONT:
                continue
            rest = _without(whole_bags[wholes[0]], [part_bags[index] for index in parts])
            if like.shared(rest, part_bags[part]) >= _PART * like.weight(part_bags[part]):
                parts[:] = sorted((*parts, part))
                matched[part] = match
                return


def _without(bag: Bag, taken: Sequence[Bag]) -> Bag:
    rest = Counter(bag)
    for one in taken:
        rest.subtract(one)
    return +rest
