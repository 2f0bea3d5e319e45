"""Comments: remarks for people, anchored at the words they are about, never made twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import count

from linter.model.document import Document
from linter.model.source import Span
from linter.model.sourcemap import source_span
from linter.model.values import NamedTuple
from linter.ooxml.draft import Atom, Paragraph
from linter.ooxml.xml import XML, Element, children, get, legal, local
from linter.writers.docx.parts import part_of_kind
from linter.writers.docx.properties import make
from linter.writers.docx.revise import Reviser
from linter.writers.docx.surgery import Piece, cut_after, cut_before, parent
from linter.writers.docx.survey import Survey

_INITIALS = 3
_SPACES = " \u00a0\t\n"


class Remark(NamedTuple):
    """Words for a person about ``[start, end)`` of a block; line feeds part the paragraphs of ``text``.

    ``about`` are the words as they will stand, where changes make them other than those of the block.
    """

    block: int
    start: int
    end: int
    text: str
    about: str = ""


class Comments:
    """Adds comments to a package under edit. ``roots`` are the parts that differ or are new."""

    def __init__(self, survey: Survey, reviser: Reviser, date: str) -> None:
        self.roots: dict[str, Element] = {}
        self._survey = survey
        self._reviser = reviser
        self._date = date
        self._present = self._existing()

    def add(self, document: Document, remarks: Iterable[Remark]) -> None:
        """Add each remark unless the same words already stand as a comment at its place or next to it.

        Next to it, since words that are inserted later belong to no comment made before.
        """
        for remark in remarks:
            span, words = self._anchored(document, remark)
            text = legal(words)
            places = self._present.setdefault(text, [])
            if any(self._meet(span, place) for place in places):
                continue
            places.append(span)
            self._add(span, text)

    def _meet(self, one: Span, other: Span) -> bool:
        """Whether at most a space stands between two places."""
        between = self._survey.draft.text[min(one.end, other.end) : max(one.start, other.start)]
        return between in {"", " ", "\u00a0"}

    def _existing(self) -> dict[str, list[Span]]:
        """The comments that the same author has made, and their places."""
        root = self._survey.package.related_tree("comments")
        found: dict[str, list[Span]] = {}
        for comment in () if root is None else children(root, "comment"):
            place = self._survey.draft.comments.get(get(comment, "id") or "")
            if place is not None and get(comment, "author") == self._survey.author:
                found.setdefault(_text(comment), []).append(Span(place.start, place.end))
        return found

    def _anchored(self, document: Document, remark: Remark) -> tuple[Span, str]:
        """Where the comment goes, and its text.

        Word takes none in headers and text boxes, and LibreOffice fails on one in a footnote: there it
        stands at the word that bears the note's mark, or at the paragraph beside, and quotes the words it
        is about.
        """
        block = document.blocks[remark.block]
        span = source_span(block, remark.start, remark.end) if block.segments else block.span
        span = Span(span.start, max(span.end, span.start + 1))
        host = self._host(self._reviser.pieces.at(span.start).paragraph)
        if host is None:
            return span, remark.text
        quoted = remark.about or block.text[remark.start : remark.end].strip()
        return host, f"“{quoted}”: {remark.text}"

    def _host(self, paragraph: Paragraph) -> Span | None:
        """Where a comment about a paragraph that can hold none goes instead."""
        draft = self._survey.draft
        if paragraph.story == "body":
            return None
        if paragraph.story in ("footnote", "endnote"):
            notes = (note for note in draft.notes if any(one is paragraph for one in note.paragraphs))
            return next((self._marked_word(note.reference.atom) for note in notes), None)
        body = [one for one in draft.paragraphs if one.story == "body" and one.atoms]
        if not body:
            return None
        host = next((one for one in reversed(body) if one.start < paragraph.start), body[0])
        return Span(host.start, host.end)

    def _marked_word(self, mark: Atom) -> Span:
        """The word before a note's mark, or the mark itself where none is."""
        before = self._survey.draft.text[: mark.start]
        end = len(before.rstrip(" \u00a0"))
        start = max(before.rfind(space, 0, end) for space in _SPACES) + 1
        return Span(start, end) if start < end else Span(mark.start, mark.end)

    def _add(self, span: Span, text: str) -> None:
        pieces = self._reviser.pieces
        pieces.cut(span.start)
        pieces.cut(span.end)
        first, last = pieces.at(span.start), pieces.at(span.end - 1)
        root, name = self._root, str(next(self._names))
        end = self._cut(last, after=True)
        holder = parent(end)  # the end itself may be a formula, in a namespace of its own
        reference = make(holder, "r")
        if (style := self._survey.draft.styles.named("annotation reference")) is not None:
            properties = make(reference, "rPr")
            properties.append(make(properties, "rStyle", val=style))
            reference.append(properties)
        reference.append(make(reference, "commentReference", id=name))
        range_end = make(holder, "commentRangeEnd", id=name)
        end.addnext(range_end)
        self._past_notes(span.end, range_end).addnext(reference)
        start = self._cut(first, after=False)
        start.addprevious(make(parent(start), "commentRangeStart", id=name))
        root.append(self._comment(root, name, text))
        self._reviser.touch(first)
        self._reviser.touch(last)

    def _past_notes(self, offset: int, after: Element) -> Element:
        """The element after which the reference to a comment goes that ends at ``offset``, with ``after``.

        That is ``after`` itself; but LibreOffice (7.4) loses the words of the notes when a comment is
        referred to between the first two note marks: there the reference stands after the second.
        """
        for kind in ("footnote", "endnote"):
            marks = [note.reference.atom for note in self._survey.draft.notes if note.reference.kind == kind]
            if len(marks) > 1 and marks[0].end <= offset <= marks[1].start:
                offset = marks[1].end
                after = self._cut(self._reviser.pieces.at(marks[1].start), after=True)
        return after

    def _cut(self, piece: Piece, *, after: bool) -> Element:
        """The element that ends (or begins) with this piece, free of what stands beyond it."""
        run = piece.node.getparent()
        if run is not None and local(run) == "r" and not _holds_own_mark(run):
            (cut_after if after else cut_before)(piece.node)
        return self._reviser.end_of(piece) if after else self._reviser.element_of(piece)

    def _comment(self, root: Element, name: str, text: str) -> Element:
        author = self._survey.author
        attributes = {"id": name, "author": author, "initials": author[:_INITIALS]}
        if self._date:
            attributes["date"] = self._date
        comment = make(root, "comment", **attributes)
        for index, line in enumerate(text.split("\n")):
            comment.append(self._paragraph(comment, line, first=index == 0))
        return comment

    def _paragraph(self, comment: Element, line: str, *, first: bool) -> Element:
        styles = self._survey.draft.styles
        paragraph = make(comment, "p")
        if (style := styles.named("annotation text")) is not None:
            properties = make(paragraph, "pPr")
            properties.append(make(properties, "pStyle", val=style))
            paragraph.append(properties)
        if first:
            mark = make(paragraph, "r")
            mark.append(make(mark, "annotationRef"))
            paragraph.append(mark)
        run = make(paragraph, "r")
        node = make(run, "t")
        node.text = line
        node.set(f"{{{XML}}}space", "preserve")
        run.append(node)
        paragraph.append(run)
        return paragraph

    @cached_property
    def _root(self) -> Element:
        """The comments part, made where there is none."""
        return part_of_kind(self._survey.package, "comments", self.roots)

    @cached_property
    def _names(self) -> Iterator[int]:
        """Identifiers that no comment has."""
        taken = (name for one in self._root if (name := get(one, "id") or "").isdecimal())
        return count(1 + max(map(int, taken), default=-1))


def _holds_own_mark(run: Element) -> bool:
    """Whether a run holds a note reference and, after it, the mark that it shows: the two go together."""
    return any(get(one, "customMarkFollows") for one in run if local(one).endswith("Reference"))


def _text(comment: Element) -> str:
    """The words of a comment, its paragraphs parted by line feeds."""
    return "\n".join(
        "".join(node.text or "" for node in paragraph.iter() if local(node) == "t")
        for paragraph in children(comment, "p")
    )
