"""Put the numbers of a draft in order, and take the references to them along."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from linter.checks import numbering
from linter.checks.base import Request, Subject
from linter.engine.report import in_words
from linter.model.diagnostic import Diagnostic, Edit, Fix, Place, Replace, SetLabel
from linter.model.fold import straighten
from linter.model.resolution import Element, Resolution
from linter.model.values import dataclass
from linter.model.vocabulary import Vocabulary
from linter.structure import crossrefs
from linter.structure.crossrefs import CrossReference, Item

RULE = "renumber"
_SERIES = (
    (numbering.Params("operative"), Request(("operative",), RULE)),
    (numbering.Params("subparagraph"), Request(("subparagraph",), RULE)),
)
# What an old number has become: several where it stood twice.
Became = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Renumbering:
    """``found`` carries the edits as one fix, None when all is in order; ``doubts`` are for a person."""

    found: Diagnostic | None
    doubts: tuple[str, ...]


def renumber(
    resolution: Resolution, vocabulary: Vocabulary, notes: Mapping[str, str] | None = None
) -> Renumbering:
    """Number typed paragraphs and subparagraphs on from 1, in each part, and follow the references to them.

    Only references that say whose paragraph they mean are followed ("paragraph 5 above", "paragraph 5 of the
    present resolution"); one to a number that stood twice is a doubt. Numbers that the format makes are in
    order already. ``notes`` tells what the numbers of notes have become.
    """
    labels = _labels(Subject(resolution, vocabulary))
    follow = _References(resolution, labels, notes or {})
    edits: list[Edit] = [SetLabel(block, text) for block, text in labels.items()]
    if labels or notes:
        edits += follow.edits()
    return Renumbering(_diagnostic(edits, labels), tuple(follow.doubts))


def _labels(subject: Subject) -> dict[int, str]:
    """The new label of each block that gets another."""
    found: dict[int, str] = {}
    for series, request in _SERIES:
        hits = numbering.check(series, subject, request)
        for edit in chain.from_iterable(hit.edits for hit in hits if hit is not None):
            if isinstance(edit, SetLabel):
                found[edit.block] = edit.text
    return found


def _diagnostic(edits: list[Edit], labels: Mapping[int, str]) -> Diagnostic | None:
    if not edits:
        return None
    place = Place(next(iter(labels), edits[0].block), 0, 0)
    title = "number the paragraphs anew"
    return Diagnostic(
        RULE, "advice", "The numbers are not in order.", place, (), Fix(title, tuple(edits), "safe")
    )


class _References:
    """The references of a draft to its own paragraphs and notes."""

    def __init__(self, resolution: Resolution, labels: Mapping[int, str], notes: Mapping[str, str]) -> None:
        self._resolution = resolution
        self._notes: Became = {old: (new,) for old, new in notes.items()}
        self._numbers: dict[int | None, dict[str, tuple[str, ...]]] = {}
        self._letters: dict[int, dict[str, tuple[str, ...]]] = {}
        self._paragraphs: dict[tuple[int | None, str], int] = {}
        self.doubts: list[str] = []
        for index, element in enumerate(resolution.elements):
            self._learn(index, element, labels.get(element.block.index, element.label))

    def _learn(self, index: int, element: Element, label: str) -> None:
        old, new = _core(element.label), _core(label)
        if not old or element.declaration or element.quoted:
            return
        if element.role == "operative":
            _add(self._numbers.setdefault(element.part, {}), old, new)
            self._paragraphs[element.part, old] = index
        elif element.role == "subparagraph" and element.parent is not None:
            _add(self._letters.setdefault(element.parent, {}), old, new)

    def edits(self) -> Iterator[Edit]:
        """What to write in the place of each number that has become another."""
        for index, element in enumerate(self._resolution.elements):
            if element.role in ("preambular", "operative", "subparagraph", "footnote"):
                text = straighten(element.block.text)
                for found in crossrefs.find(text, "paragraph"):
                    yield from self._in_paragraphs(element, found, text)
                for found in crossrefs.find(text, "subparagraph"):
                    own = element.parent if element.role == "subparagraph" else index
                    letters = self._letters.get(own if own is not None else -1, {})
                    yield from self._each(element, found, letters, text)
                for found in crossrefs.find(text, "note") if self._notes else ():
                    yield from self._each(element, found, self._notes, text)

    def _in_paragraphs(self, element: Element, found: CrossReference, text: str) -> Iterator[Edit]:
        letters: Became = {}
        for item in found.items:
            became = letters
            if not item.is_letter:
                index = self._paragraphs.get((element.part, item.text), -1)
                letters = self._letters.get(index, {})
                became = self._numbers.get(element.part, {})
            yield from self._written(element, found, item, became, text)

    def _each(self, element: Element, found: CrossReference, became: Became, text: str) -> Iterator[Edit]:
        for item in found.items:
            yield from self._written(element, found, item, became, text)

    def _written(
        self, element: Element, found: CrossReference, item: Item, became: Became, text: str
    ) -> Iterator[Edit]:
        new = became.get(item.text, (item.text,))
        if len(new) > 1:
            where = in_words(element, self._resolution)
            words = text[found.span.start : found.items[-1].span.end]
            self.doubts.append(f"{where}: “{words}” may mean {' or '.join(new)}: look at it")
        elif new[0] != item.text:
            yield Replace(element.block.index, *item.span, new[0])


def _core(label: str) -> str:
    """What a reference repeats of a label: "5" of "5.", "a" of "(a)"."""
    found = re.fullmatch(r"\W*(\d{1,3}|[a-z]{1,4})\W*", label)
    return found[1] if found else ""


def _add(became: dict[str, tuple[str, ...]], old: str, new: str) -> None:
    if new not in became.get(old, ()):
        became[old] = (*became.get(old, ()), new)
