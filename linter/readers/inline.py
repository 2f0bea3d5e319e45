"""Inline markup of one paragraph: emphasis, escapes, entities, tags, note marks, comments.

``parse`` turns the source ranges of a paragraph's lines into one or more ``Words``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from linter.model.document import NoteMark, Style
from linter.model.source import Span
from linter.model.values import dataclass, field
from linter.readers.emphasis import Run, make_run, pair
from linter.readers.sink import Sink, verbatim
from linter.readers.words import Words

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# Both begin with the class of all first characters, which lets the search skip the words between.
_IN_TEXT = (
    r"[\[⁰¹²³⁴-⁹](?:(?P<sup>(?<!\[)[⁰¹²³⁴-⁹]*)"
    r"|(?P<word>(?<=\[)footnoteRef:\d{1,4}\])|(?P<def>(?<=\[)\d{1,4}:\s))"
)
_IN_MARKDOWN = (
    r"[\\&*_~<\[\]!⁰¹²³⁴-⁹](?:"
    r"(?P<run>(?<=\*)\**|(?<=_)_*|(?<=~)~+)"
    r"|(?P<escape>(?<=\\)[!-/:-@\[-`{-~])"
    r"|(?P<entity>(?<=&)(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<supnote>(?<=<)sup>\s*(?:\d{1,3}|\\?\*{1,3}|[a-z])\s*</sup>)"
    r"|(?P<tag>(?<=<)/?[A-Za-z][A-Za-z0-9]{0,9}(?:\s[^<>]{0,1000})?/?>)"
    r"|(?P<comment>(?<=<)!--)"
    r"|(?P<link>(?<=\[)(?=[^\[\]^\n][^\[\]\n]{0,300}\]\([^()\s]{0,500}[/#:@][^()\s]{0,500}\)))"
    r"|(?P<target>(?<=\])\([^()\s]{0,1001}\))"
    r"|(?P<image>(?<=!)\[[^\[\]\n]{0,300}\]\([^()\n]{0,500}\))"
    r"|(?P<ref>(?<=\[)\^[^\]\s\[]{1,80}\])"
    r"|(?P<word>(?<=\[)footnoteRef:\d{1,4}\])"
    r"|(?P<def>(?<=\[)\d{1,4}:\s)"
    r"|(?P<sup>(?<=[⁰¹²³⁴-⁹])[⁰¹²³⁴-⁹]*))"
)
_STYLES: dict[str, Style] = {
    "i": "italic", "em": "italic", "b": "bold", "strong": "bold", "sup": "superscript",
    "u": "underline", "ins": "underline", "s": "strike", "del": "strike",
}  # fmt: skip
_INVISIBLE = frozenset(
    ("p", "div", "span", "center", "font", "small", "sub", "a", "mark", "section", "img", "hr")
)
_COMMON_ENTITIES = {"&nbsp;": "\u00a0", "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"'}
_BRACKET = re.compile(r"[\[\]]")
_EXPONENT = re.compile(r"(?:\d|\b(?:[kcm]?m|ha|CO))\Z")


class Stretch(NamedTuple):
    """One line of a paragraph: its words in the source, and whether a new block begins with it."""

    start: int
    end: int
    splits: bool = False


@dataclass(slots=True)
class Setting:
    """What inline reading needs to know of the whole file.

    ``comments`` are start and end of every comment; ``known`` the labels of notes defined somewhere,
    ``shown`` the numbers under which Markdown's own notes are shown, by name.
    """

    text: str
    markup: bool
    comments: dict[int, int] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    shown: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Inline:
    """What a paragraph's inline markup says.

    ``notes`` are definitions that stood inside the line, as (label, words, range of the label);
    ``comments`` the ranges of comments.
    """

    blocks: list[Words]
    notes: list[tuple[str, Words, Span]] = field(default_factory=list)
    comments: list[Span] = field(default_factory=list)


class _Token(NamedTuple):
    kind: str
    start: int
    end: int
    value: str = ""
    run: Run | None = None
    style: int = -1


def parse(setting: Setting, stretches: list[Stretch]) -> Inline:
    """Read the lines of one paragraph; a stretch that splits begins the next ``Words``."""
    pattern = _pattern(_IN_MARKDOWN if setting.markup else _IN_TEXT)
    tokens: list[_Token] = []
    for stretch in stretches:
        _tokenize(setting, pattern, stretch, tokens)
    if not tokens and len(stretches) == 1:
        return Inline([verbatim(setting.text, stretches[0].start, stretches[0].end)])
    if any(token.kind == "def" for token in tokens):
        tokens = _with_definition_ends(setting.text, tokens, stretches[-1].end)
    styles = pair([token.run for token in tokens if token.run])
    tokens = _pair_tags(tokens, styles) if setting.markup else tokens
    return _Builder(setting, styles).build(stretches, tokens)


@cache
def _pattern(expression: str) -> re.Pattern[str]:
    """Compile a pattern when it is first needed; a run mostly needs one of the two."""
    return re.compile(expression)


def _tokenize(setting: Setting, pattern: re.Pattern[str], stretch: Stretch, tokens: list[_Token]) -> None:
    resume = tokens[-1].end if tokens else 0
    link_end = -1
    for match in pattern.finditer(setting.text, max(stretch.start, resume), stretch.end):
        kind = match.lastgroup or ""
        if match.start() < resume or (kind == "target" and match.start() != link_end):
            continue
        if kind == "link":
            link_end = setting.text.index("]", match.end())
        for token in _tokens(setting, kind, match, stretch):
            tokens.append(token)
            resume = token.end


def _tokens(setting: Setting, kind: str, match: re.Match[str], stretch: Stretch) -> Iterator[_Token]:
    """The tokens that a match of the pattern stands for; none where it is text."""
    start, end = match.span()
    if kind == "run":
        run = make_run(setting.text, start, end, stretch.start, stretch.end)
        yield _Token(kind, start, end, run=run)
    elif kind == "supnote" and not _is_note(setting, match[0][5:-6].strip(" \\"), start):
        yield _Token("tag", start, start + 5, "<sup>")
        yield _Token("tag", end - 6, end, "</sup>")
    elif kind == "sup":
        if _is_note(setting, match[0].translate(SUPERSCRIPTS), start):
            yield _Token(kind, start, end, match[0])
    elif kind == "comment":
        if start in setting.comments:
            yield _Token(kind, start, setting.comments[start])
    elif kind in ("link", "target", "image"):
        yield _Token("hidden", start, end)
    else:
        yield _Token(kind, start, end, match[0])


def _is_note(setting: Setting, label: str, start: int) -> bool:
    """Whether a raised sign is a note's mark, and not an exponent or an ordinal."""
    if label in setting.known:
        return True
    return not label.isalpha() and not _EXPONENT.search(setting.text[max(start - 3, 0) : start])


