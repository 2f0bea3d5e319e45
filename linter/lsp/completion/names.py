"""Official names of countries, bodies and instruments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lsprotocol import types

from linter.lsp.completion.place import Offer, Place
from linter.model.fold import fold
from linter.model.values import NamedTuple
from linter.tables.names import countries, entities, instruments

_WORD = re.compile(r"[^\W_][\w’'-]*")
_WORDS = 8
_LEAST = 3
_LISTED = ("sponsors", "vote", "masthead")


class _Name(NamedTuple):
    """A name and what one may type for it; ``listed`` is its form in a list of countries."""

    folded: str
    typed: str
    text: str
    listed: str
    detail: str


def offers(place: Place) -> Iterator[Offer]:
    """The names that begin with the last words at the place, as many of them as fit."""
    line = place.before.rpartition("\n")[2]
    starts = [match.start() for match in _WORD.finditer(line)][-_WORDS:]
    block = place.reading.block_at(place.offset)
    listed = block is not None and place.reading.element(block).role in _LISTED
    for start in starts:
        typed = line[start:]
        if typed[0].isupper() and len(typed) >= _LEAST:
            found = list(_beginning(place, line[:start], typed, listed))
            if found:
                yield from found
                return


def _beginning(place: Place, before: str, typed: str, listed: bool) -> Iterator[Offer]:
    folded = fold(typed)
    acronym = typed.isupper()
    for name in _names(place.words.language):
        text = name.listed if listed else name.text
        if name.folded.startswith(folded) and name.typed.isupper() <= acronym and typed != text:
            if before.rstrip().lower().endswith("the"):
                text = text.removeprefix("the ")
            yield Offer(
                text, text, place.back(len(typed)), name.typed, types.CompletionItemKind.Constant, name.detail
            )


@cache
def _names(language: str) -> tuple[_Name, ...]:
    return tuple(_countries(language)) + tuple(_bodies(language)) + tuple(_instruments(language))


def _countries(language: str) -> Iterator[_Name]:
    for country in countries(language):
        typed = country.text.removeprefix("the ")
        yield _Name(fold(typed), typed, country.text, country.name, "country")


def _bodies(language: str) -> Iterator[_Name]:
    for body in entities(language):
        detail = "; ".join(filter(None, (", ".join(body.acronyms), ", then ".join(body.short[:1]))))
        for typed in (body.name, *body.acronyms):
            yield _Name(fold(typed), typed, body.name, body.name, detail or "body")


def _instruments(language: str) -> Iterator[_Name]:
    for text in instruments(language):
        for typed in (text.name, *text.acronyms):
            yield _Name(fold(typed), typed, text.name, text.name, text.cite or text.date or "instrument")
