"""The one walk over a story of a Word file, in reading order, as a person sees it with all changes accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from linter.ooxml.draft import Atom, Barrier, CommentRange, Paragraph, Reference, StoryKind
from linter.ooxml.names import CHARACTERS, NOTE_CHARACTER, SOFT_HYPHEN, TAGS, UNDERSTOOD, Tag, symbol
from linter.ooxml.numbering import Numbering
from linter.ooxml.styles import HIDDEN, Styles
from linter.ooxml.xml import MC, Element, child, get, local, value

FIELD_LOCK = "it is the result of a field, which Word writes anew"
CONTROL_LOCK = "it stands in a locked content control"
FORM_LOCK = "it is filled in by a content control"
MOVED_LOCK = "someone has moved this text with changes tracked"
BOX_LOCK = "it stands in a drawn text box, which the file holds twice"
FORMULA_LOCK = "it is a formula"
RUBY_LOCK = "it carries a reading aid"

DELETED_BARRIER = "someone's tracked deletion stands within these words"
MARK_BARRIER = "someone has joined two paragraphs here with changes tracked"
HIDDEN_BARRIER = "hidden text stands within these words"
FIELD_BARRIER = "a field begins or ends within these words"

_XML_SPACE = str.maketrans("\n\r\t", "   ")
_FILLED = ("dataBinding", "dropDownList", "comboBox", "date", "showingPlcHdr")


class _Field:
    """A field that has begun: its instruction, and whether its result has been reached."""

    __slots__ = ("code", "in_result")

    def __init__(self) -> None:
        self.code: list[str] = []
        self.in_result = False

    @property
    def lock(self) -> str:
        return "" if _is_link("".join(self.code)) else FIELD_LOCK


def _is_link(instruction: str) -> bool:
    return instruction.split()[:1] == ["HYPERLINK"]


class Walk:
    """Walks stories one after the other; ``text`` grows with each.

    ``paragraphs`` and ``references`` are those of the story walked last; ``sections`` the section
    properties met, in order.
    """

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.texts: list[str] = []
        self.offset = 0
        self.barriers: list[Barrier] = []
        self.comments: dict[str, CommentRange] = {}
        self.sections: list[Element] = []
        self.paragraphs: list[Paragraph] = []
        self._styles = styles
        self._numbering = numbering
        self._part = ""
        self._story: StoryKind = "body"
        self._fields: list[_Field] = []
        self._lock = ""
        self._open: Paragraph | None = None
        self._boxes: list[tuple[Element, str]] = []
        self._inline_handlers: dict[Tag, Callable[[Element], None]] = {
            Tag.RUN: self._run,
            Tag.WRAP: self._inline,
            Tag.LINK: self._inline,
            Tag.INSERTED: self._inline,
            Tag.MOVED: self._moved,
            Tag.DELETED: self._deleted,
            Tag.CONTROL: self._control_inline,
            Tag.SIMPLE_FIELD: self._simple_field,
            Tag.ALTERNATE: self._alternate_inline,
            Tag.COMMENT_START: self._comment_start,
            Tag.COMMENT_END: self._comment_end,
            Tag.FORMULA: self._formula,
        }

    def story(self, root: Element, part: str, kind: StoryKind) -> list[Paragraph]:
        """The paragraphs below ``root``, a body, header or note."""
        self._part, self._story = part, kind
        self._fields, self._lock, self.paragraphs = [], "", []
        self._blocks(root, in_table=False)
        self._close()
        return self.paragraphs

    # Blocks: paragraphs, tables and what wraps them.

    def _blocks(self, parent: Element, *, in_table: bool) -> None:
        for element in parent:
            match TAGS.get(element.tag):
                case Tag.PARAGRAPH:
                    self._paragraph(element, in_table=in_table)
                case Tag.TABLE:
                    self._close()
                    self._blocks(element, in_table=True)
                    self._close()
                case Tag.ROW:
                    if child(child(element, "trPr"), "del") is None:
                        self._blocks(element, in_table=True)
                case Tag.CELL:
                    if child(child(element, "tcPr"), "cellDel") is None:
                        self._blocks(element, in_table=True)
                        self._close()
                case Tag.WRAP | Tag.INSERTED | Tag.MOVED:
                    self._blocks(element, in_table=in_table)
                case Tag.CONTROL:
                    with self._locked(_control_lock(element)):
                        self._blocks(element, in_table=in_table)
                case Tag.ALTERNATE:
                    if (branch := _branch(element)) is not None:
                        self._blocks(branch, in_table=in_table)
                case Tag.COMMENT_START:
                    self._comment_start(element)
                case Tag.COMMENT_END:
                    self._comment_end(element)

    def _paragraph(self, element: Element, *, in_table: bool) -> None:
        properties = child(element, "pPr")
        paragraph = self._open
        if paragraph is None:
            paragraph = self._open = Paragraph(
                [element], self._part, self._story, self.offset, in_table=in_table
            )
        else:
            paragraph.elements.append(element)
            self.barriers.append(Barrier(self.offset, MARK_BARRIER))
        paragraph.style = value(properties, "pStyle") or self._styles.default_paragraph
        self._inline(element)
        mark = child(properties, "rPr")
        if mark is None or (child(mark, "del") is None and child(mark, "moveFrom") is None):
            self._close()
        if (section := child(properties, "sectPr")) is not None:
            self.sections.append(section)

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
        style = self._styles.style(paragraph.style)
        paragraph.outline = int(outline) if outline and outline.isdigit() else style.outline
        paragraph.end = self.offset
        self.texts.append("\n")
        self.offset += 1
        self.paragraphs.append(paragraph)
        self._walk_boxes()

    def _walk_boxes(self) -> None:
        boxes, self._boxes = self._boxes, []
        story, fields = self._story, self._fields
        for box, lock in boxes:
            self._story, self._fields = "box", []
            with self._locked(lock):
                self._blocks(box, in_table=False)
                self._close()
        self._story, self._fields = story, fields

    # Inline: what stands in a paragraph.

    def _inline(self, parent: Element) -> None:
        for element in parent:
            handler = self._inline_handlers.get(TAGS.get(element.tag, Tag.PARAGRAPH))
            if handler is not None:
                handler(element)

    @contextmanager
    def _locked(self, lock: str) -> Iterator[None]:
        before, self._lock = self._lock, self._lock or lock
        yield
        self._lock = before

    def _moved(self, element: Element) -> None:
        with self._locked(MOVED_LOCK):
            self._inline(element)

    def _deleted(self, element: Element) -> None:
        if len(element):
            self.barriers.append(Barrier(self.offset, DELETED_BARRIER))

    def _control_inline(self, element: Element) -> None:
        with self._locked(_control_lock(element)):
            self._inline(element)

    def _simple_field(self, element: Element) -> None:
        with self._locked("" if _is_link(get(element, "instr") or "") else FIELD_LOCK):
            self._inline(element)

    def _alternate_inline(self, element: Element) -> None:
        if (branch := _branch(element)) is not None:
            self._inline(branch)

    def _comment_start(self, element: Element) -> None:
        self.comments[get(element, "id") or ""] = CommentRange(self.offset, self.offset)

    def _comment_end(self, element: Element) -> None:
        found = self.comments.get(get(element, "id") or "")
        if found is not None:
            found.end = self.offset

    def _formula(self, element: Element) -> None:
        for node in element.iter():
            if local(node) == "t" and node.text and (run := node.getparent()) is not None:
                self._add(node, run, node.text.translate(_XML_SPACE), 0, FORMULA_LOCK)

    # Runs.

    def _run(self, run: Element) -> None:
        paragraph = self._open
        if paragraph is None:
            return
        first = run[0] if len(run) else None
        properties = first if first is not None and local(first) == "rPr" else None
        looks = self._styles.effective(properties, paragraph.style)
        for node in run:
            tag = TAGS.get(node.tag)
            if tag is None:
                continue
            if tag >= Tag.FIELD_CHARACTER or tag is Tag.ALTERNATE:
                self._special(node, run, tag, looks)
            elif not self._fields or self._fields[-1].in_result:
                self._visible(node, run, tag, looks)

    def _visible(self, node: Element, run: Element, tag: Tag, looks: int) -> None:
        """Text, or a character with an element of its own."""
        match tag:
            case Tag.TEXT:
                text = _shown(node)
            case Tag.CHARACTER:
                text = CHARACTERS[local(node)]
            case Tag.SOFT_HYPHEN:
                text = SOFT_HYPHEN
            case Tag.SYMBOL:
                text = symbol(get(node, "font") or "", get(node, "char") or "")
            case _:
                return
        if looks & HIDDEN:
            self.barriers.append(Barrier(self.offset, HIDDEN_BARRIER))
        elif text:
            self._add(node, run, text, looks, soft=tag is Tag.SOFT_HYPHEN)

    def _add(
        self, node: Element, run: Element, text: str, looks: int, lock: str = "", *, soft: bool = False
    ) -> None:
        paragraph = self._open
        if paragraph is None:
            return
        lock = lock or self._lock or next((field.lock for field in self._fields if field.lock), "")
        atom = Atom(node, run, text, self.offset, looks, lock, "soft" if soft else "text")
        paragraph.atoms.append(atom)
        self.texts.append(text)
        self.offset += len(text)

    def _special(self, node: Element, run: Element, tag: Tag, looks: int) -> None:
        """What a run holds besides text."""
        match tag:
            case Tag.FIELD_CHARACTER:
                self._field_character(get(node, "fldCharType"))
            case Tag.INSTRUCTION:
                if self._fields:
                    self._fields[-1].code.append(node.text or "")
            case Tag.REFERENCE | Tag.NOTE_MARK:
                if not looks & HIDDEN:
                    self._note_mark(node, run, tag, looks)
            case Tag.COMMENT_REFERENCE:
                self.comments.setdefault(get(node, "id") or "", CommentRange(self.offset, self.offset))
            case Tag.DRAWN:
                self._boxes += ((box, self._lock) for box in _boxes(node))
            case Tag.RUBY:
                with self._locked(RUBY_LOCK):
                    for base in node:
                        if local(base) == "rubyBase":
                            self._inline(base)
            case Tag.ALTERNATE:
                if (branch := _branch(node)) is not None:
                    self._boxes += ((box, BOX_LOCK) for box in _boxes(branch))

    def _field_character(self, kind: str | None) -> None:
        self.barriers.append(Barrier(self.offset, FIELD_BARRIER))
        if kind == "begin":
            self._fields.append(_Field())
        elif self._fields and kind == "separate":
            self._fields[-1].in_result = True
        elif self._fields and kind == "end":
            self._fields.pop()

    def _note_mark(self, node: Element, run: Element, tag: Tag, looks: int) -> None:
        paragraph = self._open
        if paragraph is None or (self._fields and not self._fields[-1].in_result):
            return
        atom = Atom(node, run, NOTE_CHARACTER, self.offset, looks, "", "mark")
        paragraph.atoms.append(atom)
        self.texts.append(NOTE_CHARACTER)
        self.offset += 1
        if tag is Tag.REFERENCE:
            custom = get(node, "customMarkFollows") in ("1", "true", "on")
            kind = "footnote" if local(node) == "footnoteReference" else "endnote"
            section = len(self.sections)
            paragraph.references.append(Reference(atom, kind, get(node, "id") or "", custom, section))


def _shown(node: Element) -> str:
    """The text of a ``w:t``; without ``xml:space`` white space at its ends does not count."""
    text: str = node.text or ""
    if text[:1].isspace() or text[-1:].isspace():
        if "preserve" not in node.xpath("ancestor-or-self::*[@xml:space][1]/@xml:space"):
            text = node.text = text.strip(" \t\r\n")
        text = text.translate(_XML_SPACE)
    return text


def _control_lock(element: Element) -> str:
    properties = child(element, "sdtPr")
    if value(properties, "lock") in ("contentLocked", "sdtContentLocked"):
        return CONTROL_LOCK
    if properties is not None and any(local(one) in _FILLED for one in properties):
        return FORM_LOCK
    return ""


def _branch(alternate: Element) -> Element | None:
    """The branch of ``mc:AlternateContent`` that is shown: the first that is understood, else the fallback."""
    for option in alternate:
        if option.tag == f"{{{MC}}}Choice":
            required = (option.get("Requires") or "").split()
            if required and all(option.nsmap.get(prefix) in UNDERSTOOD for prefix in required):
                return option
    return alternate.find(f"{{{MC}}}Fallback")


def _boxes(element: Element) -> Iterator[Element]:
    """The text boxes of a drawing, not those within them."""
    for one in element:
        if local(one) == "txbxContent":
            yield one
        elif TAGS.get(one.tag) is Tag.ALTERNATE:
            if (branch := _branch(one)) is not None:
                yield from _boxes(branch)
        else:
            yield from _boxes(one)