def _with_definition_ends(text: str, tokens: list[_Token], stop: int) -> list[_Token]:
    """Add a token for the bracket that ends each ``[2: …]``; one that nothing ends is text."""
    first = next(token.start for token in tokens if token.kind == "def")
    ends: dict[int, int] = {}
    stack: list[int] = []
    for match in _BRACKET.finditer(text, first, stop):
        if match[0] == "[":
            stack.append(match.start())
        elif stack:
            ends[stack.pop()] = match.start()
    kept: list[_Token] = []
    inside = 0
    for token in tokens:
        if token.kind != "def":
            kept.append(token)
        elif token.start in ends and token.start >= inside:
            inside = ends[token.start] + 1
            kept += (token, _Token("end", inside - 1, inside))
    return sorted(kept, key=lambda token: token.start)


def _pair_tags(tokens: list[_Token], styles: list[Style]) -> list[_Token]:
    """Number the tags that open and close a style; an unmatched one of a style is text."""
    opened: dict[Style, list[int]] = {}
    paired: dict[int, int] = {}
    for index, token in enumerate(tokens):
        style = _STYLES.get(_tag_name(token)) if token.kind == "tag" else None
        if style is None:
            continue
        if not token.value.startswith("</"):
            opened.setdefault(style, []).append(index)
        elif opened.get(style):
            paired[index] = paired[opened[style].pop()] = len(styles)
            styles.append(style)
    if not opened:
        return tokens
    return [
        token._replace(style=paired[index]) if index in paired else token
        for index, token in enumerate(tokens)
    ]


def _tag_name(token: _Token) -> str:
    return token.value.strip("</>").split(None, 1)[0].lower()


class _Builder:
    """Turns tokens into words, in one pass over the source."""

    def __init__(self, setting: Setting, styles: list[Style]) -> None:
        self._setting = setting
        self._styles = styles
        self._sink = Sink(setting.text)
        self._outer: Sink | None = None
        self._result = Inline([])
        self._definition: tuple[str, int] = ("", 0)

    def build(self, stretches: list[Stretch], tokens: list[_Token]) -> Inline:
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

    def _handle(self, token: _Token) -> int:
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

    def _tag(self, token: _Token) -> int:
        name = _tag_name(token)
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

    def _note(self, token: _Token) -> NoteMark:
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

    def _begin_definition(self, token: _Token) -> None:
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
