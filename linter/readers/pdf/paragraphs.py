"""From lines to paragraphs, across the pages, by distance, indentation, size and how far lines reach."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from linter.model.values import dataclass, replace
from linter.readers.labels import find_label
from linter.readers.pdf.furniture import Sheet, body_size, starts_note
from linter.readers.pdf.lines import Line

_INDENT = 0.8  # of the size of the letters: less is no indentation
_LEADING = 1.2  # of the size of the letters: the usual distance of lines
_SAME_SIZE, _OTHER_SIZE = 0.06, 0.12  # what sizes differ by within a text, and between a text and a heading
_LOOSE = 1.22  # of the usual distance between lines: more is a gap
_RATIOS = (0.9, 2.2)  # of the size of the letters: what distance can be that of two lines of a paragraph
_ENDS = (".", ";", ":", ",", "?", "!", "]")
_STARS = re.compile(r"(?<=[^\s*])\*{1,4}(?![\w*])")
_NEAR = 0.2  # of the size of the letters: edges as near as that are one
_FAR = 8
_HEADING_LINES = 6
_LONGEST_NUMBER = 12
_ROOM = 0.28  # of the size of the letters: a space


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The lines of one paragraph; of a note also its label."""

    lines: list[Line]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """How a text is set: its size, the distance of its lines (as a share of the size), its edges."""

    size: float
    leading: float
    left: float
    right: float

    def is_indented(self, line: Line, edge: float) -> bool:
        """Whether a line begins to the right of ``edge``."""
        return line.left > edge + _INDENT * line.size

    def has_room(self, line: Line, after: Line) -> bool:
        """Whether the first word of the line after would have fitted into a line."""
        word = after.text.split(" ", 1)[0]
        share = len(word) / max(len(after.text), 1)
        return line.right + _ROOM * line.size + share * (after.right - after.left) < self.right - 0.5


def body(sheets: Sequence[Sheet], measured: Measure) -> list[Paragraph]:
    """The paragraphs of the body.

    One that begins with a raised figure, or with asterisks that mark an earlier word, is a note at the end
    of the text.
    """
    result: list[Paragraph] = []
    starred: set[str] = set()
    for sheet in sheets:
        for line in sheet.body:
            if result and not _begins(line, result[-1].lines, measured):
                result[-1].lines.append(line)
            else:
                label = starts_note(line, 0.0)
                answers = line.pieces[0].raised or label in starred
                result.append(Paragraph([line], label if answers else ""))
            starred.update(_STARS.findall(line.text) if "*" in line.text else ())
    return result


def notes(sheets: Sequence[Sheet], measured: Measure) -> list[Paragraph]:
    """The notes at the foot of the pages; one that goes on overleaf is one."""
    result: list[Paragraph] = []
    for sheet in sheets:
        for line in sheet.notes:
            label = starts_note(line, measured.size)
            if label or not result:
                result.append(Paragraph([line], label))
            else:
                result[-1].lines.append(line)
    return result


def measure(pages: Sequence[Sequence[Line]]) -> Measure:
    """How the lines of the body are set."""
    size = body_size(pages)
    own = [line for lines in pages for line in lines if abs(line.size - size) < _SAME_SIZE * size]
    left = Counter(round(line.left) for line in own).most_common(1)[0][0] if own else 0
    rights = sorted(line.right for line in own)
    right = rights[len(rights) * 9 // 10] if rights else 0.0
    first = Measure(size, _LEADING, float(left), right)
    wrapped: Counter[float] = Counter()
    for before, line in pairwise(own):
        ratio = round((before.base - line.base) / size, 2)
        open_ended = line.text[0].islower() or not before.text.endswith(_ENDS)
        if _RATIOS[0] < ratio < _RATIOS[1] and open_ended and not first.has_room(before, line):
            wrapped[ratio] += 1
    return replace(first, leading=wrapped.most_common(1)[0][0]) if wrapped else first


def _begins(line: Line, before: Sequence[Line], measured: Measure) -> bool:
    """Whether a line begins a paragraph after the lines ``before`` of another."""
    last = before[-1]
    if abs(line.size - last.size) > _OTHER_SIZE * max(line.size, last.size):
        return True
    if line.bold != last.bold and line.worded and last.worded:
        return True
    if line.page != last.page or line.base > last.base + line.size:
        return _begins_overleaf(line, before, measured)
    distance = last.base - line.base
    if not 0.5 * line.size < distance < measured.leading * _LOOSE * line.size:
        return True
    if line.styled and last.styled and _stands_alone(line, before):
        return True
    return _is_set_off(line, before, measured) or _ends_before(line, last, measured)


def _is_set_off(line: Line, before: Sequence[Line], measured: Measure) -> bool:
    """Whether a line begins elsewhere than the lines of the paragraph do."""
    last = before[-1]
    if len(before) > 1:
        return measured.is_indented(line, before[1].left)
    aligned = abs(line.right - last.right) < _NEAR * line.size < abs(line.left - last.left)
    if aligned and min(line.left, last.left) > measured.left + _FAR * line.size:
        return True  # both lines are set to the right, as those of the meeting and the date
    return measured.is_indented(line, last.left) and not _hangs(line, last)


def _ends_before(line: Line, last: Line, measured: Measure) -> bool:
    """Whether the line before is the last of its paragraph, by its punctuation and the room it leaves."""
    ended, room = last.text.endswith(_ENDS), measured.has_room(last, line)
    if find_label(line.text):
        return ended or room
    return room and ended and not last.text.endswith(",") and line.text[:1].isupper()


def _stands_alone(line: Line, before: Sequence[Line]) -> bool:
    """Whether the lines before are a heading of their own, with room left for the first word of this one."""
    last, near = before[-1], (*before[-_HEADING_LINES:], line)
    word = len(line.text.split(" ", 1)[0]) / max(len(line.text), 1) * (line.right - line.left)
    needed = _ROOM * line.size + word
    if abs(line.left - last.left) < _NEAR * line.size:
        return last.right + needed < max(other.right for other in near)
    return last.right - last.left + needed < max(other.right - other.left for other in near)


def _begins_overleaf(line: Line, before: Sequence[Line], measured: Measure) -> bool:
    last = before[-1]
    if line.bold or find_label(line.text):
        return True
    open_ended = len(before) > 1 and not (line.styled or last.styled or last.text.endswith(_ENDS))
    if measured.has_room(last, line) and not open_ended:
        return True
    if line.pieces[0].raised and last.text.endswith(_ENDS[:2]):
        return True  # a note at the end of the text
    if line.pieces[0].italic and not last.pieces[-1].italic and last.text.endswith(_ENDS):
        return True
    edge = before[1].left if len(before) > 1 else measured.left
    if measured.is_indented(line, edge):
        return True
    ended = last.text.endswith(_ENDS[:3])
    return ended and line.text[:1].isupper() and not measured.is_indented(before[0], edge)


def _hangs(line: Line, first: Line) -> bool:
    """Whether a line begins below the words behind the number that a paragraph begins with."""
    length = 0
    for before, piece in pairwise(first.pieces):
        length += len(before.text)
        if length > _LONGEST_NUMBER:
            break
        if piece.spaced and abs(piece.left - line.left) < _NEAR * line.size:
            return True
    return False
