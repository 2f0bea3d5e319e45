from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from linter.readers import read
from tests.cli.conftest import Resolint
from tests.compare.drafts import BASE, DRAFT
from tests.compare.seen import seen
from tests.ooxml.wordfiles import unzipped
from tests.writers.docx.offices import new_york
from tests.writers.docx.settled import settled

COPY = Path("draft.redline.docx")


@pytest.fixture
def texts(resolint: Resolint) -> Resolint:
    Path("base.md").write_text(BASE, "utf-8")
    Path("draft.md").write_text(DRAFT, "utf-8")
    return resolint


def test_the_redline_stands_beside_the_draft(texts: Resolint) -> None:
    outcome = texts("redline", "base.md", "draft.md")
    assert (outcome.status, outcome.out) == (0, "")
    assert "the changes from base.md are in draft.redline.docx" in outcome.err
    accepted = read("accepted.docx", settled(COPY.read_bytes(), "accepted"))
    rejected = read("rejected.docx", settled(COPY.read_bytes(), "rejected"))
    assert seen(accepted) == seen(read("draft.md"))
    assert seen(rejected) == seen(read("base.md"))


def test_what_was_worked_on_is_not_replaced(texts: Resolint) -> None:
    assert texts("redline", "base.md", "draft.md").status == 0
    again = texts("redline", "base.md", "draft.md")
    assert again.status == 2
    assert "give --force to write it again" in again.err
    other = new_york()
    COPY.write_bytes(other)
    assert "has been worked on" in texts("redline", "base.md", "draft.md").err
    assert COPY.read_bytes() == other
    assert texts("redline", "--force", "--quiet", "base.md", "draft.md").err == ""
    assert COPY.read_bytes() != other


def test_author_and_date_are_those_of_the_settings(texts: Resolint) -> None:
    settings = '[word]\nauthor = "The editor"\ndate = "2026-03-01T10:00:00Z"\n'
    Path("resolint.toml").write_text(settings, "utf-8")
    assert texts("redline", "base.md", "draft.md", "--output", "out.docx").status == 0
    document = unzipped(Path("out.docx").read_bytes())["word/document.xml"].decode()
    assert 'w:author="The editor" w:date="2026-03-01T10:00:00Z"' in document


def test_a_redline_is_not_searched_for_drafts(texts: Resolint) -> None:
    texts("redline", "base.md", "draft.md")
    found = texts("check", "--format", "json", "--fail-on", "never", ".").data["files"]
    assert sorted(Path(file["path"]).name for file in found) == ["base.md", "draft.md"]


def test_only_one_text_may_come_on_standard_input(texts: Resolint) -> None:
    assert texts("redline", "-", "-").status == 2


def test_what_word_cannot_hold_is_told(texts: Resolint) -> None:
    assert "not to the letter" not in texts("redline", "base.md", "draft.md").err
    Path("odd.md").write_text(DRAFT.replace("seized of", "seized\ufffe of"), "utf-8")
    outcome = texts("redline", "base.md", "odd.md")
    assert outcome.status == 0
    assert "odd.md: not to the letter in the redline with all changes accepted: “5. Decides to" in outcome.err


def test_a_draft_from_standard_input_goes_to_standard_output(texts: Resolint, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "linter.cli", "redline", "base.md", "-", "--stdin-filename", "draft.md"]
    done = subprocess.run(command, input=DRAFT.encode(), capture_output=True, check=True, cwd=tmp_path)
    assert seen(read("accepted.docx", settled(done.stdout, "accepted"))) == seen(read("draft.md"))
    assert texts("redline", "-", "-").status == 2
