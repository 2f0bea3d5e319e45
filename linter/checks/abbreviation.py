"""``abbreviation``: names in capitals, which a resolution writes out or explains."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal

from linter.checks.base import Hit, Request, Subject, place
from linter.model.document import Block
from linter.model.values import dataclass
from linter.tables.names import Entity, Instrument, abbreviations, entities, instruments

_CAPITALS = re.compile(r"(?<![\w/.'-])[A-Z][A-Z0-9]+(?:-[A-Z][A-Za-z0-9]+|-plus)?s?(?![\w/(@+-]|\.\w)")
_ROMAN = re.compile(r"(?:M{0,3})(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})[A-Z]?")
_SHORTEST = 3
# "UNCT SWAP scorecard", "(ESD for 2030)", "(the EQUALS initiative)": words of a name that is given as such.
_NAME_BEFORE = re.compile(r"(?:[A-Z][\w'-]* |\((?:the )?|known as )$")
_IN_BRACKETS = re.compile(r"\((?:the )?(?:\d{4} )?$")
_NAME_AFTER = re.compile(r" (?:(?:for|and) )?[A-Z0-9]")
_NUMBERED = re.compile(r"[A-Z]{1,2}\d+")


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked.

    ``out``: an abbreviation that neither may stand nor was explained in brackets is written out.
    ``explained``: one that may stand when explained was explained before. ``apart`` are the affair of others.
    An abbreviation that no table knows is advice: it may be the name of a thing.
    """

    require: Literal["out", "explained"]
    apart: tuple[str, ...] = ()


PLACEHOLDERS = ("found", "expected")


def check(params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each abbreviation at its first place in the draft."""
    language = subject.resolution.language
    known = abbreviations(language)
    wanted = known.defined if params.require == "explained" else frozenset[str]()
    passed = (
        known.stand | known.defined | frozenset(params.apart)
        if params.require == "out"
        else frozenset(params.apart)
    )
    seen: set[str] = set()
    for element in subject.elements(request.roles):
        for start, end, word, explained in _in(subject, element.block):
            if word in seen or word in passed or (wanted and word not in wanted):
                continue
            seen.add(word)
            if explained:
                yield None
                continue
            expected = _full_names(language).get(word) or _full_names(language).get(
                word.removesuffix("s"), ""
            )
            if not expected and not _is_plain(subject, element.block, start, end):
                continue
            text = subject.straight(element.block)
            if _IN_BRACKETS.search(text[:start]) and _NAME_AFTER.match(text, end):
                continue
            values = {"found": word, "expected": expected or "the full name"}
            yield Hit(place(element.block, start, end), values, severity=None if expected else "advice")


def _in(subject: Subject, block: Block) -> Iterator[tuple[int, int, str, bool]]:
    for start, end, word, explained in _capitals(subject.straight(block)):
        if not subject.is_protected(block, start, end):
            yield start, end, word, explained


@lru_cache(maxsize=1024)  # an editor has the same paragraphs at each keystroke
def _capitals(text: str) -> tuple[tuple[int, int, str, bool], ...]:
    """Where abbreviations stand in a text, and whether brackets explain what stands before them."""
    if text.isupper():
        return ()
    found = []
    for match in _CAPITALS.finditer(text):
        start, end = match.span()
        if not (_ROMAN.fullmatch(match[0]) or _NUMBERED.fullmatch(match[0])):
            explained = text[start - 1 : start] == "(" and text[end : end + 1] in (")", ",")
            found.append((start, end, match[0], explained))
    return tuple(found)


def _is_plain(subject: Subject, block: Block, start: int, end: int) -> bool:
    """Whether letters that no table knows are an abbreviation, not a code, a short mark or part of a name."""
    text = subject.straight(block)
    word = text[start:end]
    in_name = _NAME_BEFORE.search(text[:start]) or _NAME_AFTER.match(text, end)
    return len(word) >= _SHORTEST and word.rstrip("s").isalpha() and not in_name


@cache
def _full_names(language: str) -> dict[str, str]:
    return {acronym: named.name for named in _named(language) for acronym in named.acronyms}


def _named(language: str) -> Iterator[Entity | Instrument]:
    yield from entities(language)
    yield from instruments(language)
