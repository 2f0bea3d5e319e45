"""What a person means who writes "ga 60/251", "A/HRC/RES/52/15", "unsc 1325" or "217A(III)"."""

from __future__ import annotations

import re

from linter.facts import Named, named, spaced
from linter.model.errors import ConfigError
from linter.tables.sessions import session_calendar

_BODIES = {
    "ga": ("ga", "unga", "general assembly", "assembly", "a"),
    "hrc": ("hrc", "unhrc", "human rights council", "a/hrc"),
    "sc": ("sc", "unsc", "unscr", "scr", "security council", "s"),
    "ecosoc": ("ecosoc", "economic and social council", "e"),
    "chr": ("chr", "commission on human rights", "commission", "e/cn.4"),
}
_KEYS = {word: key for key, words in _BODIES.items() for word in (*words, *(f"un {word}" for word in words))}
_KINDS = {"resolution": "resolution", "res": "resolution", "decision": "decision", "dec": "decision"}
_REFERENCE = re.compile(
    r"""
    (?P<words> .*? ) (?<![a-z\d.-])
    (?P<number>
        (?:e?s-)? \d{1,4} / \d{1,4} (?: \s? [a-z] )?
      | \d{1,4} (?: \s? [a-z] )? \s? \( \s? (?: (?:e?s-)? [ivxlc]+ | \d{4} ) \s? \)
      | \d{1,4}
    )
    (?: ,? \s of \s .* )? [.,;]?
    """,
    re.VERBOSE,
)
_KIND = re.compile(r"(?:^|[\s/])(resolution|res|decision|dec)s?\.?(?:\s?no\.?)?[\s/,]*$")
_YEAR = re.compile(r"(?:19|20)\d\d")


def understand(reference: str, organ: str | None = None) -> Named:
    """The resolution or decision that ``reference`` names; ``organ`` is meant where it names none.

    Raises ConfigError for what cannot be understood.
    """
    plain = " ".join(reference.replace("\u2011", "-").split())
    symbol = named(plain)
    if symbol is not None and (symbol.organ != "sc" or "(" in symbol.number):
        return symbol
    match = _REFERENCE.fullmatch(plain.lower())
    if match is None:
        raise _not_understood(reference)
    word = _KIND.search(match["words"])
    body = _body(match["words"][: word.start()] if word else match["words"])
    number = spaced(match["number"].upper())
    key = _by_form(number, organ) if body == "" else body
    is_document = word is None and match["words"].endswith("/")
    if key is None or is_document or (key == "sc") != _is_council_number(number):
        raise _not_understood(reference)
    return Named(key, _KINDS[word[1]] if word else "resolution", _with_year(number, reference))


def _body(words: str) -> str | None:
    """The organ that the words before the number name: "" for no words, None for others."""
    plain = words.strip(" /,").removeprefix("the ").removesuffix("’s").removesuffix("'s")
    return _KEYS.get(plain) if plain else ""


def _by_form(number: str, organ: str | None) -> str:
    """The organ that numbers so, where no word names one; ``organ`` where it may be that one."""
    session, stroke, _ = number.partition("/")
    if not stroke:
        return "sc" if _is_council_number(number) else "ga"
    if _YEAR.fullmatch(session):
        return "ecosoc"
    return organ if organ in ("ga", "hrc") else "ga"


def _is_council_number(number: str) -> bool:
    return number.isdecimal() or (number.endswith(")") and number[-2].isdigit())


def _with_year(number: str, reference: str) -> str:
    """The number of a resolution of the Security Council with its year, if that was left out."""
    if not number.isdecimal():
        return number
    year = session_calendar().council_year(int(number))
    if year is None:
        raise _not_understood(reference)
    return f"{number} ({year})"


def _not_understood(reference: str) -> ConfigError:
    examples = "“60/251”, “HRC 52/15”, “unsc 1325”, “A/RES/217 A (III)” or “decision 60/559”"
    return ConfigError(f"“{reference}” names no resolution or decision: write it like {examples}")
