"""Whole paragraphs that come and go as tracked changes: their words, and the marks that end them."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from linter.ooxml.xml import MATH, Element, child, children, get, local, namespace
from linter.writers.docx.joining import following, mark_of
from linter.writers.docx.properties import make
from linter.writers.docx.redline_words import Tracker
from linter.writers.docx.surgery import parent

_BEFORE_NUMBER = frozenset({
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl",
})  # fmt: skip
_NOT_COPIED = frozenset({"sectPr", "pPrChange"})
_REVISIONS = frozenset({"ins", "del", "moveFrom", "moveTo", "rPrChange"})


class Paragraphs:
    """Marks paragraphs of one package as dropped, and sets new ones."""

    def __init__(self, tracker: Tracker) -> None:
        self._tracker = tracker
        self._moves: dict[str, str] = {}

    def drop(self, paragraph: Element, move: str, *, numbered: bool) -> None:
        """Strike all that a paragraph holds, and its mark, so that nothing is left of it.

        The last mark of a container and that of a section must stay; there a number that Word makes goes.
        """
        kind = "moveFrom" if move else "del"
        for run in [one for one in paragraph.iter(f"{{{namespace(paragraph)}}}r") if _is_outer(one)]:
            self._tracker.wrap(run, kind)
        if move:
            self._move_range(paragraph, kind, move)
        section = child(child(paragraph, "pPr"), "sectPr")
        if section is None and following(paragraph) is not None:
            self._mark(paragraph, kind)
        elif numbered:
            self.unnumber(paragraph)

    def new(self, near: Element, like: Element | None, runs: Sequence[Element], move: str) -> Element:
        """A paragraph of these runs, with the properties of ``like``; its mark is not yet tracked."""
        paragraph = make(near, "p")
        properties = child(like, "pPr")
        if properties is not None:
            paragraph.append(_copied(properties))
        change = self._tracker.change(paragraph, "moveTo" if move else "ins")
        change.extend(runs)
        paragraph.append(change)
        if move:
            self._move_range(paragraph, "moveTo", move)
        return paragraph

    def insert_after(self, place: Element, new: Sequence[Element], move: Sequence[str]) -> None:
        """Put new paragraphs after one of the base.

        Where that is the last of its container, its mark cannot be followed by an inserted one: the last
        new paragraph takes its mark over, as when a person types at the end.
        """
        marks = list(zip(new, move, strict=True))
        if following(place) is None:
            self._mark(place, "ins")
            last = marks.pop()[0]
            self._as_was(last, place)
        for paragraph, name in marks:
            self._mark(paragraph, "moveTo" if name else "ins")
        for paragraph in reversed(new):
            place.addnext(paragraph)

    def insert_before(self, place: Element, new: Sequence[Element], move: Sequence[str]) -> None:
        """Put new paragraphs before one of the base."""
        for paragraph, name in zip(new, move, strict=True):
            self._mark(paragraph, "moveTo" if name else "ins")
            place.addprevious(paragraph)

    def unnumber(self, paragraph: Element) -> None:
        """Take the number away that Word makes for a paragraph, as a tracked change."""
        before = child(paragraph, "pPr")
        change = self._tracker.change(paragraph, "pPrChange")
        change.append(make(paragraph, "pPr") if before is None else bare(before))
        properties = _ensured(paragraph, "pPr", 0)
        without_number(properties)
        properties.append(change)

    def _as_was(self, paragraph: Element, was: Element) -> None:
        """Record that the mark of ``paragraph`` had the properties of ``was``."""
        change = self._tracker.change(paragraph, "pPrChange")
        before = child(was, "pPr")
        change.append(make(paragraph, "pPr") if before is None else bare(before))
        _ensured(paragraph, "pPr", 0).append(change)

    def _mark(self, paragraph: Element, kind: str) -> None:
        mark = mark_of(paragraph)
        mark.insert(0, self._tracker.change(mark, kind))

    def _move_range(self, paragraph: Element, kind: str, name: str) -> None:
        """The marks between which Word sees one move."""
        start = self._tracker.change(paragraph, f"{kind}RangeStart")
        start.set(f"{{{namespace(start)}}}name", name)
        end = make(paragraph, f"{kind}RangeEnd", id=get(start, "id") or "")
        first = next(iter(one for one in paragraph if local(one) != "pPr"), None)
        if first is None:
            paragraph.append(start)
        else:
            first.addprevious(start)
        paragraph.append(end)


def without_number(properties: Element) -> None:
    """Take the number out of a ``w:pPr``, also where its style brings one."""
    present = child(properties, "numPr")
    if present is not None:
        properties.remove(present)
    number = make(properties, "numPr")
    number.append(make(number, "ilvl", val="0"))
    number.append(make(number, "numId", val="0"))
    at = sum(local(one) in _BEFORE_NUMBER for one in properties)
    properties.insert(at, number)


def _is_outer(run: Element) -> bool:
    """Whether a run stands in the paragraph itself, not in a text box or another run there."""
    holder = parent(run)
    while local(holder) not in ("p", "r"):
        if namespace(holder) in MATH:
            return False
        holder = parent(holder)
    return local(holder) == "p"


def _ensured(element: Element, name: str, at: int) -> Element:
    found = child(element, name)
    if found is None:
        found = make(element, name)
        element.insert(at, found)
    return found


def _copied(properties: Element) -> Element:
    """The properties of a paragraph for another one: without its section and its changes."""
    copy = deepcopy(properties)
    for one in list(copy):
        if local(one) in _NOT_COPIED:
            copy.remove(one)
    for mark in children(copy, "rPr"):
        for one in list(mark):
            if local(one) in _REVISIONS:
                mark.remove(one)
    return copy


def bare(properties: Element) -> Element:
    """A copy of the properties of a paragraph without those of its mark, section and changes."""
    copy = _copied(properties)
    if (mark := child(copy, "rPr")) is not None:
        copy.remove(mark)
    return copy
