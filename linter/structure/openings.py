"""The opening phrase of a paragraph: "Recalling also", "Further calls upon", "Deeply concerned"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from linter.model.document import Block
from linter.model.fold import fold
from linter.model.resolution import Opening
from linter.model.source import Span
from linter.model.vocabulary import OpeningEntry, OpeningRole, VerbClass, Vocabulary

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
# A quotation mark or bracket, and a label that the reader did not take for one ("5 Encourages").
_BEFORE = re.compile(r'["\[(]*\s*(?:(?:\d{1,3}|\([a-z]{1,4}\))[.)]?\s+)?["\[(]*')
_HEAD = 160
_MOST_WORDS = 11
_ADVERBS: dict[str, Literal["also", "further"]] = {"also": "also", "further": "further"}
# "Encourages further efforts" has an adjective, "Recalling further that" an adverb.
_AFTER_ADVERB = frozenset(
    [
        "that",
        "the",
        "its",
        "his",
        "her",
        "their",
        "this",
        "these",
        "those",
        "all",
        "any",
        "each",
        "to",
        "of",
        "in",
        "on",
        "at",
        "by",
        "with",
        "for",
        "from",
        "upon",
        "and",
        "as",
        "when",
        "how",
        "resolution",
        "resolutions",
        "general",
        "security",
        "economic",
        "human",
        "a",
        "an",
        "deep",
        "grave",
        "concern",
        "appreciation",
        "serious",
    ]
)
_BEFORE_NOUN = frozenset(["concern", "appreciation", "deep", "grave", "serious"])
_PARTICIPLES = frozenset(
    [
        "aware",
        "conscious",
        "mindful",
        "cognizant",
        "convinced",
        "concerned",
        "alarmed",
        "disturbed",
        "dismayed",
        "appalled",
        "shocked",
        "encouraged",
        "guided",
        "determined",
        "resolved",
        "inspired",
        "grieved",
        "distressed",
        "gratified",
        "desirous",
        "anxious",
        "confident",
        "persuaded",
        "troubled",
        "outraged",
        "motivated",
        "committed",
        "preoccupied",
        "saddened",
        "supportive",
    ]
)
_NO_VERBS = frozenset(
    [
        "this",
        "its",
        "states",
        "parties",
        "members",
        "nations",
        "all",
        "as",
        "various",
        "whereas",
        "less",
        "thus",
        "is",
        "was",
        "has",
        "does",
    ]
)


class _Word(NamedTuple):
    start: int
    end: int
    folded: str


def parse(block: Block, role: OpeningRole, vocabulary: Vocabulary) -> Opening | None:
    """The opening phrase of a preambular or operative paragraph, or None.

    The longest phrase of the vocabulary wins, with adverbs before and after it; else the italics at the
    head of the block; else the form of the first word ("Lauding", "Deeply touched"; "Lauds").
    """
    italic = _italic_end(block)
    words = _words(block.text)
    if not words:
        return None
    found = _from_table(words, role, vocabulary, italic)
    if found is not None:
        return found
    if italic and italic < len(block.text):
        return _from_italics(words, italic, role)
    return _from_form(words, role)


def parse_text(text: str, role: OpeningRole, vocabulary: Vocabulary) -> Opening | None:
    """As ``parse``, for words without styles."""
    words = _words(text)
    return (_from_table(words, role, vocabulary, 0) or _from_form(words, role)) if words else None


def _words(text: str) -> tuple[_Word, ...]:
    """The words up to the first other sign than white space, an opening quotation mark or bracket left out."""
    return _split(text[:_HEAD])


@lru_cache(maxsize=1024)
def _split(text: str) -> tuple[_Word, ...]:
    words: list[_Word] = []
    head = fold(text)
    before = _BEFORE.match(head)
    position = before.end() if before else 0
    for match in _WORD.finditer(head, position):
        start, end = match.span()
        if (start > position and not head[position:start].isspace()) or len(words) == _MOST_WORDS:
            break
        words.append(_Word(start, end, match[0]))
        position = end
    return tuple(words)


def _italic_end(block: Block) -> int:
    """Where the italics at the head of the block end; 0 where it does not begin in italics."""
    end = 0
    for mark in block.marks:
        if (
            mark.style == "italic"
            and mark.start <= max(end + 1, 1)
            and block.text[end : mark.start].strip('“"[( ') == ""
        ):
            end = mark.end
        elif mark.start > end + 1:
            break
    return end


def _from_table(
    words: Sequence[_Word], role: OpeningRole, vocabulary: Vocabulary, italic: int
) -> Opening | None:
    adverb = next((i for i, word in enumerate(words) if _is_adverb(words, i, role, italic)), None)
    rest = [word for i, word in enumerate(words) if i != adverb]
    match = _longest(rest, role, vocabulary)
    if match is None:
        return None
    length, entry = match
    length = _with_after(rest, length, vocabulary, italic)
    covered = rest[:length]
    taken = adverb is not None and adverb <= length
    if adverb is not None and adverb > length:
        adverb = None
    last = max(covered[-1].end, words[adverb].end if taken and adverb is not None else 0)
    return _opening(
        covered, words[adverb] if adverb is not None else None, last, entry.verb_class, known=True
    )


def _opening(
    covered: Sequence[_Word], adverb: _Word | None, end: int, verb_class: VerbClass, *, known: bool
) -> Opening:
    start = min(covered[0].start, adverb.start if adverb else covered[0].start)
    return Opening(
        span=Span(start, end),
        base=" ".join(word.folded for word in covered),
        adverb=_ADVERBS[adverb.folded] if adverb else "",
        adverb_span=Span(adverb.start, adverb.end) if adverb else None,
        verb_class=verb_class,
        known=known,
    )


def _is_adverb(words: Sequence[_Word], index: int, role: OpeningRole, italic: int) -> bool:
    word = words[index]
    if word.folded not in _ADVERBS:
        return False
    if italic and word.start < italic:
        return True
    if index == 0 or word.folded == "also" or words[index - 1].folded == "having":
        return True
    following = words[index + 1].folded if index + 1 < len(words) else "that"
    if following in _BEFORE_NOUN:
        return words[index - 1].folded.startswith("express") or following not in ("deep", "grave")
    return following in _AFTER_ADVERB


def _longest(
    words: Sequence[_Word], role: OpeningRole, vocabulary: Vocabulary
) -> tuple[int, OpeningEntry] | None:
    """How many words the longest phrase of the table has, a known adverb before it counted."""
    direct = _lookup(words, role, vocabulary)
    if direct is not None:
        return direct
    for spelled in _modifiers(vocabulary.before).get(words[0].folded, ()):
        if _begin_with(words, spelled):
            found = _lookup(words[len(spelled) :], role, vocabulary)
            if found is not None:
                return found[0] + len(spelled), found[1]
    return None


def _lookup(
    words: Sequence[_Word], role: OpeningRole, vocabulary: Vocabulary
) -> tuple[int, OpeningEntry] | None:
    spelled = [word.folded for word in words]
    for length in range(len(spelled), 0, -1):
        for entry in vocabulary.openings.get(" ".join(spelled[:length]), ()):
            if entry.role == role:
                return length, entry
    return None


def _with_after(words: Sequence[_Word], length: int, vocabulary: Vocabulary, italic: int) -> int:
    """Take in a modifier after the phrase ("once again"), unless the italics say that it is not part."""
    rest = words[length:]
    for spelled in _modifiers(vocabulary.after).get(rest[0].folded, ()) if rest else ():
        if _begin_with(rest, spelled) and (not italic or rest[len(spelled) - 1].end <= italic):
            return length + len(spelled)
    return length


@lru_cache(maxsize=16)
def _modifiers(spellings: tuple[str, ...]) -> dict[str, list[tuple[str, ...]]]:
    """Modifiers by their first word, the longest first; also and further are told apart elsewhere."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted((tuple(fold(spelling).split()) for spelling in spellings), key=len, reverse=True):
        if words and words[0] not in _ADVERBS:
            found.setdefault(words[0], []).append(words)
    return found


