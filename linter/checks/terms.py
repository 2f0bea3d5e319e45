"""``terms``: words and phrases that are written otherwise, from a table or from the rule itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from linter.checks.base import Hit, Request, Subject, like, place, replacing
from linter.matching.words import Phrases, Spot, next_word, previous_word
from linter.model.document import Block
from linter.model.fold import fold, straighten
from linter.tables.terms import TermEntry, function_words, term_table


@dataclass(frozen=True, slots=True)
class Pair:
    """A right form and the wrong ones, as a rule of its own writes them."""

    right: str
    wrong: tuple[str, ...]
    case: Literal["any", "exact"] = "any"
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    fix: Literal["safe", "suggested", "none"] = "suggested"


@dataclass(frozen=True, slots=True)
class Params:
    """The entries: those of ``table`` (of its ``groups``, all if none are named), and ``pairs``.

    ``protected: check`` looks into quotations and titles too.
    """

    table: str = ""
    groups: tuple[str, ...] = ()
    pairs: tuple[Pair, ...] = ()
    protected: Literal["skip", "check"] = "skip"


PLACEHOLDERS = ("found", "expected")


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """Entries by their wrong forms, ready to be looked up."""

    phrases: Phrases
    entries: dict[str, tuple[TermEntry, ...]]


@lru_cache(maxsize=64)
def _lexicon(params: Params, language: str) -> _Lexicon:
    entries: list[TermEntry] = []
    if params.table:
        table = term_table(params.table, language)
        entries += [entry for entry in table if not params.groups or entry.group in params.groups]
    for pair in params.pairs:
        entries.append(
            TermEntry(
                right=pair.right,
                wrong=pair.wrong,
                group="",
                case=pair.case,
                not_before=pair.not_before,
                not_after=pair.not_after,
                not_in=pair.not_in,
                fix=pair.fix,
                in_name="match",
            )
        )
    by_wrong: dict[str, tuple[TermEntry, ...]] = {}
    for entry in entries:
        for wrong in entry.wrong:
            by_wrong[fold(wrong)] = (*by_wrong.get(fold(wrong), ()), replace(entry, wrong=(wrong,)))
    return _Lexicon(Phrases(by_wrong), by_wrong)


def check(params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each place where a wrong form stands: a Hit, or None where a condition excuses it."""
    lexicon = _lexicon(params, subject.resolution.language)
    roles = frozenset(request.roles)
    for spot, phrase in subject.words().find(lexicon.phrases):
        element = subject.element(spot.block)
        if element.role not in roles:
            continue
        block = element.block
        if params.protected == "skip" and subject.is_protected(block, spot.start, spot.end):
            yield None
            continue
        for entry in lexicon.entries[phrase]:
            hit = _hit(block, spot, entry) if _applies(entry, subject, block, spot) else None
            yield hit
            if hit is not None:
                break


def _applies(entry: TermEntry, subject: Subject, block: Block, spot: Spot) -> bool:
    resolution = subject.resolution
    if entry.organs and (resolution.organ or "other") not in entry.organs:
        return False
    if entry.session and not subject.in_session(entry.session):
        return False
    straight = subject.straight(block)[spot.start : spot.end]
    if entry.case == "exact" and straight != straighten(entry.wrong[0]):
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
