"""How alike two paragraphs are, and which are worth comparing: shared phrases lead to few candidates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise
from math import log

from linter.model.fold import fold

_WORD = re.compile(r"\w+(?:[/'\-]\w+)*")
_PHRASE = 3
_COMMON = 12  # a phrase that stands in more paragraphs than this leads nowhere
_CANDIDATES = 6
_LONGEST = 4000  # words of one paragraph that are looked at

Bag = Mapping[object, int]


class Likeness:
    """The paragraphs of two texts, by position, with the words that they are compared by."""

    def __init__(self, base: Sequence[str], draft: Sequence[str]) -> None:
        self.base_words, self.draft_words = [_words(text) for text in base], [_words(text) for text in draft]
        self.base_bags = [_bag(words) for words in self.base_words]
        self.draft_bags = [_bag(words) for words in self.draft_words]
        bags = [*self.base_bags, *self.draft_bags]
        spread = Counter(feature for bag in bags for feature in bag)
        whole = len(bags) + 1
        self._worth = {feature: log(whole / count) + 0.1 for feature, count in spread.items()}
        self._base_weights = [self.weight(bag) for bag in self.base_bags]
        self._draft_weights = [self.weight(bag) for bag in self.draft_bags]

    def weight(self, bag: Bag) -> float:
        """What the words in ``bag`` are worth, rare ones more."""
        return sum(self._worth[feature] * count for feature, count in bag.items())

    def score(self, base: int, draft: int) -> float:
        """From 0, nothing in common, to 1, the same words in the same order."""
        if self.base_words[base] == self.draft_words[draft]:
            return 1.0
        shared = self.shared(self.base_bags[base], self.draft_bags[draft])
        return 2 * shared / max(self._base_weights[base] + self._draft_weights[draft], 0.001)

    def held(self, base: int, draft: int) -> float:
        """The greater share that one of the two has in the other."""
        shared = self.shared(self.base_bags[base], self.draft_bags[draft])
        return shared / max(min(self._base_weights[base], self._draft_weights[draft]), 0.001)

    def shared(self, one: Bag, other: Bag) -> float:
        """What the words in both bags are worth."""
        few, many = (one, other) if len(one) < len(other) else (other, one)
        return sum(
            self._worth[feature] * min(count, many[feature])
            for feature, count in few.items()
            if feature in many
        )

    def candidates(self) -> Iterator[tuple[int, int]]:
        """Pairs of positions that may answer to each other: equal ones, and those that share rare phrases."""
        yield from self._equal()
        phrases = _postings(self.base_words)
        for draft, words in enumerate(self.draft_words):
            met: Counter[int] = Counter()
            for phrase in _phrases(words):
                places = phrases.get(phrase, ())
                if len(places) <= _COMMON:
                    met.update(places)
            yield from ((base, draft) for base, _ in met.most_common(_CANDIDATES))

    def _equal(self) -> Iterator[tuple[int, int]]:
        """Of equal paragraphs the first with the first, the second with the second, and the next to these."""
        places: dict[tuple[str, ...], list[int]] = {}
        for base, words in enumerate(self.base_words):
            places.setdefault(words, []).append(base)
        met: Counter[tuple[str, ...]] = Counter()
        for draft, words in enumerate(self.draft_words):
            nth = met[words]
            met[words] += 1
            for base in islice(places.get(words, ()), max(nth - 1, 0), nth + 2):
                yield base, draft


def _words(text: str) -> tuple[str, ...]:
    return tuple(match[0] for match in islice(_WORD.finditer(fold(text)), _LONGEST))


def _bag(words: Sequence[str]) -> Bag:
    return Counter(words) + Counter(pairwise(words))


def _phrases(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    if len(words) < _PHRASE:
        return {words}
    return {words[start : start + _PHRASE] for start in range(len(words) - _PHRASE + 1)}


def _postings(paragraphs: Sequence[tuple[str, ...]]) -> dict[tuple[str, ...], list[int]]:
    postings: dict[tuple[str, ...], list[int]] = {}
    for index, words in enumerate(paragraphs):
        for phrase in _phrases(words):
            places = postings.setdefault(phrase, [])
            if len(places) <= _COMMON:
                places.append(index)
    return postings