def _begin_with(words: Sequence[_Word], spelled: Sequence[str]) -> bool:
    return len(words) >= len(spelled) and all(
        word.folded == one for word, one in zip(words, spelled, strict=False)
    )


def _from_italics(words: Sequence[_Word], italic: int, role: OpeningRole) -> Opening | None:
    covered = [word for word in words if word.end <= italic]
    if not covered:
        return None
    adverb = next((word for word in covered if word.folded in _ADVERBS), None)
    rest = [word for word in covered if word is not adverb]
    if not rest:
        return None
    return _opening(rest, adverb, covered[-1].end, "statement", known=False)


def _from_form(words: Sequence[_Word], role: OpeningRole) -> Opening | None:
    length = next((i for i, word in enumerate(words[:4]) if _is_verb(word.folded, role)), None)
    if length is None or any(not _is_adverbial(word.folded) for word in words[:length]):
        return None
    length = _to_participle(words, length)
    covered = list(words[: length + 1])
    if (
        length + 1 < len(words)
        and words[length + 1].folded in _ADVERBS
        and _is_adverb(words, length + 1, role, 0)
    ):
        covered.append(words[length + 1])
    adverb = next((word for word in covered if word.folded in _ADVERBS), None)
    rest = [word for word in covered if word is not adverb]
    return _opening(rest, adverb, covered[-1].end, "statement", known=False) if rest else None


def _to_participle(words: Sequence[_Word], verb: int) -> int:
    """Index of the last word of "Being fully aware", "Remaining seriously concerned", "Having regard"."""
    if words[verb].folded == "having" and verb + 1 < len(words):
        return verb + 1
    for index in range(verb + 1, min(verb + 4, len(words))):
        if words[index].folded in _PARTICIPLES:
            return index
        if not words[index].folded.endswith("ly"):
            break
    return verb


def plausible(opening: Opening | None, role: OpeningRole) -> bool:
    """Whether an opening is of the table, or has the form of one for this role."""
    if opening is None:
        return False
    words = opening.base.split()
    return opening.known or _is_verb(
        next((word for word in words if not _is_adverbial(word)), words[-1]), role
    )


def _is_verb(word: str, role: OpeningRole) -> bool:
    if role == "preambular":
        return (word.endswith("ing") and len(word) > 4) or word in _PARTICIPLES
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "ous", "'s"))
        and word not in _NO_VERBS
    )


def _is_adverbial(word: str) -> bool:
    return (
        word.endswith("ly")
        or word in _ADVERBS
        or word in ("once", "again", "having", "being", "with", "deep", "more")
    )
