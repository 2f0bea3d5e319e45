"""Which links and raised figures are footnote marks, and which paragraphs are the notes."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from linter.model.document import Label, NoteMark
from linter.model.source import Span
from linter.model.values import NamedTuple, dataclass
from linter.readers.html_flow import Flow
from linter.readers.markup_text import NoteRun, Run

_MARK = re.compile(r"\s*[\[(]?(\d{1,3}|\*{1,4}|†|‡|[a-z]|[ivxl]{1,6})[\])]?\s*")
_TYPED_LABEL = re.compile(r"\s*(?:(\*{1,4}(?!\*)|†|‡)\s*|\[(\d{1,3})\]\s*|(\d{1,3})[.):]?\s+)")
_LONE_STARS = re.compile(r"(?<=\s)\*{1,4}(?=\s+\S)")
_LONE_STARS_HEAD = re.compile(r"(\*{1,4})\s")
_STARS = re.compile(r"(?<=[^\s*])\*{1,4}(?![\w*])|^\*{1,4}(?![\w*])")
_NOTE_TARGET = re.compile(r"fn|ftn|note|edn", re.IGNORECASE)
_COMMENT_TARGET = re.compile(r"_?(?:cmnt|msocom)_?", re.IGNORECASE)
_UNIT = re.compile(r"\b[cdkm]?m$")
_POWER = re.compile(r"(?:\d|\b[cdkm]?m)$")
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
    """A note: its paragraph (by index in the flow), its label, its words after the label, and its place.

    A converter may have run several notes together in one paragraph; each is one of these.
    """

    paragraph: int
    label: Label | None
    runs: list[Run | NoteRun]
    span: Span


class Apparatus:
    """The notes of a draft, in order, and the marks that point to them."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._groups = [list(_groups(paragraph.runs)) for paragraph in flow.paragraphs]
        self._number: dict[int, int] = {}
        self.notes: list[NoteParagraph] = []
        for place in self._note_places():
            self._number[place] = len(self.notes)
            self.notes += self._notes_at(place)
        self._waiting: dict[str, deque[int]] = {}
        for number, note in enumerate(self.notes):
            if note.label:
                self._waiting.setdefault(note.label.text, deque()).append(number)
        self._stars = any(label.startswith("*") for label in self._waiting)

    def _note_places(self) -> list[int]:
        """Paragraphs that are notes: in a container of notes, linked to from marks, or starred."""
        flow = self._flow
        inside = bytearray(len(flow.paragraphs))
        for first, end in (*flow.notes, *self._linked()):
            inside[first:end] = b"\1" * (min(end, len(inside)) - first)
        for place in self._starred_places():
            inside[place] = 1
        named = {first for first, end in flow.notes if end == first + 1}
        return [
            place
            for place, paragraph in enumerate(flow.paragraphs)
            if inside[place] and (paragraph.tag not in _HEADINGS or place in named)
        ]

    def _starred_places(self) -> Iterator[int]:
        """Paragraphs that begin with asterisks standing alone, where the same ones mark an earlier word."""
        marked: set[str] = set()
        for place, paragraph in enumerate(self._flow.paragraphs):
            runs = [run for run in paragraph.runs if "*" in run.text]
            head = _LONE_STARS_HEAD.match(_start(paragraph.runs)) if runs else None
            if head and head[1] in marked:
                yield place
            marked.update(match[0] for run in runs for match in _STARS.finditer(run.text))

    def _linked(self) -> Iterator[tuple[int, int]]:
        """The extents of the elements after them that marks link to, each once."""
        seen = set()
        for place, groups in enumerate(self._groups):
            for group in groups:
                extent = self._flow.anchors.get(group.href)
                if not extent or group.href in seen or not group.label or extent[0] <= place:
                    continue
                if group.raised or _NOTE_TARGET.search(group.href):
                    seen.add(group.href)
                    yield extent

    def _target(self, href: str) -> int:
        """Index of the paragraph that a link leads to, -1 for none."""
        return self._flow.anchors.get(href, (-1, -1))[0]

    def is_note(self, place: int) -> bool:
        """Whether the paragraph at this index of the flow is a note."""
        return place in self._number

    def _notes_at(self, place: int) -> Iterator[NoteParagraph]:
        """The notes of one paragraph."""
        paragraph = self._flow.paragraphs[place]
        runs = _parted_at_stars(paragraph.runs)
        labels = {group.first: group for group in _groups(runs) if group.label}
        starts = list(_note_starts(runs, labels))
        edges = [labels[i].source.start if i in labels else runs[i].start for i in starts]
        bounds = pairwise([paragraph.span.start, *edges, paragraph.span.end])
        for (first, end), bound in zip(pairwise([0, *starts, len(runs)]), bounds, strict=True):
            yield self._note(place, runs[first:end], Span(*bound))

    def _note(self, place: int, part: list[Run], span: Span) -> NoteParagraph:
        groups = list(_groups(part))
        made = self._flow.paragraphs[place].label
        head = _head(part)
        runs: list[Run | NoteRun] = list(part)
        for group in reversed(groups):
            backlink = 0 <= self._target(group.href) < place
            if group.first > head and backlink and not group.label:
                del runs[group.first : group.end]
        first = groups[0] if groups and groups[0].first == head else None
        if first and first.label:
            return NoteParagraph(place, Label(first.label, first.digits), runs[first.end :], span)
        if made:
            return NoteParagraph(place, Label(made.strip("()."), None, True), runs, span)
        label, runs = _typed_label(runs)
        return NoteParagraph(place, label, runs, span)

    def body(self, place: int) -> list[Run | NoteRun]:
        """The runs of a paragraph of the body, its note marks set apart."""
        paragraph = self._flow.paragraphs[place]
        result: list[Run | NoteRun] = []
        position = 0
        for group in self._groups[place]:
            result += self._starred(paragraph.runs[position : group.first])
            position = group.end
            mark = self._mark(group, paragraph.runs)
            if mark:
                result.append(NoteRun(mark))
            elif not _COMMENT_TARGET.match(group.href):
                result += paragraph.runs[group.first : group.end]
        return [*result, *self._starred(paragraph.runs[position:])]

    def _mark(self, group: _Group, runs: Sequence[Run]) -> NoteMark | None:
        """The note mark that a link or a raised stretch is, None when it is words."""
        if not group.label:
            return None
        target = self._number.get(self._target(group.href))
        if target is None and group.raised and not group.href:
            before = "".join(run.text for run in runs[max(group.first - 2, 0) : group.first])[-9:]
            target = None if _UNIT.search(before) else self._answering(group.label)
            if target is None and (group.label.isalpha() or _POWER.search(before)):
                return None
        elif target is None and not group.raised:
            return None
        return NoteMark(0, group.label, target, group.source)

    def _answering(self, label: str) -> int | None:
        """The next note with this label; the last one answers to all marks that are left."""
        numbers = self._waiting.get(label)
        if not numbers:
            return None
        return numbers.popleft() if len(numbers) > 1 else numbers[0]

    def _starred(self, runs: Sequence[Run]) -> Iterator[Run | NoteRun]:
        """Runs with typed asterisks set apart where a note answers to them."""
        for run in runs:
            if not (self._stars and run.plain and "*" in run.text):
                yield run
                continue
            position = run.start
            for match in _STARS.finditer(run.text):
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


