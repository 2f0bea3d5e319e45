"""A fix never damages: over real texts, not only over examples."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from linter.engine.lint import Linter
from linter.engine.outcome import Lint
from linter.engine.report import file_report
from linter.engine.settings import Settings
from linter.fixing import fix, rendered
from linter.packs import load
from linter.readers import read
from linter.writers import render, source_edits
from tests.corpus.gold import plain_markdown

LINTER = Linter(load(), Settings())
EVERY_RULE = Linter(load(), Settings(select=("all",)))
SAMPLE = 24


def drafts(shared: Path) -> list[tuple[str, bytes]]:
    """The seeds, some texts without italics, and official texts as a person would type them."""
    texts = sorted((shared / "seeds").glob("*.txt"))
    texts += sorted((shared / "corpus/HRC").glob("*.txt"))[:: 288 // SAMPLE * 4]
    official = sorted((shared / "corpus/akn4un/GA").glob("*.xml"))[:: 966 // SAMPLE]
    return [(path.name, path.read_bytes()) for path in texts] + [
        (f"{path.stem}.md", plain_markdown(read(str(path))).encode()) for path in official
    ]


@pytest.fixture(scope="module")
def sample(shared: Path) -> list[tuple[str, bytes]]:
    return drafts(shared)


def told(lint: Lint) -> Counter[str]:
    return Counter(found.rule for found in lint.diagnostics)


def test_a_second_fix_changes_nothing(sample: list[tuple[str, bytes]]) -> None:
    for name, data in sample:
        once = rendered(fix(read(name, data), EVERY_RULE, suggested=True), EVERY_RULE)
        twice = rendered(fix(read(name, once), EVERY_RULE, suggested=True), EVERY_RULE)
        assert twice == once, name


def test_a_fix_silences_its_rule_and_wakes_no_other(sample: list[tuple[str, bytes]]) -> None:
    for name, data in sample:
        before = EVERY_RULE.lint(read(name, data))
        outcome = fix(read(name, data), EVERY_RULE, suggested=True)
        assert all(found.fix is None for found in outcome.lint.diagnostics) or outcome.refused, name
        woken = told(outcome.lint) - told(before)
        assert not woken, f"{name}: {woken}"


def test_what_is_found_in_the_composed_text_is_found_in_the_written_file(
    sample: list[tuple[str, bytes]],
) -> None:
    for name, data in sample:
        outcome = fix(read(name, data), LINTER)
        written = LINTER.lint(read(name, rendered(outcome, LINTER)))
        assert told(written) == told(outcome.lint), name


def test_each_fix_alone_silences_its_finding(sample: list[tuple[str, bytes]]) -> None:
    for name, data in sample[::4]:
        document = read(name, data)
        before = EVERY_RULE.lint(document)
        for finding in file_report(before).findings:
            if finding.repair is None or finding.repair.source_edits is None:
                continue
            text = document.source.text
            for edit in reversed(finding.repair.source_edits):
                text = text[: edit.start] + edit.replacement + text[edit.end :]
            after = EVERY_RULE.lint(read(name, text.encode()))
            assert told(after)[finding.rule] < told(before)[finding.rule], (
                name,
                finding.rule,
                finding.excerpt,
            )


def test_no_change_is_byte_for_byte(sample: list[tuple[str, bytes]]) -> None:
    for name, data in sample:
        document = read(name, data)
        assert source_edits(document, ()) == ()
        assert render(document, ()) == data
