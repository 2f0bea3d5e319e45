from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

import linter.reporters
from tests.cli.conftest import DRAFT, HOUSE, Resolint, draft


@pytest.mark.parametrize(
    ("colour", "options", "status"),
    [
        ("azure", [], 0),
        ("kolor", [], 1),
        ("red", [], 1),
        ("blue", [], 0),
        ("blue", ["--fail-on", "advice"], 1),
        ("kolor", ["--fail-on", "error"], 0),
        ("red", ["--fail-on", "error"], 1),
        ("red", ["--fail-on", "never"], 0),
    ],
)
def test_the_exit_status_follows_the_gravest_finding(
    house: Resolint, colour: str, options: list[str], status: int
) -> None:
    assert house("check", *options, draft(colour)).status == status


def test_what_cannot_be_read_is_told_and_the_rest_is_done(house: Resolint) -> None:
    good = draft("kolor")
    Path("empty.md").touch()
    Path("binary.md").write_bytes(bytes(range(256)) * 8)
    Path("broken.docx").write_bytes(b"PK\x03\x04nothing of a package")
    Path("void").mkdir()
    names = ["missing.md", "empty.md", "binary.md", "broken.docx", "void"]
    outcome = house("check", "--format", "json", *names, good)
    assert outcome.status == 2
    assert [error["path"] for error in outcome.data["errors"]] == names
    assert [file["path"] for file in outcome.data["files"]] == ["draft.md"]
    assert outcome.rules == ["house-colour"]
    assert all(f"resolint: {name}: " in outcome.err for name in names)
    assert "internal error" not in outcome.err


def test_a_link_that_the_system_refuses_keeps_no_draft_from_being_done(house: Resolint) -> None:
    draft("kolor")
    nowhere = "x" * 300 + ".md"
    Path("link.md").symlink_to(nowhere)
    outcome = house("check", "--format", "json", ".")
    assert outcome.status == 2
    assert outcome.rules == ["house-colour"]
    assert "resolint: link.md: the system refuses it: File name too long" in outcome.err
    for command in ("check", "fix"):
        refused = house(command, nowhere)
        assert refused.status == 2
        assert refused.err.endswith(": File name too long\n")
        assert "internal error" not in refused.err


def test_json_is_as_the_schema_promises(house: Resolint, root: Path) -> None:
    outcome = house("check", "--format", "json", draft("kolor"), "missing.md")
    schema = json.loads((root / "linter/reporters/schemas/check.json").read_text("utf-8"))
    jsonschema.validate(outcome.data, schema)


def test_edits_of_the_report_repair_the_source(house: Resolint) -> None:
    path = draft("kolor")
    [file] = house("check", "--format", "json", path).data["files"]
    [found] = file["diagnostics"]
    [edit] = found["fix"]["edits"]
    source = path.read_text("utf-8")
    place = found["range"]
    assert source[place["start"]["offset"] : place["end"]["offset"]] == found["excerpt"] == "kolor"
    assert (place["start"]["line"], place["start"]["column"]) == (
        9,
        source.splitlines()[8].index("kolor") + 1,
    )
    assert source[: edit["start"]] + edit["replacement"] + source[edit["end"] :] == DRAFT.format("colour")


def test_folders_are_searched_in_order(house: Resolint) -> None:
    for name in ("b.md", "a/z.txt", "a/.git/x.md", "a/~$z.docx", "a/z.reviewed.docx", "a/notes.odd", "c.MD"):
        draft("azure", f"drafts/{name}")
    outcome = house("check", "--format", "json", "drafts/")
    assert [file["path"] for file in outcome.data["files"]] == [
        "drafts/a/z.txt",
        "drafts/b.md",
        "drafts/c.MD",
    ]
    assert outcome.status == 0


def test_a_file_that_is_named_is_read_whatever_its_name(house: Resolint) -> None:
    assert house("check", draft("kolor", ".hidden/notes.odd")).status == 1


