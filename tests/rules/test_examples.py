from __future__ import annotations

import pytest

from linter.packs import Rule, load
from linter.proving.examples import Bench

BOOK = load()


@pytest.mark.parametrize("rule", BOOK.all_rules(), ids=lambda rule: rule.name)
def test_the_examples_of_each_rule_hold(rule: Rule) -> None:
    """Bad gives just this rule at its place, its fix gives the stated text, good is quiet for all rules."""
    assert list(Bench(BOOK).problems(rule)) == []


@pytest.mark.parametrize("rule", BOOK.all_rules(), ids=lambda rule: rule.name)
def test_each_rule_is_written_for_a_drafter(rule: Rule) -> None:
    """Texts are sentences, a message that has words to show shows them."""
    assert rule.summary.endswith((".", ".”"))
    assert rule.summary[0].isupper() or rule.summary[0] in "“*"
    assert rule.why.endswith((".", ".”"))
    assert rule.message.endswith((".", "?", "”", ")"))
    assert rule.authority
    assert len(rule.name) <= 50


def test_there_are_rules_enough() -> None:
    on = [rule for rule in BOOK.all_rules() if rule.status == "stable"]
    assert len(on) >= 40
