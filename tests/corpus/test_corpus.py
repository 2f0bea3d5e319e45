"""The rules over a fixed sample of real texts, and what was said on reading their findings."""

from __future__ import annotations

import pytest

from linter.packs import load
from linter.tables.location import rules_folder
from tests.corpus.counts import CORPUS, Evidence, examine, paths
from tests.corpus.readings import readings

SAMPLE = 40
MOST = {"error and warning": 1.0, "advice": 3.0}  # a document of the General Assembly, on average
ENOUGH = 0.95  # of the findings read of a rule that is on by default


@pytest.fixture(scope="module")
def sample() -> Evidence:
    if not CORPUS.is_dir():
        pytest.skip("the shared reference documents are not beside this checkout")
    evidence = Evidence()
    for corpus, number in (
        ("General Assembly", SAMPLE),
        ("Security Council", 8),
        ("Human Rights Council", 8),
    ):
        for path in paths(corpus, number):
            outcome = examine(corpus, path)
            if outcome is not None:
                evidence.take(outcome)
    return evidence


def test_adopted_texts_have_few_errors_and_warnings(sample: Evidence) -> None:
    assert sample.per_document("General Assembly", "error", "warning") <= MOST["error and warning"]


def test_advice_stays_bearable(sample: Evidence) -> None:
    assert sample.per_document("General Assembly", "advice") <= MOST["advice"]


def test_no_rule_breaks_down(sample: Evidence) -> None:
    assert sample.failures == []


def test_the_sample_is_linted(sample: Evidence) -> None:
    assert sample.documents["General Assembly"] == SAMPLE
    assert sum(count.applied for count in sample.rules.values()) > 10_000


def test_what_was_read_adds_up() -> None:
    wrong = {
        rule: reading
        for rule, reading in readings().items()
        if reading.read != reading.true + reading.false + reading.unclear
    }
    assert wrong == {}


def test_only_known_rules_were_read() -> None:
    assert set(readings()) - {rule.name for rule in load().all_rules()} == set()


def test_errors_and_warnings_that_are_on_were_true_when_read() -> None:
    said = readings()
    doubtful = {
        rule.name
        for rule in load().all_rules()
        if rule.status == "stable" and rule.severity != "advice" and rule.name in said
        if said[rule.name].true < ENOUGH * (said[rule.name].read - said[rule.name].unclear)
    }
    assert doubtful == set()


def test_the_page_has_a_row_for_every_rule() -> None:
    page = (rules_folder() / "EVIDENCE.md").read_text("utf-8")
    assert [rule.name for rule in load().all_rules() if f"| {rule.name} |" not in page] == []
