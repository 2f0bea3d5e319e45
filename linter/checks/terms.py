"""``terms``: words and phrases that are written otherwise, from a table or from the rule itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal

from linter.checks.base import Hit, Look, Request, Subject, like, place, replacing
from linter.matching.words import Phrases, Spot, by_first_word, next_word, previous_word
from linter.model.document import Block
from linter.model.fold import fold, straighten
from linter.model.resolution import Element
from linter.model.values import dataclass
from linter.tables.terms import TermEntry, function_words, lexicon


@dataclass(frozen=True, slots=True)
class Pair:
    """A right form and the wrong ones, as a rule or a pack writes them.

    ``group`` is the group of the table that a pack adds the pair to.
    """

    right: str
    wrong: tuple[str, ...]
    case: Literal["any", "exact"] = "any"
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    fix: Literal["safe", "suggested", "none"] = "suggested"
    group: str = ""


@dataclass(frozen=True, slots=True)
class Params:
    """The entries: those of ``table`` (of its ``groups``, all if none are named), and ``pairs``.

    ``add`` and ``remove`` are what packs add to the table and the wrong forms that they allow.
    ``protected: check`` looks into quotations and titles too.
    """

    table: str = ""
    groups: tuple[str, ...] = ()
    pairs: tuple[Pair, ...] = ()
    add: tuple[Pair, ...] = ()
    remove: tuple[str, ...] = ()
    protected: Literal["skip", "check"] = "skip"


PLACEHOLDERS = ("found", "expected")
_Entries = Sequence[tuple[TermEntry, str]]
_Lookup = Callable[[str], _Entries]


def look(_: Params) -> Look:
    """At each place where a wrong form stands: a Hit, or None where a condition excuses it."""
    return Look(_paragraphs, _judge)


def _paragraphs(params: Params, subject: Subject, request: Request) -> Iterator[Element]:
    blocks = {block for phrases, _ in _sources(params, subject) for block in subject.found(phrases)}
    for element in map(subject.element, sorted(blocks)):
        if element.role in request.roles:
            yield element


def _judge(params: Params, subject: Subject, element: Element) -> Iterator[Hit | None]:
    for phrases, lookup in _sources(params, subject):
        mended = 0
        for spot, phrase in sorted(subject.found(phrases).get(element.block.index, ()), key=_longest_first):
            entries = [entry for entry in lookup(phrase) if _in_groups(params, entry[0].group)]
            if entries and phrase not in map(fold, params.remove) and spot.end > mended:
                hit = _examined(params, subject, element.block, spot, entries)
                mended = spot.end if hit else mended
                yield hit


def _longest_first(found: tuple[Spot, str]) -> tuple[int, int]:
    return found[0].start, -found[0].end


def _sources(params: Params, subject: Subject) -> Iterator[tuple[Phrases, _Lookup]]:
    """The wrong forms to look for, and the entries of each: those of the table, and the rule's own."""
    if params.table:
        language = subject.resolution.language
        yield _phrases(params.table, language), lexicon(params.table, language).lookup
    added = (*params.pairs, *(pair for pair in params.add if _in_groups(params, pair.group)))
    if added:
        own, phrases = _entries(added)
        yield phrases, own.__getitem__


def _examined(params: Params, subject: Subject, block: Block, spot: Spot, entries: _Entries) -> Hit | None:
    if params.protected == "skip" and subject.is_protected(block, spot.start, spot.end):
        return None
    right = (entry for entry, form in entries if _applies(entry, form, subject, block, spot))
    return next((_hit(block, spot, entry) for entry in right), None)


def _in_groups(params: Params, group: str) -> bool:
    return not group or not params.groups or group in params.groups


@lru_cache(maxsize=32)
def _phrases(table: str, language: str) -> Phrases:
    return Phrases(lexicon(table, language).by_first_word)


@lru_cache(maxsize=256)
def _entries(pairs: tuple[Pair, ...]) -> tuple[Mapping[str, list[tuple[TermEntry, str]]], Phrases]:
    """The entries of pairs, by each folded wrong form, and these forms."""
    found: dict[str, list[tuple[TermEntry, str]]] = {}
    for pair in pairs:
        entry = TermEntry(
            right=pair.right,
            wrong=pair.wrong,
            group=pair.group,
            case=pair.case,
            not_before=pair.not_before,
            not_after=pair.not_after,
            not_in=pair.not_in,
            fix=pair.fix,
            in_name="match",
        )
        for wrong in pair.wrong:
            found.setdefault(fold(wrong), []).append((entry, wrong))
    return found, Phrases(by_first_word(found))


def _applies(entry: TermEntry, form: str, subject: Subject, block: Block, spot: Spot) -> bool:
    resolution = subject.resolution
    if entry.organs and (resolution.organ or "other") not in entry.organs:
        return False
    if entry.session and not subject.in_session(entry.session):
        return False
    straight = subject.straight(block)[spot.start : spot.end]
    if entry.case == "exact" and straight != straighten(form):
        return False
    if entry.in_name == "skip" and _in_name(block, spot):
        return False
    return _fits_around(entry, subject, block, spot)


def _fits_around(entry: TermEntry, subject: Subject, block: Block, spot: Spot) -> bool:
    text = subject.folded(block)
    following, before = next_word(text, spot.end), previous_word(text, spot.start)
    if entry.before and following not in entry.before:
        return False
    if following in entry.not_before or before in entry.not_after:
        return False
    if entry.after and before not in entry.after:
        return False
    if entry.before_noun and (not following or following in function_words(subject.resolution.language)):
        return False
    if entry.case == "exact":  # there "Member States" does not excuse "member states"
        text = subject.straight(block)
        return not any(_stands_round(text, straighten(phrase), spot) for phrase in entry.not_in)
    return not any(_stands_round(text, fold(phrase), spot) for phrase in entry.not_in)


def _stands_round(text: str, phrase: str, spot: Spot) -> bool:
    found = text.find(phrase, max(spot.start - len(phrase), 0))
    return 0 <= found < spot.end and found + len(phrase) > spot.start


def _in_name(block: Block, spot: Spot) -> bool:
    """Whether the words have a capital that the start of a sentence does not explain."""
    if not block.text[spot.start].isupper() or spot.start == 0:
        return False
    return block.text[: spot.start].rstrip(" \u00a0“(")[-1:] not in (".", ":", "")


def _hit(block: Block, spot: Spot, entry: TermEntry) -> Hit | None:
    found = block.text[spot.start : spot.end]
    expected = like(found, entry.right) if entry.case == "any" else entry.right
    if straighten(found) == expected:
        return None
    edits = replacing(block, spot.start, spot.end, expected) if entry.fix != "none" else ()
    return Hit(
        place(block, spot.start, spot.end),
        {"found": found, "expected": expected},
        edits,
        severity=entry.level or None,
        safety="suggested" if entry.fix == "suggested" else None,
    )
