"""From a match of LanguageTool to a diagnostic, or to nothing where it is no slip in a text like this."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher

from linter.grammar.choice import SPELLING, is_spelling, is_wanted, name_of
from linter.grammar.client import Match
from linter.grammar.lexicon import is_known, known_words
from linter.model.diagnostic import Diagnostic, Fix, Place, Replace
from linter.model.document import Block
from linter.model.fold import fold, straighten
from linter.model.values import dataclass, replace
from linter.packs.rule import Rule, When

_LONGEST = 300  # characters of a message
_ALIKE = 0.75  # how much of a word a repair of its spelling keeps
_ALIKE_NAME = 0.85  # and of a name: Kismayo is not meant for “dismay”
_SHORTEST = 4  # letters of a word that may be misspelt
_LOWER_BEHIND = re.compile(r"[^\W_][^\W_A-Z]*(?:[-’'][^\W_][^\W_A-Z]*)*")  # no eTrade, no ATMIS
_CONTRACTION = re.compile(
    r"n't\b|\b(?:it|that|there|here|what|who|he|she|let)'s\b|'(?:ve|re|ll|d|m)\b", re.IGNORECASE
)
_SINGLE = re.compile(r"(?<!\w)‘([^‘’]+)’(?!\w)")

# Whether ``[start, end)`` of a block is not the drafter's own.
Protected = Callable[[Block, int, int], bool]


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding of LanguageTool, with the rule that it is told under."""

    diagnostic: Diagnostic
    rule: Rule


def remark(match: Match, block: Block, language: str, protected: Protected) -> Remark | None:
    """What to say of a match, whose offsets are those of the block's text; None for what is no slip here.

    What would be mended by a contraction (“it’s”) is right in a formal text.
    """
    start, end = match.start, match.end
    found = block.text[start:end]
    if not found.strip() or not is_wanted(match.rule, match.category) or protected(block, start, end):
        return None
    formal = [text for text in match.replacements if not _CONTRACTION.search(straighten(text))]
    if match.replacements and not formal:
        return None
    offered = tuple(_as_here(text, block.text) for text in formal)
    if is_spelling(match.rule):
        offered = _spellings(found, offered, language)
        if not offered:
            return None
        message = f"“{found}” may be misspelt: {' or '.join(f'“{text}”' for text in offered[:2])}?"
    else:
        message = _plain(match.message)
    rule = _rule(match, message)
    place = Place(block.index, start, end)
    fix = _fix(block, start, end, offered[0]) if offered else None
    return Remark(Diagnostic(rule.name, rule.severity, message, place, (), fix), rule)


def _spellings(found: str, offered: tuple[str, ...], language: str) -> tuple[str, ...]:
    """What a word that no dictionary has may be meant for; nothing for a word that may well be right.

    Words of the tables are right, and so are names and abbreviations, unless a word that the tables know
    is very like them.
    """
    if is_known(found, language) or len(found) < _SHORTEST or not found[1:].replace("’", "").isascii():
        return ()
    if not found.replace("-", "").replace("’", "").isalpha() or not _LOWER_BEHIND.fullmatch(found):
        return ()
    like = tuple(text for text in offered if _ratio(found, text) >= _ALIKE)
    if found.islower():
        return tuple(text for text in like if text.islower())
    known = known_words(language)
    return tuple(text for text in like if fold(text) in known and _ratio(found, text) >= _ALIKE_NAME)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, fold(one), fold(other)).ratio()


def _as_here(text: str, whole: str) -> str:
    """A replacement with the apostrophe of the text."""
    return text.replace("'", "’") if "’" in whole else text


def _plain(message: str) -> str:
    words = " ".join(message.replace("<suggestion>", "“").replace("</suggestion>", "”").split())
    words = _SINGLE.sub(r"“\1”", words)[:_LONGEST]
    return words if words.endswith((".", "?", "!")) else f"{words}."


def _fix(block: Block, start: int, end: int, text: str) -> Fix | None:
    """The words that change put in place of those that stand there; none across a footnote mark."""
    found = block.text[start:end]
    if straighten(text) == straighten(found) or any(start < mark.offset < end for mark in block.notes):
        return None
    title = f"replace “{found}” with “{text}”" if text else f"remove “{found}”"
    before, behind = _common(found, text)
    edit = Replace(block.index, start + before, end - behind, text[before : len(text) - behind])
    return Fix(title, (edit,), "suggested")


def _common(one: str, other: str) -> tuple[int, int]:
    """How many characters of whole words two texts share at their beginning and at their end.

    Spaces that do not break are spaces: those between words that stay are left as they are.
    """
    one, other = straighten(one), straighten(other)
    before = _shared(one, other)
    behind = _shared(one[before:][::-1], other[before:][::-1])
    return before, behind


def _shared(one: str, other: str) -> int:
    shared = 0
    for place, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            break
        if left == " ":
            shared = place + 1
    return shared


def _rule(match: Match, message: str) -> Rule:
    """The rule that a finding is told under; its authority is the program that found it."""
    return Rule(
        name=name_of(match.rule),
        summary=match.description or message,
        kind="grammar",
        roles=(),
        severity="advice",
        fix="suggested",
        message=message,
        why=f"{match.description.rstrip('.')}." if match.description else "",
        authority="LanguageTool",
        section=match.rule,
        convention=(),
        parameters={},
        when=_ALWAYS,
        collapse=None,
        status="stable",
        pack="languagetool",
        topic="grammar",
        file="",
        line=0,
        form={},
        is_ours=True,
    )


_ALWAYS = When()


def gathered(remarks: Iterable[Remark], words: Callable[[Place], str]) -> list[Remark]:
    """The remarks with those on the spelling of one word made one, at all its places."""
    alike: dict[object, list[Remark]] = {}
    for number, one in enumerate(remarks):
        found = one.diagnostic
        key = words(found.place) if found.rule == SPELLING else number
        alike.setdefault(key, []).append(one)
    return [group[0] if len(group) == 1 else _together(group) for group in alike.values()]


def _together(group: list[Remark]) -> Remark:
    first, *others = (one.diagnostic for one in group)
    edits = tuple(edit for one in group if one.diagnostic.fix for edit in one.diagnostic.fix.edits)
    fix = Fix(f"{first.fix.title} in all {len(group)} places", edits, "suggested") if first.fix else None
    return Remark(replace(first, related=tuple(one.place for one in others), fix=fix), group[0].rule)