def test_without_a_path_the_folder_one_is_in_is_searched(house: Resolint) -> None:
    draft("kolor")
    assert [file["path"] for file in house("check", "--format", "json").data["files"]] == ["./draft.md"]


def test_standard_input_has_the_name_it_is_given(house: Resolint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(DRAFT.format("kolor").encode())))
    outcome = house("check", "--format", "concise", "-", "--stdin-filename", "water.md")
    assert outcome.out.startswith("water.md:9:")
    assert outcome.status == 1


def test_standard_input_stands_alone(house: Resolint) -> None:
    outcome = house("check", "-", draft("azure"))
    assert outcome.status == 2
    assert "stands alone" in outcome.err


def test_a_file_that_is_no_draft_is_noted(house: Resolint) -> None:
    Path("README.md").write_text("# Our drafts\n\nThey are in the folder beside.\n", "utf-8")
    shown = house("check", "README.md")
    assert shown.status == 0
    assert "no rule was run" in shown.out
    assert "no rule was run" not in shown.err
    for elsewhere in (("--format", "concise"), ("--statistics",), ("--output", "report.txt")):
        assert "README.md: no resolution or decision" in house("check", *elsewhere, "README.md").err
    assert "README.md" not in house("check", "--quiet", "README.md").err


def test_the_report_goes_to_a_file(house: Resolint) -> None:
    outcome = house("check", "--format", "json", "--output", "report.json", draft("kolor"))
    assert outcome.out == ""
    assert json.loads(Path("report.json").read_text("utf-8"))["summary"]["warning"] == 1
    assert [path.name for path in Path().iterdir() if "report" in path.name] == ["report.json"]


def test_quiet_is_silent_about_clean_drafts(house: Resolint) -> None:
    assert house("check", "-q", draft("azure")).out == ""
    assert "house-colour" in house("check", "-q", draft("kolor")).out


def test_every_format_is_offered(house: Resolint) -> None:
    path = draft("red")
    for name in linter.reporters.FORMATS:
        outcome = house("check", "--format", name, path)
        assert outcome.status == 1
        assert "house-red" in outcome.out


def test_an_unknown_rule_is_refused_with_the_nearest(resolint: Resolint) -> None:
    outcome = resolint("check", "--rules", HOUSE, "--select", "house-kolor", draft("azure"))
    assert outcome.status == 2
    assert "did you mean “house-colour”?" in outcome.err


@pytest.mark.parametrize(
    "args", [["chek"], ["check", "--formt", "json"], ["check", "--format", "jsn"], ["explain"]]
)
def test_bad_usage_is_refused(resolint: Resolint, args: list[str]) -> None:
    outcome = resolint(*args)
    assert outcome.status == 2
    assert outcome.out == ""


def test_colour_when_asked_for(house: Resolint) -> None:
    path = draft("red")
    assert "\x1b[" in house("check", "--color", "always", path).out
    assert "\x1b[" not in house("check", path).out


@pytest.mark.usefixtures("resolint")
def test_output_is_utf_8_whatever_the_locale() -> None:
    path = draft("kolor")
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "linter.cli", "check", "--rules", HOUSE, "--select", "house-*", path]
    outcome = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert outcome.returncode == 1
    assert "“kolor”: write “colour”." in outcome.stdout.decode("utf-8")


@pytest.mark.usefixtures("resolint")
def test_a_reader_that_goes_away_is_no_error() -> None:
    for number in range(60):
        draft("kolor", f"drafts/{number}.md")
    script = f"{sys.executable} -m linter.cli check --rules {HOUSE} --select 'house-*' drafts | head -1"
    outcome = subprocess.run(["bash", "-c", f"set -o pipefail; {script}"], capture_output=True, check=False)
    assert outcome.stderr == b""
    assert outcome.returncode == 1


def test_an_error_of_ours_is_told_as_one(house: Resolint, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("lost")

    monkeypatch.setattr("linter.engine.lint.Linter.lint", broken)
    outcome = house("check", draft("kolor"))
    assert outcome.status == 2
    assert "resolint: draft.md: internal error: KeyError: 'lost' (test_check.py:" in outcome.err
