"""Tables of wrong and right words. The form of an entry is described in ``rules/tables/README.md``."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

from linter.cache import dump
from linter.model.fold import fold
from linter.model.values import dataclass
from linter.tables.source import TableFile, load_table

Case = Literal["any", "exact"]
InName = Literal["skip", "match"]
Repair = Literal["safe", "suggested", "none"]

_NEIGHBOURS = ("before", "not-before", "after", "not-after")
_TEXTS = (*_NEIGHBOURS, "not-in", "organs")
_CHOICES = {
    "case": ("any", "exact"),
    "in-name": ("skip", "match"),
    "fix": ("safe", "suggested", "none"),
    "level": ("error", "warning", "advice"),
    "before-noun": ("true", "false"),
}
_OPTIONS = (*_TEXTS, *_CHOICES, "session", "note")
_KEYS = ("right", "wrong", "ends", *_OPTIONS)


@dataclass(frozen=True, slots=True)
class TermEntry:
    """Words that are written otherwise, and how they should be written.

    ``wrong`` forms are matched at word boundaries after folding, where any one space answers to any other;
    ``right`` stands for each of them. The conditions all hold where the entry applies: ``before`` and
    ``after`` are words, one of which must come next, or stand just before; ``not_before`` and ``not_after``
    must not; ``not_in`` are phrases within which the wrong form stands lawfully; ``before_noun`` asks for a
    next word that is no function word. ``case`` "exact" compares capitals too, "any" does not, and the fix
    takes over the capitals of what it replaces. ``in_name`` "skip" leaves alone what is capitalised inside
    a sentence. ``level`` is "" or overrides the severity of the rule. ``organs`` are the only ones the entry
    applies to, empty for all; ``session`` is "" or a condition on the session (">=80").
    """

    right: str
    wrong: tuple[str, ...]
    group: str
    before: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    before_noun: bool = False
    case: Case = "any"
    in_name: InName = "skip"
    fix: Repair = "suggested"
    level: Literal["", "error", "warning", "advice"] = ""
    organs: tuple[str, ...] = ()
    session: str = ""
    note: str = ""


class Lexicon:
    """A table ready to be looked up: phrases by their first word, entries made only when asked for.

    ``by_first_word`` gives, for a folded word (a run of letters and figures), the folded wrong forms that
    begin with it, the longest first, each on a line. A draft has few of a thousand entries, so the compiled
    form holds each as a text of its own.
    """

    __slots__ = ("_defaults", "_entries", "_made", "_places", "by_first_word")

    def __init__(self, compiled: Mapping[str, Any]) -> None:
        self.by_first_word: Mapping[str, str] = compiled["first"]
        self._places: Mapping[str, str] = compiled["places"]
        self._entries: list[str] = compiled["entries"]
        self._defaults = {group: _fields(values) for group, values in compiled["defaults"].items()}
        self._made: dict[str, tuple[tuple[TermEntry, str], ...]] = {}

    def lookup(self, phrase: str) -> tuple[tuple[TermEntry, str], ...]:
        """The entries with this folded phrase among their wrong forms, and how each of them writes it."""
        if phrase not in self._made:
            self._made[phrase] = tuple(map(self._form, self._places[phrase].split()))
        return self._made[phrase]

    def entries(self) -> tuple[TermEntry, ...]:
        """All entries, in the order of the table."""
        return tuple(self._entry(number) for number in range(len(self._entries)))

    def _form(self, place: str) -> tuple[TermEntry, str]:
        number, form = map(int, place.split(":"))
        entry = self._entry(number)
        return entry, entry.wrong[form]

    def _entry(self, number: int) -> TermEntry:
        group, right, wrong, options = json.loads(self._entries[number])
        return TermEntry(right, tuple(wrong), group, **{**self._defaults[group], **_fields(options)})


@cache
def lexicon(name: str, language: str = "en") -> Lexicon:
    """The built-in table ``name`` ready to be looked up; empty for a language it lacks."""
    nothing: dict[str, Any] = {"defaults": {}, "entries": [], "first": {}, "places": {}}
    return Lexicon(load_table(name, compile_terms).get(language, nothing))


@cache
def term_table(name: str, language: str = "en") -> tuple[TermEntry, ...]:
    """The entries of the built-in table ``name``, expanded, in its order; none for a language it lacks."""
    return lexicon(name, language).entries()


@cache
def function_words(language: str = "en") -> frozenset[str]:
    """Folded words that are no nouns and no adjectives, for ``before_noun``."""
    return frozenset(load_table("grammar", compile_grammar).get(language, ()))


def entries_of(values: Mapping[str, Any], group: str) -> tuple[TermEntry, ...]:
    """What one addition of a pack stands for: ``add: [{right: …, wrong: […]}]``, already checked."""
    return tuple(
        TermEntry(right, tuple(wrong), group, **_fields(options))
        for right, wrong, options in _expanded(values, values.get("ends", [""]))
    )


def _fields(options: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key.replace("-", "_"): tuple(value) if isinstance(value, list) else value
        for key, value in options.items()
    }


def compile_grammar(path: Path) -> dict[str, list[str]]:
    """The words of no meaning of their own, by language."""
    table = TableFile.read(path)
    return {language: table.words(language, "function-words") for language in table.content}


def compile_terms(path: Path) -> dict[str, Any]:
    """By language: defaults by group, entries [group, right, wrong, options], where each wrong form is."""
    table = TableFile.read(path)
    return {language: _of_language(table, language) for language in table.content}


def _of_language(table: TableFile, language: str) -> dict[str, Any]:
    table.known_keys(("names", "terms"), language)
    groups = table.mapping(language).get("terms", {})
    entries: list[list[Any]] = []
    shared: dict[str, Any] = {}
    for group in groups:
        place = (language, "terms", group)
        table.known_keys(("defaults", "entries"), *place)
        defaults = dict(table.mapping(*place).get("defaults") or {})
        if defaults:
            _check(table, ("ends", *_OPTIONS), *place, "defaults")
        ends = defaults.pop("ends", [""])
        shared[group] = defaults
        for number, entry in enumerate(table.sequence(*place, "entries")):
            _check_entry(table, *place, "entries", number)
            entries += [[group, *form] for form in _expanded(entry, entry.get("ends", ends))]
    return {"defaults": shared, "entries": list(map(dump, entries)), **_index(entries)}


def _index(entries: list[list[Any]]) -> dict[str, Any]:
    """Where each wrong form stands ("entry:form entry:form"), and the wrong forms by their first word."""
    places: dict[str, list[str]] = {}
    for number, (_, _, wrong, _) in enumerate(entries):
        for form, text in enumerate(wrong):
            places.setdefault(fold(text), []).append(f"{number}:{form}")
    first: dict[str, list[str]] = {}
    for phrase in sorted(places, key=lambda phrase: (-len(phrase), phrase)):
        word = re.match(r"[^\W_]+", phrase)
        if word is not None:
            first.setdefault(word[0], []).append(phrase)
    return {
        "first": {word: "\n".join(phrases) for word, phrases in first.items()},
        "places": {phrase: " ".join(at) for phrase, at in places.items()},
    }


def _check_entry(table: TableFile, *place: str | int) -> None:
    _check(table, _KEYS, *place)
    for form in table.words(*place, "wrong"):
        if not form[:1].isalnum():
            table.fail(f"“{form}”: a wrong form begins with a letter or a figure", *place)
    right = table.text(*place, "right")
    if right in table.words(*place, "wrong"):
        table.fail(f"“{right}” is both right and wrong", *place)


def _check(table: TableFile, keys: tuple[str, ...], *place: str | int) -> None:
    table.known_keys(keys, *place)
    for key in table.mapping(*place):
        if key in _NEIGHBOURS:
            _check_neighbours(table, *place, key)
        elif key in (*_TEXTS, "ends", "wrong"):
            table.words(*place, key)
        elif key in _CHOICES:
            table.choice(_CHOICES[key], *place, key)
        else:
            table.text(*place, key)


def _check_neighbours(table: TableFile, *place: str | int) -> None:
    for word in table.words(*place):
        if " " in word or word != fold(word):
            table.fail(f"“{word}”: expected single words in small letters; phrases go to not-in", *place)


def _expanded(entry: Mapping[str, Any], ends: list[str]) -> list[tuple[str, list[str], dict[str, Any]]]:
    """Right, wrong and options for each ending: words that end in the first take the others in turn."""
    wrong = [entry["wrong"]] if isinstance(entry["wrong"], str) else entry["wrong"]
    options = {key: value for key, value in entry.items() if key not in ("right", "wrong", "ends")}
    if not all(form.endswith(ends[0]) for form in (entry["right"], *wrong)):
        return [(entry["right"], wrong, options)]
    return [
        (_with_end(entry["right"], ends[0], end), [_with_end(form, ends[0], end) for form in wrong], options)
        for end in ends
    ]


def _with_end(form: str, old: str, new: str) -> str:
    return form.removesuffix(old) + new
