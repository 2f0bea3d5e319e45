"""Opening phrases at the head of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsprotocol import types

from linter.lsp.completion.place import Offer, Place
from linter.model.changes import Refusal
from linter.model.fold import fold
from linter.model.source import Span
from linter.model.vocabulary import OpeningEntry, OpeningRole
from linter.writers.source_edits import markup_of

_HEAD = re.compile(
    r"""
    [\s>]*
    (?:
      (?: (?P<number> \d{1,3}\\?[.)] | OP\s?\d+(?:\s?bis)?[.:]? ) | (?P<preamble> PP\s?\d+(?:\s?bis)?[.:]? ) )
      \s+
    )?
    (?P<mark> \*{1,2} | _ | <(?:i|em|span\b[^>]*)> )?
    (?P<typed> (?: [^\W\d_] (?: [^\W\d_] | [’' -] )* )? )
    """,
    re.VERBOSE,
)
_ADVERBS = ("also", "further")
_CLOSING = re.compile(r"\*{1,2}|_|</(?:i|em|span)>")


def offers(place: Place) -> Iterator[Offer]:
    """The phrases that begin with what is typed at the head of a paragraph that has an opening."""
    head = _HEAD.fullmatch(place.before) if place.begins else None
    if head is None:
        return
    mark = head["mark"] or ""
    opens, closes = ("", _closing(mark)) if mark else _italics(place)
    closed = _CLOSING.match(place.after) if mark else None
    span = Span(place.offset - len(head["typed"]), place.offset + (closed.end() if closed else 0))
    for role in _roles(place, head):
        for phrase, entry in _phrases(place, role, fold(head["typed"])):
            continued = ", ".join(f"… {word}" for word in entry.then[:3])
            detail = f"{role}{': ' if continued else ''}{continued}"
            text = f"{opens}{phrase}{closes}"
            yield Offer(phrase, text, span, phrase, types.CompletionItemKind.Keyword, detail)


def _closing(mark: str) -> str:
    """What closes italics that were opened with ``mark``."""
    tag = re.match(r"<(\w+)", mark)
    return f"</{tag[1]}>" if tag else mark


def _italics(place: Place) -> tuple[str, str]:
    document = place.reading.document
    if not document.carries.emphasis:
        return "", ""
    try:
        return markup_of(document.source.format).delimiters("italic")
    except Refusal:
        return "", ""


def _roles(place: Place, head: re.Match[str]) -> tuple[OpeningRole, ...]:
    """What the paragraph can be: by its label, else by the paragraphs around it."""
    if head["number"]:
        return ("operative",)
    if head["preamble"]:
        return ("preambular",)
    here = place.offset - len(place.before.lstrip())
    around = ("organ", "preambular", "operative", "subparagraph", "annex", "adoption")
    elements = [element for element in place.reading.resolution.elements if element.role in around]
    before = [element.role for element in elements if element.block.span.end <= here]
    after = [element.role for element in elements if element.block.span.start > place.offset]
    last = before[-1] if before else ""
    if last in ("operative", "subparagraph"):
        return ("operative",)
    if last not in ("organ", "preambular"):
        return ()
    return ("preambular",) if after and after[0] == "preambular" else ("preambular", "operative")


def _phrases(place: Place, role: OpeningRole, typed: str) -> Iterator[tuple[str, OpeningEntry]]:
    organ = place.reading.resolution.organ
    for folded, entries in place.words.openings.items():
        for entry in entries:
            if entry.role != role or (entry.organs and organ not in entry.organs):
                continue
            if folded.startswith(typed):
                yield entry.phrase, entry
            elif repeated := _repeated(folded, entry, typed):
                yield repeated, entry


def _repeated(folded: str, entry: OpeningEntry, typed: str) -> str:
    """The phrase with also or further, where what is typed begins so; else ""."""
    for adverb in _ADVERBS:
        if entry.role == "operative" and typed.startswith(adverb) and f"{adverb} {folded}".startswith(typed):
            return f"{adverb.capitalize()} {entry.phrase[:1].lower()}{entry.phrase[1:]}"
        if typed.startswith(f"{folded} ") and f"{folded} {adverb}".startswith(typed):
            return f"{entry.phrase} {adverb}"
    return ""
