"""The words at the head of a paragraph, and what their form tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from linter.model.document import Block
from linter.model.fold import fold
from linter.model.values import NamedTuple
from linter.model.vocabulary import OpeningRole

ADVERBS: dict[str, Literal["also", "further"]] = {"also": "also", "further": "further"}

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
# A quotation mark or bracket, and a label that the reader did not take for one ("“(a) Urges", "[PP2 Noting").
_BEFORE = re.compile(
    r'(?:["\[]|\((?![a-z]{1,4}\)))*\s*'
    r"(?:(?:\d{1,3}|\([a-z]{1,4}\)|[po]p ?\d{1,3}(?: ?(?:bis|ter|quater|alt)\b)*)[.):]?\s+)?"
    r'["\[(]*'
)
_OPENING_SIGNS = '“"[( '
_HEAD = 160
_MOST_WORDS = 11
# "Encourages further efforts" has an adjective, "Recalling further that" an adverb.
_AFTER_ADVERB = frozenset((
    "that", "the", "its", "his", "her", "their", "this", "these", "those", "all", "any", "each", "to", "of",
    "in", "on", "at", "by", "with", "for", "from", "upon", "and", "as", "when", "how", "resolution",
    "resolutions", "general", "security", "economic", "human", "a", "an", "concern", "appreciation",
    "serious", "about", "over", "regarding", "not",
))  # fmt: skip
_PARTICIPLES = frozenset((
    "aware", "conscious", "mindful", "cognizant", "convinced", "concerned", "alarmed", "disturbed",
    "dismayed", "appalled", "shocked", "encouraged", "guided", "determined", "resolved", "inspired",
    "grieved", "distressed", "gratified", "desirous", "anxious", "confident", "persuaded", "troubled",
    "outraged", "motivated", "committed", "preoccupied", "saddened", "supportive",
))  # fmt: skip
_NO_VERBS = frozenset((
    "this", "its", "states", "parties", "members", "nations", "all", "as", "various", "whereas", "less",
    "thus", "is", "was", "has", "does",
))  # fmt: skip
_ADVERBIAL = frozenset((
    "also", "further", "once", "again", "having", "being", "with", "deep", "more",
))  # fmt: skip


class Word(NamedTuple):
    """A word at its place, folded."""

    start: int
    end: int
    folded: str


def head_of(text: str) -> str:
    """As much of the text of a paragraph as its opening phrase may take."""
    return text[:_HEAD]


def head_words(text: str) -> tuple[Word, ...]:
    """The words up to the first sign that is no white space; a quotation mark or bracket may stand before."""
    return _split(head_of(text))


@lru_cache(maxsize=1024)
def _split(text: str) -> tuple[Word, ...]:
    words: list[Word] = []
    head = fold(text)
    before = _BEFORE.match(head)
    position = before.end() if before else 0
    for match in _WORD.finditer(head, position):
        start, end = match.span()
        if (start > position and not head[position:start].isspace()) or len(words) == _MOST_WORDS:
            break
        words.append(Word(start, end, match[0]))
        position = end
    return tuple(words)


def italic_end(block: Block) -> int:
    """Where the italics at the head of a block end; 0 where it does not begin in italics."""
    end = 0
    for mark in block.marks:
        if mark.style != "italic":
            continue
        if mark.start > end + 1 or block.text[end : mark.start].strip(_OPENING_SIGNS):
            break
        end = mark.end
    return end


def is_repeating(words: Sequence[Word], index: int, italic: int = 0) -> bool:
    """Whether a word is the adverb also or further, and not the adjective of "further efforts"."""
    word = words[index].folded
    if word not in ADVERBS:
        return False
    if word == "also" or index == 0 or words[index].start < italic or words[index - 1].folded == "having":
        return True
    following = words[index + 1].folded if index + 1 < len(words) else "that"
    return following in _AFTER_ADVERB


def is_verb(word: str, role: OpeningRole) -> bool:
    """Whether a folded word has the form that opens a paragraph of this role ("lauding", "lauds")."""
    if role == "preambular":
        return (word.endswith("ing") and len(word) > 4) or word in _PARTICIPLES
    ending = word.endswith("s") and not word.endswith(("ss", "ous", "'s"))
    return ending and len(word) > 3 and word not in _NO_VERBS


def is_participle(word: str) -> bool:
    """Whether a folded word is one such as "aware" or "concerned"."""
    return word in _PARTICIPLES


def is_adverbial(word: str) -> bool:
    """Whether a folded word may stand before the verb of an opening phrase."""
    return word.endswith("ly") or word in _ADVERBIAL
