"""Options that several commands share do in each what they say."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import pytest

from linter.readers import read
from linter.writers.docx.template import build
from tests.cli.conftest import DRAFT, HOUSE, Resolint, draft

HOUSE_RULES = ("--rules", HOUSE, "--select", "house-*")


def word(colour: str, path: str = "draft.docx") -> Path:
    file = Path(path)
    file.write_bytes(build(read("draft.md", DRAFT.format(colour).encode())))
    return file


def settings(text: str) -> Path:
    Path("elsewhere").mkdir(exist_ok=True)
    file = Path("elsewhere/ours.toml")
    file.write_text(text, "utf-8")
    return file


def given(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Put this on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_fix_leaves_what_is_to_be_ignored(resolint: Resolint) -> None:
    path = draft("kolor")
    before = path.read_bytes()
    assert resolint("fix", *HOUSE_RULES, "--ignore", "house-colour", path).status == 0
    assert resolint("fix", *HOUSE_RULES, "--config", settings('ignore = ["house-colour"]'), path).status == 0
    assert path.read_bytes() == before


def test_review_leaves_what_is_to_be_ignored(resolint: Resolint) -> None:
    path = word("kolor")
    for options in (("--ignore", "house-colour"), ("--config", settings('ignore = ["house-colour"]'))):
        outcome = resolint("review", *HOUSE_RULES, *options, path)
        assert (outcome.status, outcome.err) == (0, "draft.docx: nothing to add\n")


@pytest.mark.parametrize(("level", "status"), [("error", 1), ("never", 0)])
def test_review_fails_on_what_it_is_told(resolint: Resolint, level: str, status: int) -> None:
    assert resolint("review", *HOUSE_RULES, "--fail-on", level, word("red")).status == status


def test_review_reads_standard_input_under_a_name(
    resolint: Resolint, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(monkeypatch, word("kolor").read_bytes())
    outcome = resolint("review", *HOUSE_RULES, "--stdin-filename", "water.docx", "--output", "out.docx", "-")
    assert outcome.err.startswith("water.docx: 1 repair and ")
    assert "colour" in resolint("text", "out.docx").out


@pytest.mark.parametrize(
    ("option", "value"), [("--stage", "draft"), ("--organ", "hrc")], ids=["stage", "organ"]
)
def test_review_takes_organ_and_stage_as_told(resolint: Resolint, option: str, value: str) -> None:
    """A rule for one stage or organ runs when that is said, and not otherwise."""
    pack = Path("ours")
    pack.mkdir()
    for file in HOUSE.glob("*.yaml"):
        text = file.read_text("utf-8").replace(
            "severity: error", f"severity: error\n    when: {{{option[2:]}: [{value}]}}"
        )
        (pack / file.name).write_text(text, "utf-8")
    only = ("--rules", pack, "--select", "house-red", "--fail-on", "error", "--output", "out.docx")
    path = word("red [or blue]")
    assert resolint("review", *only, path).status == 0
    assert resolint("review", *only, option, value, path).status == 1


def test_outline_takes_colours_and_settings_as_told(resolint: Resolint) -> None:
    path = draft("azure")
    assert "\x1b[" in resolint("outline", "--color", "always", path).out
    assert "\x1b[" not in resolint("outline", path).out
    told = resolint("outline", "--config", settings('organ = "hrc"'), path).out
    assert "Human Rights Council" in told


def test_explain_finds_rules_of_settings(resolint: Resolint) -> None:
    file = settings(f"rules = ['{HOUSE}']")
    assert "Colour has a u." in resolint("explain", "--config", file, "house-colour").out
    assert "\x1b[" in resolint("explain", "--color", "always", "--config", file, "house-colour").out
    assert resolint("explain", "house-colour").status == 2


def test_rules_lists_what_is_chosen(resolint: Resolint) -> None:
    only = ("--rules", HOUSE, "--select", "house-*")
    assert resolint("rules", *only, "--ignore", "house-red").out.endswith(
        "2 rules. `resolint explain RULE` tells more of each.\n"
    )
    file = settings(f"rules = ['{HOUSE}']\nselect = ['house-red']")
    assert "house-red" in resolint("rules", "--config", file).out
    assert "\x1b[" in resolint("rules", "--color", "always", *only).out
    assert "\x1b[" not in resolint("rules", *only).out


def test_config_shows_what_the_command_line_sets(resolint: Resolint) -> None:
    out = resolint("config", "--select", "double-space", "--ignore", "em-dash,en-dash").out
    assert 'select = ["double-space"]' in out
    assert 'ignore = ["em-dash", "en-dash"]' in out
    assert out.count("# command line") == 2
    assert 'organ = "sc"' in resolint("config", "--config", settings('organ = "sc"')).out


def test_new_gives_the_agenda_item_its_title(resolint: Resolint) -> None:
    out = resolint("new", "--item", "71 (c)", "--item-title", "Human rights situations").out
    assert "Agenda item 71 (c)\n\nHuman rights situations\n" in out


def test_compare_takes_organ_stage_and_settings_as_told(resolint: Resolint) -> None:
    paths = draft("azure", "base.md"), draft("kolor")
    for options in (
        ("--organ", "hrc", "--stage", "adopted"),
        ("--config", settings('organ = "hrc"\nstage = "adopted"')),
    ):
        data = resolint("compare", "--format", "json", *options, *paths).data
        assert {(data[one]["organ"], data[one]["stage"]) for one in ("base", "draft")} == {("hrc", "adopted")}


def test_redline_takes_organ_stage_and_settings_as_told(resolint: Resolint) -> None:
    paths = draft("azure", "base.md"), draft("kolor")
    for options in (
        ("--organ", "ga", "--stage", "draft"),
        ("--force", "--quiet", "--config", settings('[word]\nauthor = "The chair"')),
    ):
        outcome = resolint("redline", *options, "--output", "redline.docx", *paths)
        assert outcome.status == 0, outcome.err
    with zipfile.ZipFile("redline.docx") as package:
        assert b'w:author="The chair"' in package.read("word/document.xml")
    assert "kolor" in resolint("text", "redline.docx").out


def test_roll_reads_standard_input_under_a_name(resolint: Resolint, monkeypatch: pytest.MonkeyPatch) -> None:
    text = DRAFT.format("azure").replace("of the matter", "of the matter at its eighty-first session")
    given(monkeypatch, text.encode())
    rolled = resolint("roll", "--stdin-filename", "water.md", "-")
    assert rolled.status == 0, rolled.err
    assert "eighty-second session" in rolled.out


def test_roll_signs_as_settings_say(resolint: Resolint) -> None:
    path = word("azure")
    options = ("--config", settings('[word]\nauthor = "The chair"'), "--output", "next.docx")
    assert resolint("roll", *options, path).status == 0
    with zipfile.ZipFile("next.docx") as package:
        assert b'w:author="The chair"' in package.read("word/document.xml")


@pytest.mark.parametrize(("agreed", "findings"), [("keep", 2), ("hide", 1)])
def test_review_knows_agreed_words(resolint: Resolint, agreed: str, findings: int) -> None:
    """What stands so in the base is kept silent on demand; what is new is not."""
    base = draft("red", "base.md")
    Path("draft.docx").write_bytes(
        build(read("draft.md", DRAFT.format("red").replace("continue its", "continue its red").encode()))
    )
    options = ("--base", base, "--agreed", agreed, "--output", "out.docx")
    outcome = resolint("review", *HOUSE_RULES, *options, "draft.docx")
    assert outcome.status == 1, outcome.err
    assert f"{findings} comment" in outcome.err
