"""Inline markup of one paragraph: emphasis, escapes, entities, tags, note marks, comments.

``parse`` turns the source ranges of a paragraph's lines into one or more ``Words``.
"""

from __future__ import annotations

from linter.model.document import NoteMark, Style
from linter.model.source import Span
from linter.model.values import dataclass, field
from linter.readers.emphasis import Run
from linter.readers.inline_tokens import SUPERSCRIPTS, Setting, Stretch, Token, tag_name, tokenize
from linter.readers.sink import Sink, verbatim
from linter.readers.words import Words

_INVISIBLE = frozenset(
    ("p", "div", "span", "center", "font", "small", "sub", "a", "mark", "section", "img", "hr")
)
_COMMON_ENTITIES = {"&nbsp;": "\u00a0", "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"'}


@dataclass(slots=True)
class Inline:
    """What a paragraph's inline markup says.

    ``notes`` are definitions that stood inside the line, as (label, words, range of the label);
    ``comments`` the ranges of comments.
    """

    blocks: list[Words]
    notes: list[tuple[str, Words, Span]] = field(default_factory=list)
    comments: list[Span] = field(default_factory=list)


def parse(setting: Setting, stretches: list[Stretch]) -> Inline:
    """Read the lines of one paragraph; a stretch that splits begins the next ``Words``."""
    tokens, styles = tokenize(setting, stretches)
    if not tokens and len(stretches) == 1:
        return Inline([verbatim(setting.text, stretches[0].start, stretches[0].end)])
    return _Builder(setting, styles).build(stretches, tokens)


class _Builder:
    """Turns tokens into words, in one pass over the source."""

    def __init__(self, setting: Setting, styles: list[Style]) -> None:
        self._setting = setting
        self._styles = styles
        self._sink = Sink(setting.text)
        self._outer: Sink | None = None
        self._result = Inline([])
        self._definition: tuple[str, int] = ("", 0)

    def build(self, stretches: list[Stretch], tokens: list[Token]) -> Inline:
        index, position = 0, stretches[0].start
        for number, stretch in enumerate(stretches):
            if number:
                self._break(position, stretch)
            position = max(position, stretch.start)
            while index < len(tokens) and tokens[index].start < stretch.end:
                token = tokens[index]
                self._sink.copy(position, token.start)
                position = max(self._handle(token), position)
                index += 1
            if position < stretch.end:
                self._sink.copy(position, stretch.end)
                position = stretch.end
        self._finish()
        return self._result

    def _break(self, position: int, stretch: Stretch) -> None:
        if not stretch.splits or self._outer:
            if position < stretch.start:
                self._sink.line_break(position, stretch.start)
            return
        following = self._sink.successor()
        self._finish()
        self._sink = following

    def _finish(self) -> None:
        if self._outer:
            self._end_definition(self._sink.end)
        self._result.blocks.append(self._sink.words())

    def _handle(self, token: Token) -> int:
        """Carry out a token; returns where the source goes on."""
        sink = self._sink
        if token.kind == "run" and token.run:
            self._delimiters(token.run)
        elif token.kind == "tag":
            return self._tag(token)
        elif token.kind == "escape":
            sink.unit(token.value[1], token.start, token.end)
        elif token.kind == "entity":
            sink.unit(_entity(token.value), token.start, token.end)
        elif token.kind == "comment":
            self._result.comments.append(Span(token.start, token.end))
            return self._past_space(token.end)
        elif token.kind == "def":
            self._begin_definition(token)
        elif token.kind == "end":
            return self._end_definition(token.start)
        elif token.kind == "hidden":
            return self._past_space(token.end)
        else:
            sink.note(self._note(token))
        return token.end

    def _delimiters(self, run: Run) -> None:
        for span, style in run.closes:
            self._sink.close(style, span)
        self._sink.copy(run.start, run.end)
        for span, style in reversed(run.opens):
            self._sink.open(style, self._styles[style], span)

    def _tag(self, token: Token) -> int:
        name = tag_name(token)
        if name == "br":
            end = token.end
            while end < len(self._setting.text) and self._setting.text[end] in " \t":
                end += 1
            self._sink.line_break(token.start, end)
            return end
        if token.style >= 0:
            span = Span(token.start, token.end)
            if token.value.startswith("</"):
                self._sink.close(token.style, span)
            else:
                self._sink.open(token.style, self._styles[token.style], span)
        elif name not in _INVISIBLE:
            self._sink.copy(token.start, token.end)
        return token.end

    def _note(self, token: Token) -> NoteMark:
        source = Span(token.start, token.end)
        if token.kind == "ref":
            name = token.value[2:-1]
            return NoteMark(0, self._setting.shown.get(name, name), None, source, automatic=True)
        if token.kind == "word":
            return NoteMark(0, token.value[len("[footnoteRef:") : -1], None, source, automatic=True)
        label = (
            token.value[5:-6].strip(" \\") if token.kind == "supnote" else token.value.translate(SUPERSCRIPTS)
        )
        return NoteMark(0, label, None, source)

    def _begin_definition(self, token: Token) -> None:
        self._outer, self._sink = self._sink, Sink(self._setting.text)
        self._definition = (token.value[1:].rstrip()[:-1], token.start)

    def _end_definition(self, end: int) -> int:
        """Go back to the words around a definition; returns where the source goes on."""
        if self._outer is None:
            return end + 1
        label, start = self._definition
        words = self._sink.words()
        words.span = Span(start, end + 1)
        self._result.notes.append((label, words, Span(start + 1, start + 1 + len(label))))
        self._sink, self._outer = self._outer, None
        return self._past_space(end + 1)

    def _past_space(self, end: int) -> int:
        """Where the source goes on after something unseen: of the spaces on both sides of it one is seen."""
        return end + 1 if self._setting.text[end : end + 1] == " " and self._sink.ends_in_space else end


def _entity(raw: str) -> str:
    known = _COMMON_ENTITIES.get(raw)
    if known is None:
        from html import unescape

        known = unescape(raw)
    return known
