"""``--grammar``: what LanguageTool finds comes with the findings of the rules, and never costs them."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter import lint
from linter.api import fix
from linter.lsp.desk import Desk
from linter.readers import read
from tests.cli.conftest import Outcome, Resolint
from tests.grammar import fakes
from tests.grammar.fakes import Fake, match

DRAFT = """\
A/C.3/80/L.12

## Roads

*The General Assembly*,

*Recalling* the *pacta sunt servanda* of the report[^1] have been submitted,

1. *Requests* the the Secretary-General to submits a report on the “report have been” file;

2. *Decides* to continue its consideration of the matter.

[^1]: See the report have been printed.
"""


@pytest.fixture
def served(tmp_path: Path, fake: Fake) -> Fake:
    """The fake server, named in the settings of the folder that holds the draft."""
    (tmp_path / "resolint.toml").write_text(f'[grammar]\nserver = "{fake.address}"\ntimeout = 0.5\n', "utf-8")
    (tmp_path / "draft.md").write_text(DRAFT, "utf-8")
    fake.slips = [("to submits", "to submit")]
    return fake


def found(outcome: Outcome) -> list[tuple[str, str]]:
    """Rules and words of what LanguageTool found."""
    return [
        (one["rule"], one["excerpt"])
        for file in outcome.data["files"]
        for one in file["diagnostics"]
        if one["rule"].startswith("grammar-")
    ]


def check(resolint: Resolint, *args: object) -> Outcome:
    return resolint("check", "--format", "json", "draft.md", *args)


def test_nobody_is_asked_unless_the_user_wants_it(served: Fake, resolint: Resolint) -> None:
    assert found(check(resolint)) == []
    assert served.texts == []
    assert found(check(resolint, "--grammar")) == [("grammar-slip", "to submits")]


def test_the_settings_may_ask(served: Fake, resolint: Resolint, tmp_path: Path) -> None:
    with (tmp_path / "resolint.toml").open("a", encoding="utf-8") as settings:
        settings.write("enabled = true\n")
    assert found(check(resolint)) == [("grammar-slip", "to submits")]
    assert found(check(resolint, "--no-grammar")) == []
    config = resolint("config", "--grammar").out
    assert "grammar.enabled = true" in config
    assert f'grammar.server = "{served.address}"' in config


@pytest.mark.parametrize(
    "text",
    [
        "grammar = 1", '[grammar]\nserver = "localhost:8081"', '[grammar]\nserver = "file:///etc"',
        "[grammar]\ntimeout = 0", "[grammar]\nserver = true", '[grammar]\nenabled = "yes"',
        '[grammar]\nserve = "public"', '[grammar]\nserver = "http://name:secret@host"',
    ],
)  # fmt: skip
def test_settings_that_are_wrong_are_told_with_their_line(resolint: Resolint, text: str) -> None:
    Path("resolint.toml").write_text(text, "utf-8")
    outcome = resolint("config")
    assert outcome.status == 2
    assert f"resolint.toml:{len(text.splitlines())}: " in outcome.err


def test_the_clause_behind_that_is_shown_as_a_sentence(
    served: Fake, resolint: Resolint, tmp_path: Path
) -> None:
    text = DRAFT.replace("*Recalling* the", "*Noting* that the").replace(
        "1. *Requests* the", "1. *Requests* that the"
    )
    (tmp_path / "draft.md").write_text(text, "utf-8")
    served.slips = [("The", "A"), ("Requests that the", "Request that the")]
    outcome = check(resolint, "--grammar")
    assert "\n\nThe pacta sunt" in served.texts[0]
    assert "\n\nRequests that the" in served.texts[0]
    repairs = [
        one["fix"]["edits"]
        for one in outcome.data["files"][0]["diagnostics"]
        if one["rule"] == "grammar-slip"
    ]
    start = text.index("the *pacta")
    assert repairs[0] == [{"start": start, "end": start + 3, "replacement": "a"}]


@pytest.mark.usefixtures("served")
def test_a_finding_says_who_found_it_and_where(resolint: Resolint) -> None:
    outcome = check(resolint, "--grammar")
    (one,) = [one for one in outcome.data["files"][0]["diagnostics"] if one["rule"] == "grammar-slip"]
    assert one["source"] == {"title": "LanguageTool", "section": "SLIP"}
    assert one["severity"] == "advice"
    assert one["message"] == "Something is wrong with “to submits”."
    start = DRAFT.index("submits")
    assert (one["range"]["start"]["line"], one["range"]["start"]["offset"]) == (9, start - 3)
    assert one["fix"]["safety"] == "suggested"
    assert one["fix"]["edits"] == [{"start": start, "end": start + 7, "replacement": "submit"}]
    assert outcome.status == 1  # for the word that stands twice


def test_the_finding_of_a_rule_wins(served: Fake, resolint: Resolint) -> None:
    served.slips = [("the the", "the")]
    assert found(check(resolint, "--grammar")) == []
    assert found(check(resolint, "--grammar", "--ignore", "repeated-word")) == [("grammar-slip", "the the")]


def test_notes_and_italics_and_labels_do_not_show(served: Fake, resolint: Resolint) -> None:
    served.slips = [("report have been submitted", "report has been submitted")]
    outcome = check(resolint, "--grammar")
    assert found(outcome) == [("grammar-slip", "report have been submitted")]
    assert "Recalling the pacta sunt servanda of the report have been submitted." in served.texts[0]
    assert "See the report have been printed." in served.texts[0]
    assert not any(mark in served.texts[0] for mark in ("*", "[^", "1.", "2."))


def test_words_that_are_not_the_drafters_are_left_alone(served: Fake, resolint: Resolint) -> None:
    served.matches = lambda text: [
        match(text, "sunt servanda", "sent servant"), match(text, '"report have', '"report has'),
    ]  # fmt: skip
    assert found(check(resolint, "--grammar")) == []


def test_a_mark_within_the_words_leaves_the_repair_to_a_person(served: Fake, resolint: Resolint) -> None:
    served.slips = [("report have been submitted", "reports have been submitted")]
    (one,) = [
        one
        for one in check(resolint, "--grammar").data["files"][0]["diagnostics"]
        if one["rule"] == "grammar-slip"
    ]
    assert one["fix"] is None


def test_select_ignore_severity_and_suppression_know_the_names(
    served: Fake, resolint: Resolint, tmp_path: Path
) -> None:
    assert check(resolint, "--grammar", "--select", "grammar").rules == ["grammar-slip"]
    assert check(resolint, "--grammar", "--select", "grammar-s*").rules == ["grammar-slip"]
    for name in ("grammar", "grammar-slip", "grammar-*"):
        assert found(check(resolint, "--grammar", "--ignore", name)) == []
    text = DRAFT.replace("1. *Req", "<!-- resolint: ignore grammar-slip so agreed -->\n\n1. *Req")
    (tmp_path / "draft.md").write_text(text, "utf-8")
    outcome = check(resolint, "--grammar")
    assert (found(outcome), outcome.data["files"][0]["suppressed"]) == ([], 1)
    with (tmp_path / "resolint.toml").open("a", encoding="utf-8") as settings:
        settings.write('[severity]\n"grammar-*" = "error"\n')
    (tmp_path / "draft.md").write_text(DRAFT, "utf-8")
    assert check(resolint, "--grammar", "--fail-on", "error", "--select", "grammar").status == 1
    assert served.texts


def test_to_select_what_is_not_looked_at_is_a_mistake(served: Fake, resolint: Resolint) -> None:
    outcome = check(resolint, "--select", "grammar-slip")
    assert (outcome.status, "--grammar" in outcome.err) == (2, True)
    assert served.texts == []


def test_results_without_grammar_do_not_serve_runs_with_it(served: Fake, resolint: Resolint) -> None:
    assert found(check(resolint)) == []
    assert found(check(resolint, "--grammar")) == [("grammar-slip", "to submits")]
    asked = len(served.texts)
    assert found(check(resolint, "--grammar")) == [("grammar-slip", "to submits")]
    assert len(served.texts) == asked  # kept
    assert found(check(resolint)) == []


@pytest.mark.parametrize("answer", [fakes.hang, fakes.die, fakes.refuse, fakes.chat])
def test_a_server_that_fails_costs_nothing_else(
    served: Fake, resolint: Resolint, tmp_path: Path, answer: fakes.Answer
) -> None:
    (tmp_path / "other.md").write_text(DRAFT.replace("Roads", "Rivers"), "utf-8")
    without = resolint("check", "--format", "json", "draft.md", "other.md")
    served.answer = answer
    outcome = resolint("check", "--grammar", "--quiet", "--format", "json", "draft.md", "other.md")
    assert (outcome.status, outcome.rules) == (without.status, without.rules)
    assert outcome.err.count("grammar is not checked") == 1
    assert len(served.texts) == 1  # who failed once is not asked again
    del served.answer
    served.answer = served._said
    assert found(check(resolint, "--grammar")) == [("grammar-slip", "to submits")]  # nothing was kept


def test_processes_tell_of_a_failure_once(served: Fake, resolint: Resolint, tmp_path: Path) -> None:
    served.answer = fakes.refuse
    for number in range(4):
        (tmp_path / f"draft-{number}.md").write_text(DRAFT, "utf-8")
    outcome = resolint("check", "--grammar", "--jobs", "2", ".")
    assert (outcome.status, outcome.err.count("grammar is not checked")) == (1, 1)


def test_fix_makes_what_is_suggested(served: Fake, resolint: Resolint, tmp_path: Path) -> None:
    resolint("fix", "--grammar", "draft.md")
    assert "submits" in (tmp_path / "draft.md").read_text("utf-8")
    outcome = resolint("fix", "--grammar", "--suggested", "draft.md")
    text = (tmp_path / "draft.md").read_text("utf-8")
    assert "*Requests* the Secretary-General to submit a report" in text
    assert outcome.status == 0
    asked = "\n\n".join(served.texts).count("Recalling the pacta")
    assert asked == 2  # once for each command: what has not changed is not asked again


def test_fix_goes_on_without_the_server(served: Fake, resolint: Resolint, tmp_path: Path) -> None:
    served.answer = fakes.die
    outcome = resolint("fix", "--grammar", "--suggested", "draft.md")
    assert "Requests* the Secretary-General" in (tmp_path / "draft.md").read_text("utf-8")
    assert outcome.err.count("grammar is not checked") == 1


def test_review_writes_it_in_the_margin(served: Fake, resolint: Resolint) -> None:
    resolint("new", "--organ", "ga", "--session", "80", "--title", "Roads", "--output", "draft.docx")
    served.matches = lambda text: [match(text, "Decides", rule="NO_REPAIR")] if "Decides" in text else []
    outcome = resolint("review", "--grammar", "--output", "reviewed.docx", "draft.docx")
    assert "comment" in outcome.err
    assert Path("reviewed.docx").exists()
    served.answer = fakes.refuse
    assert "grammar is not checked" in resolint("review", "--grammar", "--force", "draft.docx").err


def test_a_word_misspelt_throughout_is_one_finding(served: Fake, resolint: Resolint, tmp_path: Path) -> None:
    text = DRAFT.replace("a report", "a raport").replace("consideration", "raport")
    (tmp_path / "draft.md").write_text(text, "utf-8")

    def twice(text: str) -> list[object]:
        spelling = {"rule": "MORFOLOGIK_RULE_EN_GB", "category": "TYPOS"}
        second = {**match(text, "raport", "report", **spelling), "offset": text.rindex("raport")}
        return [match(text, "raport", "report", **spelling), second]

    served.matches = twice
    outcome = check(resolint, "--grammar")
    assert found(outcome) == [("grammar-spelling", "raport")]
    resolint("fix", "--grammar", "--suggested", "draft.md")
    assert "raport" not in (tmp_path / "draft.md").read_text("utf-8")


def test_an_editor_does_not_ask(served: Fake, tmp_path: Path) -> None:
    with (tmp_path / "resolint.toml").open("a", encoding="utf-8") as settings:
        settings.write("enabled = true\n")
    linter = Desk().linter(tmp_path / "draft.md")
    assert linter is not None
    assert linter.lint(read(str(tmp_path / "draft.md"))).diagnostics
    assert served.texts == []


def test_explain_says_whose_rule_it_is(resolint: Resolint) -> None:
    outcome = resolint("explain", "grammar-spelling")
    assert (outcome.status, "LanguageTool" in outcome.err) == (2, True)


def test_the_library_asks_too(fake: Fake) -> None:
    fake.slips = [("to submits", "to submit")]
    report = lint(DRAFT.encode(), grammar=True, grammar_server=fake.address)
    assert "grammar-slip" in [finding.rule for finding in report.findings]
    assert b"to submit a" in fix(DRAFT.encode(), suggested=True, grammar=True, grammar_server=fake.address)


def test_a_draft_in_another_language_is_not_sent(fake: Fake) -> None:
    lint(DRAFT.encode(), grammar=True, grammar_server=fake.address, organ="ga")
    asked = len(fake.texts)
    french = DRAFT.replace("The General Assembly", "L’Assemblée générale").replace("*Decides*", "*Décide*")
    french = french.replace("to continue its consideration of the matter", "de rester saisie de la question")
    report = lint(french.encode(), grammar=True, grammar_server=fake.address)
    assert (len(fake.texts) == asked) == (report.language != "en")
