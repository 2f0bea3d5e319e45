"""Ways to plant a slip: each looks at a regular text and yields the changes of its source that make one slip.

A change is given in the source, so that what is planted is what a person would have typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from linter.model.document import Block, NoteMark
from linter.model.fold import straighten
from linter.model.resolution import Element, Resolution, Role
from linter.model.sourcemap import source_span
from linter.model.vocabulary import VerbClass

TEXT: tuple[Role, ...] = ("preambular", "operative", "subparagraph")


@dataclass(frozen=True, slots=True)
class Change:
    """``source[start:end]`` becomes ``text``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A regular text, as read; ``number`` tells it from others."""

    number: int
    source: str
    resolution: Resolution

    def elements(self, *roles: Role) -> Iterator[Element]:
        """Elements of these roles that follow the conventions of resolutions."""
        for element in self.resolution.elements:
            if element.role in roles and not (element.declaration or element.quoted):
                yield element

    def paragraphs(self, role: Role) -> list[Element]:
        """The same of one role, as a list."""
        return list(self.elements(role))


Slip = tuple[Change, ...]
Planter = Callable[[Text], Iterable[Slip]]


def planted(source: str, slip: Slip) -> str:
    """The text with the slip in it."""
    for change in sorted(slip, key=lambda change: change.start, reverse=True):
        source = source[: change.start] + change.text + source[change.end :]
    return source


def put(block: Block, start: int, end: int, text: str) -> Iterator[Change]:
    """The change that puts ``text`` in the place of ``[start, end)`` of a block, unless delimiters stand there."""
    span = source_span(block, start, end)
    if span.end - span.start == end - start:
        yield Change(span.start, span.end, text)


def words(right: str, wrong: str | Callable[[re.Match[str]], str], *roles: Role) -> Planter:
    """Words that match ``right`` (with plain spaces and straight quotes) become ``wrong``, a template or a function.

    Words in quotation marks, whose form is another's, and words half italic are left alone.
    """
    expression = re.compile(right)

    def plant(text: Text) -> Iterator[Slip]:
        for element in text.elements(*(roles or TEXT)):
            plain = straighten(element.block.text)
            for match in expression.finditer(plain):
                if plain.count('"', 0, match.start()) % 2 == 0:
                    text_now = match.expand(wrong) if isinstance(wrong, str) else wrong(match)
                    yield from _each(put(element.block, *match.span(), text_now))

    return plant


def quotation(wrong: str, follows: str = "") -> Planter:
    """A closing quotation mark, with what ``follows`` it, becomes ``wrong``."""

    def plant(text: Text) -> Iterator[Slip]:
        for element in text.elements(*TEXT):
            for match in re.finditer("”" + follows, element.block.text):
                yield from _each(put(element.block, *match.span(), wrong))

    return plant


def _each(changes: Iterable[Change]) -> Iterator[Slip]:
    return ((change,) for change in changes)


def either(*planters: Planter) -> Planter:
    """Any of several forms of one slip."""
    return lambda text: (slip for planter in planters for slip in planter(text))


def ending(role: Role, mark: str, wrong: str, *, last: bool | None = None) -> Planter:
    """The ``mark`` that ends paragraphs of a role becomes ``wrong``; only in the last one, or only in others."""

    def plant(text: Text) -> Iterator[Slip]:
        elements = text.paragraphs(role)
        for number, element in enumerate(elements, 1):
            block = element.block
            if block.text.endswith(mark) and last in (None, number == len(elements)):
                yield from _each(put(block, len(block.text) - len(mark), len(block.text), wrong))

    return plant


def label(role: Role, change: Callable[[str], str | None]) -> Planter:
    """The label of a paragraph becomes what ``change`` makes of it, None for nothing."""

    def plant(text: Text) -> Iterator[Slip]:
        for element in text.elements(role):
            mark = element.block.label
            wrong = change(mark.text) if mark else None
            if mark and mark.source and wrong is not None and wrong != mark.text:
                yield (Change(*mark.source, wrong),)

    return plant


def labelled(role: Role, wrong: str) -> Planter:
    """A paragraph without a label gets one."""

    def plant(text: Text) -> Iterator[Slip]:
        for element in text.elements(role):
            if element.block.label is None:
                yield (Change(element.block.span.start, element.block.span.start, wrong),)

    return plant


def shifted(by: int) -> Callable[[str], str | None]:
    """A label counted wrongly: "5." becomes "6.", "(c)" becomes "(d)"; the first one stays."""

    def change(found: str) -> str | None:
        if match := re.fullmatch(r"(\d+)\.", found):
            return f"{int(match[1]) + by}." if int(match[1]) + by > 0 and match[1] != "1" else None
        if match := re.fullmatch(r"\(([b-y])\)", found):
            return f"({chr(ord(match[1]) + by)})" if match[1] not in "ivx" else None
        return None

    return change


def formed(pattern: str, wrong: str) -> Callable[[str], str | None]:
    """A label of another form."""
    return lambda found: re.sub(pattern, wrong, found) if re.fullmatch(pattern, found) else None


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
                yield from _each(put(element.block, *element.opening.span, wrong))

    return plant


def roman(*roles: Role, at_start: bool = True) -> Planter:
    """Italic words lose their italics: at the start of the paragraph, or elsewhere."""

    def plant(text: Text) -> Iterator[Slip]:
        for element in text.elements(*roles):
            for mark in element.block.marks:
                if mark.style == "italic" and mark.opening and mark.closing and (mark.start == 0) is at_start:
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
    return (Change(mark.source.start, mark.source.start, " "),) if element.block.text else None


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
                yield from _each(put(element.block, *found.span, wrong))
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
