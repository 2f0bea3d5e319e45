"""A Word file read as one draft: mastheads in headers, the body, then the notes it refers to, in order."""

from __future__ import annotations

import re
from bisect import bisect_left

from linter.ooxml.draft import Draft, Note, NoteKind, Paragraph, Reference
from linter.ooxml.numbering import Numbering
from linter.ooxml.numerals import numeral
from linter.ooxml.package import Package
from linter.ooxml.styles import SUPERSCRIPT, Styles
from linter.ooxml.walk import Walk
from linter.ooxml.xml import RELATIONSHIPS, Element, child, children, get, integer, local, toggled, value

_KINDS: tuple[NoteKind, ...] = ("footnote", "endnote")
_RUNNING = [(place, kind) for place in ("header", "footer") for kind in ("default", "even")]
_SYMBOL = re.compile(r"\b[A-Z]+/\S*\d")


def read_draft(package: Package) -> Draft:
    """Walk the package once. The same package always gives the same offsets."""
    styles = Styles(package.related_tree("styles"))
    walk = Walk(styles, Numbering(package.related_tree("numbering"), styles))
    body = child(package.tree(package.main), "body")
    paragraphs = []
    notes: list[Note] = []
    if body is not None:
        for part in _headers(package, body):
            paragraphs += walk.story(package.tree(part), part, "header")
        main = walk.story(body, package.main, "body")
        if (last := child(body, "sectPr")) is not None:
            walk.sections.append(last)
        paragraphs += main
        notes = _notes(package, walk, main)
    runs = walk.runs
    _mark_again(paragraphs, runs.bookmarks)
    return Draft("".join(runs.texts), paragraphs, notes, runs.barriers, runs.comments, styles, runs.unread)


def _headers(package: Package, body: Element) -> list[str]:
    """The part above the first page that holds the masthead, or the symbol that runs along the pages.

    That is the header of the first page. Where it holds no words, a header or footer of other pages will
    do if a symbol stands there; but not one that repeats what the body says.
    """
    first = next(body.iter(f"{body.tag[: body.tag.index('}') + 1]}sectPr"), None)
    if first is None:
        return []
    opening = "first" if toggled(first, "titlePg") else "default"
    for number, (place, kind) in enumerate([("header", opening), *_RUNNING]):
        part = _margin(package, first, place, kind)
        words = _words(package.tree(part)) if part is not None else ""
        if part is None or not words or (number and not _SYMBOL.search(words)):
            continue
        return [] if kind != "first" and words in _words(body) else [part]
    return []


def _margin(package: Package, section: Element, place: str, kind: str) -> str | None:
    """The part that is the header or footer of this kind."""
    for reference in children(section, f"{place}Reference"):
        if (get(reference, "type") or "default") == kind:
            name = next((found for space in RELATIONSHIPS if (found := reference.get(f"{{{space}}}id"))), "")
            for relationship in package.relationships(package.main):
                if relationship.id == name and package.has(relationship.target):
                    return relationship.target
    return None


def _words(root: Element) -> str:
    """The text below an element, as one line."""
    return " ".join("".join(node.text or "" for node in root.iter() if local(node) == "t").split())


def _notes(package: Package, walk: Walk, main: list[Paragraph]) -> list[Note]:
    own_marks = {
        reference.atom.start: _own_mark(paragraph, reference)
        for paragraph in main
        for reference in paragraph.references
        if reference.custom
    }
    references = [reference for paragraph in main for reference in paragraph.references]
    notes = []
    for kind in _KINDS:
        of_kind = [reference for reference in references if reference.kind == kind]
        part = package.related(f"{kind}s") if of_kind else None
        if part is None:
            continue
        elements = {get(element, "id"): element for element in children(package.tree(part), kind)}
        labels = _note_labels(package, walk.sections, of_kind)
        for reference, number in zip(of_kind, labels, strict=True):
            element = elements.pop(reference.id, None)
            paragraphs = () if element is None else tuple(walk.story(element, part, kind))
            if paragraphs:
                label = own_marks.get(reference.atom.start, number)
                notes.append(Note(reference, label, paragraphs))
    return notes


def _own_mark(paragraph: Paragraph, reference: Reference) -> str:
    """The text that serves as the mark: what follows the reference in its run."""
    after = (
        atom
        for atom in paragraph.atoms
        if atom.run is reference.atom.run and atom.start > reference.atom.start
    )
    return "".join(atom.text for atom in after).strip()


def _note_labels(package: Package, sections: list[Element], references: list[Reference]) -> list[str]:
    """The number that each reference shows, in the format and with the restarts of its section.

    A reference with a mark of its own does not count and has no number.
    """
    name = f"{references[0].kind}Pr"
    settings = package.related_tree("settings")
    general = child(settings, name)
    labels = []
    number, section = 0, -1
    for reference in references:
        own = child(sections[reference.section], name) if reference.section < len(sections) else None
        restart = value(own, "numRestart") or value(general, "numRestart")
        start = integer(value(own, "numStart") or value(general, "numStart"), 1)
        if section < 0 or (restart == "eachSect" and reference.section != section):
            number = start - 1
        section = reference.section
        if reference.custom:
            labels.append("")
            continue
        number += 1
        form = value(own, "numFmt") or value(general, "numFmt")
        labels.append(numeral(number, form or ("decimal" if reference.kind == "footnote" else "lowerRoman")))
    return labels


def _mark_again(paragraphs: list[Paragraph], bookmarks: dict[str, int]) -> None:
    """Take the raised numbers of notes that fields show for marks of those notes."""
    references = [(one, paragraph.start) for paragraph in paragraphs for one in paragraph.references]
    starts = [reference.atom.start for reference, _ in references]
    for paragraph in paragraphs:
        marks: dict[int, Reference] = {}
        for atom, bookmark in paragraph.repeats:
            begins = bookmarks.get(bookmark, -1)
            index = bisect_left(starts, begins)
            if not atom.looks & SUPERSCRIPT or begins < 0 or index == len(references):
                continue
            first, paragraph_start = references[index]
            if begins >= paragraph_start:
                marks[atom.start] = first._replace(atom=atom._replace(kind="mark"), custom=False)
        if marks:
            paragraph.atoms = [
                marks[one.start].atom if one.start in marks else one for one in paragraph.atoms
            ]
            paragraph.references += marks.values()
