"""Organs: the line that names one, and whose symbol or words a text carries."""

from __future__ import annotations

import re

from linter.model.fold import fold
from linter.model.resolution import Organ
from linter.model.values import NamedTuple
from linter.model.vocabulary import Vocabulary

_ARTICLE = re.compile(r"(?:the|le|la|les|el|los|las)\s+|l'\s?")
# The same organs in the other languages of which files are found, so that their shape is still seen.
_OTHER_LANGUAGES = {
    "assemblee generale": "ga", "assemblée générale": "ga", "asamblea general": "ga",
    "conseil des droits de l'homme": "hrc", "consejo de derechos humanos": "hrc",
    "conseil de sécurité": "sc", "conseil de securite": "sc", "consejo de seguridad": "sc",
    "conseil économique et social": "ecosoc", "conseil economique et social": "ecosoc",
    "consejo económico y social": "ecosoc",
}  # fmt: skip
# Conferences of students name the Committee too: "The General Assembly First Committee,".
_MAIN_COMMITTEE = re.compile(
    r"(?:general assembly,? )?(?:first|second|third|fourth|fifth|sixth) committee"
    r"(?: of the general assembly)?"
)
_ABBREVIATION = re.compile(r"\s*\([A-Z][A-Z0-9-]{1,11}\)(?=[*_”\"]*[,.:;]?\s*$)")
_LONGEST = 110
_MAIN: tuple[Organ, ...] = ("ga", "hrc", "sc", "ecosoc")
_UNLISTED = re.compile(
    r"(?:[Tt]he|Le|La|L['’]|El) ?"
    r"(?:[A-ZÉ][\w’'-]+|of|the|and|to|on|for|in|at|its|de|des|du|et|la|les|los|las|y)"
    r"(?:\s+(?:[A-ZÉ][\w’'-]+|of|the|and|to|on|for|in|at|its|de|des|du|et|la|les|los|las|y))*\s*,"
)


class OrganLine(NamedTuple):
    """An organ line: the key of the organ, "" for a body that is not one of the four."""

    key: str
    certain: bool


def as_organ(key: str) -> Organ | None:
    """``key`` where it is one of the four organs, else None."""
    return next((organ for organ in _MAIN if organ == key), None)


def organ_line(text: str, vocabulary: Vocabulary) -> OrganLine | None:
    """What ``text`` names if it is nothing but an organ with its article, a comma, or both.

    A body that the vocabulary does not know is taken only with the article, capitals and a comma, and is
    not certain. An abbreviation in brackets behind the name does not count.
    """
    if not 8 <= len(text) <= _LONGEST:
        return None
    text = _ABBREVIATION.sub("", text)
    bare = fold(text).strip('“”" *\u200e\u202f')
    name = bare.rstrip(",.:; ")
    article = _ARTICLE.match(name)
    if article is None and not text.endswith(","):
        return None
    name = " ".join(name[article.end() if article else 0 :].split()).replace(" '", "'").replace("' ", "'")
    for organ in vocabulary.organs:
        if fold(organ.name) == name:
            return OrganLine(organ.key, True)
    if article is None:
        return None
    if _MAIN_COMMITTEE.fullmatch(name):
        return OrganLine("ga", True)
    if name in _OTHER_LANGUAGES:
        return OrganLine(_OTHER_LANGUAGES[name], True)
    if bare.endswith(",") and _UNLISTED.fullmatch(text.strip('“”" *')):
        return OrganLine("", False)
    return None


def named(text: str, vocabulary: Vocabulary) -> str | None:
    """The key of the organ that ``text`` names first (""for a listed other body), or None."""
    folded = fold(text)
    places = ((folded.find(fold(organ.name)), organ.key) for organ in vocabulary.organs)
    found = [place for place in places if place[0] >= 0]
    if found:
        return min(found)[1]
    return next((key for name, key in _OTHER_LANGUAGES.items() if name in folded), None)


def of_symbol(symbol: str, vocabulary: Vocabulary) -> str | None:
    """The key of the organ of a document symbol by its longest known prefix, or None."""
    known = [
        (len(prefix), organ.key)
        for organ in vocabulary.organs
        for prefix in organ.symbols
        if symbol.startswith(prefix)
    ]
    return max(known)[1] if known else None
