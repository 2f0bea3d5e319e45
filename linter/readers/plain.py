"""Read plain text and Markdown: one scanner, with or without inline markup."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from linter.model.document import Carries, Document, Label
from linter.model.source import Format, Source, Span
from linter.model.values import NamedTuple
from linter.readers.assembly import Passage, document, number_labels, split_label
from linter.readers.inline import parse
from linter.readers.inline_tokens import SUPERSCRIPTS, Setting, Stretch
from linter.readers.loose_notes import loose_notes
from linter.readers.scanner import Group, Scanner, directive_words
from linter.readers.words import Words, moved, moved_span

_MARKUP = re.compile(
    r"(?<![\w*])\*{1,3}(?=[^\W\d_])[^*\n]{0,300}[^\s*]\*{1,3}(?![\w*])"
    r"|(?<!\w)_(?=[^\W\d_])[^_\n]{0,200}[^\W_][,.;:]?_(?!\w)"
    r"|^\#{1,6}[ \t]+\S.{3}|\[\^[^\]\s]{1,80}\]|<(?:sup|i|em|b|strong)>|<!--",
    re.MULTILINE,
)
_RAISED_DEFINITION = re.compile(
    r"^[ \t>*+-]*(?:([⁰¹²³⁴-⁹]{1,3})|<sup>\s*\\?(\d{1,3}|\*{1,3}|[a-z])\s*</sup>)", re.MULTILINE
)
_REFERENCE = re.compile(r"\[\^([^\]\s\[]{1,80})\](?!:)")
_LINE_END = re.compile(r"[\r\n]")
_LARGEST, _LONGEST = 500_000, 10_000  # characters of a file, and a paragraph, worth remembering
_BEFORE = 4  # characters before a paragraph that may tell what a raised figure at its head is
_SIMPLE_NAME = re.compile(r"(?:\d{1,3}|\*{1,3})\Z")


def shows_markup(text: str) -> bool:
    """Whether a text shows emphasis, headings or notes in the manner of Markdown."""
    return _MARKUP.search(text) is not None


def read_lines(text: str, path: str, encoding: str, format: Format) -> Document:  # noqa: A002
    """Read ``text``, already decoded, as "text" or "markdown"."""
    markup = format == "markdown"
    setting = Setting(
        text, markup, _comments(text) if markup else {}, _known(text), _shown(text) if markup else {}
    )
    scanner = Scanner(setting, path)
    scanner.scan()
    passages: list[Passage] = []
    for group in scanner.groups:
        passages += _passages(setting, group)
    passages = loose_notes(number_labels(passages))
    source = Source(path, format, text, encoding)
    return document(source, passages, Carries(markup, True, True), list(scanner.trailing))


def _passages(setting: Setting, group: Group) -> list[Passage]:
    read, by = _read(setting, group)
    passages = []
    start = group.start
    for label, words in read.blocks:
        if not words.text:
            continue
        here = moved(words, by)
        passage = Passage(
            group.kind, here, Span(start, max(here.span.end, start)), None, group.level, group.hint
        )
        passage.indent = group.indent
        if label is not None:
            passage.label = Label(label.text, moved_span(label.source, by), label.automatic)
        if group.note:
            passage.label = Label(group.note.label, group.note.source, group.note.automatic)
        passages.append(passage)
        start = here.span.end
    _attach(setting, group, read.comments, passages)
    for name, words in read.notes:
        here = moved(words, by)
        passages.append(Passage("note", here, here.span, Label(name, None, automatic=True)))
    return passages


class _Read(NamedTuple):
    """What stands in a group: words with the labels before them, notes defined inside, comments."""

    blocks: tuple[tuple[Label | None, Words], ...]
    notes: tuple[tuple[str, Words], ...]
    comments: tuple[Span, ...]


class _Piece(NamedTuple):
    """A part of the source, and all that its meaning depends on."""

    source: str
    stretches: tuple[Stretch, ...]
    labelled: bool
    markup: bool
    known: frozenset[str]
    shown: tuple[tuple[str, str], ...]


def _read(setting: Setting, group: Group) -> tuple[_Read, int]:
    """What stands in a group, and where the source begins that it is told in terms of."""
    text, labelled = setting.text, group.kind in ("paragraph", "heading")
    start, end = max(group.start - _BEFORE, 0), group.stretches[-1].end
    most = start + _LONGEST
    if len(text) > _LARGEST or end > most:
        return _parsed(setting, group.stretches, labelled), 0
    line_end = _LINE_END.search(text, end, most + 1)
    source = text[start : line_end.start() if line_end else most + 1]
    if len(source) > _LONGEST or (setting.markup and "<!--" in source):
        return _parsed(setting, group.stretches, labelled), 0
    stretches = tuple(Stretch(one.start - start, one.end - start, one.splits) for one in group.stretches)
    names = _REFERENCE.findall(source) if setting.shown else ()
    shown = tuple((name, setting.shown[name]) for name in names)
    return _remembered(_Piece(source, stretches, labelled, setting.markup, setting.known, shown)), start


@lru_cache(maxsize=2048)
def _remembered(piece: _Piece) -> _Read:
    """What stands in a piece: an editor shows the same paragraphs at each keystroke."""
    setting = Setting(piece.source, piece.markup, {}, piece.known, dict(piece.shown))
    return _parsed(setting, list(piece.stretches), piece.labelled)


def _parsed(setting: Setting, stretches: list[Stretch], labelled: bool) -> _Read:
    inline = parse(setting, stretches)
    blocks = (split_label(words) if labelled else (None, words) for words in inline.blocks)
    notes = ((label, words) for label, words, _ in inline.notes)
    return _Read(tuple(blocks), tuple(notes), tuple(inline.comments))


def _attach(setting: Setting, group: Group, comments: Iterable[Span], passages: list[Passage]) -> None:
    """Give the first passage the directives that stand before or in it."""
    if passages:
        passages[0].directives += group.directives
        for span in comments:
            said = directive_words(setting.text[span.start : span.end])
            if said is not None:
                passages[0].directives.append((said, span))


def _comments(text: str) -> dict[int, int]:
    """Start and end of each comment."""
    found = {}
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            break
        found[start] = end + 3
        start = text.find("<!--", end + 3)
    return found


def _known(text: str) -> frozenset[str]:
    """Labels of the notes whose definitions begin with a raised sign."""
    found = _RAISED_DEFINITION.findall(text)
    return frozenset((raised or tag).translate(SUPERSCRIPTS) for raised, tag in found)


def _shown(text: str) -> dict[str, str]:
    """Numbers under which Markdown's own notes are shown, where their names are words: their order."""
    names = list(dict.fromkeys(_REFERENCE.findall(text)))
    if all(_SIMPLE_NAME.match(name) for name in names):
        return {}
    return {name: str(number) for number, name in enumerate(names, 1)}