def _start(runs: Sequence[Run]) -> str:
    head = _head(runs)
    return runs[head].text.lstrip() if head < len(runs) else ""


def _typed_label(runs: list[Run | NoteRun]) -> tuple[Label | None, list[Run | NoteRun]]:
    """The label typed before the words of a note, and the words after it."""
    for index, run in enumerate(runs):
        if not isinstance(run, Run) or run.blank:
            continue
        match = _TYPED_LABEL.match(run.text)
        if not match or not run.plain:
            break
        start, end = match.span(match.lastindex or 0)
        label = Label(match[match.lastindex or 0], Span(run.start + start, run.start + end))
        rest = [run.part(run.start + match.end(), run.end)] if match.end() < len(run.text) else []
        return label, [*rest, *runs[index + 1 :]]
    return None, runs


def _parted_at_stars(runs: Sequence[Run]) -> list[Run]:
    """Runs cut before asterisks that stand alone: the label of one more note."""
    parted: list[Run] = []
    for run in runs:
        position = run.start
        for match in _LONE_STARS.finditer(run.text) if run.plain and "*" in run.text else ():
            parted.append(run.part(position, run.start + match.start()))
            position = run.start + match.start()
        parted.append(run.part(position, run.end) if position > run.start else run)
    return parted


def _note_starts(runs: Sequence[Run], labels: Mapping[int, _Group]) -> Iterator[int]:
    """Indices of the runs where a further note begins: the next number raised, or asterisks alone."""
    head = _head(runs)
    last = labels[head].label if head in labels else ""
    for index in range(head + 1, len(runs)):
        if not runs[index - 1].text[-1:].isspace():
            continue
        label = labels[index].label if index in labels else ""
        if label.isdigit() and last.isdigit() and labels[index].raised and int(label) == int(last) + 1:
            last = label
            yield index
        elif _LONE_STARS_HEAD.match(runs[index].text):
            yield index


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
