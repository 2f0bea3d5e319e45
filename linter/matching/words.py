"""Where each word of a draft stands, and phrases looked up by their first word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

ByFirstWord = Mapping[str, Sequence[str]]

_WORD = re.compile(r"[^\W_]+")
_NEXT = re.compile(r"[ -]([^\W_]+(?:['-][^\W_]+)*)")
_PREVIOUS = re.compile(r"([^\W_]+(?:['-][^\W_]+)*) $")


class Spot(NamedTuple):
    """A word or phrase at ``[start, end)`` of the block with this index."""

    block: int
    start: int
    end: int


class WordIndex:
    """The words of some folded texts, by word."""

    def __init__(self, texts: Mapping[int, str]) -> None:
        self._texts = texts
        self._places: dict[str, list[tuple[int, int]]] = {}
        for block, text in texts.items():
            for match in _WORD.finditer(text):
                self._places.setdefault(match[0], []).append((block, match.start()))

    def _shared(self, phrases: ByFirstWord) -> list[str]:
        few, many = sorted((self._places, phrases), key=len)
        return sorted(word for word in few if word in many)

    def find(self, phrases: ByFirstWord) -> Iterator[tuple[Spot, str]]:
        """Each place where one of ``phrases`` stands as whole words; of two at one place the longer."""
        for first in self._shared(phrases):
            candidates = phrases[first]
            for block, start in self._places[first]:
                text = self._texts[block]
                for phrase in candidates:
                    end = start + len(phrase)
                    if text.startswith(phrase, start) and _is_whole(text, start, end):
                        yield Spot(block, start, end), phrase
                        break


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
