"""A text under negotiation: brackets, attributions and labels may stand, and real slips are still seen."""

from __future__ import annotations

import linter
from tests.project.reports import EXAMPLES

DRAFT = (EXAMPLES / "shared-aquifers.md").read_bytes()


def _rules(text: bytes) -> set[str]:
    return {found.rule for found in linter.lint(text, name="draft.md").findings}


def test_what_negotiators_use_is_one_piece_of_advice_each() -> None:
    found = [
        finding.rule
        for finding in linter.lint(DRAFT, name="draft.md").findings
        if finding.severity == "advice"
    ]
    assert sorted(found) == ["negotiation-brackets", "negotiation-labels"]


def test_slips_are_seen_between_the_brackets() -> None:
    assert _rules(DRAFT) >= {
        "wrong-date-of-citation", "repeated-word", "capital-letters", "spelling-ize", "session-in-figures",
    }  # fmt: skip


def test_attributions_are_left_alone() -> None:
    """“G77” and “EU” are who wants the words, not words of the draft."""
    assert "body-name" not in _rules(DRAFT)
    assert "body-name" in _rules(DRAFT.replace(b"Member States to exchange", b"the G77 to exchange"))


def test_whose_words_are_in_brackets_is_no_abbreviation_in_the_draft() -> None:
    owned = b"[EU, XYZ: Member States] [Parties: XYZ, QRS] [del. XYZ] to exchange"
    assert "abbreviation" not in _rules(DRAFT.replace(b"Member States to exchange", owned))
    assert "abbreviation" in _rules(DRAFT.replace(b"Member States to exchange", b"[the XYZ] to exchange"))


def test_a_fix_keeps_brackets_labels_and_attributions() -> None:
    fixed = linter.fix(DRAFT, name="draft.md", suggested=True)
    text = fixed.decode()
    for kept in ("PP2 bis [*Reaffirming*", "(G77)", "OP2 [*Urges*] [*Encourages*] (US)", "~~PP4"):
        assert kept in text
    assert "25 September 2015" in text
