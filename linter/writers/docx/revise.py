"""Carrying out operations on the XML of a draft, as tracked changes or as plain edits."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, pairwise
from typing import Literal

from linter.model.figures import figure
from linter.ooxml.package import Package
from linter.ooxml.styles import BOLD, ITALIC, STRIKE, SUPERSCRIPT, UNDERLINE
from linter.ooxml.xml import XML, Element, child, get, local, namespace
from linter.writers.docx.joining import delete_mark, merge
from linter.writers.docx.operations import Delete, Insert, Operations, Restyle
from linter.writers.docx.properties import copied, make, properties_of, record, set_looks
from linter.writers.docx.surgery import (
    Piece,
    Pieces,
    cut_after,
    cut_before,
    isolate,
    neighbours,
    parent,
    split_around,
    write,
)
from linter.writers.docx.survey import Survey

Mode = Literal["tracked", "direct"]
_ALL = ITALIC | BOLD | SUPERSCRIPT | UNDERLINE | STRIKE
_WITH_IDENTIFIERS = frozenset({"footnotes", "endnotes", "comments", "header", "footer"})
_CLOSED = frozenset({"r", "del", "oMath", "oMathPara"})
_WITHOUT_CONTENT = frozenset({"rPr", "lastRenderedPageBreak"})
_CONTAINERS = frozenset({"hyperlink", "ins", "smartTag"})
_LARGEST_ID = 1 << 30  # Word counts no further than twice as far


class Reviser:
    """Edits the parts of one package in memory. ``touched`` names the parts that differ."""

    def __init__(self, survey: Survey, mode: Mode, date: str) -> None:
        self.touched: set[str] = set()
        self.pieces = Pieces(survey.paragraphs)
        self._survey = survey
        self._tracked = mode == "tracked"
        self._date = date
        self._ids = free_ids(survey.package)
        self._made: set[Element] = set()
        self._inserted: set[Element] = set()
        self._emptied: list[Element] = []
        self._homes: dict[Element, Element] = {}
        self._last: dict[tuple[int, bool], Element] = {}

    def carry_out(self, work: Operations) -> None:
        """Make one block's changes."""
        for insert in work.inserts:
            self.pieces.cut(insert.at if insert.before else insert.at + 1)
        for restyle in work.restyles:
            self._restyle(restyle)
        for delete in work.deletes:
            self._delete(delete)
        for insert in work.inserts:
            self._insert(insert)
        for join in work.joins:
            self._join(self._survey.ends_within(join))

    def finish(self) -> None:
        """Take away the runs that deletions have left empty, and what held nothing else."""
        for run in self._emptied:
            empty: Element | None = run
            while empty is not None and _is_empty(empty):
                holder = empty.getparent()
                if holder is not None:
                    holder.remove(empty)
                empty = holder

    def element_of(self, piece: Piece) -> Element:
        """The element, a child of what may hold a comment's anchor, in which a piece stands."""
        home = self._homes.get(piece.node)
        found = parent(piece.node) if home is None else home
        for holder in found.iterancestors():
            if local(holder) == "p":
                break
            if local(holder) in _CLOSED:
                found = holder
        return found

    def end_of(self, piece: Piece) -> Element:
        """The element in which a piece ends: for one that is replaced, what has come in its place."""
        element = self.element_of(piece)
        if piece.node in self._homes or local(element) == "del":
            following = element.getnext()
            while following is not None and following in self._inserted:
                element, following = following, following.getnext()
        return element

    def next_id(self) -> str:
        """An identifier that no annotation of the document has."""
        return str(next(self._ids))

    def touch(self, piece: Piece) -> None:
        """Note that the part of this piece differs."""
        self.touched.add(piece.paragraph.part)

    # Deleting.

    def _delete(self, delete: Delete) -> None:
        found = [piece for piece in self.pieces.within(delete.start, delete.end) if piece.atom.kind != "mark"]
        for group in neighbours(piece.node for piece in found):
            run = isolate(group)
            if not self._tracked or self._is_own(run):
                self._drop(run, group)
            else:
                self._strike(run)
        for piece in found:
            self.touch(piece)

    def _drop(self, run: Element, nodes: list[Element]) -> None:
        """Take a run out; it stays, empty and without consequence, as a place to insert at."""
        for node in nodes:
            run.remove(node)
            self._homes[node] = run
        self._emptied.append(run)

    def _strike(self, run: Element) -> None:
        space = namespace(run)
        for node in run:
            if local(node) == "t":
                node.tag = f"{{{space}}}delText"
                node.set(f"{{{XML}}}space", "preserve")
        before = run.getprevious()
        if before is not None and before in self._made and local(before) == "del":
            before.append(run)
            return
        change = self._change(run, "del")
        run.addprevious(change)
        change.append(run)

    def _is_own(self, run: Element) -> bool:
        """Whether a run was inserted by the same author, so that its deletion leaves no trace."""
        inserted = _ancestor(run, "ins")
        return inserted is not None and get(inserted, "author") == self._survey.author

    # Joining paragraphs.

    def _join(self, elements: list[Element]) -> None:
        """Delete the marks between these paragraphs; the text that stands there is dealt with already."""
        for after, before in pairwise(reversed(elements)):
            own = self._survey.author
            if not self._tracked or not delete_mark(before, self._change(before, "del"), own):
                merge(before, after)

    # Inserting.

    def _insert(self, insert: Insert) -> None:
        anchor, model = self.pieces.at(insert.at), self.pieces.at(insert.model)
        key = (insert.at, insert.before)
        last = self._last.get(key)
        plain = False
        if last is None:
            last, plain = self._place(anchor, before=insert.before, joined=insert.joined)
        run = self._new_run(insert, model, plain=plain)
        if last in self._made and local(last) == "ins":
            last.append(run)
        else:
            new = self._wrapped(last, run) if self._tracked and not self._holds_ours(parent(last)) else run
            last.addnext(new)
            self._last[key] = new
            self._inserted.add(new)
        self.touch(anchor)

    def _place(self, anchor: Piece, *, before: bool, joined: bool) -> tuple[Element, bool]:
        """The element after which to insert, and whether it leaves a link behind."""
        home = self._homes.get(anchor.node)
        if home is not None and not before:
            return self._outside(home), False
        if before:
            run = cut_before(anchor.node) if home is None else home
            marker = make(run, "r")
            run.addprevious(marker)
            self._emptied.append(marker)
            return self._outside(marker), False
        run = cut_after(anchor.node)
        left_link = not joined and self._leaves_link(run)
        return self._outside(parent(run) if left_link else run), left_link

    def _leaves_link(self, run: Element) -> bool:
        return local(parent(run)) == "hyperlink" and run.getnext() is None

    def _outside(self, element: Element) -> Element:
        """``element``, or the tracked change around it, cut in two, when text of ours cannot stand inside."""
        holder = parent(element)
        while self._tracked and local(holder) in ("ins", "del") and not self._holds_ours(holder):
            half = split_around(element, holder)
            if half is not None and get(half, "id") is not None:
                half.set(f"{{{namespace(half)}}}id", self.next_id())
            element, holder = holder, parent(holder)
        return element

    def _holds_ours(self, holder: Element) -> bool:
        return local(holder) == "ins" and get(holder, "author") == self._survey.author

    def _new_run(self, insert: Insert, model: Piece, *, plain: bool) -> Element:
        source = model.atom.run
        properties = copied(source, plain=plain)
        if insert.looks is not None:
            mask = _ALL & ~UNDERLINE if model.atom.link and not plain else _ALL
            set_looks(properties, insert.looks, mask, self._survey.draft.styles, model.paragraph)
        run = make(source, "r")
        if len(properties):
            run.append(properties)
        write(run, insert.text)
        return run

    def _wrapped(self, beside: Element, run: Element) -> Element:
        change = self._change(beside, "ins")
        change.append(run)
        return change

    # Restyling.

    def _restyle(self, restyle: Restyle) -> None:
        styles = self._survey.draft.styles
        found = list(self.pieces.within(restyle.start, restyle.end))
        for piece in found:
            self.touch(piece)
        for group in neighbours(piece.node for piece in found if piece.atom.kind == "text"):
            run, paragraph = parent(group[0]), found[0].paragraph
            before = properties_of(run)
            mask = restyle.on | restyle.off
            if styles.effective(before, paragraph.style, paragraph.table_looks) & mask == restyle.on:
                continue
            run = isolate(group)
            before, after = properties_of(run), copied(run)
            set_looks(after, restyle.on, mask, styles, paragraph)
            earlier = child(before, "rPrChange")
            if before is not None:
                run.remove(before)
            run.insert(0, after)
            if earlier is not None:
                after.append(earlier)
            elif self._tracked and not self._is_own(run):
                record(after, before, self._change(run, "rPrChange"))

    def _change(self, near: Element, kind: str) -> Element:
        attributes = {"id": self.next_id(), "author": self._survey.author}
        if self._date:
            attributes["date"] = self._date
        change = make(near, kind, **attributes)
        self._made.add(change)
        return change


def _is_empty(element: Element) -> bool:
    """Whether an element is a run without content, or a container of runs that holds none."""
    if local(element) == "r":
        return all(local(one) in _WITHOUT_CONTENT for one in element)
    return local(element) in _CONTAINERS and not len(element)


def _ancestor(element: Element, name: str) -> Element | None:
    found = element.getparent()
    while found is not None and local(found) not in ("p", name):
        found = found.getparent()
    return found if found is not None and local(found) == name else None


def free_ids(package: Package) -> Iterator[int]:
    """Numbers above every identifier in the parts that hold text."""
    parts = {package.main}
    for relationship in package.relationships(package.main):
        if relationship.kind in _WITH_IDENTIFIERS and package.has(relationship.target):
            parts.add(relationship.target)
    found = (text for part in parts for text in _identifiers(package.tree(part)))
    numbers = map(figure, found)
    return count(max((number for number in numbers if number < _LARGEST_ID), default=0) + 1)


def _identifiers(root: Element) -> Iterator[str]:
    name = f"{{{namespace(root)}}}id"
    return (text for element in root.iter() if (text := element.get(name)) is not None)
