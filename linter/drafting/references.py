"""What a person means who writes "ga 60/251", "A/HRC/RES/52/15", "unsc 1325" or "217A(III)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.facts import Named, named, spaced
from linter.model.errors import ConfigError
from linter.model.figures import figure
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
_LETTERS = r"[a-h] (?: (?:,\s[a-h])* \s (?:and|to) \s [a-h] )?"
_REFERENCE = re.compile(
    rf"""
    (?P<words> .*? ) (?<![\d.-])
    (?P<number>
        \d{{1,4}}/(?:19|20)\d\d
      | (?:e?s-)? \d{{1,4}} / \d{{1,4}} (?: \s? {_LETTERS} )?
      | \d{{1,4}} (?: \s? {_LETTERS} )? \s? \( \s? (?: (?:e?s-)? [ivxlc]+ | \d{{4}} ) \s? \)
      | \d{{1,4}} (?: \s? [a-h] )? \s (?: e?s-[ivxlc]+ | [ivxlc]{{2,7}} )
      | \d{{1,4}}
    )
    (?: ,? \s (?:of|on|entitled) \s .* )? [.,;]?
    """,
    re.VERBOSE,
)
_KIND = re.compile(r"(?:^|[\s/])(resolution|res|decision|dec)s?\.?(?:\s?no\.?)?[\s/,]*$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNCIL_YEAR = re.compile(r"(\d{1,4})/((?:19|20)\d\d)")
_BARE_SESSION = re.compile(r"(.*\d(?: ?[A-H])?) ((?:E?S-)?[IVXLC]+)")
# An address, and a symbol as file names have it, A_RES_60_251.
_ADDRESS = re.compile(r"https?://\S*?/(?=[ase]/(?:hrc/|cn\.4/)?(?:res|dec)/)", re.IGNORECASE)
_FILE_NAME = re.compile(r"([ase])[_-](hrc[_-])?(res|dec)[_-]((?:e?s-)?\d+)[_-](\d.*)", re.IGNORECASE)
_BEGINS = re.compile(r"(?!entitled|on |of |by |in |which)[^,;“\"]*?\d")
_BETWEEN = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+")


def understand(reference: str, organ: str | None = None) -> Named:
    """The resolution or decision that ``reference`` names; ``organ`` is meant where it names none.

    Raises ConfigError for what cannot be understood.
    """
    return _understood(reference, organ)[0]


def each(reference: str, organ: str | None = None) -> Iterator[tuple[str, tuple[Named, ...]]]:
    """Each of the resolutions that ``reference`` lists, "HRC 52/15 and 48/13": its words, and what they name.

    A number without an organ belongs to the one named before it. Where the number alone may be of several
    organs all are given, the likeliest first. Raises ConfigError for what cannot be understood.
    """
    before: Named | None = None
    for piece in _pieces(reference):
        match = _REFERENCE.fullmatch(_plain(piece).lower())
        goes_on = before is not None and match is not None and not match["words"]
        found = _understood(piece, before.organ if before and goes_on else organ)
        if before and goes_on:
            found = (found[0]._replace(kind=before.kind),)
        before = found[0]
        yield piece, found


def _pieces(reference: str) -> list[str]:
    """The parts of a list that hold a number; "Economic", "B" and the like stay with their neighbour."""
    pieces: list[str] = []
    start = 0
    for match in (*_BETWEEN.finditer(reference), None):
        piece = reference[start : match.start() if match else len(reference)]
        rest = reference[match.end() :] if match else "0"
        if any(map(str.isdigit, piece)) and _BEGINS.match(rest):
            pieces.append(piece)
            start = match.end() if match else start
    return pieces or [reference]


def _plain(reference: str) -> str:
    plain = _ADDRESS.sub("", " ".join(reference.replace("\u2011", "-").replace("\\", "/").split()))
    name = _FILE_NAME.fullmatch(plain)
    if name is None:
        return plain
    body = f"{name[1]}/{'HRC/' if name[2] else ''}".upper()
    return f"{body}{name[3].upper()}/{name[4]}/{name[5].removesuffix('.pdf').removesuffix('.docx')}"


def _understood(reference: str, organ: str | None) -> tuple[Named, ...]:
    """What the words name, the likeliest first."""
    plain = _plain(reference)
    symbol = named(plain)
    if symbol is not None and symbol.organ != "sc" and "(" not in symbol.number.partition("/")[2]:
        return (symbol,)
    match = _REFERENCE.fullmatch(plain.lower())
    if match is None:
        raise _not_understood(reference)
    word = _KIND.search(match["words"])
    body = _body(match["words"][: word.start()] if word else match["words"])
    number = _number(match["number"], body)
    keys = _by_form(number, organ, council=body == "council") if body in ("", "council") else (body,)
    is_document = word is None and match["words"].endswith("/")
    if keys[0] is None or is_document or (keys[0] == "sc") != _is_council_number(number):
        raise _not_understood(reference)
    kind = _KINDS[word[1]] if word else "resolution"
    return tuple(Named(key, kind, _with_year(number, reference)) for key in keys if key)


def _number(written: str, body: str | None) -> str:
    """The number as it is printed, from "217 a iii" or "1325/2000"."""
    head, *letters = re.split(r"(?<=\d)\s?(?=[a-h](?:,| and| to))", written, maxsplit=1)
    if letters:
        parts = re.sub(r"\b[a-h]\b", lambda letter: letter[0].upper(), letters[0])
        return f"{head} {parts}"
    number = written.upper()
    if body in ("sc", "") and (year := _COUNCIL_YEAR.fullmatch(number)):
        return f"{year[1]} ({year[2]})"
    if bare := _BARE_SESSION.fullmatch(number):
        number = f"{bare[1]} ({bare[2]})"
    return spaced(number)


def _body(words: str) -> str | None:
    """The organ that the words before the number name: "" for none, "council" for either, None for others."""
    plain = words.strip(" /,").removeprefix("the ").removesuffix("’s").removesuffix("'s")
    return "council" if plain == "council" else _KEYS.get(plain) if plain else ""


def _by_form(number: str, organ: str | None, *, council: bool) -> tuple[str, ...]:
    """The organs that number so, where no word names one; ``organ`` first where it may be that one."""
    session, stroke, _ = number.partition("/")
    if not stroke:
        return ("sc",) if _is_council_number(number) else ("ga",)
    if _YEAR.fullmatch(session):
        return ("ecosoc",) if council else ("ecosoc", "chr")
    if council:
        return ("hrc",)
    likely = organ if organ in ("ga", "hrc") else "ga"
    return (likely, "hrc") if likely == "ga" and session.startswith("S-") else (likely,)


def _is_council_number(number: str) -> bool:
    return number.isdecimal() or (number.endswith(")") and number[-2].isdigit())


def _with_year(number: str, reference: str) -> str:
    """The number of a resolution of the Security Council with its year, if that was left out."""
    if not number.isdecimal():
        return number
    year = session_calendar().council_year(figure(number))
    if year is None:
        raise _not_understood(reference)
    return f"{number} ({year})"


def _not_understood(reference: str) -> ConfigError:
    examples = "“60/251”, “HRC 52/15”, “unsc 1325”, “A/RES/217 A (III)” or “decision 60/559”"
    return ConfigError(f"“{reference}” names no resolution or decision: write it like {examples}")
