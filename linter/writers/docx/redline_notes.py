"""New footnotes of a redline: the note itself, set like the others, and the run that refers to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from linter.ooxml.draft import Note, Paragraph
from linter.ooxml.xml import Element, child, get, integer
from linter.writers.docx.parts import part_of_kind
from linter.writers.docx.properties import copied, make
from linter.writers.docx.redline_paragraphs import bare
from linter.writers.docx.redline_plan import Content, NewNote, Words
from linter.writers.docx.redline_words import Tracker
from linter.writers.docx.surgery import write
from linter.writers.docx.survey import Survey

_SEPARATORS = {"separator": ("-1", "separator"), "continuationSeparator": ("0", "continuationSeparator")}
Runs = Callable[[Element, Sequence[Content], Element | None, Paragraph], list[Element]]


class Footnotes:
    """Adds notes to a package. ``roots`` are the parts that differ or are new."""

    def __init__(self, survey: Survey, tracker: Tracker) -> None:
        self.roots: dict[str, Element] = {}
        self._survey = survey
        self._tracker = tracker
        self._last = 0
        self._model = next((n for n in survey.draft.notes if n.reference.kind == "footnote"), None)

    def add(self, near: Element, note: NewNote, runs: Runs) -> Element:
        """Make a footnote of these words; the run, not yet placed, that refers to it."""
        root = self._root()
        self._last = 1 + (self._last or max(map(_number, root), default=0))
        name = str(self._last)
        footnote = make(root, "footnote", id=name)
        footnote.append(self._paragraph(footnote, note, runs))
        root.append(footnote)
        run = self._mark_run(near)
        reference = make(run, "footnoteReference", id=name)
        run.append(reference)
        if note.mark:
            reference.set(reference.tag[: reference.tag.index("}") + 1] + "customMarkFollows", "1")
            write(run, note.mark)
        return run

    def _root(self) -> Element:
        root = part_of_kind(self._survey.package, "footnotes", self.roots)
        if not len(root):
            for kind, (name, content) in _SEPARATORS.items():
                separator = make(root, "footnote", type=kind, id=name)
                paragraph, run = make(root, "p"), make(root, "r")
                run.append(make(run, content))
                paragraph.append(run)
                separator.append(paragraph)
                root.append(separator)
        return root

    def _mark_run(self, near: Element) -> Element:
        """A run for a note's mark: raised, in the style of Word's marks where the file has it."""
        run = make(near, "r")
        model = self._model
        properties = make(run, "rPr") if model is None else copied(model.reference.atom.run)
        if not len(properties):
            style = self._survey.draft.styles.named("footnote reference")
            raised = make(run, "vertAlign", val="superscript")
            properties.append(raised if style is None else make(run, "rStyle", val=style))
        run.append(properties)
        return run

    def _paragraph(self, footnote: Element, note: NewNote, runs: Runs) -> Element:
        model = None if self._model is None else self._model.paragraphs[0]
        paragraph = make(footnote, "p")
        if model is not None:
            properties = child(model.elements[0], "pPr")
            if properties is not None:
                paragraph.append(bare(properties))
        elif (style := self._survey.draft.styles.named("footnote text")) is not None:
            properties = make(paragraph, "pPr")
            properties.append(make(properties, "pStyle", val=style))
            paragraph.append(properties)
        before, after = _surroundings(self._model)
        mark = self._mark_run(paragraph)
        if note.mark:
            write(mark, note.mark)
        else:
            mark.append(make(mark, "footnoteRef"))
        like = Paragraph([], "", "footnote", 0) if model is None else model
        words = (
            next((atom.run for atom in reversed(model.atoms) if atom.kind == "text"), None) if model else None
        )
        new = [
            *runs(paragraph, [Words(before)] if before else [], None, like),
            mark,
            *runs(paragraph, [Words(after)], None, like),
            *runs(paragraph, note.words, words, like),
        ]
        change = self._tracker.change(paragraph, "ins")
        change.extend(new)
        paragraph.append(change)
        return paragraph


def _number(note: Element) -> int:
    return integer(get(note, "id"), 0)


def _surroundings(note: Note | None) -> tuple[str, str]:
    """The white space around the mark that a note begins with: tabs in the template, a space elsewhere."""
    if note is None:
        return "", " "
    atoms = note.paragraphs[0].atoms
    at = next((index for index, atom in enumerate(atoms) if atom.kind == "mark"), None)
    if at is None:
        return "", " "
    before = "".join(atom.text for atom in atoms[:at])
    after = "".join(atom.text for atom in atoms[at + 1 :])
    gap = after[: len(after) - len(after.lstrip())]
    return before if not before.strip() else "", gap or " "
