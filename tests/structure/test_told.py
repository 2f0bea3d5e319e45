from __future__ import annotations

from pathlib import Path

import pytest

from linter.engine.lint import Linter
from linter.engine.settings import Settings
from linter.model.resolution import Resolution
from linter.packs import load
from linter.readers import read
from linter.structure import recognise
from linter.structure.told import statement
from linter.tables import vocabulary

HEAD = "S/PRST/2012/99\n\nStatement by the President of the Security Council\n\n"
FORMULA = (
    "At the 6999th meeting of the Security Council, held on 3 May 2012, in connection with the Council’s "
    "consideration of the item entitled “Rural roads”, the President of the Security Council made the "
    "following statement on behalf of the Council:\n\n"
)
BODY = "“The Security Council welcomes the plan.\n\n“The Security Council will follow its progress.”\n"
DECIDED = "At its 12th plenary meeting, on 3 October 2026, the General Assembly decided to defer the item.\n"
ANNOUNCED = (
    "At its 45th meeting, on 8 October 2025, the Human Rights Council decided to adopt "
    "the following text:\n\n"
)


def recognised(text: str) -> Resolution:
    return recognise(read("text.md", text.encode()), vocabulary())


def found(text: str) -> list[str]:
    linter = Linter(load(), Settings())
    lint = linter.lint(read("text.md", text.encode()))
    assert not lint.failures
    return [one.rule for one in lint.diagnostics]


def test_a_statement_is_told_by_its_formula() -> None:
    resolution = recognised(HEAD + FORMULA + BODY)
    assert (resolution.is_draft, resolution.kind, resolution.organ) == (True, "statement", "sc")
    assert resolution.symbol == "S/PRST/2012/99"
    assert [one.role for one in resolution.elements] == ["masthead", "title", "other", "other", "other"]


def test_a_statement_ends_with_its_closing_mark() -> None:
    resolution = recognised(HEAD + FORMULA + BODY + "\nAide-memoire\n\nThe Security Council has said\n")
    assert [one.block.text[:12] for one in statement(resolution)] == [
        "At the 6999t", "“The Securit", "“The Securit",
    ]  # fmt: skip
    assert statement(recognised(DECIDED)) == ()


@pytest.mark.parametrize(
    ("paragraphs", "said"),
    [
        (["“It welcomes the “plan”", "“It regrets.”", "A note.", "“A quotation.”"], 2),
        (["“It welcomes.", "A list;", "“It regrets.", "A note."], 3),
        (["“It welcomes.”", "A note.", "“A quotation.”"], 1),
        (["It welcomes.", "It regrets."], 2),
    ],
    ids=["closed", "never closed", "closed at once", "no marks"],
)
def test_what_belongs_to_a_statement(paragraphs: list[str], said: int) -> None:
    resolution = recognised(HEAD + FORMULA + "\n\n".join(paragraphs) + "\n")
    assert [one.block.text for one in statement(resolution)][1:] == paragraphs[:said]


def test_what_a_statement_says_is_no_operative_paragraph_whatever_markup_calls_it() -> None:
    said = "<num>1.</num><content><p>The Security Council welcomes the plan.</p></content>"
    body = f"<p>{FORMULA}</p><paragraph>{said}</paragraph>"
    page = f"<akomaNtoso><statement><mainBody>{body}</mainBody></statement></akomaNtoso>"
    resolution = recognise(read("statement.xml", page.encode()), vocabulary())
    assert resolution.kind == "statement"
    assert {one.role for one in resolution.elements} == {"other"}


@pytest.mark.parametrize(
    ("text", "organ"),
    [
        (DECIDED, "ga"),
        ("Rural roads\n\n" + DECIDED, "ga"),
        (DECIDED.replace("decided to defer", "took note of the note on"), "ga"),
        ("The General Assembly decides to defer the item.\n", "ga"),
        (ANNOUNCED + "“The Human Rights Council decides to go on.”\n", "hrc"),
    ],
)
def test_a_decision_is_told_by_its_first_paragraph(text: str, organ: str) -> None:
    resolution = recognised(text)
    assert (resolution.is_draft, resolution.kind, resolution.organ) == (True, "decision", organ)


