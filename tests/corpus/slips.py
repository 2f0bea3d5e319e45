"""Real slips that editors missed, each with the place where it stands and the convention it breaks.

Symbols are those of adopted texts; ``place`` is what ``in_words`` calls it, after "B: " in part B of a file.
Counted by hand in the evidence for the conventions; the rows are numbered as there.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import NamedTuple

from linter.packs import Rule


class Row(NamedTuple):
    """One slip, or one that was copied to several places; ``expected`` are entries of the catalogue."""

    number: str
    places: tuple[tuple[str, str], ...]
    expected: tuple[str, ...]


def _row(number: str, places: str, *expected: str) -> Row:
    pairs = (place.strip().split(" ", 1) for place in places.split(";"))
    return Row(number, tuple((symbol, _in_words(words)) for symbol, words in pairs), expected)


def _in_words(place: str) -> str:
    long = {
        "pp": "preambular paragraph",
        "op": "operative paragraph",
        "note": "footnote",
        "organ": "organ line",
    }
    kind, _, number = place.partition(" ")
    return f"{long.get(kind, kind)} {number}".rstrip()


def matches(rule: Rule, expected: tuple[str, ...]) -> bool:
    """Whether a rule implements one of the conventions."""
    return any(fnmatchcase(entry, pattern) for entry in rule.convention for pattern in expected)


WRONG_DATES = tuple(str(number) for number in range(18, 31))
ROWS = (
    _row("1", "76/72 pp 2", "preamble-ends-comma"),
    _row("2", "77/202 pp 9", "preamble-ends-comma"),
    _row("3", "80/133 pp 9", "preamble-ends-comma"),
    _row("4", "80/113 pp 24", "preamble-ends-comma"),
    _row("5", "76/163 pp 11", "preamble-ends-comma"),
    _row("6", "76/228 pp 30", "preamble-ends-comma"),
    _row("7", "78/8 pp 1", "preamble-ends-comma"),
    _row("8", "79/264 op 14", "operative-ends-semicolon"),
    _row("9", "80/141 op 16", "operative-ends-semicolon"),
    _row("10", "77/236 op 21", "operative-ends-semicolon"),
    _row("11", "78/196 pp 1", "fn-indicator-after-punctuation"),
    _row("12", "78/210 pp 2", "fn-indicator-after-punctuation"),
    _row("13", "78/59 pp 13", "punct-space-before"),
    _row("14", "79/208 op 34", "punct-space-before"),
    _row("15", "76/163 pp 19", "punct-space-before"),
    _row("16", "77/103 note 4; 77/103 note 5; 77/103 note 6", "fn-ibid", "fn-final-stop"),
    _row("17", "78/314 note 3; 75/308 note 2", "fn-final-stop"),
    _row("18", "76/261 pp 1; 78/276 pp 1; 79/281 pp 1", "ref-date-matches-number"),
    _row("19", "80/110 op 331", "ref-date-matches-number"),
    _row("20", "77/202 pp 2", "ref-date-matches-number"),
    _row("21", "76/187 pp 1", "ref-date-matches-number"),
    _row("22", "77/65 pp 26; 78/53 pp 26", "ref-date-matches-number"),
    _row("23", "78/168 pp 1; 80/157 pp 1", "ref-date-matches-number"),
    _row("24", "78/277 pp 8", "ref-date-matches-number"),
    _row("25", "79/308 pp 4", "ref-date-matches-number"),
    _row("26", "80/132 pp 2", "ref-date-matches-number"),
    _row("27", "80/134 pp 1", "ref-date-matches-number"),
    _row("28", "80/142 pp 1", "ref-date-matches-number"),
    _row("29", "80/227 pp 3", "ref-date-matches-number"),
    _row("30", "78/298 pp 2", "ref-date-matches-number"),
    _row("31", "76/296 pp 1", "word-double-words"),
    _row("32", "77/25 pp 27; 79/81 pp 28", "word-double-words"),
    _row("33", "78/139 op 14", "word-double-words"),
    _row("34", "76/212 *; 77/290B *; 77/309 *; 78/301 *; 79/301 *; 79/304 op 1; 75/233 op 69; 75/233 op 113; "
         "76/246 op 8; 76/246 op 14; 80/57 pp 12", "name-secretary-general"),
    _row("35", "79/287 op 1; 79/287 op 2", "spell-*"),
    _row("36", "80/207 pp 2", "punct-*", "fn-indicator-after-punctuation"),
    _row("37", "79/326 op 2", "punct-space-before"),
    _row("38", "79/211 pp 7", "date-*", "punct-range-words", "punct-en-dash-ranges"),
    _row("38a", "76/204 op 27; 79/100 op 14; 80/135 pp 13", "fn-indicator-*", "punct-space-before"),
    _row("39", "79/194 *; 79/214 *; 79/216 *; 79/217 *; 79/218 *; 79/223 *; 79/264 *; 80/118 *; 80/145 *",
         "punct-range-words"),
    _row("40", "78/131 pp 15; 76/68 pp 24; 77/334 pp 6", "punct-quotes-stop-outside"),
    _row("41", "79/156 op 14; 76/210 op 32; 78/164 op 37", "spell-*"),
    _row("42", "78/205 pp 15; 80/211 pp 15", "spell-*"),
    _row("43", "78/298 op 9; 80/253 op 7", "money-*"),
    _row("44", "76/132 op 8", "seq-*"),
    _row("45", "76/265 pp 15; 77/191 pp 9; 80/134 pp 28", "seq-*"),
    _row("46", "80/63 pp 32", "seq-*"),
    _row("47", "78/265 op 7; 78/265 op 12; 78/285 op 2; 77/298 op 35", "seq-*"),
    _row("48", "79/194 op 20; 80/118 op 23", "seq-*"),
    _row("49", "76/104 pp 9; 78/263 pp 1", "preamble-opening-italic"),
    _row("50", "75/50 organ; 79/40 organ; 76/72 pp 25; 79/204 op 15", "italics-*"),
    _row("51", "76/228 op 65; 75/233 op 89", "word-calls-upon"),
    _row("52", "78/132 pp 8; 78/160 pp 42", "abbr-*", "name-*"),
    _row("53", "78/104 note 1", "fn-official-records"),
    _row("54", "S/2461 pp 6; S/2740 pp 6", "preamble-ends-comma"),
    _row("55", "S/2220 op 28; S/2409 op 1", "operative-ends-semicolon", "operative-last-full-stop"),
)  # fmt: skip
# Rows of which not every place is reported: the date of resolution 76/290 is not in the table.
UNREPORTED = frozenset({"25"})
