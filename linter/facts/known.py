"""One known resolution, as a line of a table."""

from __future__ import annotations

from linter.model.values import dataclass

_SOURCES = {
    "X": "official metadata of the adopted text",
    "D": "the heading of the resolution itself",
    "d": "the meeting and date at the end of the resolution",
    "C": "dated citations in several documents that agree",
    "V": "the record of the vote",
    "I": "the register of proposals",
    "H": "the Council’s own record",
    "c": "a dated citation",
    "q": "a dated citation",
    "k": "well known, checked by hand",
    "T": "a list of subjects",
}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the resolution or decision with this ``symbol`` ("A/RES/45/248 B").

    ``adopted`` is its ISO date, or "" where that is not known. ``certain`` tells whether the date is good
    enough to call another one wrong. ``title`` is "" where it is not known. ``source`` says in words where
    the date comes from.
    """

    symbol: str
    adopted: str
    certain: bool
    source: str
    title: str

    def over(self, other: Known) -> Known:
        """Put this row in the place of ``other`` for the same symbol, which gives what is left empty here."""
        dated = self if self.adopted else other
        return Known(self.symbol, dated.adopted, dated.certain, dated.source, self.title or other.title)


def parse(line: str) -> Known:
    """A line of the built-in table: symbol, date, confidence (h, m, l), letters of the sources, title."""
    symbol, adopted, confidence, letters, title, *_ = [*line.split("\t"), "", "", ""]
    source = next((_SOURCES[letter] for letter in letters if letter in _SOURCES), "")
    return Known(symbol, adopted, bool(adopted) and confidence in ("h", "m"), source, title)
