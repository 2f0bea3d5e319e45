"""The signs of inline markup in a paragraph: emphasis, escapes, entities, tags, note marks, comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from linter.model.document import Style
from linter.model.values import NamedTuple, dataclass, field
from linter.readers.emphasis import Run, make_run, pair

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


class Token(NamedTuple):
    """A sign at ``[start, end)`` of the source; ``style`` numbers the style that a tag opens or closes."""

    kind: str
    start: int
    end: int
    value: str = ""
    run: Run | None = None
    style: int = -1


def tokenize(setting: Setting, stretches: list[Stretch]) -> tuple[list[Token], list[Style]]:
    """The signs of one paragraph in order, and the styles that its emphasis and tags set, by number."""
    pattern = _pattern(_IN_MARKDOWN if setting.markup else _IN_TEXT)
    tokens: list[Token] = []
    for stretch in stretches:
        _tokenize(setting, pattern, stretch, tokens)
    if any(token.kind == "def" for token in tokens):
        tokens = _with_definition_ends(setting.text, tokens, stretches[-1].end)
    styles = pair([token.run for token in tokens if token.run])
    return (_pair_tags(tokens, styles) if setting.markup else tokens), styles


@cache
def _pattern(expression: str) -> re.Pattern[str]:
    """Compile a pattern when it is first needed; a run mostly needs one of the two."""
    return re.compile(expression)


def _tokenize(setting: Setting, pattern: re.Pattern[str], stretch: Stretch, tokens: list[Token]) -> None:
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


def _tokens(setting: Setting, kind: str, match: re.Match[str], stretch: Stretch) -> Iterator[Token]:
    """The tokens that a match of the pattern stands for; none where it is text."""
    start, end = match.span()
    if kind == "run":
        run = make_run(setting.text, start, end, stretch.start, stretch.end)
        yield Token(kind, start, end, run=run)
    elif kind == "supnote" and not _is_note(setting, match[0][5:-6].strip(" \\"), start):
        yield Token("tag", start, start + 5, "<sup>")
        yield Token("tag", end - 6, end, "</sup>")
    elif kind == "sup":
        if _is_note(setting, match[0].translate(SUPERSCRIPTS), start):
            yield Token(kind, start, end, match[0])
    elif kind == "comment":
        if start in setting.comments:
            yield Token(kind, start, setting.comments[start])
    elif kind in ("link", "target", "image"):
        yield Token("hidden", start, end)
    else:
        yield Token(kind, start, end, match[0])


def _is_note(setting: Setting, label: str, start: int) -> bool:
    """Whether a raised sign is a note's mark, and not an exponent or an ordinal."""
    if label in setting.known:
        return True
    return not label.isalpha() and not _EXPONENT.search(setting.text[max(start - 3, 0) : start])


def _with_definition_ends(text: str, tokens: list[Token], stop: int) -> list[Token]:
    """Add a token for the bracket that ends each ``[2: …]``; one that nothing ends is text."""
    first = next(token.start for token in tokens if token.kind == "def")
    ends: dict[int, int] = {}
    stack: list[int] = []
    for match in _BRACKET.finditer(text, first, stop):
        if match[0] == "[":
            stack.append(match.start())
        elif stack:
            ends[stack.pop()] = match.start()
    kept: list[Token] = []
    inside = 0
    for token in tokens:
        if token.kind != "def":
            kept.append(token)
        elif token.start in ends and token.start >= inside:
            inside = ends[token.start] + 1
            kept += (token, Token("end", inside - 1, inside))
    return sorted(kept, key=lambda token: token.start)


def _pair_tags(tokens: list[Token], styles: list[Style]) -> list[Token]:
    """Number the tags that open and close a style; an unmatched one of a style is text."""
    opened: dict[Style, list[int]] = {}
    paired: dict[int, int] = {}
    for index, token in enumerate(tokens):
        style = _STYLES.get(tag_name(token)) if token.kind == "tag" else None
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


def tag_name(token: Token) -> str:
    """The name in a tag, in small letters."""
    return token.value.strip("</>").split(None, 1)[0].lower()
