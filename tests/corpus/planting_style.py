"""Ways to plant a slip in openings, italics and footnote marks, and in the order of paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from linter.model.document import Block, NoteMark
from linter.model.fold import straighten
from linter.model.resolution import Element, Role
from linter.model.sourcemap import source_span
from linter.model.vocabulary import VerbClass
from tests.corpus.planting import TEXT, Change, Planter, Slip, Text, each, put


def openings(role: Role) -> Callable[[Text], Iterator[tuple[Element, str, str]]]:
    """Elements with their opening phrase and the one before; an unknown opening is left out."""

    def pairs(text: Text) -> Iterator[tuple[Element, str, str]]:
        before = ""
        for element in text.elements(role, "heading"):
            found = element.opening
            if found is None:
                before = ""
                continue
            phrase = element.block.text[found.span.start : found.span.end]
            yield element, phrase, before
            before = phrase

    return pairs


def opening(role: Role, change: Callable[[str, str], str | None]) -> Planter:
    """The opening phrase becomes what ``change`` makes of it and of the one before, None for nothing."""

    def plant(text: Text) -> Iterator[Slip]:
        for element, phrase, before in openings(role)(text):
            wrong = change(phrase, before)
            if wrong is not None and wrong != phrase and element.opening is not None:
                yield from each(put(element.block, *element.opening.span, wrong))

    return plant


def roman(*roles: Role, at_start: bool = True, of: str = "") -> Planter:
    """Italic words that begin with ``of`` lose their italics: at the start of the paragraph, or elsewhere."""

    def plant(text: Text) -> Iterator[Slip]:
        for element in text.elements(*roles):
            for mark in element.block.marks:
                if mark.style != "italic" or not element.block.text.startswith(of, mark.start):
                    continue
                if mark.opening and mark.closing and (mark.start == 0) is at_start:
                    yield Change(*mark.opening, ""), Change(*mark.closing, "")

    return plant


def italics_to(role: Role, move: Callable[[str, int, int], int | None]) -> Planter:
    """The italics at the start of a paragraph end where ``move`` says, given the text and their ends."""

    def plant(text: Text) -> Iterator[Slip]:
        for element in text.elements(role):
            block = element.block
            for mark in block.marks[:1]:
                end = move(block.text, mark.start, mark.end)
                if mark.style == "italic" and mark.start == 0 and mark.closing and end:
                    place = source_span(block, end - 1, end).end
                    asterisks = text.source[slice(*mark.closing)]
                    yield Change(*mark.closing, ""), Change(place, place, asterisks)

    return plant


def longer(text: str, start: int, end: int) -> int | None:
    """Italics that run on over the next word."""
    match = re.compile(r" [a-zA-Z]+(?= )").match(text, end)
    return match.end() if match and start < end else None


def shorter(text: str, start: int, end: int) -> int | None:
    """Italics of the first word alone, where they should cover more."""
    match = re.compile(r"\w+(?= \w)").match(text, start, end)
    return match.end() if match else None


def over_comma(text: str, start: int, end: int) -> int | None:
    """Italics that take the comma in."""
    return end + 1 if start < end and text[end : end + 1] == "," else None


def emphasized(pattern: str) -> Planter:
    """Words inside a paragraph set in italics."""

    def plant(text: Text) -> Iterator[Slip]:
        for element in text.elements("operative", "preambular"):
            for match in re.finditer(pattern, straighten(element.block.text)):
                for change in put(element.block, *match.span(), f"*{match[0]}*"):
                    yield (change,)

    return plant


def notes(change: Callable[[str, NoteMark, Element], Slip | None]) -> Planter:
    """What ``change`` does to a footnote mark, given the source."""

    def plant(text: Text) -> Iterator[Slip]:
        for element in text.elements(*TEXT):
            for mark in element.block.notes:
                slip = change(text.source, mark, element) if mark.source else None
                if slip is not None:
                    yield slip

    return plant


def mark_before_stop(source: str, mark: NoteMark, element: Element) -> Slip | None:
    """The mark stands before the punctuation that it should follow."""
    assert mark.source
    start, end = mark.source
    if source[start - 1] in ",;." and element.block.text[mark.offset - 1] == source[start - 1]:
        return (Change(start - 1, end, source[start:end] + source[start - 1]),)
    return None


def space_before_mark(source: str, mark: NoteMark, element: Element) -> Slip | None:
    """A space stands before the mark."""
    assert mark.source
    start = mark.source.start
    return None if source[start - 1].isspace() or not element.block.text else (Change(start, start, " "),)


def mark_glued(source: str, mark: NoteMark, element: Element) -> Slip | None:
    """No space stands between the mark and the next word."""
    assert mark.source
    end = mark.source.end
    inside = mark.offset < len(element.block.text)
    return (Change(end, end + 1, ""),) if inside and re.match(r" \w", source[end : end + 2]) else None


def mark_lost(source: str, mark: NoteMark, element: Element) -> Slip | None:
    """The mark is gone, its note remains."""
    return (Change(*mark.source, ""),) if mark.source and element.block.text and source else None


def swapped(pairs: Callable[[Text], Iterator[tuple[Block, Block]]]) -> Planter:
    """Two blocks change places."""

    def plant(text: Text) -> Iterator[Slip]:
        for one, other in pairs(text):
            first, second = (text.source[slice(*block.span)] for block in (one, other))
            yield Change(*one.span, second), Change(*other.span, first)

    return plant


def last_and_first(text: Text) -> Iterator[tuple[Block, Block]]:
    """The last preambular paragraph and the first operative one."""
    preamble, operative = text.paragraphs("preambular"), text.paragraphs("operative")
    if preamble and operative and not any(text.elements("heading")):
        yield preamble[-1].block, operative[0].block


def also_lost(role: Role, verb_class: VerbClass) -> Planter:
    """“Also” or “Further” is left out; of a directive verb only where both paragraphs name one addressee."""

    def plant(text: Text) -> Iterator[Slip]:
        before: Element | None = None
        for element in text.elements(role, "heading"):
            found = element.opening
            if found and found.adverb and found.verb_class == verb_class and _alike(before, element):
                phrase = element.block.text[found.span.start : found.span.end]
                plain = re.sub(rf" ?\b{found.adverb}\b ?", "", phrase, count=1, flags=re.IGNORECASE)
                wrong = plain[:1].upper() + plain[1:]
                yield from each(put(element.block, *found.span, wrong))
            before = element

    return plant


def _alike(one: Element | None, other: Element) -> bool:
    """Whether two openings are one phrase, put to one addressee if it is a directive."""
    if one is None or one.opening is None or other.opening is None or one.opening.base != other.opening.base:
        return False
    return other.opening.verb_class == "statement" or _addressee(one) == _addressee(other) != ""


def _addressee(element: Element) -> str:
    rest = element.block.text[element.opening.span.end :] if element.opening else ""
    match = re.match(r" ([^,;]+?) to (?!the\b|all\b|their\b|its\b)", rest)
    return match[1] if match else ""
