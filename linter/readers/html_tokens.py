"""HTML as tokens with exact places, the way a browser cuts it; any text at all is HTML.

The standard library's parser is not used: it takes quadratic time over unclosed tags and comments, stops
at some malformed declarations, and does not say where a tag ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Literal

from linter.model.values import NamedTuple

TokenKind = Literal["text", "entity", "open", "close", "comment", "raw"]

_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>][^\s>]*))?")
_ENDLESS_QUOTE = re.compile(r"\s*=\s*[\"']")
_TAG_END = re.compile(r"[\s/]*>")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_RAW = frozenset({"script", "style", "title", "textarea", "xmp", "noscript", "iframe", "template"})


class Token(NamedTuple):
    """``source[start:end]``: a stretch of text, an entity (``text`` is what it means), a tag or a comment."""

    kind: TokenKind
    start: int
    end: int
    text: str
    attributes: Mapping[str, str] = {}


def tokens(source: str) -> Iterator[Token]:
    """Cut ``source`` into tokens; what a browser drops (declarations, a tag cut off) is left out.

    The content of an element that holds no markup (``style``, ``script`` …) comes as one ``raw`` token
    between its tags.
    """
    position, length = 0, len(source)
    while position < length:
        mark = source.find("<", position)
        if mark < 0:
            mark = length
        if mark > position:
            yield from _text(source, position, mark)
        if mark == length:
            return
        token, position = _markup(source, mark)
        if token is None:
            continue
        yield token
        if token.kind == "open" and token.text in _RAW:
            end = _raw_end(source, position, token.text)
            yield Token("raw", position, end, source[position:end])
            position = end


def _text(source: str, start: int, end: int) -> Iterator[Token]:
    for entity in _ENTITY.finditer(source, start, end) if "&" in source[start:end] else ():
        meaning = unescape(entity[0])
        if meaning == entity[0]:
            continue
        if entity.start() > start:
            yield Token("text", start, entity.start(), source[start : entity.start()])
        yield Token("entity", entity.start(), entity.end(), meaning)
        start = entity.end()
    if end > start:
        yield Token("text", start, end, source[start:end])


def _markup(source: str, mark: int) -> tuple[Token | None, int]:
    """The token that starts at the ``<`` at ``mark``, and where the next one starts."""
    if source.startswith("<!--", mark):
        close = source.find("-->", mark + 4)
        end = len(source) if close < 0 else close + 3
        return Token("comment", mark, end, source[mark + 4 : max(end - 3, mark + 4)]), end
    tag = _TAG.match(source, mark)
    if tag:
        return _tag(source, tag)
    if source[mark + 1 : mark + 2] in ("!", "?", "/"):
        close = source.find(">", mark)
        return None, len(source) if close < 0 else close + 1
    return Token("text", mark, mark + 1, "<"), mark + 1


def _tag(source: str, tag: re.Match[str]) -> tuple[Token | None, int]:
    attributes: dict[str, str] = {}
    position = tag.end()
    while not (end := _TAG_END.match(source, position)):
        attribute = _ATTRIBUTE.match(source, position)
        if not attribute:
            position += 1
            if position >= len(source):
                return None, position
            continue
        if not attribute[2] and _ENDLESS_QUOTE.match(source, attribute.end()):
            return None, len(source)
        attributes.setdefault(attribute[1].lower(), unescape((attribute[2] or "").strip("\"'")))
        position = attribute.end()
    kind: TokenKind = "close" if tag[1] else "open"
    return Token(kind, tag.start(), end.end(), tag[2].lower(), attributes), end.end()


def _raw_end(source: str, position: int, name: str) -> int:
    close = re.compile(f"</{name}(?=[\\s/>])", re.IGNORECASE).search(source, position)
    return close.start() if close else len(source)
