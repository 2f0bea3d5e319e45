"""``reference``: what a draft says of its own paragraphs, sections and annexes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, get_args

from linter.checks.base import Hit, Request, Subject, place
from linter.model.diagnostic import Place
from linter.model.resolution import Element
from linter.model.values import dataclass
from linter.structure import crossrefs
from linter.structure.crossrefs import CrossReference, Item


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked of "paragraph 7 above", "section II below", "annex I to the present resolution".

    ``exists``: the draft has what is named. ``direction``: a paragraph named as above or below stands there.
    """

    require: Literal["exists", "direction"]


PLACEHOLDERS = ("found", "expected", "name", "last")
_SIGNS = (" above", " below", " present ", " this ")
_NAME = re.compile(r"(?P<number>\d{1,3})|\(?(?P<letters>[a-z]{1,4})\)?")
_HEADED = re.compile(r"(?:section |part |annex )?(?P<roman>[IVX]{1,5}|[A-H])\b", re.IGNORECASE)
_WITH_LETTERS: tuple[crossrefs.What, ...] = ("paragraph", "subparagraph")
_LEAST = 2


def check(params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each number or letter of a reference of the draft to itself, or for each reference."""
    own: _Own | None = None
    for element, found in _references(subject, request):
        own = own or _Own(subject)
        judge = own.exists if params.require == "exists" else own.direction
        yield from judge(element, found)


def _references(subject: Subject, request: Request) -> Iterator[tuple[Element, CrossReference]]:
    for element in subject.elements_with(_SIGNS, request.roles, all_text=False):
        text = subject.straight(element.block)
        for what in get_args(crossrefs.What):
            for found in crossrefs.find(text, what) if what in text else ():
                if not subject.is_protected(element.block, *found.span):
                    yield element, found


class _Own:
    """The paragraphs, sections and annexes that a draft has."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._elements = subject.resolution.elements
        self._places = {element.block.index: index for index, element in enumerate(self._elements)}
        self._paragraphs: dict[int | None, dict[str, list[int]]] = {}
        self._letters: dict[int, set[str]] = {}
        self._run_on: dict[int | None, bool] = {}
        for index, element in enumerate(self._elements):
            name = _NAME.fullmatch(element.label)
            if name is None or element.declaration or element.quoted:
                continue
            if element.role == "operative" and name["number"]:
                numbers = self._paragraphs.setdefault(element.part, {})
                numbers.setdefault(name["number"], []).append(index)
            elif element.role == "subparagraph" and element.parent is not None and name["letters"]:
                self._letters.setdefault(element.parent, set()).add(name["letters"])

    def exists(self, element: Element, found: CrossReference) -> Iterator[Hit | None]:
        """Whether each thing that a reference names is there; nothing where that cannot be told."""
        if found.what == "paragraph":
            yield from self._are_paragraphs(element, found)
        elif found.what == "annex":
            yield from self._are_headed(element, found, "annex")
        elif found.what == "section":
            yield from self._are_headed(element, found, "heading")
        elif found.what == "subparagraph":
            parent = self._paragraph_of(element)
            for item in found.items if parent is not None else ():
                yield self._is_letter(element, item, parent)

    def _are_paragraphs(self, element: Element, found: CrossReference) -> Iterator[Hit | None]:
        numbers = self._numbers(element)
        if numbers is None:
            return
        paragraph: int | None = None
        for item in found.items:
            if not item.is_letter:
                places = numbers.get(item.text, [])
                paragraph = places[0] if len(places) == 1 else None
                name = f"paragraph {item.text}"
                yield None if places else _missing(element, item, name, f"paragraph {len(numbers)}")
            elif paragraph is not None:
                yield self._is_letter(element, item, paragraph)

    def _numbers(self, element: Element) -> dict[str, list[int]] | None:
        """The paragraphs of the part by number; None where they are too few, or their numbers in disorder."""
        numbers = self._paragraphs.get(element.part, {})
        if element.part not in self._run_on:
            self._run_on[element.part] = all(str(number) in numbers for number in range(1, len(numbers) + 1))
        return numbers if self._run_on[element.part] and len(numbers) >= _LEAST else None

    def _is_letter(self, element: Element, item: Item, paragraph: int | None) -> Hit | None:
        """A subparagraph that is not there, though its paragraph has others; its text may hold the letter."""
        letters = self._letters.get(paragraph if paragraph is not None else -1, set())
        if len(letters) < _LEAST or item.text in letters or len(item.text) > 1 or paragraph is None:
            return None
        if any(f"({item.text})" in self._own_words(one) for one in self._under(paragraph)):
            return None
        last = max(letters, key=lambda letter: (len(letter), letter))
        return _missing(element, item, f"subparagraph ({item.text})", f"subparagraph ({last})")

    def _own_words(self, element: Element) -> str:
        """The text of a paragraph without its references to others."""
        text = self._subject.straight(element.block)
        for what in _WITH_LETTERS:
            for found in crossrefs.find(text, what):
                text = (
                    text[: found.span.start]
                    + " " * (found.span.end - found.span.start)
                    + text[found.span.end :]
                )
        return text

    def _under(self, paragraph: int) -> Iterator[Element]:
        yield self._elements[paragraph]
        yield from (one for one in self._elements if one.parent == paragraph)

    def _paragraph_of(self, element: Element) -> int | None:
        """The index of the paragraph that ``element`` is, or belongs to."""
        index: int | None = self._places[element.block.index]
        while index is not None and self._elements[index].role == "subparagraph":
            index = self._elements[index].parent
        return index

    def _are_headed(self, element: Element, found: CrossReference, role: str) -> Iterator[Hit | None]:
        headings = [one for one in self._elements if one.role == role]
        named = {
            match["roman"].upper() for one in headings for match in [_HEADED.match(_heading(one))] if match
        }
        for item in found.items:
            if named:
                present = item.text in named
                yield None if present else _missing(element, item, f"{found.what} {item.text}", max(named))
        if found.what == "annex" and not headings:
            words = self._subject.straight(element.block)[found.span.start : found.span.end]
            yield Hit(
                place(element.block, *found.span),
                {"found": words, "expected": "", "name": found.what, "last": "none"},
            )
        elif found.what == "annex" and not found.items:
            yield None

    def direction(self, element: Element, found: CrossReference) -> Iterator[Hit | None]:
        """Whether the paragraphs named stand where the reference says."""
        numbers, here = self._numbers(element), self._paragraph_of(element)
        if found.what != "paragraph" or not found.where or numbers is None or here is None:
            return
        there = [numbers.get(item.text, []) for item in found.items if not item.is_letter]
        if any(len(places) != 1 or places[0] == here for places in there):
            return
        sides = {"above" if places[0] < here else "below" for places in there}
        if found.where in sides:
            yield None
            return
        (expected,) = sides
        block = element.block
        values = {"found": found.where, "expected": expected, "name": "", "last": ""}
        yield Hit(place(block, *found.where_span), values)


def _heading(element: Element) -> str:
    label = element.block.label
    return f"{label.text} {element.block.text}" if label else element.block.text


def _missing(element: Element, item: Item, name: str, last: str) -> Hit:
    values = {"found": item.text, "expected": "", "name": name, "last": last}
    return Hit(Place(element.block.index, *item.span), values)
