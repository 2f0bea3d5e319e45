"""The elements of AKN4UN made into blocks."""

from __future__ import annotations

import re
from itertools import pairwise

from linter.model.document import Block, BlockKind, Carries, Directive, Document, Label, NoteMark, Style
from linter.model.source import Source, Span
from linter.model.values import replace
from linter.readers.akn_drafts import BlockDraft, Note, Number, cut_spaces, ends_line
from linter.readers.akn_roles import Context, begins_annex, role, said, stated
from linter.readers.labels import label_level
from linter.readers.markup_text import Inline, NoteRun, Run, compose, without_label
from linter.readers.words import Words

_INLINE = frozenset({
    "a", "abbr", "b", "concept", "date", "decoration", "def", "docAuthority", "docDate", "docNumber",
    "docProponent", "docStatus", "docTitle", "docType", "entity", "eol", "event", "i", "img", "inline", "ins",
    "location", "mod", "mref", "noteRef", "organization", "person", "placeholder", "quantity", "quotedText",
    "ref", "remark", "role", "rref", "session", "span", "sub", "sup", "term", "time", "u",
})  # fmt: skip
_STYLES: dict[str, Style] = {
    "italic": "italic", "bold": "bold", "underline": "underline", "i": "italic", "b": "bold",
    "u": "underline", "strike": "strike", "sup": "superscript",
}  # fmt: skip
_OUTLINES = frozenset({"section", "part", "chapter", "title", "article"})
_LISTS = frozenset({"list", "sublist", "blockList"})
_AROUND = frozenset({"intro", "wrapUp", "listIntroduction"})
_SKIPPED = frozenset({"meta", "del"})
_DIRECTIVE = re.compile(r"\s*resolint:\s*(.*\S)\s*", re.DOTALL)
_MARKER = re.compile(r"\smarker\s*=\s*[\"']")
_LETTER = re.compile(r"\s*[A-Z]\s*")


