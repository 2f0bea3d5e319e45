"""What ``--output`` may replace: no draft from which a result is made, unless it is repaired in place."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.readers import read
from linter.writers.docx.template import build
from tests.cli.conftest import DRAFT, Resolint

TEXT = DRAFT.format("scheme")


@pytest.fixture(autouse=True)
def drafts(resolint: Resolint) -> None:  # noqa: ARG001 - in its folder
    Path("base.md").write_text(TEXT, "utf-8")
    Path("draft.md").write_text(TEXT.replace("importance of", "importance  of"), "utf-8")
    Path("draft.docx").write_bytes(build(read("draft.md", TEXT.encode())))


@pytest.mark.parametrize(
    "args",
    [
        "text draft.docx -o draft.docx",
        "text draft.md -o ./draft.md",
        "outline draft.md -o draft.md",
        "compare base.md draft.md -o base.md",
        "redline draft.docx draft.md -o draft.docx",
        "review draft.docx -o draft.docx",
        "fix draft.docx -o draft.docx",
        "check base.md draft.md -o draft.md",
        "check --statistics draft.md -o draft.md",
        "check --base base.md draft.md -o base.md",
        "roll base.md --force -o base.md",
    ],
)
def test_a_draft_is_not_replaced_by_what_is_made_of_it(resolint: Resolint, args: str) -> None:
    before = {path: path.read_bytes() for path in Path().iterdir()}
    outcome = resolint(*args.split())
    assert outcome.status == 2
    assert "this is a file that was read for it: choose another name" in outcome.err
    assert {path: path.read_bytes() for path in Path().iterdir()} == before


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ("redline base.md draft.md -o new.md", "a Word file: give it a name that ends in .docx"),
        ("new --format docx -o new.md", "a Word file: give it a name that ends in .docx"),
        ("text draft.md -o new.docx", "a name that ends in .docx would mislead"),
        ("fix draft.md -o new.docx", "a name that ends in .docx would mislead"),
        ("check --format html draft.md -o new.pdf", "a name that ends in .pdf would mislead"),
    ],
)
def test_a_file_has_a_name_of_its_format(resolint: Resolint, args: str, said: str) -> None:
    outcome = resolint(*args.split())
    assert outcome.status == 2
    assert said in outcome.err
    assert not any(Path().glob("new.*"))


def test_a_text_may_be_repaired_in_place_by_name(resolint: Resolint) -> None:
    outcome = resolint("fix", "draft.md", "-o", "draft.md", "--fail-on", "never")
    assert outcome.status == 0
    assert "importance of" in Path("draft.md").read_text("utf-8")
