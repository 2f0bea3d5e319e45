"""Where each word of a draft stands, and phrases looked up by their first word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from linter.model.values import NamedTuple

ByFirstWord = Mapping[str, str]  # phrases, each on a line: most are never looked at

_WORD = re.compile(r"[^\W_]+")
_FIRST_ACCENT = "\u0300"  # of those that are characters of their own
_APART = frozenset(["", " ", ",", ".", ";"])  # what most words have on either side
_NEXT = re.compile(r"[ -]([^\W_]+(?:['-][^\W_]+)*)")
_PREVIOUS = re.compile(r"([^\W_]+(?:['-][^\W_]+)*) $")


class Spot(NamedTuple):
    """A word or phrase at ``[start, end)`` of the block with this index."""

    block: int
    start: int
    end: int


class Phrases:
    """Folded phrases to be looked for in texts: those of :func:`by_first_word`, or of a table compiled so."""

    __slots__ = ("_keys", "by_first_word")

    def __init__(self, by_first_word: ByFirstWord) -> None:
        self.by_first_word = by_first_word
        self._keys: dict[str, list[tuple[str, str]]] = {}

    def beginning_with(self, first: str) -> list[tuple[str, str]]:
        """The phrases with this first word, each with its longest word, which fewest texts have."""
        found = self._keys.get(first)
        if found is None:
            phrases = self.by_first_word[first].splitlines()
            found = [(phrase, max(_WORD.findall(phrase), key=len)) for phrase in phrases]
            self._keys[first] = found
        return found


class WordIndex:
    """The words and signs of some folded texts, by block: in which each of them stands."""

    def __init__(self, texts: Mapping[int, str]) -> None:
        self._texts = texts
        self._blocks: dict[str, list[int]] = {}
        for block, text in texts.items():
            for part in parts_of(text):
                self._blocks.setdefault(part, []).append(block)
        self._lines = "\n".join(["", *self._blocks, ""])  # the words and signs, each on a line
        self._holding: dict[str, frozenset[int]] = {}

    def find(self, phrases: Phrases) -> Iterator[tuple[Spot, str]]:
        """Each place where one of ``phrases`` stands as whole words; of two at one place the longer."""
        found: dict[tuple[int, int], str] = {}
        for first in self._blocks.keys() & phrases.by_first_word.keys():
            for phrase, key in phrases.beginning_with(first):
                for block in self._blocks.get(key, ()):
                    text = self._texts[block]
                    start = text.find(phrase)
                    while start >= 0:
                        if _is_whole(text, start, start + len(phrase)):
                            found.setdefault((block, start), phrase)
                        start = text.find(phrase, start + 1)
        for (block, start), phrase in sorted(found.items()):
            yield Spot(block, start, start + len(phrase)), phrase

    def having(self, words: Iterable[str]) -> set[int]:
        """The blocks whose text has one of ``words`` as a whole."""
        return {block for word in words for block in self._blocks.get(word, ())}

    def holding(self, literal: str) -> frozenset[int]:
        """The blocks whose text has ``literal`` somewhere, within words too."""
        found = self._holding.get(literal)
        if found is None:
            found = self._holding[literal] = frozenset(self._with(literal))
        return found

    def _with(self, literal: str) -> Iterable[int]:
        """The longest word of the literal, or its rarest sign, tells which texts are to be searched."""
        longest = max(_WORD.findall(literal), key=len, default="")
        candidates: Iterable[int] = self._texts
        if longest:
            candidates = {block for word in self._words_with(longest) for block in self._blocks[word]}
            if longest == literal:
                return candidates
        elif literal.strip():
            rarest = min((self._blocks.get(sign, []) for sign in parts_of(literal)), key=len)
            candidates = rarest
        return (block for block in candidates if literal in self._texts[block])

    def _words_with(self, part: str) -> Iterator[str]:
        """The words that hold ``part``, a word or a piece of one."""
        lines = self._lines
        start = lines.find(part)
        while start >= 0:
            end = lines.index("\n", start)
            yield lines[lines.rindex("\n", 0, start) + 1 : end]
            start = lines.find(part, end)


@lru_cache(maxsize=1024)
def parts_of(text: str) -> frozenset[str]:
    """The words (runs of letters and figures) of a text, and its signs."""
    signs = (sign for sign in set(text) if not sign.isalnum() and not sign.isspace())
    return frozenset((*_WORD.findall(text), *signs))


def by_first_word(phrases: Iterable[str]) -> dict[str, str]:
    """Folded phrases by their first word, the longest first; each begins with a letter or a figure."""
    found: dict[str, list[str]] = {}
    for phrase in sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase)):
        match = _WORD.match(phrase)
        if match is not None:
            found.setdefault(match[0], []).append(phrase)
    return {first: "\n".join(phrases) for first, phrases in found.items()}


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no letter, figure or joining hyphen continues the words on either side."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in _APART and after in _APART:
        return True
    if before.isalnum() or before == "-" or after.isalnum() or (after >= _FIRST_ACCENT and _is_accent(after)):
        return False
    return not (after == "-" and text[end + 1 : end + 2].isalnum())


def _is_accent(character: str) -> bool:
    from unicodedata import combining  # few drafts have letters and accents apart

    return combining(character) > 0


def next_word(text: str, offset: int) -> str:
    """The word that follows ``offset`` after one space or hyphen, folded text given; "" if none does."""
    match = _NEXT.match(text, offset)
    return match[1] if match else ""


def previous_word(text: str, offset: int) -> str:
    """The word that ends one space before ``offset``; "" if none does."""
    match = _PREVIOUS.search(text[max(offset - 60, 0) : offset])
    return match[1] if match else ""
