"""Names of countries, bodies and instruments, and the abbreviations that may stand."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from linter.model.values import dataclass
from linter.tables.source import TableFile, load_table

_KEYS = ("text", "short", "acronym", "head", "date", "cite", "articles")
_LISTS = ("short", "acronym")


@dataclass(frozen=True, slots=True)
class Country:
    """A country: ``name`` as in lists ("Gambia"), ``text`` as in a sentence ("the Gambia")."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A body: ``short`` forms stand after the full name, ``acronyms`` are not for resolutions."""

    name: str
    short: tuple[str, ...]
    acronyms: tuple[str, ...]
    head: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty or text: ``date`` of adoption (ISO or ""), ``cite`` the text of its footnote or "".

    ``articles`` is how many it has, 0 where that is not known.
    """

    name: str
    short: tuple[str, ...]
    acronyms: tuple[str, ...]
    date: str
    cite: str
    articles: int = 0


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Those that may ``stand`` as they are, and those that may once they have been ``defined``."""

    stand: frozenset[str]
    defined: frozenset[str]


@cache
def countries(language: str = "en") -> tuple[Country, ...]:
    """Member and observer States in the order of their list forms."""
    return tuple(Country(name, values.get("text", name)) for name, values in _names("countries", language))


@cache
def entities(language: str = "en") -> tuple[Entity, ...]:
    """Organs, offices, agencies and other bodies."""
    return tuple(
        Entity(name, tuple(v.get("short", ())), tuple(v.get("acronym", ())), v.get("head", ""))
        for name, v in _names("entities", language)
    )


@cache
def instruments(language: str = "en") -> tuple[Instrument, ...]:
    """Treaties, declarations and outcomes of conferences."""
    return tuple(
        Instrument(
            name,
            tuple(v.get("short", ())),
            tuple(v.get("acronym", ())),
            v.get("date", ""),
            v.get("cite", ""),
            int(v.get("articles", 0)),
        )
        for name, v in _names("instruments", language)
    )


@cache
def abbreviations(language: str = "en") -> Abbreviations:
    """The abbreviations that a resolution may hold; none for a language without a table."""
    found = load_table("abbreviations", compile_abbreviations).get(language, {})
    return Abbreviations(frozenset(found.get("stand", ())), frozenset(found.get("defined", ())))


def _names(table: str, language: str) -> list[tuple[str, dict[str, Any]]]:
    # Kept apart from the terms of the same file: each half is loaded by those who need it.
    found: dict[str, dict[str, Any]] = load_table(table, compile_names).get(language, {})
    return list(found.items())


def compile_names(path: Path) -> dict[str, Any]:
    """By language, the names of a table with what is known of each."""
    table = TableFile.read(path)
    found: dict[str, Any] = {}
    for language in table.content:
        found[language] = {}
        for name in table.mapping(language, "names"):
            place = (language, "names", name)
            table.known_keys(_KEYS, *place)
            found[language][name] = {
                key: table.words(*place, key) if key in _LISTS else table.text(*place, key)
                for key in table.mapping(*place)
            }
    return found


def compile_abbreviations(path: Path) -> dict[str, Any]:
    """By language, the abbreviations that may stand and those that may when defined."""
    table = TableFile.read(path)
    for language in table.content:
        table.known_keys(("stand", "defined"), language)
        for group in table.mapping(language):
            table.words(language, group)
    return table.content
