"""From the number of a resolution as it is printed to the symbols it is known by, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from linter.model.resolution import Citation
from linter.model.values import NamedTuple

_STEMS = {
    ("ga", "resolution"): "A/RES/",
    ("ga", "decision"): "A/DEC/",
    ("hrc", "resolution"): "A/HRC/RES/",
    ("hrc", "decision"): "A/HRC/DEC/",
    ("sc", "resolution"): "S/RES/",
    ("ecosoc", "resolution"): "E/RES/",
    ("ecosoc", "decision"): "E/DEC/",
    ("chr", "resolution"): "E/CN.4/RES/",
    ("chr", "decision"): "E/CN.4/DEC/",
}
_BY_STEM: Mapping[str, tuple[str, str]] = {stem: key for key, stem in _STEMS.items()}
_LETTERED = re.compile(r"(?P<number>\S*\d) (?P<letters>[A-Z](?:(?:, | and | to )[A-Z])*)(?P<session> \(.*)?")
_LETTERS = re.compile(r"(?<=\d) [A-Z](?:(?:, | and | to )[A-Z])*\b(?! ?\.)")
_SYMBOL = re.compile(r"(?P<stem>.*/(?:RES|DEC)/)(?P<number>[^/]+(?:/[^/]+)?)")


class Named(NamedTuple):
    """A symbol taken apart: organ and kind as in a citation, and the number as it is printed."""

    organ: str
    kind: str
    number: str

    @property
    def symbol(self) -> str:
        """The symbol as the tables have it, with the spaces of the number."""
        return _STEMS[self.organ, self.kind] + self.number


def spaced(number: str) -> str:
    """``number`` with the spaces it is printed with: "45/248 B", "217 A (III)", "1325 (2000)"."""
    close = "".join(number.replace("\u2011", "-").split())
    return re.sub(r"(?<=\d)(?=[A-Z](?:$|\())|(?<=[\dA-Z])(?=\()", " ", close)


def stem_of(organ: str, kind: str) -> str | None:
    """What the symbols of an organ's resolutions or decisions begin with, or None for another body."""
    return _STEMS.get((organ, kind))


def symbols(organ: str | None, kind: str, number: str) -> tuple[str, ...]:
    """The symbols of what a citation names: several for "52/12 A and B", none for another body's."""
    stem = stem_of(organ or "", kind)
    if stem is None:
        return ()
    lettered = _LETTERED.fullmatch(number)
    if lettered is None:
        return (stem + spaced(number),)
    numbers = (
        f"{lettered['number']}{letter}{lettered['session'] or ''}" for letter in _each(lettered["letters"])
    )
    return tuple(stem + spaced(one) for one in numbers)


def addresses(citations: Iterable[Citation]) -> dict[Citation, str]:
    """Where the cited resolutions and documents can be read, for those whose symbols are known."""
    found = {}
    for citation in citations:
        if citation.kind == "document":
            symbol = citation.number
        elif citation.kind == "resolution" and (stem := stem_of(citation.organ or "", "resolution")):
            symbol = stem + _LETTERS.sub("", citation.number)
        else:
            continue
        found[citation] = "https://docs.un.org/en/" + "".join(symbol.replace("\u2011", "-").split())
    return found


def _each(letters: str) -> list[str]:
    """The letters of "A", "A and B", "A to C"."""
    found = re.findall("[A-Z]", letters)
    if " to " in letters and len(found) == 2:
        return [chr(code) for code in range(ord(found[0]), ord(found[1]) + 1)]
    return found


def named(symbol: str) -> Named | None:
    """What ``symbol`` ("A/RES/45/248B") stands for; None for the symbol of no resolution or decision."""
    match = _SYMBOL.fullmatch(symbol)
    key = _BY_STEM.get(match["stem"]) if match else None
    return Named(*key, spaced(match["number"])) if match and key else None
