"""The one walk over a story of a Word file: as a person reads it with all tracked changes accepted."""

from __future__ import annotations

from collections.abc import Callable

from linter.ooxml.content import branch
from linter.ooxml.draft import Paragraph, StoryKind
from linter.ooxml.locks import JOIN_BARRIER, control_lock
from linter.ooxml.names import TAGS, Tag
from linter.ooxml.numbering import Numbering
from linter.ooxml.runs import Runs
from linter.ooxml.styles import Styles
from linter.ooxml.tables import Table
from linter.ooxml.xml import Element, child, integer, value

_BODY_TEXT = 9


class Walk:
    """Walks stories one after the other. ``sections`` are the section properties met, in order."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.runs = Runs(styles)
        self.sections: list[Element] = []
        self._styles = styles
        self._numbering = numbering
        self._paragraphs: list[Paragraph] = []
        self._part = ""
        self._story: StoryKind = "body"
        self._table_around: Table | None = None
        self._open: Paragraph | None = None
        self._handlers: dict[Tag, Callable[[Element], None]] = {
            "paragraph": self._paragraph,
            "table": self._table,
            "row": self._row,
            "cell": self._cell,
            "wrap": self._blocks,
            "inserted": self._blocks,
            "moved": self._blocks,
            "control": self._control,
            "alternate": self._alternate,
            "comment start": self.runs.comment_start,
            "comment end": self.runs.comment_end,
            "bookmark": self.runs.bookmark,
        }

    def story(self, root: Element, part: str, kind: StoryKind) -> list[Paragraph]:
        """The paragraphs below ``root``, a body, header or note, text boxes after their paragraph."""
        self._part, self._story, self._paragraphs = part, kind, []
        with self.runs.apart(""):
            self._blocks(root)
            self._close()
        return self._paragraphs

    def _blocks(self, parent: Element) -> None:
        for element in parent:
            handler = self._handlers.get(TAGS.get(element.tag, "text"))
            if handler is not None:
                handler(element)

    def _table(self, element: Element) -> None:
        before, self._table_around = self._table_around, Table(element, self._styles)
        self._blocks(element)
        self._table_around = before

    def _row(self, element: Element) -> None:
        if child(child(element, "trPr"), "del") is None:
            if self._table_around is not None:
                self._table_around.enter_row(element)
            self._blocks(element)

    def _cell(self, element: Element) -> None:
        if child(child(element, "tcPr"), "cellDel") is None:
            self._close()
            if self._table_around is not None:
                self._table_around.enter_cell(element)
            self._blocks(element)
            self._close()

    def _control(self, element: Element) -> None:
        with self.runs.locked(control_lock(element)):
            self._blocks(element)

    def _alternate(self, element: Element) -> None:
        if (shown := branch(element)) is not None:
            self._blocks(shown)

    def _paragraph(self, element: Element) -> None:
        properties = child(element, "pPr")
        paragraph = self._open
        if paragraph is None:
            paragraph = self._open = Paragraph([], self._part, self._story, self.runs.offset)
            if self._table_around is not None:
                paragraph.in_table, paragraph.table_looks = True, self._table_around.looks
        else:
            self.runs.barrier(JOIN_BARRIER)
        paragraph.elements.append(element)
        paragraph.style = value(properties, "pStyle") or self._styles.default_paragraph
        self.runs.into(paragraph)
        self.runs.inline(element)
        if not _mark_deleted(properties):
            self._close()
        if (section := child(properties, "sectPr")) is not None:
            self.sections.append(section)
            self.runs.section = len(self.sections)

    def _close(self) -> None:
        """End the paragraph that is open, then walk the text boxes anchored in it."""
        paragraph, self._open = self._open, None
        if paragraph is None:
            return
        properties = child(paragraph.elements[-1], "pPr")
        number = self._numbering.number(properties, paragraph.style)
        if number is not None:
            paragraph.number, paragraph.level = number
        outline = value(properties, "outlineLvl")
        inherited = self._styles.style(paragraph.style).outline
        paragraph.outline = inherited if outline is None else integer(outline, _BODY_TEXT)
        paragraph.end = self.runs.offset
        self.runs.end_paragraph()
        self._paragraphs.append(paragraph)
        if self.runs.boxes:
            self._walk_boxes()

    def _walk_boxes(self) -> None:
        boxes, self.runs.boxes = self.runs.boxes, []
        before = self._story, self._table_around
        self._story, self._table_around = "box", None
        for box, lock in boxes:
            with self.runs.apart(lock):
                self._blocks(box)
                self._close()
        self._story, self._table_around = before


def _mark_deleted(properties: Element | None) -> bool:
    """Whether someone deleted or moved away the paragraph's mark, so that it runs on into the next."""
    mark = child(properties, "rPr")
    return mark is not None and (child(mark, "del") is not None or child(mark, "moveFrom") is not None)