@pytest.mark.parametrize(
    "text",
    [
        "## Introduction\n\n1. " + DECIDED + "\n2. The Committee considered the item.\n",
        "The report was before the Committee at its third meeting, with much else to read.\n\n" + DECIDED,
        "The report was before the Committee at its third meeting, with much else to read,\n\n" + DECIDED,
        "Members hoped that the General Assembly decides to defer the item.\n",
        "The General Assembly decides to defer the item\n",
        "The General Assembly took note of the item.\n",
        "The General Assembly decides to defer the item.\n\nThe item was then deferred by the Assembly.\n",
        "At its 12th plenary meeting, on 3 October 2026, the General Assembly met. The Committee decided.\n",
        "“At its 12th plenary meeting, on 3 October 2026, the General Assembly decided”, he said.\n",
        "The President made the following statement on behalf of the Group of 77:\n",
    ],
)
def test_other_texts_in_prose_are_left_alone(text: str) -> None:
    resolution = recognised(text)
    assert (resolution.is_draft, resolution.kind) == (False, "text")


def test_a_draft_that_holds_the_words_stays_a_draft() -> None:
    text = FORMULA + "*The Human Rights Council*,\n\n*Recalling* the plan,\n\n1. *Decides* to go on.\n"
    assert recognised(text).kind == "text"
    assert [one.role for one in recognised(text).elements[1:]] == ["organ", "preambular", "operative"]


def test_only_the_rules_about_them_look_at_such_texts() -> None:
    """The words would be slips in a draft: the spelling, the percentage, the double space."""
    assert found(HEAD + FORMULA + BODY.replace("plan", "color  of 5% of centers")) == []
    assert found(DECIDED.replace("the item", "the color  of 5% of centers")) == []


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        (FORMULA + BODY, []),
        (FORMULA.replace("3 May 2012", "that day") + BODY, ["statement-occasion"]),
        (FORMULA + BODY.replace("plan.", "plan,"), ["statement-full-stop"]),
        (FORMULA + "“Welcoming the plan,\n\n" + BODY, ["statement-in-sentences"]),
        (FORMULA + "“Recalling the plan, the Council welcomes it.\n\n" + BODY, []),
        (FORMULA + "“In this regard, the Security Council welcomes:\n\n- the plan;\n\n" + BODY, []),
        (FORMULA + BODY.replace("“", ""), ["statement-quoted"]),
    ],
)
def test_the_form_of_a_statement(text: str, rules: list[str]) -> None:
    assert found(HEAD + text) == rules


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        (DECIDED, []),
        (DECIDED.replace("decided", "decides"), ["decision-as-record"]),
        (DECIDED.replace(", on 3 October 2026", ""), ["decision-as-record"]),
        (DECIDED.replace("12th plenary meeting, on 3", "1st and 2nd plenary meetings, on 2 and 3"), []),
        (DECIDED.replace("General Assembly", "Human Rights Council").replace("decided", "decides"),
         ["council-decision-as-record"]),
        (ANNOUNCED + "“The Council decides to go on.”\n", ["council-decision-text"]),
        (ANNOUNCED + "“The Human Rights Council decides to go on.”\n", []),
        ("A/80/L.7\n\nThe General Assembly decides to defer the item.\n", []),
    ],
)  # fmt: skip
def test_the_form_of_a_decision(text: str, rules: list[str]) -> None:
    assert found(text) == rules


@pytest.mark.parametrize("name", ["decision", "statement"])
def test_a_rule_may_ask_for_a_kind_of_text(name: str) -> None:
    rules = load().all_rules()
    asking = [rule.name for rule in rules if name in rule.when.kind]
    assert asking
    assert all(rule.kind == "told" for rule in rules if rule.name in asking)


def test_statements_of_the_corpus_are_recognised_and_quiet(shared: Path) -> None:
    folder = shared / "corpus" / "SC" / "statements"
    linter = Linter(load(), Settings())
    lints = [linter.lint(read(str(path))) for path in sorted(folder.glob("*.txt"))[:12]]
    assert lints
    assert all(lint.resolution.kind == "statement" for lint in lints)
    assert sum(len(lint.diagnostics) for lint in lints) == 0
