"""Whether a line goes on with the paragraph of the line before, or begins a new one.

A person sees it by the width of the text, the indentation, the end of one line and the beginning of the next.
"""

from __future__ import annotations

import re
from itertools import pairwise

from linter.model.values import dataclass
from linter.readers.labels import find_label
from linter.readers.lines import Line, indentation

_NARROWEST, _WIDEST = 40, 132
_SHORT = 60
_BEGINNING = re.compile(r"[*_~\[(\"'“‘«<\\\s]*")
LONE_LABEL = re.compile(r"(?:\d{1,3}\.|\([a-z]{1,4}\))\Z")
_BEGINNING_MARKS = re.compile(r"^[*_]+(?=[\w(])")
_ORGAN_LINE = re.compile(r"[*_]*(?:The|La|Le|L[’']) ?[A-Z][^,;:.]{3,60},[*_]*\Z")
# How delegates of Model United Nations head their drafts, a line each.
_HEADED = re.compile(
    r"[*_]*(?:(?:main |co-?)?(?:sponsor|submitter|author)s?|signator(?:y|ies)|submitted (?:by|to)"
    r"|forum|committee|question of|topic)[*_]*\s?:",
    re.IGNORECASE,
)
_EMPHASIS = ("*", "_", "<i>", "<em>", "<b>", "<strong>")
_LAST_WORD = re.compile(r"([^\W\d_]+)[*_]*\Z")
_REFERRING = re.compile(
    r"(?:paragraphs?|articles?|sections?|items?|annex|chapters?|rules?|resolutions?|decisions?|nos?\.|"
    r"chaps?\.|paras?\.|and|or|to|in|of|with|the|\d)[*_]*\Z",
    re.IGNORECASE,
)
_LINKING = frozenset(("with", "from", "that", "into", "upon", "which", "their", "this",
                      "dans", "pour", "avec", "entre"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How the lines of a file are broken.

    ``width`` is where lines of plain text end, 0 when a line is a paragraph. In Markdown a line end is a
    space unless both lines show that it is none, whatever the width: what a line is may not depend on
    how the others are broken.
    """

    width: int
    markup: bool

    def begins_paragraph(self, text: str, before: Line, line: Line, *, all_short: bool, hard: bool) -> bool:
        """Whether ``line`` begins a paragraph though no blank line stands before it.

        ``all_short`` tells that the lines before in the paragraph are short ones; ``hard`` that the line
        before ends in a forced line break.
        """
        head = text[line.first : min(line.end, line.first + 64)]
        tail = text[max(before.first, before.end - 64) : before.end]
        if LONE_LABEL.match(tail) and before.end - before.first == len(tail):
            return False
        if find_label(_BEGINNING_MARKS.sub("", head)) or LONE_LABEL.match(head):
            return not (self._full(text, before, line) and _REFERRING.search(tail))
        if _starts_low(head):
            return not self.markup and self._stays_apart(tail, before)
        if _ends_open(tail):
            return False
        if hard or _HEADED.match(head) or _ORGAN_LINE.match(text, line.first, line.end):
            return True
        end = tail.rstrip("*_")[-1:]
        if self.markup:
            return self._begins_in_markdown(head, end, before, all_short)
        return self._begins_in_text(text, end, before, line, all_short)

    def _begins_in_markdown(self, head: str, end: str, before: Line, all_short: bool) -> bool:
        ended = end in ",;:.]"
        if ended and (head.startswith(_EMPHASIS) or before.end - before.first > _WIDEST):
            return True
        return all_short and end != ","

    def _begins_in_text(self, text: str, end: str, before: Line, line: Line, all_short: bool) -> bool:
        if indentation(text, line) >= indentation(text, before) + 2 and not _labelled(text, before):
            return True
        if self.width and text[line.first].isdigit():
            return all_short and end != ","
        if self._full(text, before, line):
            return False
        return end in ",;:.]" or not self.width or all_short

    def is_short(self, line: Line) -> bool:
        """Whether a line is as short as those of a masthead."""
        limit = min(_SHORT, self.width * 7 // 10) if self.width and not self.markup else _SHORT
        return line.end - line.first < limit

    def _stays_apart(self, tail: str, before: Line) -> bool:
        return not self.width and (before.end - before.first > 2 * _SHORT or tail[-1] in ",;:.]")

    def _full(self, text: str, before: Line, line: Line) -> bool:
        """Whether the first word of ``line`` would not have fitted into the line before."""
        if self.markup:
            return before.end - before.first >= _NARROWEST
        stop = text.find(" ", line.first, line.end)
        word = (stop if stop >= 0 else line.end) - line.first
        return 0 < self.width < before.end - before.first + 1 + word


def measure(text: str, lines: list[Line], *, markup: bool) -> Wrapping:
    """Find out at what width the lines of a file are wrapped, if they are."""
    if markup:
        return Wrapping(0, markup=True)
    widths, low = [], 0
    for before, line in pairwise(lines):
        if before.blank or line.blank:
            continue
        widths.append(before.end - before.first)
        low += _starts_low(text[line.first : line.first + 8])
    if not widths or low * 10 < len(widths) * 3:
        return Wrapping(0, markup=False)
    width = sorted(widths)[len(widths) * 9 // 10]
    return Wrapping(width if _NARROWEST <= width <= _WIDEST else 0, markup=False)


def _starts_low(head: str) -> bool:
    match = _BEGINNING.match(head)
    position = match.end() if match else 0
    return head[position : position + 1].islower()


def _ends_open(tail: str) -> bool:
    """Whether a line ends in a word that cannot end a paragraph: "the", "of", "with"."""
    match = _LAST_WORD.search(tail)
    if match is None:
        return False
    word = match[1]
    return word.islower() and (len(word) <= 3 or word in _LINKING)


def _labelled(text: str, line: Line) -> bool:
    return find_label(text[line.first : min(line.end, line.first + 64)]) is not None
