from __future__ import annotations

from typing import Any

from linter.engine.lint import Linter
from linter.engine.outcome import Lint
from linter.engine.settings import Settings
from linter.model.diagnostic import Diagnostic
from linter.packs import load
from linter.readers import read

TEXT = """\
A/C.3/80/L.12

## Safe schools

*The General Assembly*,

*Guided* by the purposes and principles of the Charter of the United Nations,

1. *Affirms* the  importance of schools;

2. *Commends* the parties for their efforts;

3. *Decides* to continue its consideration of the matter.
"""


def linted(draft: str, base: str = TEXT, **settings: Any) -> Lint:
    book = load()
    plain = Linter(book, Settings(**settings))
    linter = Linter(book, plain.settings, plain.recognise(read("base.md", base.encode())))
    lint = linter.lint(read("draft.md", draft.encode()))
    assert not lint.failures
    return lint


def found(lint: Lint, rule: str) -> Diagnostic:
    (one,) = [found for found in lint.diagnostics if found.rule == rule]
    return one


def test_a_slip_that_the_base_has_is_agreed_and_becomes_advice() -> None:
    one = found(linted(TEXT), "double-space")
    assert (one.agreed, one.severity) == (True, "advice")
    assert one.fix is not None
    assert one.fix.safety == "suggested"


def test_a_slip_of_the_drafter_keeps_its_level() -> None:
    changed = TEXT.replace("the parties", "the  parties")
    agreed, own = [one for one in linted(changed).diagnostics if one.rule == "double-space"]
    assert (agreed.agreed, own.agreed) == (True, False)
    assert own.severity == found(linted(TEXT, agreed="keep"), "double-space").severity != "advice"


def test_agreed_words_that_are_wrong_only_now_are_the_drafters() -> None:
    """“Commends” is unchanged, but follows a new paragraph that commends."""
    changed = TEXT.replace("2. *Comm", "2. *Commends* the parties for their work;\n\n3. *Comm").replace(
        "3. *Dec", "4. *Dec"
    )
    one = found(linted(changed), "operative-also-missing")
    assert (one.agreed, one.severity) == (False, "warning")


def test_words_that_a_newer_rule_finds_are_agreed_all_the_same() -> None:
    """“States parties” was right when the base was adopted."""
    draft = TEXT.replace("the parties", "States parties").replace("the  importance", "the importance")
    one = found(linted(draft, draft.replace("80/L.12", "79/L.12")), "states-parties")
    assert (one.agreed, one.severity) == (True, "advice")


def test_agreed_findings_are_kept_or_left_out_as_settings_say() -> None:
    assert found(linted(TEXT, agreed="keep"), "double-space").agreed
    hidden = linted(TEXT, agreed="hide")
    assert [one.rule for one in hidden.diagnostics] == []
    assert "left out, since they stand in agreed language: 1" in hidden.notes


def test_nothing_is_said_of_agreement_without_a_base() -> None:
    lint = Linter(load(), Settings()).lint(read("draft.md", TEXT.encode()))
    assert [one.agreed for one in lint.diagnostics] == [None]


def test_a_base_can_only_be_missed_where_there_are_paragraphs() -> None:
    base = (
        "A/RES/79/227\n\n## 79/227. Agriculture development, food security and nutrition\n\n"
        "*The General Assembly*,\n\n*Recalling* its resolution 78/168 of 19 December 2023,\n\n"
        "1. *Decides* to remain seized of the matter.\n"
    )
    begun = "*The General Assembly*,\n\n(a) To report;\n"
    whole = "*The General Assembly*,\n\n1. *Decides* to act.\n"
    assert not linted(begun, base, select=("base-not-recalled",)).diagnostics
    assert found(linted(whole, base), "base-not-recalled").place.block == 1
