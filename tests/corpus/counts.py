"""Run the rules over real texts and count what they find."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from linter.engine.lint import Linter
from linter.engine.outcome import Lint
from linter.engine.report import in_words
from linter.engine.settings import Settings
from linter.model.diagnostic import Diagnostic
from linter.model.errors import ReadError
from linter.packs import load
from linter.readers import read

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
PROCESSES = 2
CORPORA = {
    "General Assembly": "akn4un/GA/*.xml",
    "Security Council": "akn4un/SC/*RES*.xml",
    "Human Rights Council": "HRC/*.txt",
    "Economic and Social Council": "ECOSOC/*.txt",
    "drafts of the General Assembly": "GA/drafts/*.html",
    "Security Council, plain text": "SC/*.txt",
}
_AROUND = 70


@dataclass(frozen=True, slots=True)
class Found:
    """One finding, as far as the evidence asks; ``words`` is its line for a person to read."""

    rule: str
    severity: str
    preview: bool
    words: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the rules did with one document; ``tallies`` are (rule, places where it applied, broken there)."""

    corpus: str
    name: str
    found: tuple[Found, ...]
    tallies: tuple[tuple[str, int, int], ...]
    failures: tuple[str, ...]


@dataclass(slots=True)
class RuleCount:
    """The figures of one rule over a corpus, or over all."""

    applied: int = 0
    broken: int = 0
    findings: int = 0
    documents: int = 0


@dataclass(slots=True)
class Evidence:
    """The figures of a run; the keys of ``rules`` are corpus and rule."""

    documents: Counter[str] = field(default_factory=Counter)
    findings: Counter[tuple[str, str]] = field(default_factory=Counter)
    touched: Counter[tuple[str, str]] = field(default_factory=Counter)
    previews: Counter[str] = field(default_factory=Counter)
    rules: dict[tuple[str, str], RuleCount] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)

    def take(self, outcome: Outcome) -> None:
        """Count one document."""
        corpus = outcome.corpus
        self.documents[corpus] += 1
        self.failures += [f"{outcome.name}: {failure}" for failure in outcome.failures]
        on = [found.severity for found in outcome.found if not found.preview]
        self.findings.update((corpus, severity) for severity in on)
        self.touched.update((corpus, severity) for severity in set(on))
        self.touched[corpus, "any"] += bool(on)
        self.touched[corpus, "error or warning"] += bool({"error", "warning"} & set(on))
        self.previews[corpus] += len(outcome.found) - len(on)
        for rule, applied, broken in outcome.tallies:
            count = self.rules.setdefault((corpus, rule), RuleCount())
            count.applied += applied
            count.broken += broken
        for rule, number in Counter(found.rule for found in outcome.found).items():
            count = self.rules.setdefault((corpus, rule), RuleCount())
            count.findings += number
            count.documents += 1

    def per_document(self, corpus: str, *severities: str) -> float:
        """Findings of these severities on an average document."""
        return sum(self.findings[corpus, severity] for severity in severities) / max(
            self.documents[corpus], 1
        )

    def rule(self, name: str, corpus: str | None = None) -> RuleCount:
        """The figures of a rule in one corpus, or in all together."""
        corpora = [corpus] if corpus else list(CORPORA)
        counts = [self.rules.get((one, name), RuleCount()) for one in corpora]
        return RuleCount(
            sum(count.applied for count in counts),
            sum(count.broken for count in counts),
            sum(count.findings for count in counts),
            sum(count.documents for count in counts),
        )


def paths(corpus: str, number: int | None = None) -> list[Path]:
    """The files of a corpus, or about ``number`` of them at a fixed stride."""
    found = sorted(CORPUS.glob(CORPORA[corpus]))
    return found[:: max(len(found) // number, 1)][:number] if number else found


@cache
def linter() -> Linter:
    """All rules, previews too."""
    return Linter(load(), Settings(select=("all",)))


def examine(corpus: str, path: Path) -> Outcome | None:
    """The rules run over one document; None where the file cannot be read or is no draft."""
    try:
        lint = linter().lint(read(str(path)))
    except ReadError:
        return None
    if not lint.resolution.is_draft:
        return None
    found = tuple(_found(finding, lint, path) for finding in lint.diagnostics)
    tallies = tuple((rule, tally.applied, tally.broken) for rule, tally in lint.tallies.items())
    return Outcome(corpus, path.stem, found, tallies, lint.failures)


def _found(finding: Diagnostic, lint: Lint, path: Path) -> Found:
    preview = lint.rules[finding.rule].status != "stable"
    return Found(finding.rule, finding.severity, preview, "\t".join(_line(finding, lint, path)))


def _line(finding: Diagnostic, lint: Lint, path: Path) -> Iterator[str]:
    block = lint.resolution.document.blocks[finding.place.block]
    element = next(one for one in lint.resolution.elements if one.block.index == block.index)
    start, end = finding.place.start, finding.place.end
    yield from (finding.rule, finding.severity, path.stem, in_words(element, lint.resolution))
    before, after = block.text[max(start - _AROUND, 0) : start], block.text[end : end + _AROUND]
    yield f"{before}⟦{block.text[start:end]}⟧{after}".replace("\t", " ").replace("\n", " ")
    yield finding.message


def outcomes(number: int | None = None, processes: int = PROCESSES) -> Iterator[Outcome]:
    """Every document of every corpus, in order."""
    work = [(corpus, path) for corpus in CORPORA for path in paths(corpus, number)]
    with ProcessPoolExecutor(processes) as pool:
        for outcome in pool.map(examine, *zip(*work, strict=True), chunksize=8):
            if outcome is not None:
                yield outcome
