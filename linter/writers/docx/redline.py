"""One Word file that holds two texts: with all changes rejected the base, with all accepted the draft."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby

from linter.model.document import Block, Document
from linter.ooxml.draft import Paragraph
from linter.ooxml.repack import repacked
from linter.ooxml.xml import Element, child
from linter.writers.docx.joining import following
from linter.writers.docx.properties import make
from linter.writers.docx.redline_notes import Footnotes
from linter.writers.docx.redline_paragraphs import Paragraphs, without_number
from linter.writers.docx.redline_plan import Added, Dropped, Kept, NewNote, Plan, Row, Words
from linter.writers.docx.redline_words import Inline, Tracker
from linter.writers.docx.revise import free_ids
from linter.writers.docx.saving import contents, refuse_signed
from linter.writers.docx.survey import Survey


def redline(base: Document, plan: Plan, *, author: str = "resolint", date: str = "") -> bytes:
    """The Word file ``base``, which holds no tracked changes, with ``plan`` carried out as such changes.

    Raises WriteError for a file that must not be written.
    """
    survey = Survey(base.source, author)
    refuse_signed(survey.package)
    work = _Redline(base, survey, date)
    for kept in plan.notes:
        work.keep(kept)
    for row in plan.rows:
        if isinstance(row, Kept):
            work.keep(row)
    for new, before, after in _groups(plan.rows):
        work.add(new, before, after)
    for row in plan.rows:
        if isinstance(row, Dropped):
            work.drop(row)
    return work.finished()


def _groups(rows: Sequence[Row]) -> Iterator[tuple[list[Added], Row | None, Row | None]]:
    """Each group of new paragraphs with the rows of the base before and after it."""
    before: Row | None = None
    groups = [(new, list(group)) for new, group in groupby(rows, key=lambda row: isinstance(row, Added))]
    for index, (new, group) in enumerate(groups):
        if new:
            after = groups[index + 1][1][0] if index + 1 < len(groups) else None
            yield [row for row in group if isinstance(row, Added)], before, after
        else:
            before = group[-1]


class _Redline:
    def __init__(self, base: Document, survey: Survey, date: str) -> None:
        self._base, self._survey = base, survey
        self._tracker = Tracker(free_ids(survey.package), survey.author, date)
        self._notes = Footnotes(survey, self._tracker)
        self._inline = Inline(survey, self._tracker, self._footnote)
        self._paragraphs = Paragraphs(self._tracker.later())
        self._touched: set[str] = set()
        self._starts = [paragraph.start for paragraph in survey.paragraphs]

    def keep(self, row: Kept) -> None:
        self._touched |= self._inline.rewrite(row.rewrite)
        if row.unnumbered:
            for paragraph in self._of(row.block):
                self._paragraphs.unnumber(paragraph.elements[-1])
                self._touched.add(paragraph.part)

    def drop(self, row: Dropped) -> None:
        for paragraph in self._of(row.block):
            self._paragraphs.drop(paragraph.elements[-1], row.move, numbered=bool(paragraph.number))
            self._touched.add(paragraph.part)

    def add(self, rows: Sequence[Added], before: Row | None, after: Row | None) -> None:
        """Set new paragraphs between two of the base."""
        first = self._edge(before, last=True)
        second = self._edge(after, last=False)
        place = first if first is not None and not _is_better(second, first) else second
        near = self._survey.package.tree(self._survey.package.main) if place is None else place.elements[-1]
        new = [self._new(near, row) for row in rows]
        moves = [row.move for row in rows]
        if place is None:
            self._append(new, moves)
            return
        self._touched.add(place.part)
        at_end = isinstance(before, Dropped) and following(place.elements[-1]) is None
        if place is first and not at_end:
            self._paragraphs.insert_after(place.elements[-1], new, moves)
        else:
            self._paragraphs.insert_before(place.elements[-1], new, moves)

    def finished(self) -> bytes:
        package = self._survey.package
        roots = {part: package.tree(part) for part in self._touched} | self._notes.roots
        return repacked(package, contents(package, roots))

    def _footnote(self, near: Element, note: NewNote) -> Element:
        return self._notes.add(near, note, self._inline.runs)

    def _of(self, block: int) -> list[Paragraph]:
        """The paragraphs of a block: one, but several where a block goes over paragraphs."""
        span = self._base.blocks[block].span
        first = bisect_left(self._starts, span.start)
        return [
            one
            for one in self._survey.paragraphs[first : bisect_left(self._starts, span.end) + 1]
            if one.end <= span.end
        ]

    def _edge(self, row: Row | None, *, last: bool) -> Paragraph | None:
        if row is None or isinstance(row, Added):
            return None
        return self._of(row.block)[-1 if last else 0]

    def _append(self, new: Sequence[Element], moves: Sequence[str]) -> None:
        """Put paragraphs into a base that has none beside which they could stand: at the end of its body."""
        body = child(self._survey.package.tree(self._survey.package.main), "body")
        if body is None:
            return
        holder = make(body, "p")
        section = child(body, "sectPr")
        if section is None:
            body.append(holder)
        else:
            section.addprevious(holder)
        self._paragraphs.insert_before(holder, new, moves)
        self._touched.add(self._survey.package.main)

    def _new(self, near: Element, row: Added) -> Element:
        like = None if row.like is None else self._of(row.like)[0]
        block = None if row.like is None else self._base.blocks[row.like]
        lead = "" if like is None or block is None else self._lead(like, block)
        model = (
            None
            if block is None or not block.segments
            else self._inline.run_at(block.segments[0].source_start)
        )
        content = [Words(lead, frozenset()), *row.content] if lead else row.content
        runs = self._inline.runs(near, content, model, like or Paragraph([], "", "body", 0))
        paragraph = self._paragraphs.new(near, None if like is None else like.elements[-1], runs, row.move)
        if like is not None and like.number and not row.numbered:
            properties = child(paragraph, "pPr")
            if properties is None:
                properties = make(paragraph, "pPr")
                paragraph.insert(0, properties)
            without_number(properties)
        return paragraph

    def _lead(self, paragraph: Paragraph, block: Block) -> str:
        """The white space that a paragraph begins with."""
        text = self._survey.draft.text[paragraph.start : paragraph.end]
        return text[: len(text) - len(text.lstrip(" \t\u00a0"))] if block.text else ""


def _is_better(second: Paragraph | None, first: Paragraph) -> bool:
    """Whether new paragraphs go before ``second``, in the body, rather than into a table or header."""
    if second is None or second.story != "body" or second.in_table:
        return False
    return first.story != "body" or first.in_table


__all__ = ["redline"]
