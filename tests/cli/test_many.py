"""Many drafts: shared among processes with the same bytes out, counted, watched."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.conftest import DRAFT, HOUSE, Resolint, draft

COLOURS = ("kolor", "azure", "red", "blue")
RULES = ("--rules", str(HOUSE), "--select", "house-*")


def many(number: int = 20) -> None:
    for place in range(number):
        draft(COLOURS[place % 4], f"drafts/{place:02}.md")
    Path("drafts/07.md").write_bytes(bytes(range(256)) * 8)
    Path("drafts/notes.md").write_text("# Notes\n\nNo draft.\n", "utf-8")


@pytest.mark.parametrize("name", ["json", "full", "sarif", "html", "rdjson"])
def test_any_number_of_processes_says_the_same(house: Resolint, name: str) -> None:
    many()
    outcomes = [
        house("check", "--format", name, *jobs, "drafts", "gone.md")
        for jobs in ([], ["--jobs", 1], ["-j", 3])
    ]
    assert outcomes[0] == outcomes[1] == outcomes[2]
    assert outcomes[0].status == 2


def test_any_number_of_processes_mends_the_same(house: Resolint) -> None:
    repaired = []
    for jobs in (1, 3):
        many()
        outcome = house("fix", "--jobs", jobs, "drafts")
        texts = {path.name: path.read_bytes() for path in Path("drafts").iterdir()}
        repaired.append((outcome, texts))
    assert repaired[0] == repaired[1]
    assert b"colour" in repaired[0][1]["00.md"]


def test_any_number_of_processes_shows_the_same_diff(house: Resolint) -> None:
    many()
    assert house("fix", "--diff", "-j", 1, "drafts") == house("fix", "--diff", "-j", 4, "drafts")


def test_wrong_settings_are_told_once(house: Resolint) -> None:
    many()
    Path("drafts/resolint.toml").write_text('organ = "gaa"\n', "utf-8")
    outcome = house("check", "-j", 2, *sorted(Path("drafts").glob("*.md")))
    assert outcome.status == 2
    assert outcome.err.count("resolint.toml:1: ") + outcome.err.count("line 1: ") == 1


def test_jobs_are_a_number_from_one(house: Resolint) -> None:
    assert house("check", "--jobs", 0, draft("azure")).status == 2


def test_statistics_count_each_rule(house: Resolint) -> None:
    many()
    Path("drafts/07.md").unlink()
    out = house("check", "--statistics", "drafts").out
    assert out.splitlines()[:3] == [
        "5  error    house-red     5 files",
        "5  warning  house-colour  5 files; fixes: 5 safe",
        "4  advice   house-blue    4 files; fixes: 4 suggested",
    ]
    assert "5 errors, 5 warnings and 4 pieces of advice" in out


def test_statistics_of_nothing_are_a_sentence(house: Resolint) -> None:
    assert house("check", "--statistics", draft("azure")).out == "Nothing to remark in 1 file.\n"
    assert house("check", "--statistics", "gone.md").out == ""


def test_statistics_as_data(house: Resolint) -> None:
    data = house("check", "--statistics", "--format", "json", draft("kolor"), "gone.md").data
    assert data["statistics"] == [
        {"rule": "house-colour", "severity": "warning", "count": 1, "files": 1, "safe": 1, "suggested": 0}
    ]
    assert [error["path"] for error in data["errors"]] == ["gone.md"]


def test_statistics_have_two_forms(house: Resolint) -> None:
    outcome = house("check", "--statistics", "--format", "sarif", draft("kolor"))
    assert outcome.status == 2
    assert "full or json" in outcome.err


class Watched:
    """The output of a program that goes on running, at a terminal."""

    def __init__(self, process: subprocess.Popen[bytes], terminal: int) -> None:
        self.process = process
        self._terminal = terminal

    def until(self, words: str) -> str:
        """What is written up to ``words``."""
        text, end = "", time.monotonic() + 30
        while words not in text:
            assert time.monotonic() < end, text
            text += os.read(self._terminal, 65536).decode("utf-8", "replace")
        return text


def _listens() -> None:
    """Be interrupted by Ctrl-C, even where the tests run in the background."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@contextmanager
def watched(*args: str) -> Iterator[Watched]:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "linter.cli", "check", *RULES, "--watch", "--format", "concise", *args]
    process = subprocess.Popen(
        command,
        stdout=theirs,
        stderr=theirs,
        stdin=theirs,
        start_new_session=True,
        preexec_fn=_listens,  # noqa: PLW1509 - no other thread is running
    )
    os.close(theirs)
    try:
        yield Watched(process, ours)
    finally:
        process.kill()
        process.wait()
        os.close(ours)


@pytest.mark.usefixtures("resolint")
def test_watching_checks_again_when_something_changes() -> None:
    path = draft("azure", "drafts/water.md")
    with watched("drafts") as watch:
        first = watch.until("Ctrl-C ends it")
        assert "watching 1 draft" in first
        assert "\x1b[H\x1b[2J" in first
        assert "\x1b[3J" not in first
        path.write_text(DRAFT.format("kolor"), "utf-8")
        assert "water.md:9:36: warning house-colour" in watch.until("Ctrl-C ends it")
        draft("red", "drafts/new.md")
        assert "new.md:9:" in watch.until("watching 2 drafts")
        Path("resolint.toml").write_text('organ = "none"\n', "utf-8")
        assert "resolint.toml:1" in watch.until("Ctrl-C ends it")
        Path("resolint.toml").write_text('ignore = ["house-red"]\n', "utf-8")
        assert "new.md" not in watch.until("watching 2 drafts")
        watch.process.send_signal(signal.SIGINT)
        assert watch.process.wait(20) == 130


@pytest.mark.usefixtures("resolint")
def test_the_report_itself_is_no_change() -> None:
    draft("kolor", "drafts/water.md")
    with watched("--output", "drafts/report.txt", "drafts") as watch:
        watch.until("Ctrl-C ends it")
        first = Path("drafts/report.txt").stat().st_mtime_ns
        time.sleep(1.5)
        assert Path("drafts/report.txt").stat().st_mtime_ns == first


def test_standard_input_cannot_be_watched(house: Resolint) -> None:
    outcome = house("check", "--watch", "-")
    assert outcome.status == 2
    assert "name a file or a folder" in outcome.err


def test_a_report_in_a_file_is_one_of_all_processes(house: Resolint) -> None:
    many()
    house("check", "-j", 2, "--format", "json", "-o", "report.json", "drafts")
    assert json.loads(Path("report.json").read_text("utf-8"))["summary"]["files"] == 20
