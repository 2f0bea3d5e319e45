"""What stands in a paragraph, walked in reading order: runs, links, fields, changes, content controls."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from linter.ooxml.content import boxes, branch, text_of
from linter.ooxml.draft import Atom, AtomKind, Barrier, CommentRange, NoteKind, Paragraph, Reference, Repeat
from linter.ooxml.locks import (
    BOX_LOCK,
    DELETED_BARRIER,
    FIELD_BARRIER,
    FORMULA_LOCK,
    HIDDEN_BARRIER,
    MOVED_LOCK,
    RUBY_LOCK,
    Field,
    control_lock,
    noted,
    numbers,
)
from linter.ooxml.names import NOTE_CHARACTER, RUN_PROPERTIES, SOFT_HYPHEN, TAGS, Tag
from linter.ooxml.styles import HIDDEN, UNDERLINE, Styles
from linter.ooxml.xml import Element, get, local


class Runs:
    """Collects the atoms of one paragraph after the other; offsets run on.

    ``boxes`` are the text boxes met since it was last emptied, with the lock of their text. ``section``
    is counted by the owner. ``numbered`` counts the fields that number their paragraphs, ``unread`` those
    whose numbers are not known. ``bookmarks`` are where those begin, by name in small letters.
    """

    def __init__(self, styles: Styles) -> None:
        self.texts: list[str] = []
        self.offset = 0
        self.section = 0
        self.numbered = 0
        self.unread = 0
        self.barriers: list[Barrier] = []
        self.comments: dict[str, CommentRange] = {}
        self.bookmarks: dict[str, int] = {}
        self.boxes: list[tuple[Element, str]] = []
        self._paragraph = Paragraph([], "", "body", 0)
        self._styles = styles
        self._fields: list[Field] = []
        self._lock = ""
        self._in_link = False
        self._handlers: dict[Tag, Callable[[Element], None]] = {
            "run": self._run,
            "wrap": self.inline,
            "link": self._linked,
            "inserted": self.inline,
            "moved": self._moved,
            "deleted": self._deleted,
            "control": self._control,
            "simple field": self._simple_field,
            "alternate": self._alternate,
            "comment start": self.comment_start,
            "comment end": self.comment_end,
            "bookmark": self.bookmark,
            "formula": self._formula,
        }
        self._special: dict[Tag, Callable[[Element, Element, int], None]] = {
            "field character": self._field_character,
            "instruction": self._instruction,
            "reference": self._reference,
            "note mark": self._own_number,
            "comment reference": self._comment_reference,
            "drawn": self._drawn,
            "ruby": self._ruby,
            "alternate": self._drawn_alternate,
        }

    def into(self, paragraph: Paragraph) -> None:
        """Collect into ``paragraph`` from here on."""
        self._paragraph = paragraph

    def end_paragraph(self) -> None:
        """Write the line feed that ends a paragraph."""
        self.texts.append("\n")
        self.offset += 1

    def inline(self, parent: Element) -> None:
        """Walk what ``parent``, a paragraph or something within one, holds."""
        for element in parent:
            handler = self._handlers.get(TAGS.get(element.tag, "paragraph"))
            if handler is not None:
                handler(element)

    @contextmanager
    def locked(self, lock: str) -> Iterator[None]:
        """Everything walked within may not be edited, for this reason ("" for none)."""
        before, self._lock = self._lock, self._lock or lock
        yield
        self._lock = before

    @contextmanager
    def apart(self, lock: str) -> Iterator[None]:
        """A story of its own: the fields around do not count."""
        before, self._fields = self._fields, []
        with self.locked(lock):
            yield
        self._fields = before

    def barrier(self, reason: str) -> None:
        """Mark this point: no edit may cross it."""
        self.barriers.append(Barrier(self.offset, reason))

    def comment_start(self, element: Element) -> None:
        """A comment's range begins."""
        self.comments[get(element, "id") or ""] = CommentRange(self.offset, self.offset)

    def comment_end(self, element: Element) -> None:
        """A comment's range ends."""
        found = self.comments.get(get(element, "id") or "")
        if found is not None:
            found.end = self.offset

    def bookmark(self, element: Element) -> None:
        """A bookmark begins."""
        self.bookmarks.setdefault((get(element, "name") or "").lower(), self.offset)

    def _linked(self, element: Element) -> None:
        before, self._in_link = self._in_link, True
        self.inline(element)
        self._in_link = before

    def _moved(self, element: Element) -> None:
        with self.locked(MOVED_LOCK):
            self.inline(element)

    def _deleted(self, element: Element) -> None:
        if len(element):
            self.barrier(DELETED_BARRIER)

    def _control(self, element: Element) -> None:
        with self.locked(control_lock(element)):
            self.inline(element)

    def _simple_field(self, element: Element) -> None:
        field = Field()
        field.code.append(get(element, "instr") or "")
        field.in_result = True
        before, self._fields = self._fields, [*self._fields, field]
        with self.locked(field.lock):
            self.inline(element)
        self._fields = before
        self._end_field(field)

    def _alternate(self, element: Element) -> None:
        if (shown := branch(element)) is not None:
            self.inline(shown)

    def _formula(self, element: Element) -> None:
        for node in element.iter():
            if local(node) == "t" and node.text and (run := node.getparent()) is not None:
                self._add(node, run, node.text, 0, FORMULA_LOCK)

    def _run(self, run: Element) -> None:
        properties: Element | None = None
        looks: int | None = None
        for node in run:
            tag = TAGS.get(node.tag)
            if tag is None:
                if looks is None and node.tag in RUN_PROPERTIES:
                    properties = node
                continue
            if looks is None:
                paragraph = self._paragraph
                looks = self._styles.effective(properties, paragraph.style, paragraph.table_looks)
            special = self._special.get(tag)
            if special is not None:
                special(node, run, looks)
            elif not (self._fields and self._in_code()):
                self._visible(node, run, tag, looks)

    def _in_code(self) -> bool:
        return not all(field.in_result for field in self._fields)

    def _visible(self, node: Element, run: Element, tag: Tag, looks: int) -> None:
        """Text, or a character with an element of its own."""
        text = text_of(node, tag)
        if text and looks & HIDDEN:
            self.barrier(HIDDEN_BARRIER)
        elif text:
            self._add(node, run, text, looks)

    def _add(self, node: Element, run: Element, text: str, looks: int, lock: str = "") -> None:
        lock = lock or self._lock
        link = self._in_link
        if self._fields:
            lock = lock or next((field.lock for field in self._fields if field.lock), "")
            link = link or any(not field.lock for field in self._fields)
        kind: AtomKind = "soft" if text == SOFT_HYPHEN and node.text is None else "text"
        looks = looks & ~UNDERLINE if link else looks
        atom = Atom(node, run, text, self.offset, looks, lock, kind, link)
        self._paragraph.atoms.append(atom)
        if self._fields:
            self._fields[-1].atoms.append(atom)
        self.texts.append(text)
        self.offset += len(text)

    def _field_character(self, node: Element, _run: Element, _looks: int) -> None:
        self.barrier(FIELD_BARRIER)
        kind = get(node, "fldCharType")
        if kind == "begin":
            self._fields.append(Field())
        elif self._fields and kind == "separate":
            self._fields[-1].in_result = True
        elif self._fields and kind == "end":
            self._end_field(self._fields.pop())

    def _end_field(self, field: Field) -> None:
        """A field that makes a number holds no result: Word counts when it shows it.

        That is simple for one that numbers its paragraph, as Word did before it had lists.
        """
        code = "".join(field.code)
        if len(field.atoms) == 1 and (bookmark := noted(code)):
            self._paragraph.repeats.append(Repeat(field.atoms[0], bookmark))
        name = "" if field.atoms else numbers(code)
        self.numbered += name == "AUTONUM"
        if name == "AUTONUM" and not any(atom.text.strip() for atom in self._paragraph.atoms):
            self._paragraph.number, self._paragraph.level = f"{self.numbered}.", 1
        elif name:
            self.unread += 1

    def _instruction(self, node: Element, _run: Element, _looks: int) -> None:
        if self._fields:
            self._fields[-1].code.append(node.text or "")

    def _own_number(self, node: Element, run: Element, looks: int) -> None:
        self._mark(node, run, looks)

    def _mark(self, node: Element, run: Element, looks: int) -> Atom | None:
        if looks & HIDDEN or self._in_code():
            return None
        atom = Atom(node, run, NOTE_CHARACTER, self.offset, looks, "", "mark")
        self._paragraph.atoms.append(atom)
        self.texts.append(NOTE_CHARACTER)
        self.offset += 1
        return atom

    def _reference(self, node: Element, run: Element, looks: int) -> None:
        atom = self._mark(node, run, looks)
        if atom is None:
            return
        custom = get(node, "customMarkFollows") in ("1", "true", "on")
        kind: NoteKind = "footnote" if local(node) == "footnoteReference" else "endnote"
        reference = Reference(atom, kind, get(node, "id") or "", custom, self.section)
        self._paragraph.references.append(reference)

    def _comment_reference(self, node: Element, _run: Element, _looks: int) -> None:
        self.comments.setdefault(get(node, "id") or "", CommentRange(self.offset, self.offset))

    def _drawn(self, node: Element, _run: Element, _looks: int) -> None:
        self.boxes += ((box, self._lock) for box in boxes(node))

    def _drawn_alternate(self, node: Element, _run: Element, _looks: int) -> None:
        if (shown := branch(node)) is not None:
            self.boxes += ((box, BOX_LOCK) for box in boxes(shown))

    def _ruby(self, node: Element, _run: Element, _looks: int) -> None:
        with self.locked(RUBY_LOCK):
            for base in node:
                if local(base) == "rubyBase":
                    self.inline(base)
