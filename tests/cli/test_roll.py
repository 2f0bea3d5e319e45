from __future__ import annotations

from pathlib import Path

import pytest

from linter.readers import read
from linter.writers.docx.template import build
from tests.cli.conftest import Resolint
from tests.drafting.test_roll import TEXT


@pytest.fixture(autouse=True)
def base(tmp_path: Path) -> None:
    """The text, as Markdown and as a Word file."""
    (tmp_path / "base.md").write_text(TEXT, "utf-8")
    (tmp_path / "base.docx").write_bytes(build(read("base.md", TEXT.encode())))


def test_the_draft_goes_to_standard_output_and_the_changes_beside_it(resolint: Resolint) -> None:
    outcome = resolint("roll", "base.md")
    assert outcome.status == 0
    assert outcome.out.startswith("General Assembly\n\nNinety-third session\n")
    assert "operative paragraph 4: “ninety-third” → “ninety-fourth”" in outcome.err
    assert "adoption line: “55th plenary meeting” left out" in outcome.err
    decided = outcome.err.split("for you to decide, in square brackets:")[1]
    assert "agenda item: “Agenda item 71 (c)” → “Agenda item [71 (c)]”" in decided
    assert "ninety-fourth" not in decided


def test_a_word_file_comes_back_with_every_change_tracked(resolint: Resolint, tmp_path: Path) -> None:
    outcome = resolint("roll", "base.docx")
    assert outcome.status == 0
    assert "the draft for session 93 is base.next.docx" in outcome.err
    accepted = resolint("text", "base.next.docx").out
    plain = resolint("roll", "--quiet", "--format", "md", "base.docx").out
    assert [line.strip("#* ") for line in accepted.split("\n")] == [
        line.strip("#* ") for line in resolint("text", _file(tmp_path, plain)).out.split("\n")
    ]
    again = resolint("roll", "base.docx")
    assert again.status == 2
    assert "--force" in again.err
    assert resolint("roll", "--force", "base.docx").status == 0


def _file(folder: Path, text: str) -> Path:
    path = folder / "plain.md"
    path.write_text(text, "utf-8")
    return path


def test_the_draft_has_no_errors_but_what_is_to_be_decided(resolint: Resolint, tmp_path: Path) -> None:
    resolint("roll", "base.md", "--output", "next.md")
    assert resolint("check", "--base", "base.md", "--fail-on", "error", "next.md").status == 0
    assert (tmp_path / "next.md").exists()


def test_a_session_that_is_over_is_refused(resolint: Resolint) -> None:
    outcome = resolint("roll", "--session", "92", "base.md")
    assert outcome.status == 2
    assert "--session takes a later one" in outcome.err
    assert outcome.out == ""


def test_markdown_does_not_go_into_a_word_file(resolint: Resolint) -> None:
    outcome = resolint("roll", "--format", "md", "--output", "next.docx", "base.md")
    assert outcome.status == 2
    assert "do not go together" in outcome.err