class Builder:
    """Takes the events of one file and makes the document of them."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._names: list[str] = []
        self._classes: list[str] = []
        self._styled: list[Inline | None] = []
        self._within: tuple[Inline, ...] | None = ()
        self._skipped = 0
        self._draft = BlockDraft()
        self._number: Number | None = None
        self._in_number = False
        self._previous = ""
        self._annex = False
        self._blocks: list[Block] = []
        self._notes: list[Note] = []
        self._open_notes: list[Note] = []
        self._note_names: dict[str, int] = {}
        self._directives: list[Directive] = []

    def open(self, name: str, attributes: dict[str, str], tag: Span) -> None:
        """Take a start tag."""
        if self._skipped or name in _SKIPPED or not (self._names or name == "akomaNtoso"):
            self._skipped += 1
            return
        if name == "authorialNote":
            self._open_note(attributes, tag)
        elif name in _INLINE:
            self._open_inline(name, attributes, tag)
        else:
            self._open_block(name, tag)
        self._draft.said.add(said(name, attributes))
        self._push(name, attributes, tag)

    def _push(self, name: str, attributes: dict[str, str], tag: Span) -> None:
        self._names.append(name)
        classes = attributes.get("class", "")
        self._classes.append(classes)
        keys = classes.split() if name == "span" else [name] if name in _INLINE else []
        styles = {_STYLES[key]: True for key in keys if key in _STYLES}
        alone = len(styles) == 1 and len(attributes) == (1 if name == "span" else 0)
        self._styled.append(Inline(name, tag, styles, alone) if styles else None)
        self._within = None if styles else self._within

    def _open_block(self, name: str, tag: Span) -> None:
        self._flush()
        if name == "statement":
            self._annex = False
        if name == "num":
            if self._names[-1] in _OUTLINES:
                self._draft.said.add("heading")
            else:
                self._number, self._in_number = Number(tag.start), True
        self._draft.start = tag.start

    def _open_inline(self, name: str, attributes: dict[str, str], tag: Span) -> None:
        if name == "eol" and ("conclusions" in self._names or "coverPage" in self._names):
            self._flush()
        elif name == "eol":
            self._draft.runs.append(Run("\n", tag.start, tag.end))
        if name == "docNumber" and "preface" in self._names:
            self._flush()
        self._draft.reach(tag)
        if name == "noteRef":
            note = self._note_names.get(attributes.get("href", "")[1:])
            mark = NoteMark(0, attributes.get("marker", ""), note, tag)
            self._draft.runs.append(NoteRun(mark))

    def _open_note(self, attributes: dict[str, str], tag: Span) -> None:
        marker = attributes.get("marker", "")
        match = _MARKER.search(self._source, tag.start, tag.end)
        source = Span(match.end(), match.end() + len(marker)) if match and marker else None
        self._draft.reach(tag)
        label = Label(marker, source)
        note = Note(len(self._notes), len(self._styled), label, tag.start, self._draft, self._number)
        self._within = self._number = None
        if "eId" in attributes:
            self._note_names[attributes["eId"]] = note.index
        self._notes.append(note)
        self._open_notes.append(note)
        self._draft = BlockDraft()

    def close(self, name: str, tag: Span) -> None:
        """Take an end tag."""
        if self._skipped:
            self._skipped -= 1
            return
        inline = self._styled.pop()
        if inline:
            inline.closing = tag
            self._within = None
        if name == "authorialNote":
            self._close_note(tag)
        elif name in _INLINE:
            self._close_inline(name, tag)
        else:
            self._draft.end = tag.end
            self._flush()
            self._in_number = False
        self._names.pop()
        self._classes.pop()

    def _close_inline(self, name: str, tag: Span) -> None:
        self._draft.end = tag.end
        if name == "docNumber" and "preface" in self._names and _LETTER.fullmatch(self._draft.shown()):
            self._draft.said = {"heading"}
            self._flush()

    def _close_note(self, tag: Span) -> None:
        self._flush()
        note = self._open_notes.pop()
        self._within = None
        self._draft, self._number, self._in_number = note.outer, note.number, False
        self._draft.end = tag.end
        if "unmarked" in self._classes[-1].split():
            return
        # A wrapped line is the markup's, not the author's: there the mark follows the word.
        spaces = cut_spaces(self._draft.runs) if ends_line(self._draft.runs) else []
        mark = NoteMark(0, note.label.text, note.index, Span(note.start, tag.end))
        self._draft.runs += [NoteRun(mark), *spaces]
        self._draft.spaced = bool(spaces)

    def text(self, text: str, place: Span) -> None:
        """Take characters."""
        if self._skipped:
            return
        if self._in_number and self._number:
            self._number.add(text, place)
            return
        if self._draft.spaced and text[0] == " ":
            cut = len(text) - len(text.lstrip(" "))
            self._draft.runs.append(Run("\n", place.start, place.start + cut))
            text, place = text[cut:], Span(place.start + cut, place.end)
        if text:
            self._draft.runs.append(Run(text, place.start, place.end, self._inlines()))
        if text.strip(" \t\n\r"):
            self._draft.spaced = False
            self._draft.reach(place)

    def comment(self, text: str, place: Span) -> None:
        """Take a comment."""
        directive = _DIRECTIVE.fullmatch(text)
        if directive and not self._skipped:
            before = len(self._blocks) + self._draft.begun
            self._directives.append(Directive(directive[1], before, place))

    def _inlines(self) -> tuple[Inline, ...]:
        """The styled elements in force; those around a footnote do not style its words."""
        if self._within is None:
            depth = self._open_notes[-1].depth if self._open_notes else 0
            self._within = tuple(inline for inline in self._styled[depth:] if inline)
        return self._within

    def _flush(self) -> None:
        """End the block under way."""
        draft, self._draft = self._draft, BlockDraft()
        if not any(isinstance(run, NoteRun) or not run.blank for run in draft.runs):
            return
        start = draft.start or 0
        words = compose(draft.runs, Span(start, max(draft.end, start)), kept=True)
        if self._open_notes:
            self._add_note_block(words)
        elif words.text:
            self._add_block(words, draft.said)
        elif self._blocks:
            last = self._blocks[-1]
            marks = tuple(replace(mark, offset=len(last.text)) for mark in words.notes)
            self._blocks[-1] = replace(last, notes=last.notes + marks)

    def _add_note_block(self, words: Words) -> None:
        if not words.text:
            return
        note = self._open_notes[-1]
        label = None if note.blocks else note.label
        note.blocks.append(_built(words, 0, "note", label))

    def _add_block(self, words: Words, named: set[str]) -> None:
        outright = stated(named)
        words, label = self._labelled(words, typed=not outright)
        level = 0
        if label:
            least = 2 if label.text.startswith("(") else 1
            level = max(label_level(label.text, self._previous), self._depth(), least)
            self._previous = label.text
        heads = [mark for mark in words.marks if mark.start == 0]
        whole = any(mark.end == len(words.text) for mark in heads)
        styled = whole and not label and "table" not in self._names and words.text[-1] not in ",;:."
        opens = not whole and any(mark.style == "italic" for mark in heads)
        hint = role(Context(self._names, self._classes, named), level, opens=opens, styled=styled)
        block = _built(words, len(self._blocks), self._kind(hint), label)
        if hint in ("heading", "title"):
            level = 1 if hint == "title" else 2
        told = f"{outright}!" if outright else self._annexed(hint, words.text)
        self._blocks.append(replace(block, level=level, hint=told))

    def _labelled(self, words: Words, *, typed: bool) -> tuple[Words, Label | None]:
        """The words without their number; one that is ``typed`` in the words is looked for."""
        number, self._number = self._number, None
        label = number.label() if number else None
        if number and label:
            words.span = Span(number.start, words.span.end)
            whole = label.source and self._source[slice(*label.source)] == label.text
            return words, label if whole else replace(label, source=None)
        return without_label(words, self._source) if typed else (words, None)

    def _depth(self) -> int:
        """Level of a point by the lists around it, 0 for what stands in none or before the points."""
        lists = sum(1 for name in self._names if name in _LISTS)
        before_points = any(name in _LISTS and below in _AROUND for name, below in pairwise(self._names))
        lists -= before_points
        return lists + 1 if lists else 0

    def _kind(self, hint: str) -> BlockKind:
        if "td" in self._names or "th" in self._names:
            return "cell"
        return "heading" if hint in ("heading", "title") else "paragraph"

    def _annexed(self, hint: str, text: str) -> str:
        """The role with annexes taken into account: all from their heading on is annex."""
        if "mainBody" in self._names and hint == "heading" and begins_annex(text):
            self._annex = True
        inside = "attachment" in self._names or "attachments" in self._names
        return "annex" if inside or (self._annex and "mainBody" in self._names) else hint

    def document(self, source: Source) -> Document:
        """The document made of all events."""
        blocks = list(self._blocks)
        first: list[int | None] = []
        for note in self._notes:
            first.append(len(blocks) if note.blocks else None)
            blocks += [replace(block, index=len(blocks) + place) for place, block in enumerate(note.blocks)]
        pointed = tuple(_pointing(block, first) for block in blocks)
        return Document(source, pointed, Carries(True, True, True), tuple(self._directives))


def _pointing(block: Block, first: list[int | None]) -> Block:
    """``block`` with its marks pointing to blocks, not to numbers of notes."""
    if not block.notes:
        return block
    notes = (mark if mark.note is None else replace(mark, note=first[mark.note]) for mark in block.notes)
    return replace(block, notes=tuple(notes))


def _built(words: Words, index: int, kind: BlockKind, label: Label | None) -> Block:
    marks, notes = tuple(words.marks), tuple(words.notes)
    return Block(index, kind, words.text, tuple(words.segments), words.span, marks, notes, label)
