from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

import linter.fixing
from tests.cli.conftest import DRAFT, Resolint, draft


def test_safe_repairs_are_made_in_place(house: Resolint) -> None:
    path = draft("kolor")
    outcome = house("fix", path)
    assert path.read_text("utf-8") == DRAFT.format("colour")
    assert outcome.status == 0
    assert "draft.md: 1 repair made" in outcome.err


def test_suggested_repairs_are_made_when_asked_for(house: Resolint) -> None:
    path = draft("blue")
    assert house("fix", "--fail-on", "advice", path).status == 1
    assert path.read_text("utf-8") == DRAFT.format("blue")
    assert house("fix", "--fail-on", "advice", "--suggested", path).status == 0
    assert path.read_text("utf-8") == DRAFT.format("azure")


def test_what_remains_is_reported(house: Resolint) -> None:
    path = draft("kolor and red")
    outcome = house("fix", "--format", "concise", path)
    assert path.read_text("utf-8") == DRAFT.format("colour and red")
    assert outcome.status == 1
    column = len("1. *Affirms* the importance of the colour and ") + 1
    assert outcome.out == f"draft.md:9:{column}: error house-red: “red” is no colour of the house.\n"


def test_a_diff_can_be_applied_and_nothing_is_written(house: Resolint) -> None:
    path = draft("kolor")
    outcome = house("fix", "--diff", path)
    assert path.read_text("utf-8") == DRAFT.format("kolor")
    assert outcome.status == 0
    subprocess.run(["git", "apply", "-p1", "-"], input=outcome.out.encode(), check=True)
    assert path.read_text("utf-8") == DRAFT.format("colour")


@pytest.mark.parametrize("ending", ["\n", "\r\n", ""])
def test_line_endings_stay_in_file_and_diff(house: Resolint, ending: str) -> None:
    path = draft("kolor")
    before = path.read_text("utf-8").rstrip("\n").replace("\n", ending or "\n") + ending
    path.write_bytes(before.encode())
    patch = house("fix", "--diff", path).out
    house("fix", path)
    after = path.read_bytes()
    assert after == before.replace("kolor ", "colour ").encode()
    path.write_bytes(before.encode())
    subprocess.run(["git", "apply", "-p1", "-"], input=patch.encode(), check=True)
    assert path.read_bytes() == after


def test_output_is_written_even_when_nothing_changes(house: Resolint) -> None:
    path = draft("azure")
    assert house("fix", "--output", "copy.md", path).status == 0
    assert Path("copy.md").read_bytes() == path.read_bytes()


def test_output_leaves_the_draft_as_it_is(house: Resolint) -> None:
    path = draft("kolor")
    house("fix", "--output", "copy.md", path)
    assert path.read_text("utf-8") == DRAFT.format("kolor")
    assert Path("copy.md").read_text("utf-8") == DRAFT.format("colour")


def test_output_takes_one_draft(house: Resolint) -> None:
    assert house("fix", "--output", "copy.md", draft("kolor"), draft("red", "b.md")).status == 2
    assert house("fix", "--output", "copy.md", "--diff", draft("kolor")).status == 2
    assert not Path("copy.md").exists()


def test_standard_input_is_repaired_to_standard_output(
    house: Resolint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(DRAFT.format("kolor").encode())))
    outcome = house("fix", "-", "--stdin-filename", "draft.md")
    assert outcome.out == DRAFT.format("colour")


def test_permissions_and_links_stay(house: Resolint) -> None:
    path = draft("kolor", "real.md")
    path.chmod(0o640)
    Path("link.md").symlink_to("real.md")
    house("fix", "link.md")
    assert Path("link.md").is_symlink()
    assert path.read_text("utf-8") == DRAFT.format("colour")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_clean_draft_is_not_touched(house: Resolint) -> None:
    path = draft("azure")
    os.utime(path, ns=(1, 1))
    house("fix", path)
    assert path.stat().st_mtime_ns == 1


def test_a_read_only_file_is_refused_and_the_rest_is_done(house: Resolint) -> None:
    path, other = draft("kolor"), draft("kolor", "other.md")
    path.chmod(0o444)
    outcome = house("fix", path, other)
    assert outcome.status == 2
    assert "draft.md: the file is read-only; nothing was written" in outcome.err
    assert path.read_text("utf-8") == DRAFT.format("kolor")
    assert other.read_text("utf-8") == DRAFT.format("colour")


def test_a_file_that_changed_meanwhile_is_not_overwritten(
    house: Resolint, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = draft("kolor")
    rendered = linter.fixing.rendered

    def meanwhile(*args: object) -> bytes:
        path.write_text("someone else's words", "utf-8")
        return rendered(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(linter.fixing, "rendered", meanwhile)
    outcome = house("fix", path)
    assert outcome.status == 2
    assert "was changed while it was being repaired" in outcome.err
    assert path.read_text("utf-8") == "someone else's words"
    assert [file.name for file in Path().iterdir()] == ["draft.md"]
