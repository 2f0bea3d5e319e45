"""What in a Word file may not be edited, and why."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from linter.model.changes import BlockChange, Refusal
from linter.model.document import Document
from linter.model.errors import WriteError
from linter.model.source import Source, Span
from linter.ooxml.draft import Atom, Paragraph
from linter.ooxml.package import Package
from linter.ooxml.story import read_draft
from linter.ooxml.xml import Element, child, get
from linter.writers.docx import joining
from linter.writers.docx.operations import Operations, operations

_NO_EDITS = {
    "readOnly": "the document is protected against editing",
    "forms": "the document is protected: only its form fields may be filled in",
    "comments": "the document is protected: only comments may be added",
}
_NOT_TRACKED = "the document is protected: changes must be tracked"
_SEALED = "these words run over the end of a page, where nothing may be edited"
_FORMAT_BARRIER = "someone's tracked change of formatting stands on these words"


class Survey:
    """A Word draft opened for writing; says of each edit whether it can be made safely."""

    def __init__(self, source: Source, author: str) -> None:
        self.package = Package(source.data, source.path)
        self.draft = read_draft(self.package)
        if self.draft.text != source.text:
            raise WriteError(
                "the file has changed since it was read; run the command again", self.package.path
            )
        self.author = author
        self.paragraphs: list[Paragraph] = [
            *self.draft.paragraphs,
            *(paragraph for note in self.draft.notes for paragraph in note.paragraphs),
        ]
        self._atoms = [atom for paragraph in self.paragraphs for atom in paragraph.atoms]
        self._ends = [atom.end for atom in self._atoms]
        self._barriers = sorted(self.draft.barriers)
        self._offsets = [barrier.offset for barrier in self._barriers]
        self.protection = self._protection()

    def obstacle(self, work: Operations, *, tracked: bool) -> str | None:
        """Why these operations may not be carried out, or None where they may."""
        if self.protection in _NO_EDITS:
            return _NO_EDITS[self.protection]
        if self.protection == "trackedChanges" and not tracked:
            return _NOT_TRACKED
        reasons = (self._obstacle(span.start, span.end) for span in work.crossed)
        restyled = (self._restyled(change.start, change.end, tracked=tracked) for change in work.restyles)
        inserted = (self._locked(insert.at, insert.at + 1) for insert in work.inserts if not insert.joined)
        joined = (joining.obstacle(self.ends_within(join)) for join in work.joins)
        groups = (reasons, restyled, inserted, joined)
        found = next((reason for group in groups for reason in group if reason), None)
        return _SEALED if found is None and work.locked else found

    def atoms(self, start: int, end: int) -> Iterator[Atom]:
        """The atoms that ``[start, end)`` of the draft's text touches."""
        for index in range(bisect_right(self._ends, start), len(self._atoms)):
            if self._atoms[index].start >= end:
                return
            yield self._atoms[index]

    def ends_within(self, span: Span) -> list[Element]:
        """The paragraphs that end within a stretch of the draft's text, and the one after them."""
        first, last = (bisect_left(self.paragraphs, at, key=lambda one: one.end) for at in span)
        return [
            *(one.elements[-1] for one in self.paragraphs[first:last]),
            *(one.elements[0] for one in self.paragraphs[last : last + 1]),
        ]

    def _obstacle(self, start: int, end: int) -> str | None:
        for barrier in self._barriers[bisect_right(self._offsets, start) : bisect_left(self._offsets, end)]:
            return barrier.reason
        return self._locked(start, end)

    def _locked(self, start: int, end: int) -> str | None:
        return next((atom.lock for atom in self.atoms(start, end) if atom.lock), None)

    def _restyled(self, start: int, end: int, *, tracked: bool) -> str | None:
        for atom in self.atoms(start, end):
            if atom.lock:
                return atom.lock
            change = child(child(atom.run, "rPr"), "rPrChange")
            if tracked and change is not None and get(change, "author") != self.author:
                return _FORMAT_BARRIER
        return None

    def _protection(self) -> str:
        """The kind of editing that the document is restricted to, "" where it is not."""
        protection = child(self.package.related_tree("settings"), "documentProtection")
        if protection is None or get(protection, "enforcement") not in ("1", "true", "on"):
            return ""
        return get(protection, "edit") or ""


@lru_cache(maxsize=1)
def _surveyed(source: Source, author: str) -> Survey:
    """The survey of a file whose changes are tried again and again; never one that is edited."""
    return Survey(source, author)


def surveyed(source: Source, author: str) -> Survey:
    """The survey of a file that is to be edited, its own from here on."""
    survey = _surveyed(source, author)
    _surveyed.cache_clear()
    return survey


def refusals(
    document: Document, changes: Iterable[BlockChange], *, tracked: bool = True, author: str = "resolint"
) -> dict[int, str]:
    """For each block whose change cannot be made safely, the reason."""
    survey = _surveyed(document.source, author)
    found: dict[int, str] = {}
    for change in changes:
        try:
            reason = survey.obstacle(operations(document.blocks[change.block], change), tracked=tracked)
        except Refusal as refusal:
            reason = str(refusal)
        if reason is not None:
            found[change.block] = reason
    return found
