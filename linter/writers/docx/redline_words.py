"""Tracked changes within the paragraphs of a Word file that holds none: strike, insert, restyle."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta

from linter.ooxml.draft import Paragraph
from linter.ooxml.names import TAGS
from linter.ooxml.styles import BOLD, ITALIC, STRIKE, SUPERSCRIPT, UNDERLINE
from linter.ooxml.xml import MATH, XML, Element, child, get, local, namespace
from linter.writers.docx.operations import BITS
from linter.writers.docx.properties import copied, make, properties_of, record, set_looks
from linter.writers.docx.redline_plan import Content, Insertion, NewNote, Restyle, Rewrite, Words
from linter.writers.docx.surgery import (
    Piece,
    Pieces,
    cut_after,
    cut_before,
    isolate,
    neighbours,
    parent,
    write,
)
from linter.writers.docx.survey import Survey

_DELETED = {"t": "delText", "instrText": "delInstrText"}
_SHOWN = ITALIC | SUPERSCRIPT | UNDERLINE | STRIKE


class Tracker:
    """Makes the elements that record changes, each with an identifier of its own."""

    def __init__(self, ids: Iterator[int], author: str, date: str) -> None:
        self._ids, self._author, self._date = ids, author, date

    def later(self) -> Tracker:
        """A tracker for whole paragraphs, two minutes later.

        LibreOffice takes neighbouring changes less than that apart for one, also over the end of a paragraph
        that stays, which it then loses when they are settled.
        """
        if not self._date:
            return self
        later = datetime.fromisoformat(self._date) + timedelta(minutes=2)
        return Tracker(self._ids, self._author, later.strftime("%Y-%m-%dT%H:%M:%SZ"))

    def change(self, near: Element, kind: str) -> Element:
        """An element ``kind`` (``ins``, ``del``, ``moveFrom`` …), not yet placed."""
        attributes = {"id": str(next(self._ids)), "author": self._author}
        if self._date:
            attributes["date"] = self._date
        return make(near, kind, **attributes)

    def wrap(self, run: Element, kind: str) -> Element:
        """Put a run into a change of this kind, or into the one directly before it; the change."""
        if kind == "del":
            _as_deleted(run)
        before = run.getprevious()
        if before is not None and local(before) == kind and get(before, "author") == self._author:
            before.append(run)
            return before
        change = self.change(run, kind)
        run.addprevious(change)
        change.append(run)
        return change


def _as_deleted(run: Element) -> None:
    space = namespace(run)
    for node in run:
        name = _DELETED.get(local(node))
        if name is not None and namespace(node) == space:
            node.tag = f"{{{space}}}{name}"
            node.set(f"{{{XML}}}space", "preserve")


class Inline:
    """Rewrites what stands in paragraphs. ``note`` makes a footnote and gives the run that refers to it."""

    def __init__(self, survey: Survey, tracker: Tracker, note: Callable[[Element, NewNote], Element]) -> None:
        self._styles = survey.draft.styles
        self._pieces = Pieces(survey.paragraphs)
        self._tracker = tracker
        self._note = note

    def rewrite(self, work: Rewrite) -> set[str]:
        """Carry out a rewrite; the names of the parts that it touches."""
        touched: set[str] = set()
        for insertion in work.insertions:
            self._pieces.cut(insertion.at if insertion.before else insertion.at + 1)
        for restyle in work.restyles:
            touched |= self._restyle(restyle)
        for strike in work.strikes:
            found = list(self._pieces.within(*strike))
            touched |= {piece.paragraph.part for piece in found}
            for group in neighbours(piece.node for piece in found if namespace(piece.atom.run) not in MATH):
                self._tracker.wrap(isolate(group), "del")
        for insertion in work.insertions:
            touched.add(self._insert(insertion))
        return touched

    def runs(
        self, near: Element, content: Iterable[Content], model: Element | None, paragraph: Paragraph
    ) -> list[Element]:
        """Runs of new content, in the looks of the run ``model``, for a paragraph like this one."""
        return [
            self._note(near, one) if isinstance(one, NewNote) else self._run(near, one, model, paragraph)
            for one in content
        ]

    def run_at(self, offset: int) -> Element:
        """The run that shows the character at ``offset`` of the source."""
        return parent(self._pieces.at(offset).node)

    def _insert(self, insertion: Insertion) -> str:
        anchor, model = self._pieces.at(insertion.at), self._pieces.at(insertion.model)
        runs = self.runs(parent(anchor.node), insertion.content, parent(model.node), model.paragraph)
        change = self._tracker.change(parent(anchor.node), "ins")
        change.extend(runs)
        if insertion.before:
            _outermost(cut_before(anchor.node), last=False).addprevious(change)
        else:
            _after_field(_outermost(cut_after(anchor.node), last=True)).addnext(change)
        return anchor.paragraph.part

    def _run(self, near: Element, words: Words, model: Element | None, paragraph: Paragraph) -> Element:
        properties = make(near, "rPr") if model is None else copied(model)
        if words.styles is not None:
            wanted = sum(BITS[one] for one in words.styles)
            set_looks(properties, wanted, _SHOWN | wanted & BOLD, self._styles, paragraph)
        run = make(near, "r")
        if len(properties):
            run.append(properties)
        write(run, words.text)
        return run

    def _restyle(self, restyle: Restyle) -> set[str]:
        found = list(self._pieces.within(*restyle.span))
        texts = [
            piece for piece in found if piece.atom.kind == "text" and namespace(piece.atom.run) not in MATH
        ]
        for group in neighbours(piece.node for piece in texts):
            self._restyle_run(isolate(group), texts[0], on=restyle.on)
        return {piece.paragraph.part for piece in found}

    def _restyle_run(self, run: Element, piece: Piece, *, on: bool) -> None:
        before, after = properties_of(run), copied(run)
        set_looks(after, ITALIC if on else 0, ITALIC, self._styles, piece.paragraph)
        if before is not None:
            run.remove(before)
        run.insert(0, after)
        record(after, before, self._tracker.change(run, "rPrChange"))


def _outermost(run: Element, *, last: bool) -> Element:
    """The child of what new runs may stand in at whose end (or head) a run stands."""
    element = run
    holder = parent(element)
    while local(holder) not in ("p", "body"):
        beside = element.getnext() if last else element.getprevious()
        if beside is not None and local(holder) not in ("del", "ins", "fldSimple"):
            break
        element, holder = holder, parent(holder)
    return element


def _after_field(element: Element) -> Element:
    """The element, or the end of the field whose last words it holds."""
    beside = element.getnext()
    while beside is not None and TAGS.get(beside.tag) == "run" and _ends_field(beside):
        element, beside = beside, beside.getnext()
    return element


def _ends_field(run: Element) -> bool:
    character = child(run, "fldChar")
    return character is not None and get(character, "fldCharType") == "end"
