"""Treaties and the footnotes that say where they are published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain

from linter.checks.base import Hit, Request, Subject, place
from linter.matching.words import Phrases, Spot, by_first_word
from linter.model.fold import fold, straighten
from linter.tables.names import instruments

_SERIES = "Treaty Series"
# Who is named after a treaty has no note: "the Conference of the Parties to the Convention".
_NAMES_A_BODY = re.compile(
    r"\b(?:part(?:y|ies) (?:to|of)|(?:secretariat|conference|meeting|bodie|organ)s? of"
    r"|body of|committee (?:on|of)|framework of|supplementing|annexe?[ds]? to|protocols? [^,;]{0,20}\bto"
    r"|resolutions? \S+[^;]{0,40} on|safeguards in connection with)\b[^;]*$"
)


def check(subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each treaty at its first mention in a part: a mark follows in the paragraph."""
    document = subject.document
    if document.source.format == "text" and not any(block.notes for block in document.blocks):
        return  # a conversion has lost the notes, or there is no way to write them
    names = _treaties(subject.resolution.language)
    elements = {element.block.index: element for element in subject.elements(request.roles)}
    told: set[tuple[int | None, str]] = set()
    for spot, name in outermost(subject, _phrases(subject.resolution.language)):
        element = elements.get(spot.block)
        if element is None or any(part == element.part and name.startswith(one) for part, one in told):
            continue
        if any(mark.offset >= spot.end for mark in element.block.notes):
            told.add((element.part, name))
            yield None
        elif _is_cited(subject, spot):
            told.add((element.part, name))
            values = {
                "label": "",
                "found": element.block.text[spot.start : spot.end],
                "expected": names[name],
            }
            yield Hit(place(element.block, spot.start, spot.end), values)


def outermost(subject: Subject, phrases: Phrases) -> Iterator[tuple[Spot, str]]:
    """The treaties named, in the order of the text, without those inside a longer name."""
    last = Spot(-1, 0, 0)
    for spot, name in chain.from_iterable(subject.found(phrases).values()):
        if spot.block != last.block or spot.start >= last.end:
            yield spot, name
            last = spot


def _is_cited(subject: Subject, spot: Spot) -> bool:
    """Whether the treaty itself is meant, by its title and in the drafter's own words."""
    block = subject.document.blocks[spot.block]
    if subject.straight(block)[spot.start : spot.end] not in _titles(subject.resolution.language):
        return False
    before = subject.folded(block)[max(0, spot.start - 250) : spot.start]
    return not (subject.is_protected(block, spot.start, spot.end) or _NAMES_A_BODY.search(before))


@cache
def _titles(language: str) -> frozenset[str]:
    return frozenset(straighten(one.name) for one in instruments(language))


@cache
def _treaties(language: str) -> Mapping[str, str]:
    """The footnote of each treaty by its folded name."""
    return {fold(one.name): one.cite for one in instruments(language) if _SERIES in one.cite}


@cache
def _phrases(language: str) -> Phrases:
    return Phrases(by_first_word(_treaties(language)))
