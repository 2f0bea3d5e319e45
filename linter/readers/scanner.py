"""Paragraphs, headings, notes and table cells of a text or Markdown file, as ranges of its lines."""

from __future__ import annotations

import re

from linter.model.document import BlockKind
from linter.model.source import Span
from linter.model.values import dataclass, field
from linter.readers.inline_tokens import SUPERSCRIPTS, Setting, Stretch
from linter.readers.labels import find_label
from linter.readers.limits import refuse_crowd
from linter.readers.lines import Line, indentation, split_lines
from linter.readers.wrapping import Wrapping, measure

_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)")
_RULE = re.compile(r"(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|\*{3,})\Z")
_SETEXT = re.compile(r"(?:={3,}|-{3,})\Z")
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_BULLET = re.compile(r"[-+*•–][ \t]+(?=\S)")
_TEXT_BULLET = re.compile(r"(?:[-•–·●][ \t]+)(?=\S)")
_DEFINITION = re.compile(r"\[\^([^\]\s\[]{1,80})\]:[ \t]*")
_RAISED = re.compile(
    r"(?:(?P<sup>[⁰¹²³⁴-⁹]{1,3})|<sup>\s*\\?(?P<tag>\d{1,3}|\*{1,3}|[a-z])\s*</sup>)[ \t]*(?=\S)"
)
_CELL = re.compile(r"(?:\\.|[^|\\])+")
_TABLE_RULE = re.compile(r"[|:\- \t]+\Z")
_FRONT_LINE = re.compile(r"(?:[\w-]+:.*|[ \t]+.*|- .*|#.*|)\Z")
_DIRECTIVE = re.compile(r"<!--\s*resolint:(.*)-->\Z", re.DOTALL)


@dataclass(slots=True)
class Definition:
    """That a group is the text of a note: its label as shown, and where that stands."""

    label: str
    source: Span | None
    automatic: bool


@dataclass(slots=True)
class Group:
    """The lines of a paragraph, heading, note or cell."""

    kind: BlockKind
    start: int
    indent: int
    stretches: list[Stretch]
    level: int = 0
    hint: str = ""
    note: Definition | None = None
    directives: list[tuple[str, Span]] = field(default_factory=list)


