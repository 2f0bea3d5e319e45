"""Read plain text and Markdown: one scanner, with or without inline markup."""

from __future__ import annotations

import re

from linter.model.document import Carries, Document, Label
from linter.model.source import Format, Source, Span
from linter.readers.assembly import Passage, document, number_labels
from linter.readers.inline import Inline, parse
from linter.readers.inline_tokens import SUPERSCRIPTS, Setting
from linter.readers.loose_notes import loose_notes
from linter.readers.scanner import Group, Scanner, directive_words

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
    scanner = Scanner(setting)
    scanner.scan()
    passages: list[Passage] = []
    for group in scanner.groups:
        passages += _passages(setting, group)
    passages = loose_notes(number_labels(passages))
    source = Source(path, format, text, encoding)
    return document(source, passages, Carries(markup, True, True), list(scanner.trailing))


def _passages(setting: Setting, group: Group) -> list[Passage]:
    inline = parse(setting, group.stretches)
    passages = []
    start = group.start
    for words in inline.blocks:
        if not words.text:
            continue
        passage = Passage(
            group.kind, words, Span(start, max(words.span.end, start)), None, group.level, group.hint
        )
        passage.indent = group.indent
        if group.note:
            passage.label = Label(group.note.label, group.note.source, group.note.automatic)
        passages.append(passage)
        start = words.span.end
    _attach(setting, group, inline, passages)
    passages += [
        Passage("note", words, words.span, Label(label, None, automatic=True))
        for label, words, _ in inline.notes
    ]
    return passages


def _attach(setting: Setting, group: Group, inline: Inline, passages: list[Passage]) -> None:
    """Give the first passage the directives that stand before or in it."""
    if passages:
        passages[0].directives += group.directives
        for span in inline.comments:
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
