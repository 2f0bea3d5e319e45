"""Measure the recogniser against texts of which others have said what each paragraph is.

    python -m tests.corpus.measure [N]

reads about N official XML files as plain Markdown and as plain text without italics (all files without N),
and all draft resolutions in HTML of which the adopted text is at hand in XML.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from linter.model.document import Label
from linter.model.errors import ReadError
from linter.model.resolution import Element
from linter.readers import read
from linter.structure import recognise
from linter.tables import vocabulary
from tests.corpus.gold import Gold, gold_roles, plain_markdown

SHARED = Path(__file__).resolve().parents[3] / "shared"
COMPARED = ("preambular", "operative", "subparagraph", "footnote")
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Score:
    """Right and total by role, and the mistakes by role as lines to read."""

    right: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    mistakes: dict[str, list[str]] = field(default_factory=dict)

    def take(self, place: str, gold: Gold, got: str) -> None:
        """Count one paragraph."""
        self.total[gold.role] += 1
        if got == gold.role:
            self.right[gold.role] += 1
        else:
            line = f"{place}\t{gold.role}\t{got}\t{gold.label} {gold.text[:80]}"
            self.mistakes.setdefault(gold.role, []).append(line)

    def add(self, other: Score) -> None:
        """Take over what another one counted."""
        self.right += other.right
        self.total += other.total
        for role, lines in other.mistakes.items():
            self.mistakes.setdefault(role, []).extend(lines)

    def rate(self, *roles: str) -> float:
        """Share of right ones among the paragraphs of these roles."""
        total = sum(self.total[role] for role in roles)
        return sum(self.right[role] for role in roles) / total if total else 1.0

    def report(self, title: str, shown: int = 8) -> str:
        """A table by role, and the first mistakes of each role."""
        lines = [title]
        for role, total in self.total.most_common():
            lines.append(f"  {role:14}{self.right[role]:7} / {total:<7} {self.right[role] / total:8.2%}")
            lines += [f"    {mistake}" for mistake in self.mistakes.get(role, [])[:shown]]
        return "\n".join(lines)


def xml_files(number: int | None = None) -> list[Path]:
    """The resolutions in official XML, or about ``number`` of them at a fixed stride."""
    paths = sorted((SHARED / "corpus/akn4un").glob("*/[AS]_[R0-9]*.xml"))
    return paths[:: max(len(paths) // number, 1)] if number else paths


def xml_score(path: Path, *, italics: bool) -> Score:
    """One official text, read as a person would type it; none for a file that is not well formed."""
    score = Score()
    try:
        official = read(str(path))
    except ReadError:
        return score
    typed = plain_markdown(official, italics=italics).encode()
    document = read("draft.md" if italics else "draft.txt", typed, format="markdown" if italics else "text")
    resolution = recognise(document, vocabulary())
    for gold, element in _paired(gold_roles(official), resolution.elements):
        if gold.role:
            score.take(path.stem, gold, element.role if element else "(missing)")
    return score


def _paired(gold: Sequence[Gold], elements: Sequence[Element]) -> Iterator[tuple[Gold, Element | None]]:
    """Pairs of equal words, in order."""
    position = 0
    keys = [_labelled(element.block.label, element.block.text) for element in elements]
    for expected in gold:
        key = _words(f"{expected.label} {expected.text}")
        ahead = range(position, min(position + 12, len(elements)))
        found = next((i for i in ahead if keys[i] == key), None)
        if found is not None:
            position = found + 1
        yield expected, elements[found] if found is not None else None


def draft_pairs() -> Iterator[tuple[Path, Path]]:
    """Drafts in HTML with the official XML of the resolution that each became."""
    with (SHARED / "corpus/INDEX.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["path"].startswith("GA/drafts/") and row["format"] == "html" and row["became"]:
                became = SHARED / "corpus/akn4un/GA" / (row["became"].replace("/", "_") + ".xml")
                if became.is_file():
                    yield SHARED / "corpus" / row["path"], became


def draft_score(draft: Path, became: Path) -> Score:
    """The paragraphs of a draft whose words stand in the adopted text too."""
    score = Score()
    known = _by_words(gold_roles(read(str(became))))
    for element in recognise(read(str(draft)), vocabulary()).elements:
        gold = known.get(_words(element.block.text))
        if gold and gold.role in COMPARED:
            score.take(draft.stem, gold, element.role)
    return score


def _by_words(gold: Iterable[Gold]) -> dict[str, Gold]:
    """Paragraphs by their words, without those that stand in two roles."""
    found: dict[str, Gold] = {}
    doubtful: set[str] = set()
    for paragraph in gold:
        key = _words(paragraph.text)
        if found.setdefault(key, paragraph).role != paragraph.role:
            doubtful.add(key)
    return {key: paragraph for key, paragraph in found.items() if key and key not in doubtful}


def _labelled(label: Label | None, text: str) -> str:
    return _words(f"{label.text} {text}" if label else text)


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def main(arguments: Sequence[str]) -> None:
    """Print all measures."""
    number = int(arguments[0]) if arguments else None
    for italics, name in ((True, "Markdown"), (False, "plain text")):
        score = Score()
        for path in xml_files(number):
            score.add(xml_score(path, italics=italics))
        sys.stdout.write(score.report(f"official XML, read as {name}") + "\n")
    score = Score()
    for draft, became in draft_pairs():
        score.add(draft_score(draft, became))
    sys.stdout.write(score.report("drafts in HTML, against the adopted text") + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