class Scanner:
    """Reads a file line by line; ``groups`` are what it found, ``trailing`` directives with nothing after."""

    def __init__(self, setting: Setting, path: str) -> None:
        self._setting = setting
        self._path = path
        self._text = setting.text
        self._lines = list(split_lines(setting.text))
        self._wrapping: Wrapping = measure(setting.text, self._lines, markup=setting.markup)
        self._group: Group | None = None
        self._last: Line | None = None
        self._short = True
        self._splits = False
        self._quoted = ""
        self.groups: list[Group] = []
        self.trailing: list[tuple[str, Span]] = []

    def scan(self) -> None:
        """Read all lines."""
        index = _front_matter(self._text, self._lines) if self._setting.markup else 0
        resume = 0
        for line in self._lines[index:]:
            if line.end > resume or line.blank:
                resume = max(
                    self._line(line if line.first >= resume else _after(self._text, line, resume)), resume
                )
        self._flush()

    def _line(self, line: Line) -> int:
        """Read one line; returns where the last of the comments that begin it ends, else 0."""
        resume = 0
        if self._setting.markup:
            while line.first in self._setting.comments and not line.blank:
                resume = self._comment(line)
                line = _after(self._text, line, resume)
            line = line if line.blank else self._quote(line)
        if line.blank:
            if not resume:
                self._blank(line)
        elif not self._setting.markup or not self._block_markup(line):
            self._words(line)
        return resume

    def _blank(self, line: Line) -> None:
        if self._group and self._group.note:
            self._last = line
            return
        self._flush()

    def _comment(self, line: Line) -> int:
        """Pass over a comment, keeping it when it is meant for resolint; returns its end."""
        end = self._setting.comments[line.first]
        self._flush()
        words = directive_words(self._text[line.first : end])
        if words is not None:
            self.trailing.append((words, Span(line.first, end)))
        return end

    def _quote(self, line: Line) -> Line:
        match = _QUOTE.match(self._text, line.first, line.end)
        hint = "blockquote" if match else ""
        if hint != self._quoted:
            self._flush()
            self._quoted = hint
        if match is None:
            return line
        return _after(self._text, line, match.end())

    def _block_markup(self, line: Line) -> bool:
        """Read what only Markdown has in a line of its own; tells whether the line is dealt with."""
        text, first = self._text, line.first
        character = text[first]
        if character == "#":
            return self._heading(line)
        if character in "=-" and _SETEXT.match(text, first, line.end) and self._underlined():
            return True
        if character in "-_*" and _RULE.match(text, first, line.end):
            self._flush()
            return True
        if character == "|" and line.end - first > 1:
            self._row(line)
            return True
        if character == "[":
            definition = _DEFINITION.match(text, first, line.end)
            if definition:
                shown = self._setting.shown.get(definition[1], definition[1])
                self._begin_note(line, definition.end(), Definition(shown, None, automatic=True))
                return True
        return False

    def _underlined(self) -> bool:
        """Make the line before a heading, where it can be one: a sentence above a rule stays a sentence."""
        group, last = self._group, self._last
        if group is None or last is None or group.kind != "paragraph" or len(group.stretches) > 1:
            return False
        if self._text[last.end - 1] in ".,;:]":
            return False
        group.kind = "heading"
        group.level = 1 if self._text[last.next : last.next + 80].lstrip().startswith("=") else 2
        self._flush()
        return True

    def _heading(self, line: Line) -> bool:
        match = _HEADING.match(self._text, line.first, line.end)
        if match is None:
            return False
        self._flush()
        content = self._text[match.end() : line.end]
        closed = content.rstrip("#")
        if len(closed) < len(content) and (not closed or closed[-1] in " \t"):
            content = closed.rstrip()
        if content:
            self._begin("heading", line, match.end(), match.end() + len(content))
            self.groups[-1].level = len(match[1])
            self._flush()
        return True

    def _row(self, line: Line) -> None:
        self._flush()
        if _TABLE_RULE.match(self._text, line.first, line.end):
            return
        for match in _CELL.finditer(self._text, line.first, line.end):
            cell = _trim(self._text, *match.span())
            if cell.start < cell.end:
                self._begin("cell", line, cell.start, cell.end)
                self.groups[-1].start = cell.start
                self._flush()

    def _words(self, line: Line) -> None:
        text = self._text
        bullet = (_BULLET if self._setting.markup else _TEXT_BULLET).match(text, line.first, line.end)
        if bullet and text.startswith("* *", line.first):
            bullet = None
        first = bullet.end() if bullet else line.first
        raised = _RAISED.match(text, first, line.end)
        if raised:
            kind = "sup" if raised["sup"] else "tag"
            shown = raised[kind].translate(SUPERSCRIPTS)
            self._begin_note(line, raised.end(), Definition(shown, Span(*raised.span(kind)), automatic=False))
        elif bullet or self._begins(line):
            self._flush()
            self._begin("paragraph", line, first, line.end)
            self.groups[-1].hint = "li" if bullet else self._quoted
        else:
            self._continue(line)

    def _begins(self, line: Line) -> bool:
        group, last = self._group, self._last
        if group is None or last is None:
            return True
        if group.note and last.blank:
            return not (group.note.automatic and indentation(self._text, line) >= 2)
        hard = self._setting.markup and _forced_break(self._text, last)
        if not self._wrapping.begins_paragraph(self._text, last, line, all_short=self._short, hard=hard):
            return False
        if group.note or find_label(self._text[line.first : min(line.end, line.first + 64)].lstrip("*_")):
            return True
        self._splits = True
        return False

    def _begin_note(self, line: Line, first: int, definition: Definition) -> None:
        self._flush()
        self._begin("note", line, first, line.end)
        self.groups[-1].note = definition

    def _begin(self, kind: BlockKind, line: Line, first: int, end: int) -> None:
        group = Group(kind, line.first, indentation(self._text, line), [Stretch(first, end)])
        group.directives, self.trailing = self.trailing, []
        self._group, self._last, self._short = group, line, self._wrapping.is_short(line)
        self.groups.append(group)
        refuse_crowd(len(self.groups), self._path)

    def _continue(self, line: Line) -> None:
        group, last, text = self._group, self._last, self._text
        if group is None or last is None:
            return
        stretch = group.stretches[-1]
        if self._setting.markup and _backslash(text, last) and stretch.end == last.end:
            group.stretches[-1] = stretch._replace(end=last.end - 1)
        group.stretches.append(Stretch(line.first, line.end, self._splits))
        self._short = self._wrapping.is_short(line) and (self._short or self._splits)
        self._splits = False
        self._last = line

    def _flush(self) -> None:
        self._group = self._last = None


def directive_words(comment: str) -> str | None:
    """What a comment says to resolint, None when it is for others."""
    match = _DIRECTIVE.match(comment)
    return match[1].strip() if match else None


def _after(text: str, line: Line, position: int) -> Line:
    """The rest of a line from ``position`` on."""
    while position < line.end and text[position].isspace():
        position += 1
    return Line(line.start, position, line.end, line.next)


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _backslash(text: str, line: Line) -> bool:
    words = text[max(line.first, line.end - 8) : line.end]
    return (len(words) - len(words.rstrip("\\"))) % 2 == 1


def _forced_break(text: str, line: Line) -> bool:
    tail = text[max(line.first, line.end - 6) : line.end]
    return (
        text.startswith("  ", line.end)
        or tail.endswith(("<br>", "<br/>", "<br />"))
        or _backslash(text, line)
    )


def _front_matter(text: str, lines: list[Line]) -> int:
    """Number of lines of YAML front matter at the head of the file."""
    if not lines or text[lines[0].start : lines[0].end] != "---":
        return 0
    for index, line in enumerate(lines[1:], 1):
        content = text[line.start : line.end]
        if content in ("---", "..."):
            return index + 1 if index > 1 else 0
        if not _FRONT_LINE.match(content):
            return 0
    return 0
