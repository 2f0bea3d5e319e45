from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Resolint

BASE = """\
A/RES/79/182

## 79/182. Safe schools

*The General Assembly*,

*Guided* by the purposes and principles of the Charter of the United Nations,

1. *Affirms* the  importance of schools;

2. *Commends* the parties for their efforts;

3. *Requests* the Secretary-General to report to it at its eightieth session.

55th plenary meeting

17 December 2024
"""
DRAFT = """\
A/C.3/80/L.12

## Safe schools

*The General Assembly*,

*Guided* by the purposes and principles of the Charter of the United Nations,

1. *Affirms* the  importance of schools;

2. *Commends* the  parties for their work;

3. *Requests* the Secretary-General to report to it at its eightieth session.
"""
AMENDMENT = """\
Norway: amendment to draft resolution A/C.3/80/L.12

## Safe schools

1. In operative paragraph 1, replace “the work” with “the role”.

2. Delete operative paragraph 4.
"""


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    """A text, the draft made from it, and an amendment to that."""
    for name, text in (("base.md", BASE), ("draft.md", DRAFT), ("amendment.md", AMENDMENT)):
        (tmp_path / name).write_text(text, "utf-8")


def test_agreed_findings_are_marked_and_lowered(resolint: Resolint) -> None:
    outcome = resolint("check", "--base", "base.md", "--format", "json", "draft.md")
    (file,) = outcome.data["files"]
    told = [(one["rule"], one["severity"], one["agreed"]) for one in file["diagnostics"]]
    assert told == [
        ("double-space", "advice", True),
        ("double-space", "error", False),
        ("session-not-moved-on", "warning", False),
    ]
    assert outcome.status == 1


def test_json_says_nothing_of_agreement_without_a_base(resolint: Resolint) -> None:
    outcome = resolint("check", "--format", "json", "draft.md")
    assert not any("agreed" in one for file in outcome.data["files"] for one in file["diagnostics"])
    assert "session-not-moved-on" not in outcome.rules


def test_what_the_drafter_changed_comes_first(resolint: Resolint) -> None:
    out = resolint("check", "--base", "base.md", "draft.md").out
    assert out.index("draft.md:11") < out.index("draft.md:13") < out.index("draft.md:9:")
    assert out.index("draft.md:13") < out.index("the words stand so in the base")


def test_agreed_findings_can_be_left_out(resolint: Resolint) -> None:
    outcome = resolint("check", "--base", "base.md", "--agreed", "hide", "--format", "json", "draft.md")
    assert outcome.rules == ["double-space", "session-not-moved-on"]


def test_settings_name_the_base(resolint: Resolint, tmp_path: Path) -> None:
    (tmp_path / "resolint.toml").write_text('base = "base.md"\nagreed = "hide"\n', "utf-8")
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "draft.md").write_text(DRAFT, "utf-8")
    assert resolint("check", "--format", "json", "drafts").rules == ["double-space", "session-not-moved-on"]
    assert 'base = "base.md"' in resolint("config").out.replace(f"{tmp_path}/", "").replace("\\", "")


def test_agreed_language_is_repaired_only_when_asked(resolint: Resolint, tmp_path: Path) -> None:
    resolint("fix", "--base", "base.md", "draft.md")
    after = (tmp_path / "draft.md").read_text("utf-8")
    assert "the  importance" in after
    assert "the parties" in after
    resolint("fix", "--suggested", "--base", "base.md", "draft.md")
    after = (tmp_path / "draft.md").read_text("utf-8")
    assert "the importance" in after
    assert "eighty-first session" in after


def test_an_amendment_is_held_against_the_draft(resolint: Resolint) -> None:
    outcome = resolint("check", "--base", "draft.md", "--format", "json", "amendment.md")
    (file,) = outcome.data["files"]
    told = [(one["rule"], one["excerpt"], one["message"]) for one in file["diagnostics"]]
    assert told == [
        (
            "amended-words-differ",
            "the work",
            "The draft does not read so there: operative paragraph 1 reads “the  importance”.",
        ),
        (
            "amended-paragraph-missing",
            "4",
            "The draft has no such paragraph: its operative paragraphs are 1 to 3.",
        ),
    ]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("nothing.md", None, "no such file"),
        ("readme.md", "# How to\n\nRead this.\n", "no resolution or decision is recognised in it"),
    ],
)
def test_a_base_that_is_none(
    resolint: Resolint, tmp_path: Path, name: str, text: str | None, message: str
) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, "utf-8")
    outcome = resolint("check", "--base", name, "draft.md")
    assert outcome.status == 2
    assert name in outcome.err
    assert message in outcome.err
