"""Which links and raised figures are footnote marks, and which paragraphs are the notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from linter.model.document import Label, NoteMark
from linter.model.source import Span
from linter.readers.html_flow import Flow
from linter.readers.markup_text import NoteRun, Run

_MARK = re.compile(r"\s*[\[(]?(\d{1,3}|\*{1,4}|†|‡|[a-z]|[ivxl]{1,6})[\])]?\s*")
_TYPED_LABEL = re.compile(r"\s*(?:(\*{1,4}|†|‡)\s*|\[(\d{1,3})\]\s*|(\d{1,3})[.):]?\s+)(?=\S)")
_STARS = re.compile(r"(?<=[^\s*])\*{1,4}(?![\w*])|^\*{1,4}(?![\w*])")
_NOTE_GROUPS = frozenset(
    "footnotes footnote endnotes endnote doc-footnote doc-endnote doc-endnotes msofootnotetext msoendnotetext".split()
)
_NOTE_TARGET = re.compile(r"fn|ftn|note|edn", re.IGNORECASE)
_NOTE_NAME = re.compile(r"#_?(?:fn|ftn|edn|footnote|endnote|sdfootnote|note)[-_:]?\d+(?:sym)?", re.IGNORECASE)
_COMMENT_TARGET = re.compile(r"_?(?:cmnt|msocom)_?", re.IGNORECASE)
_UNIT = re.compile(r"(?:\d|\b[cdkm]?m)$")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class _Group(NamedTuple):
    """``runs[first:end]`` of a paragraph: one link or one raised stretch.

    ``label`` is what it shows if that can be a note's label, else "", ``digits`` its place; ``source`` takes
    in the tags around it.
    """

    first: int
    end: int
    label: str
    digits: Span | None
    href: str
    raised: bool
    source: Span


@dataclass(frozen=True, slots=True)
class NoteParagraph:
    """A note: its paragraph (by index in the flow), its label, and its words after the label."""

    paragraph: int
    label: Label | None
    runs: list[Run | NoteRun]


class Apparatus:
    """The notes of a draft, in order, and the marks that point to them."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._groups = [list(_groups(paragraph.runs)) for paragraph in flow.paragraphs]
        places = self._note_places()
        self._number = {place: number for number, place in enumerate(places)}
        self.notes = [self._note(place) for place in places]
        self._waiting: dict[str, list[int]] = {}
        for number, note in enumerate(self.notes):
            if note.label:
                self._waiting.setdefault(note.label.text, []).append(number)

    def _note_places(self) -> list[int]:
        """Paragraphs that are notes: those in a container of notes, and those that marks link to."""
        linked = set()
        for place, groups in enumerate(self._groups):
            for group in groups:
                target = self._flow.anchors.get(group.href, -1)
                if group.label and target > place and (group.raised or _NOTE_TARGET.search(group.href)):
                    linked.add(group.href)
        anchored = {self._flow.anchors[href] for href in linked}
        within = {f"#{href}" for href in linked} | _NOTE_GROUPS
        return [
            place
            for place, paragraph in enumerate(self._flow.paragraphs)
            if place in anchored
            or paragraph.tag not in _HEADINGS
            and any(group in within or _NOTE_NAME.fullmatch(group) for group in paragraph.groups)
        ]

    def is_note(self, place: int) -> bool:
        """Whether the paragraph at this index of the flow is a note."""
        return place in self._number

    def _note(self, place: int) -> NoteParagraph:
        paragraph = self._flow.paragraphs[place]
        runs: list[Run | NoteRun] = list(paragraph.runs)
        groups = self._groups[place]
        for group in reversed(groups):
            backlink = 0 <= self._flow.anchors.get(group.href, -1) < place
            if group.first > _head(paragraph.runs) and backlink and not group.label:
                del runs[group.first : group.end]
        first = groups[0] if groups and groups[0].first == _head(paragraph.runs) else None
        if first and first.label:
            return NoteParagraph(place, Label(first.label, first.digits), runs[first.end :])
        if paragraph.label:
            return NoteParagraph(place, Label(paragraph.label.strip("()."), None, True), runs)
        return _typed_note(place, runs)

    def body(self, place: int) -> list[Run | NoteRun]:
        """The runs of a paragraph of the body, its note marks set apart."""
        paragraph = self._flow.paragraphs[place]
        result: list[Run | NoteRun] = []
        position = 0
        for group in self._groups[place]:
            result += self._starred(paragraph.runs[position : group.first])
            position = group.end
            mark = self._mark(group, place, paragraph.runs)
            if mark:
                result.append(NoteRun(mark))
            elif not _COMMENT_TARGET.match(group.href):
                result += paragraph.runs[group.first : group.end]
        return [*result, *self._starred(paragraph.runs[position:])]

    def _mark(self, group: _Group, place: int, runs: Sequence[Run]) -> NoteMark | None:
        """The note mark that a link or a raised stretch is, None when it is words."""
        if not group.label:
            return None
        target = self._number.get(self._flow.anchors.get(group.href, -1))
        if target is None and group.raised and not group.href:
            target = self._answering(group.label)
            if target is None and (group.label.isalpha() or _follows_unit(runs, group.first)):
                return None
        elif target is None and not group.raised:
            return None
        return NoteMark(0, group.label, target, group.source)

    def _answering(self, label: str) -> int | None:
        """The next note with this label; the last one answers to all marks that are left."""
        numbers = self._waiting.get(label, [])
        return numbers.pop(0) if len(numbers) > 1 else next(iter(numbers), None)

    def _starred(self, runs: Sequence[Run]) -> Iterator[Run | NoteRun]:
        """Runs with typed asterisks set apart where a note answers to them."""
        stars = any(label.startswith("*") for label in self._waiting)
        for run in runs:
            position = run.start
            for match in _STARS.finditer(run.text) if stars and len(run.text) == run.end - run.start else ():
                if match[0] in self._waiting:
                    start, end = run.start + match.start(), run.start + match.end()
                    if start > position:
                        yield run.part(position, start)
                    yield NoteRun(NoteMark(0, match[0], self._answering(match[0]), Span(start, end)))
                    position = end
            if position < run.end:
                yield run.part(position, run.end)


