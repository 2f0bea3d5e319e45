"""The opening phrase of a paragraph: "Recalling also", "Further calls upon", "Deeply concerned"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from linter.model.document import Block
from linter.model.fold import fold
from linter.model.resolution import Opening
from linter.model.source import Span
from linter.model.vocabulary import OpeningEntry, OpeningRole, VerbClass, Vocabulary
from linter.structure.opening_words import (
    ADVERBS,
    Word,
    head_of,
    head_words,
    is_adverbial,
    is_participle,
    is_repeating,
    is_verb,
    italic_end,
)


def parse(block: Block, role: OpeningRole, vocabulary: Vocabulary) -> Opening | None:
    """The opening phrase of a preambular or operative paragraph, or None.

    The longest phrase of the vocabulary wins, with adverbs before and after it; else the italics at the
    head of the block; else the form of the first word ("Lauding", "Deeply touched"; "Lauds").
    """
    italic = italic_end(block)
    return _parsed(head_of(block.text), italic, italic < len(block.text), role, vocabulary)


@lru_cache(maxsize=4096)  # asked for again and again while a draft is recognised, and while it is typed
def _parsed(
    head: str, italic: int, followed: bool, role: OpeningRole, vocabulary: Vocabulary
) -> Opening | None:
    """The opening phrase of a paragraph with this head, in italics up to ``italic`` where roman follows."""
    words = head_words(head)
    if not words:
        return None
    found = _from_table(words, role, vocabulary, italic)
    if found is not None:
        return found
    return _from_italics(words, italic) if italic and followed else _from_form(words, role)


def plausible(opening: Opening, role: OpeningRole) -> bool:
    """Whether an opening is of the table, or has the form of one for this role."""
    words = opening.base.split()
    first = next((word for word in words if not is_adverbial(word)), words[-1])
    return opening.known or is_verb(first, role)


def _from_table(
    words: Sequence[Word], role: OpeningRole, vocabulary: Vocabulary, italic: int
) -> Opening | None:
    place = next((i for i in range(len(words)) if is_repeating(words, i, italic)), len(words))
    rest = [word for i, word in enumerate(words) if i != place]
    match = _longest(rest, role, vocabulary) if rest else None
    if match is None:
        return None
    length, entry = match
    length = _with_modifier(rest, length, vocabulary, italic)
    adverb = words[place] if place <= min(length, len(words) - 1) else None
    return _opening(rest[:length], adverb, entry.verb_class, known=True)


def _opening(covered: Sequence[Word], adverb: Word | None, verb_class: VerbClass, *, known: bool) -> Opening:
    everything = (*covered, adverb) if adverb else covered
    return Opening(
        span=Span(min(word.start for word in everything), max(word.end for word in everything)),
        base=" ".join(word.folded for word in covered),
        adverb=ADVERBS[adverb.folded] if adverb else "",
        adverb_span=Span(adverb.start, adverb.end) if adverb else None,
        verb_class=verb_class,
        known=known,
    )


def _longest(
    words: Sequence[Word], role: OpeningRole, vocabulary: Vocabulary
) -> tuple[int, OpeningEntry] | None:
    """How many words the longest phrase of the table has, a known adverb before it counted."""
    direct = _lookup(words, role, vocabulary)
    if direct is not None:
        return direct
    for spelled in _modifiers(vocabulary.before).get(words[0].folded, ()):
        found = _lookup(words[len(spelled) :], role, vocabulary) if _begin_with(words, spelled) else None
        if found is not None:
            return found[0] + len(spelled), found[1]
    return None


def _lookup(
    words: Sequence[Word], role: OpeningRole, vocabulary: Vocabulary
) -> tuple[int, OpeningEntry] | None:
    spelled = [word.folded for word in words]
    for length in range(len(spelled), 0, -1):
        for entry in vocabulary.openings.get(" ".join(spelled[:length]), ()):
            if entry.role == role:
                return length, entry
    return None


def _with_modifier(words: Sequence[Word], length: int, vocabulary: Vocabulary, italic: int) -> int:
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
        if words and words[0] not in ADVERBS:
            found.setdefault(words[0], []).append(words)
    return found


def _begin_with(words: Sequence[Word], spelled: Sequence[str]) -> bool:
    return [word.folded for word in words[: len(spelled)]] == list(spelled)


def _from_italics(words: Sequence[Word], italic: int) -> Opening | None:
    return _unknown([word for word in words if word.end <= italic])


def _from_form(words: Sequence[Word], role: OpeningRole) -> Opening | None:
    verb = next((i for i, word in enumerate(words[:4]) if is_verb(word.folded, role)), None)
    if verb is None or any(not is_adverbial(word.folded) for word in words[:verb]):
        return None
    end = _to_participle(words, verb) + 1
    if end < len(words) and is_repeating(words, end):
        end += 1
    return _unknown(words[:end])


def _unknown(covered: Sequence[Word]) -> Opening | None:
    """An opening of words that no table has, its adverb told apart."""
    adverb = next((word for word in covered if word.folded in ADVERBS), None)
    rest = [word for word in covered if word is not adverb]
    return _opening(rest, adverb, "statement", known=False) if rest else None


def _to_participle(words: Sequence[Word], verb: int) -> int:
    """Index of the last word of "Being fully aware", "Remaining seriously concerned", "Having regard"."""
    if words[verb].folded == "having":
        return verb + 1
    for index in range(verb + 1, min(verb + 4, len(words))):
        if is_participle(words[index].folded):
            return index
        if not words[index].folded.endswith("ly"):
            break
    return verb
