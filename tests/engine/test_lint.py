from __future__ import annotations

from dataclasses import replace

import pytest

from linter.engine.lint import Linter
from linter.engine.outcome import Lint
from linter.engine.report import file_report
from linter.engine.settings import Settings
from linter.model.errors import ConfigError
from linter.packs import load
from linter.readers import read

BOOK = load()
DRAFT = """\
*The General Assembly*,

*Reaffirming* the purposes and principles of the Charter of the United Nations,

Recalling its earlier work,

1. *Welcomes* the progress made;

2. *Decides* to continue its consideration of the matter.
"""


def lint(text: str, **settings: object) -> Lint:
    return Linter(BOOK, Settings(**settings)).lint(read("draft.md", text.encode()))  # type: ignore[arg-type]


def rules(text: str, **settings: object) -> list[str]:
    return [found.rule for found in lint(text, **settings).diagnostics]


ROMAN = rules(DRAFT)


def test_a_slip_is_found() -> None:
    assert len(ROMAN) == 1
    assert "not-italic" in ROMAN[0]


def test_rules_are_selected_and_ignored_by_name_and_pattern() -> None:
    assert rules(DRAFT, select=(ROMAN[0],)) == ROMAN
    assert rules(DRAFT, select=("numbering",)) == []
    assert rules(DRAFT, ignore=("*-not-italic",)) == []


def test_rules_are_silent_in_some_files_by_name_and_pattern() -> None:
    for named in (ROMAN[0], "*-not-italic", "italics", "all"):
        assert rules(DRAFT, ignore_in=(("*.md", (named,)),)) == []
        assert rules(DRAFT, ignore_in=(("*.txt", (named,)),)) == ROMAN
    assert rules(DRAFT, ignore_in=(("*.md", ("numbering",)),)) == ROMAN


@pytest.mark.parametrize(
    "settings", [{"ignore": (ROMAN[0] + "s",)}, {"ignore_in": (("*.md", (ROMAN[0] + "s",)),)}]
)
def test_an_unknown_rule_is_refused_with_the_nearest(settings: dict[str, object]) -> None:
    with pytest.raises(ConfigError, match="did you mean"):
        lint(DRAFT, **settings)


def test_settings_change_the_severity() -> None:
    (found,) = lint(DRAFT, severity=((ROMAN[0], "advice"),)).diagnostics
    assert found.severity == "advice"


def test_a_comment_suppresses_a_rule_at_the_next_block() -> None:
    comment = f"<!-- resolint: ignore {ROMAN[0]} it is quoted so -->\n\nRecalling"
    quiet = lint(DRAFT.replace("Recalling", comment, 1))
    assert (quiet.diagnostics, quiet.suppressed, quiet.notes) == ((), 1, ())


def test_a_comment_that_suppresses_nothing_is_reported() -> None:
    comment = f"<!-- resolint: ignore {ROMAN[0]} -->\n\n1. *Welcomes*"
    (note,) = lint(DRAFT.replace("1. *Welcomes*", comment, 1)).notes
    assert note.endswith("suppresses nothing: remove it")


def test_a_comment_that_names_no_rule_is_told_the_nearest() -> None:
    comment = f"<!-- resolint: ignore {ROMAN[0]}s -->\n\nRecalling"
    (note,) = lint(DRAFT.replace("Recalling", comment, 1)).notes
    assert note.endswith(f"there is no rule “{ROMAN[0]}s”; did you mean “{ROMAN[0]}”?")


def test_a_comment_that_is_not_understood_is_reported() -> None:
    comment = "<!-- resolint: ingore everything -->\n\n1. *Welcomes*"
    (note,) = lint(DRAFT.replace("1. *Welcomes*", comment, 1)).notes
    assert "is not understood" in note


def test_what_is_no_draft_is_left_alone() -> None:
    outcome = lint("# Shopping\n\nMilk and  bread , please.\n")
    assert outcome.diagnostics == ()
    assert "no rule was run" in outcome.notes[0]


def test_a_rule_that_breaks_down_is_named_and_the_others_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> object:
        raise ZeroDivisionError

    monkeypatch.setattr("linter.checks.numbering.check", broken)
    outcome = lint(DRAFT)
    assert [found.rule for found in outcome.diagnostics] == ROMAN
    assert all("internal error in the rule" in failure for failure in outcome.failures)
    assert outcome.failures


def test_a_finding_tells_its_place_in_words_lines_and_columns() -> None:
    (finding,) = file_report(lint(DRAFT)).findings
    assert finding.where.text == "preambular paragraph 2"
    assert finding.where.range is not None
    assert (finding.where.range.start.line, finding.where.range.start.column) == (5, 1)
    assert finding.excerpt == "Recalling"
    assert finding.repair is not None
    assert finding.repair.source_edits is not None


@pytest.mark.parametrize(
    ("text", "settings", "said"),
    [
        (
            "L’Assemblée générale,\n\nRappelant sa résolution,\n\n1. Décide de poursuivre.\n",
            Settings(),
            "it is in French, and the rules are for English: no rule was run",
        ),
        (
            DRAFT,
            Settings(organ="ga", select=("chapter-vii-not-last",)),
            "none of the rules that are selected concerns it: no rule was run",
        ),
    ],
)
def test_a_draft_that_no_rule_is_for_is_not_called_faultless(
    text: str, settings: Settings, said: str
) -> None:
    assert Linter(BOOK, settings).lint(read("draft.txt", text.encode())).notes == (said,)


def test_a_draft_that_only_grammar_is_asked_about_was_looked_at() -> None:
    assert lint(DRAFT, grammar=True, select=("grammar",)).notes == ()


def test_what_the_format_cannot_show_is_said_once() -> None:
    plain = read("draft.txt", DRAFT.replace("*", "").encode())
    outcome = Linter(BOOK, Settings()).lint(plain)
    assert outcome.diagnostics == ()
    assert outcome.notes == ("plain text shows no italics: the rules about them were not run",)


def test_what_was_not_read_is_said() -> None:
    unread = replace(read("draft.md", DRAFT.encode()), remarks=("a number was not read",))
    assert Linter(BOOK, Settings()).lint(unread).notes == ("a number was not read",)
