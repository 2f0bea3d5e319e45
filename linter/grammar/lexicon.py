"""The words that our tables know, and a spelling dictionary need not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from linter.model.fold import fold
from linter.tables import vocabulary
from linter.tables.names import abbreviations, countries, entities, instruments
from linter.tables.terms import term_table
from linter.tables.words import further_words

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_TERMS = ("capitals", "hyphenation", "spelling", "wording", "countries", "entities", "instruments")


@cache
def known_words(language: str) -> frozenset[str]:
    """The folded words of all tables of a language, parts of hyphenated ones too."""
    return frozenset(
        word
        for text in _texts(language)
        for match in _WORD.finditer(fold(text))
        for word in (match[0], *match[0].split("-"))
    )


def _texts(language: str) -> Iterator[str]:
    yield from further_words(language)
    for country in countries(language):
        yield from (country.name, country.text)
    for entity in entities(language):
        yield from (entity.name, *entity.short, *entity.acronyms, entity.head)
    for instrument in instruments(language):
        yield from (instrument.name, *instrument.short, *instrument.acronyms)
    words = vocabulary(language)
    yield from (*words.openings, *words.months, *words.ordinals, *(organ.name for organ in words.organs))
    known = abbreviations(language)
    yield from (*known.stand, *known.defined)
    for table in _TERMS:
        yield from (entry.right for entry in term_table(table, language))


def is_known(text: str, language: str) -> bool:
    """Whether all parts of ``text`` are words of the tables."""
    known, folded = known_words(language), fold(text)
    return folded in known or all(part.removesuffix("'s") in known for part in folded.split("-"))
