"""``--baseline``: what was there stays silent, wherever it moves; what is new is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import HOUSE, Outcome, Resolint, draft

ARGS = ("--rules", HOUSE, "--select", "house-*", "--format", "json")


def check(resolint: Resolint, *args: object) -> Outcome:
    return resolint("check", *ARGS, *args)


def excerpts(outcome: Outcome) -> list[str]:
    return [found["excerpt"] for file in outcome.data["files"] for found in file["diagnostics"]]


def write(resolint: Resolint, *paths: object, to: str = "baseline.json") -> None:
    outcome = resolint("check", "--rules", HOUSE, "--select", "house-*", "--write-baseline", to, *paths)
    assert outcome.status == 0, outcome.err
    assert outcome.out == ""
    assert f"written to {to}" in outcome.err


def test_what_was_there_is_silent_and_what_is_new_is_told(resolint: Resolint) -> None:
    path = draft("kolor")
    write(resolint, path)
    known = check(resolint, "--baseline", "baseline.json", path)
    assert known.status == 0
    assert excerpts(known) == []
    assert known.data["files"][0]["suppressed"] == 1
    assert "1 finding left out that the baseline knows" in known.err
    path.write_text(path.read_text("utf-8").replace("matter", "red matter"), "utf-8")
    new = check(resolint, "--baseline", "baseline.json", path)
    assert new.status == 1
    assert excerpts(new) == ["red"]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("1. ", "7. ").replace("2. ", "8. "),
        lambda text: text.replace("1. *Affirms*", "1. *Decides* to meet;\n\n2. *Affirms*"),
        lambda text: text.replace("A/C.3/80/L.12\n", "A/C.3/80/L.12/Rev.1\n\nKenya: draft resolution\n"),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("importance of the", "importance  of THE"),
    ],
    ids=["renumbered", "inserted", "moved down", "other line ends", "other spaces"],
)
def test_it_survives_renumbering_and_moves(resolint: Resolint, change: object) -> None:
    assert callable(change)
    path = draft("kolor")
    write(resolint, path)
    path.write_bytes(change(path.read_text("utf-8")).encode())
    assert excerpts(check(resolint, "--baseline", "baseline.json", path)) == []


def test_a_draft_that_was_moved_keeps_what_is_known_of_it(resolint: Resolint) -> None:
    path = draft("kolor", "drafts/water.md")
    write(resolint, "drafts")
    other = draft("kolor", "drafts/paint.md")
    assert len(excerpts(check(resolint, "--baseline", "baseline.json", "drafts"))) == 1
    path.rename("drafts/rivers.md")
    other.unlink()
    assert excerpts(check(resolint, "--baseline", "baseline.json", "drafts")) == []


def test_one_more_of_the_same_is_new(resolint: Resolint) -> None:
    path = draft("kolor")
    write(resolint, path)
    text = path.read_text("utf-8")
    paragraph = text[text.index("1. ") : text.index("2. ")]
    path.write_text(text.replace(paragraph, paragraph + paragraph.replace("1.", "2.")), "utf-8")
    assert excerpts(check(resolint, "--baseline", "baseline.json", path)) == ["kolor"]


def test_paths_are_as_seen_from_the_baseline(resolint: Resolint, monkeypatch: pytest.MonkeyPatch) -> None:
    draft("kolor", "drafts/water.md")
    write(resolint, "drafts")
    monkeypatch.chdir("drafts")
    assert excerpts(check(resolint, "--baseline", "../baseline.json", "water.md")) == []


def test_it_is_the_same_for_the_same_findings(resolint: Resolint) -> None:
    draft("kolor", "drafts/b.md")
    draft("red", "drafts/a.md")
    write(resolint, "drafts")
    first = Path("baseline.json").read_bytes()
    write(resolint, "drafts/b.md", "drafts/a.md")
    assert Path("baseline.json").read_bytes() == first
    assert list(json.loads(first)["files"]) == ["drafts/a.md", "drafts/b.md"]
    assert b"kolor" not in first


def test_drafts_that_are_not_checked_keep_their_place(resolint: Resolint) -> None:
    draft("kolor", "drafts/a.md")
    gone = draft("kolor", "drafts/b.md")
    write(resolint, "drafts")
    draft("azure", "drafts/a.md")
    write(resolint, "drafts/a.md")
    assert list(json.loads(Path("baseline.json").read_text("utf-8"))["files"]) == ["drafts/b.md"]
    gone.unlink()
    write(resolint, "drafts/a.md")
    assert json.loads(Path("baseline.json").read_text("utf-8"))["files"] == {}


def test_what_is_gone_is_said(resolint: Resolint) -> None:
    path = Path("draft.md")
    path.write_text(
        "*The General Assembly*,\n\nRecalling its resolution 60/251,\n\n*Decides* to act.\n", "utf-8"
    )
    assert resolint("check", "--write-baseline", "baseline.json", path).status == 0
    path.write_text(path.read_text("utf-8").replace("Recalling", "*Recalling*"), "utf-8")
    args = ("check", "--baseline", "baseline.json", path)
    assert "1 finding no longer there" in resolint(*args).err
    assert "no longer" not in resolint(*args, "--quiet").err
    assert "no longer" not in resolint(*args, "--ignore", "double-space").err


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", '{"schema": 2, "files": {}}', '{"schema": 1, "files": {"a": 3}}', "\x00", "[" * 9999],
)
def test_what_is_no_baseline_is_refused(resolint: Resolint, content: str) -> None:
    Path("baseline.json").write_text(content, "utf-8")
    outcome = check(resolint, "--baseline", "baseline.json", draft("kolor"))
    assert outcome.status == 2
    assert "baseline.json: this is no baseline of resolint" in outcome.err


def test_a_baseline_that_is_missing_is_asked_for(resolint: Resolint) -> None:
    outcome = check(resolint, "--baseline", "baseline.json", draft("kolor"))
    assert outcome.status == 2
    assert "make it with --write-baseline" in outcome.err


def test_what_cannot_be_read_is_told(resolint: Resolint) -> None:
    outcome = resolint("check", "--write-baseline", "baseline.json", draft("azure"), "gone.md")
    assert outcome.status == 2
    assert "resolint: gone.md: there is no such file" in outcome.err
    assert Path("baseline.json").exists()


@pytest.mark.parametrize("option", [["--watch"], ["--diff-base", "HEAD"]])
def test_what_does_not_go_with_writing_one_is_refused(resolint: Resolint, option: list[str]) -> None:
    outcome = resolint("check", "--write-baseline", "baseline.json", *option, draft("azure"))
    assert outcome.status == 2
    assert not Path("baseline.json").exists()


def test_a_slip_of_the_whole_draft_is_known_by_its_rule(resolint: Resolint) -> None:
    text = "*The General Assembly*,\n\n" + "".join(
        f'{n}. *Requests* the "{n}th" State to report;\n\n' for n in range(1, 9)
    )
    Path("draft.md").write_text(text, "utf-8")
    select = ("--fail-on", "advice", "--select", "straight-quotation-marks")
    assert resolint("check", *select, "draft.md").status == 1
    assert resolint("check", *select, "--write-baseline", "baseline.json", "draft.md").status == 0
    Path("draft.md").write_text(text.replace('1. *Requests* the "1th"', '1. *Invites* the "first"'), "utf-8")
    assert resolint("check", *select, "--baseline", "baseline.json", "draft.md").status == 0


def test_the_page_says_what_was_left_out(resolint: Resolint) -> None:
    path = draft("kolor")
    write(resolint, path)
    options = ("--rules", HOUSE, "--select", "house-*", "--baseline", "baseline.json")
    assert (
        "1 finding left out that the baseline knows"
        in resolint("check", *options, "--format", "html", path).out
    )
