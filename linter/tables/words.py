"""The recogniser's words: openings, organs, months and ordinals of a language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, cast

from linter.model.errors import RuleError
from linter.model.fold import fold
from linter.model.vocabulary import OpeningEntry, OpeningRole, OrganName, VerbClass, Vocabulary
from linter.tables.source import TableFile, load_table, table_path

_GROUPS = {
    "preambular": ("preambular", "statement"),
    "statement": ("operative", "statement"),
    "directive": ("operative", "directive"),
}  # fmt: skip


@cache
def vocabulary(language: str = "en") -> Vocabulary:
    """The words of ``language`` for the recogniser. Raises RuleError when the tables do not have it."""
    openings = _of_language("openings", compile_openings, language)
    calendar = _of_language("calendar", compile_calendar, language)
    return Vocabulary(
        language=language,
        openings=_openings(openings["entries"]),
        before=tuple(openings["before"]),
        after=tuple(openings["after"]),
        organs=tuple(
            OrganName(key, name, tuple(symbols))
            for name, key, symbols in _of_language("organs", compile_organs, language)
        ),
        months=calendar["months"],
        ordinals=calendar["ordinals"],
    )


def _of_language(name: str, compiler: Any, language: str) -> Any:
    table = load_table(name, compiler)
    if language not in table:
        raise RuleError(f"has no words for the language “{language}”", str(table_path(name)))
    return table[language]


@cache
def further_words(language: str = "en") -> tuple[str, ...]:
    """Words that a dictionary of the language does not have; none for a language without a table."""
    return tuple(load_table("dictionary", compile_dictionary).get(language, ()))


def compile_dictionary(path: Path) -> dict[str, list[str]]:
    """By language, the words of the dictionary."""
    table = TableFile.read(path)
    for language in table.content:
        table.known_keys(("words",), language)
    return {language: table.words(language, "words") for language in table.content}


def _openings(entries: list[list[Any]]) -> dict[str, tuple[OpeningEntry, ...]]:
    found: dict[str, tuple[OpeningEntry, ...]] = {}
    for folded, phrase, group, then, organs in entries:
        role, verb_class = _GROUPS[group]
        entry = OpeningEntry(
            phrase, cast("OpeningRole", role), cast("VerbClass", verb_class), tuple(then), tuple(organs)
        )
        found[folded] = (*found.get(folded, ()), entry)
    return found


def compile_openings(path: Path) -> dict[str, Any]:
    """Adverbs, and entries [folded phrase, phrase, group, following words, organs]."""
    table = TableFile.read(path)
    return {language: _openings_of(table, language) for language in table.content}


def _openings_of(table: TableFile, language: str) -> dict[str, Any]:
    table.known_keys((*_GROUPS, "adverbs", "only"), language)
    table.known_keys(("before", "after"), language, "adverbs")
    entries = _entries(table, [], language)
    for organ in table.mapping(language).get("only", {}):
        table.known_keys(_GROUPS, language, "only", organ)
        entries += _entries(table, [organ], language, "only", organ)
    _refuse_doubles(table, entries, language)
    return {
        "before": [fold(word) for word in table.words(language, "adverbs", "before")],
        "after": [fold(word) for word in table.words(language, "adverbs", "after")],
        "entries": entries,
    }


def _entries(table: TableFile, organs: list[str], *place: str) -> list[list[Any]]:
    return [
        [fold(phrase), phrase, group, table.words(*place, group, phrase), organs]
        for group in _GROUPS
        if group in table.mapping(*place)
        for phrase in table.mapping(*place, group)
    ]


def _refuse_doubles(table: TableFile, entries: list[list[Any]], language: str) -> None:
    seen: set[tuple[str, str]] = set()
    for folded, phrase, group, _, organs in entries:
        key = folded, _GROUPS[group][0]
        if key in seen:
            where = ("only", *organs) if organs else ()
            table.fail(f"“{phrase}” stands twice", language, *where, group, phrase)
        seen.add(key)


def compile_organs(path: Path) -> dict[str, Any]:
    """The table of organs: name, key and symbols of each."""
    table = TableFile.read(path)
    found: dict[str, Any] = {}
    for language in table.content:
        found[language] = []
        for name in table.mapping(language):
            table.known_keys(("key", "symbols"), language, name)
            symbols = table.words(language, name, "symbols")
            found[language].append([name, table.text(language, name, "key"), symbols])
    return found


def compile_calendar(path: Path) -> dict[str, Any]:
    """The calendar: folded months and ordinals with their numbers."""
    table = TableFile.read(path)
    keys = ("months", "units", "tens", "hundred", "hundreds", "joint")
    found: dict[str, Any] = {}
    for language in table.content:
        table.known_keys(keys, language)
        months = table.words(language, "months")
        found[language] = {
            "months": {fold(month): number for number, month in enumerate(months, 1)},
            "ordinals": _ordinals(table, language),
        }
    return found


def _ordinals(table: TableFile, language: str) -> dict[str, int]:
    """“first” to the ordinal of as many hundreds as the table names."""
    units = [fold(word) for word in table.words(language, "units")]
    below_hundred = dict(zip(units, range(1, 20), strict=True))
    for number, ten in enumerate(table.mapping(language, "tens"), 2):
        below_hundred[table.text(language, "tens", ten)] = number * 10
        below_hundred.update({f"{ten}-{unit}": number * 10 + n for n, unit in enumerate(units[:9], 1)})
    hundred, hundredth = table.words(language, "hundred")
    joint = table.text(language, "joint")
    found = dict(below_hundred)
    for number, count in enumerate(table.words(language, "hundreds"), 1):
        found[f"{count} {hundredth}"] = number * 100
        if number == 1:
            found.update({f"{count} {hundred} {joint} {w}": 100 + n for w, n in below_hundred.items()})
    return found
