"""Measure the PDF reader against the same drafts in HTML.

    python -m tests.corpus.pdf_measure [NAME]

reads every PDF of the corpus that has its HTML beside it (or those with NAME in their path) and prints how
many characters, paragraphs with their roles, italic openings and findings agree, and where they differ.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from linter.engine.lint import Linter
from linter.engine.outcome import Lint
from linter.engine.settings import Settings
from linter.model.resolution import Element
from linter.packs import load
from linter.readers import read

CORPUS = Path(__file__).resolve().parents[3] / "shared/corpus"
_TOKEN = re.compile(r"\w+|[^\w\s]|\s")


@dataclass(slots=True)
class Agreement:
    """What agrees, and out of how many; ``differences`` are lines to read."""

    same: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)
    differences: list[str] = field(default_factory=list)

    def take(self, what: str, same: int, total: int) -> None:
        """Count."""
        self.same[what] += same
        self.total[what] += total

    def add(self, other: Agreement) -> None:
        """Take over what another one counted."""
        self.same += other.same
        self.total += other.total
        self.differences += other.differences

    def rate(self, what: str) -> float:
        """The share that agrees."""
        return self.same[what] / self.total[what] if self.total[what] else 1.0


def pairs(name: str = "") -> list[tuple[Path, Path]]:
    """PDF files with the same text in HTML."""
    found = ((path, path.with_suffix(".html")) for path in sorted(CORPUS.rglob("*.pdf")))
    return [(pdf, html) for pdf, html in found if html.is_file() and name in str(pdf)]


def compare(pdf: Path, html: Path, linter: Linter) -> Agreement:
    """One draft read from both files."""
    agreement = Agreement()
    ours, theirs = (linter.lint(read(str(path))) for path in (pdf, html))
    name = pdf.stem
    one, other = (tuple(lint.resolution.elements) for lint in (ours, theirs))
    _characters(agreement, name, one, other)
    _multisets(agreement, "paragraphs", name, map(_paragraph, one), map(_paragraph, other))
    _multisets(agreement, "italic openings", name, _openings(one), _openings(other))
    _multisets(agreement, "note marks", name, _notes(one), _notes(other))
    _multisets(agreement, "findings", name, _findings(ours), _findings(theirs))
    return agreement


def _characters(agreement: Agreement, name: str, one: Sequence[Element], other: Sequence[Element]) -> None:
    left, right = (_TOKEN.findall(" ".join(map(_text, elements))) for elements in (one, other))
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    same = sum(len("".join(left[a : a + size])) for a, _, size in matcher.get_matching_blocks())
    agreement.take("characters", 2 * same, len("".join(left)) + len("".join(right)))
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            before = "".join(left[max(a - 8, 0) : a])
            texts = f"pdf={''.join(left[a:b])[:120]!r} html={''.join(right[c:d])[:120]!r}"
            agreement.differences.append(f"{name} characters …{before!r} {texts}")


def _multisets(agreement: Agreement, what: str, name: str, one: Iterable[str], other: Iterable[str]) -> None:
    left, right = Counter(one), Counter(other)
    agreement.take(what, 2 * (left & right).total(), left.total() + right.total())
    agreement.differences += [f"{name} {what} pdf only: {item}" for item in (left - right).elements()]
    agreement.differences += [f"{name} {what} html only: {item}" for item in (right - left).elements()]


def _text(element: Element) -> str:
    label = element.block.label
    return f"{label.text} {element.block.text}" if label else element.block.text


def _paragraph(element: Element) -> str:
    return f"{element.role} {element.label} {element.block.text}"


def _openings(elements: Iterable[Element]) -> Iterable[str]:
    for element in elements:
        if element.role in ("organ", "preambular", "operative", "subparagraph"):
            for mark in element.block.marks:
                if mark.style == "italic" and mark.start == 0:
                    yield f"{element.role} {element.label} {element.block.text[: mark.end]}"


def _notes(elements: Iterable[Element]) -> Iterable[str]:
    for element in elements:
        for note in element.block.notes:
            answered = "" if note.note is None else "answered"
            yield f"{element.block.text[max(note.offset - 20, 0) : note.offset]} [{note.label}] {answered}"


def _findings(lint: Lint) -> Iterable[str]:
    elements = {element.block.index: element for element in lint.resolution.elements}
    for diagnostic in lint.diagnostics:
        element = elements[diagnostic.place.block]
        words = element.block.text[diagnostic.place.start : diagnostic.place.end]
        yield f"{diagnostic.rule} {element.role} {element.label} “{words[:60]}”"


def main(arguments: Sequence[str]) -> None:
    """Print the measure."""
    linter = Linter(load(), Settings())
    whole = Agreement()
    files = pairs(arguments[0] if arguments else "")
    for pdf, html in files:
        whole.add(compare(pdf, html, linter))
    for line in whole.differences:
        sys.stdout.write(f"{line}\n")
    sys.stdout.write(f"{len(files)} drafts\n")
    for what, total in whole.total.items():
        sys.stdout.write(f"  {what:16}{whole.same[what]:8} / {total:<8}{whole.rate(what):8.2%}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