def _head(runs: Sequence[Run]) -> int:
    """Index of the first run that shows something."""
    return next((index for index, run in enumerate(runs) if not run.blank), len(runs))


def _follows_unit(runs: Sequence[Run], first: int) -> bool:
    before = "".join(run.text for run in runs[max(first - 2, 0) : first])
    return _UNIT.search(before) is not None


def _typed_note(place: int, runs: list[Run | NoteRun]) -> NoteParagraph:
    """A note whose label is typed before its words."""
    for index, run in enumerate(runs):
        if not isinstance(run, Run) or run.blank:
            continue
        match = _TYPED_LABEL.match(run.text)
        if not match or len(run.text) != run.end - run.start:
            break
        start, end = match.span(match.lastindex or 0)
        label = Label(match[match.lastindex or 0], Span(run.start + start, run.start + end))
        rest = [run.part(run.start + match.end(), run.end)] if match.end() < len(run.text) else []
        return NoteParagraph(place, label, [*rest, *runs[index + 1 :]])
    return NoteParagraph(place, None, runs)


def _groups(runs: Sequence[Run]) -> Iterator[_Group]:
    """The links within the document and the raised stretches of a paragraph, in order."""
    extents = _extents(runs)
    position = 0
    while position < len(runs):
        inline = next((i for i in runs[position].within if i.href or i.styles.get("superscript")), None)
        if inline is None or runs[position].blank:
            position += 1
            continue
        end = extents[id(inline)][1] + 1
        yield _group(runs, extents, position, end)
        position = end


def _extents(runs: Sequence[Run]) -> dict[int, tuple[int, int]]:
    """First and last run that show something, of each element (by identity)."""
    extents: dict[int, tuple[int, int]] = {}
    for index, run in enumerate(runs):
        if not run.blank:
            for inline in run.within:
                first, _ = extents.get(id(inline), (index, index))
                extents[id(inline)] = (first, index)
    return extents


def _group(runs: Sequence[Run], extents: dict[int, tuple[int, int]], first: int, end: int) -> _Group:
    covered = runs[first:end]
    inlines = {id(inline): inline for run in covered for inline in run.within}
    start, stop = covered[0].start, covered[-1].end
    for identity, inline in inlines.items():
        low, high = extents.get(identity, (-1, end))
        if low >= first and high < end and inline.closing:
            start, stop = min(start, inline.opening.start), max(stop, inline.closing.end)
    text = "".join(run.text for run in covered)
    match = _MARK.fullmatch(text)
    digits = None
    if match and len(covered) == 1 and len(text) == covered[0].end - covered[0].start:
        digits = Span(covered[0].start + match.start(1), covered[0].start + match.end(1))
    href = next((inline.href for inline in inlines.values() if inline.href), "")
    raised = any(inline.styles.get("superscript") for inline in inlines.values())
    return _Group(first, end, match[1] if match else "", digits, href, raised, Span(start, stop))
