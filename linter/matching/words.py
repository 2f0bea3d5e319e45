"""Where each word of a draft stands, and phrases looked up by their first word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

ByFirstWord = Mapping[str, Sequence[str]]

_LIMIT = 1_024  # texts for each set of phrases; enough for a draft in an editor

_WORD = re.compile(r"[^\W_]+")
_NEXT = re.compile(r"[ -]([^\W_]+(?:['-][^\W_]+)*)")
_PREVIOUS = re.compile(r"([^\W_]+(?:['-][^\W_]+)*) $")


class Spot(NamedTuple):
    """A word or phrase at ``[start, end)`` of the block with this index."""

    block: int
    start: int
    end: int


class Phrases:
    """Folded phrases to be looked for in many texts; what a text holds of them is worked out once.

    ``by_first_word`` are those of :func:`by_first_word`, or of a table that was compiled so.
    """

    __slots__ = ("_known", "by_first_word")

    def __init__(self, by_first_word: ByFirstWord) -> None:
        self.by_first_word = by_first_word
        self._known: dict[str, tuple[tuple[int, str], ...]] = {}

    def found(self, text: str, words: Mapping[str, Sequence[int]]) -> tuple[tuple[int, str], ...]:
        """Where phrases stand as whole words in a folded ``text`` with these ``words``; the longer of two."""
        known = self._known.get(text)
        if known is None:
            if len(self._known) >= _LIMIT:
                self._known.clear()
            known = self._known[text] = tuple(self._search(text, words))
        return known

    def _search(self, text: str, words: Mapping[str, Sequence[int]]) -> Iterator[tuple[int, str]]:
        for first in words.keys() & self.by_first_word.keys():
            candidates = self.by_first_word[first]
            for start in words[first]:
                for phrase in candidates:
                    if text.startswith(phrase, start) and _is_whole(text, start, start + len(phrase)):
                        yield start, phrase
                        break


class WordIndex:
    """The words of some folded texts, by block."""

    def __init__(self, texts: Mapping[int, str]) -> None:
        self._texts = texts
        self._words = {block: words_of(text) for block, text in texts.items()}
        self._all = frozenset[str]().union(*self._words.values())

    def find(self, phrases: Phrases) -> Iterator[tuple[Spot, str]]:
        """Each place where one of ``phrases`` stands as whole words; of two at one place the longer."""
        if not self._all & phrases.by_first_word.keys():
            return
        for block, words in self._words.items():
            for start, phrase in phrases.found(self._texts[block], words):
                yield Spot(block, start, start + len(phrase)), phrase


@lru_cache(maxsize=1024)
def words_of(text: str) -> Mapping[str, Sequence[int]]:
    """Where each word (a run of letters and figures) of a text begins."""
    places: dict[str, list[int]] = {}
    for match in _WORD.finditer(text):
        places.setdefault(match[0], []).append(match.start())
    return places


def by_first_word(phrases: Iterable[str]) -> dict[str, list[str]]:
    """Folded phrases by their first word, the longest first; each begins with a letter or a figure."""
    found: dict[str, list[str]] = {}
    for phrase in sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase)):
        match = _WORD.match(phrase)
        if match is not None:
            found.setdefault(match[0], []).append(phrase)
    return found


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no letter, figure or joining hyphen continues the words on either side."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isalnum() or before == "-" or after.isalnum() or (after and unicodedata.combining(after)):
        return False
    return not (after == "-" and text[end + 1 : end + 2].isalnum())


def next_word(text: str, offset: int) -> str:
    """The word that follows ``offset`` after one space or hyphen, folded text given; "" if none does."""
    match = _NEXT.match(text, offset)
    return match[1] if match else ""


def previous_word(text: str, offset: int) -> str:
    """The word that ends one space before ``offset``; "" if none does."""
    match = _PREVIOUS.search(text[max(offset - 60, 0) : offset])
    return match[1] if match else ""
