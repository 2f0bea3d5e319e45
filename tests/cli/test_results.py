"""Results that are kept between runs serve the next one, and are never wrong."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.checks import terms
from linter.cli import checking, releases
from linter.cli.session import Session
from tests.cli.conftest import DRAFT, Outcome, Resolint
from tests.fuzz.drafts import AKN, PDF, WORD

Checked = Callable[..., Outcome]

PACK = """\
name: house
summary: Our own words.
"""
TOPIC = """\
topic: words
rules:
  - name: no-scheme
    summary: A scheme is a programme.
    kind: terms
    in: [operative]
    with: {{pairs: [{{right: {right}, wrong: [scheme]}}]}}
    severity: warning
    fix: suggested
    message: Write “{{expected}}”, not “{{found}}”.
    why: A scheme is what a conspirator has.
    source: {{title: Our house}}
    convention: []
    examples:
      - bad: "1. *Requests* the Secretary-General to report on the [[scheme]];"
        fix: "1. *Requests* the Secretary-General to report on the {right};"
      - good: "1. *Requests* the Secretary-General to report on the {right};"
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    return home / "resolint"


@pytest.fixture
def draft(tmp_path: Path, home: Path) -> Path:  # noqa: ARG001 - the cache is to be the test's own
    path = tmp_path / "draft.md"
    path.write_text(DRAFT.format("color"), "utf-8")
    return path


@pytest.fixture
def worked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The drafts that were linted, and not taken from the cache."""
    seen: list[str] = []
    real = Session.lint

    def lint(self: Session, draft: checking.Draft) -> object:
        seen.append(draft.path)
        return real(self, draft)

    monkeypatch.setattr(Session, "lint", lint)
    return seen


def kept(home: Path) -> list[Path]:
    return sorted(home.glob("result-*"))


@pytest.mark.parametrize("format_name", ["json", "full", "concise", "sarif", "markdown"])
def test_the_second_run_says_the_same_without_work(
    resolint: Resolint, draft: Path, worked: list[str], home: Path, format_name: str
) -> None:
    first = resolint("check", "--format", format_name, draft)
    assert first.status == 1
    assert worked == [str(draft)]
    assert resolint("check", "--format", format_name, draft) == first
    assert worked == [str(draft)]
    assert [file.stat().st_mode & 0o777 for file in kept(home)] == [0o600]


def test_what_was_remarked_is_remarked_again(resolint: Resolint, tmp_path: Path, home: Path) -> None:  # noqa: ARG001
    readme = tmp_path / "README.md"
    readme.write_text("# No draft\n\nNothing to see.\n", "utf-8")
    first = resolint("check", "--format", "concise", readme)
    assert "no resolution or decision is recognised" in first.err
    assert resolint("check", "--format", "concise", readme) == first


def test_another_draft_of_the_same_size_and_time_is_another(resolint: Resolint, draft: Path) -> None:
    first = resolint("check", "--format", "json", draft)
    when = draft.stat().st_mtime_ns
    draft.write_text(DRAFT.format("lilac"), "utf-8")
    os.utime(draft, ns=(when, when))
    second = resolint("check", "--format", "json", draft)
    assert first.rules
    assert second.rules == []


def test_another_name_is_another_draft(resolint: Resolint, draft: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    shutil.copy(draft, other)
    assert resolint("check", "--format", "json", draft).data["files"][0]["path"] == str(draft)
    assert resolint("check", "--format", "json", other).data["files"][0]["path"] == str(other)


@pytest.mark.parametrize(
    "options",
    [("--organ", "sc"), ("--stage", "adopted"), ("--select", "spelling*"), ("--ignore", "spelling*")],
)
def test_other_settings_ask_for_work(
    resolint: Resolint, draft: Path, worked: list[str], options: tuple[str, str]
) -> None:
    resolint("check", draft)
    resolint("check", *options, draft)
    assert len(worked) == 2


def test_a_changed_rule_asks_for_work(resolint: Resolint, draft: Path, tmp_path: Path) -> None:
    """The rule's file keeps its size and its time: its content counts."""
    pack = tmp_path / "house"
    pack.mkdir()
    (pack / "pack.yaml").write_text(PACK, "utf-8")
    topic = pack / "words.yaml"
    topic.write_text(TOPIC.format(right="programme"), "utf-8")
    when = topic.stat().st_mtime_ns
    draft.write_text(DRAFT.format("blue"), "utf-8")
    options = ("check", "--format", "json", "--rules", pack, "--select", "no-scheme", draft)
    first = resolint(*options)
    topic.write_text(TOPIC.format(right="timetable"), "utf-8")
    os.utime(topic, ns=(when + 1_000_000, when + 1_000_000))
    second = resolint(*options)
    assert "programme" in first.out
    assert "timetable" in second.out


def test_a_changed_settings_file_asks_for_work(resolint: Resolint, draft: Path, tmp_path: Path) -> None:
    first = resolint("check", "--format", "json", draft)
    (tmp_path / "resolint.toml").write_text('ignore = ["*"]\n', "utf-8")
    second = resolint("check", "--format", "json", draft)
    assert first.rules
    assert second.rules == []


def test_another_python_asks_for_work(
    resolint: Resolint, draft: Path, worked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    resolint("check", draft)
    monkeypatch.setattr(sys, "version", "3.99")
    resolint("check", draft)
    assert len(worked) == 2


@pytest.mark.parametrize(("library", "name"), [("lxml", "a.docx"), ("lxml", "a.xml"), ("pypdfium2", "a.pdf")])
def test_another_release_of_what_reads_a_draft_asks_for_work(
    resolint: Resolint,
    draft: Path,
    worked: list[str],
    monkeypatch: pytest.MonkeyPatch,
    library: str,
    name: str,
) -> None:
    (draft.parent / "newer" / f"{library}-99.dist-info").mkdir(parents=True)
    other = draft.with_name(name)
    other.write_bytes({"a.docx": WORD, "a.xml": AKN.encode(), "a.pdf": PDF}[name])
    for _ in range(2):
        resolint("check", draft, other)
    assert worked == [str(draft), str(other)]
    monkeypatch.syspath_prepend(str(draft.parent / "newer"))
    releases.release.cache_clear()
    resolint("check", draft, other)
    assert worked[2:] == [str(other)]
    releases.release.cache_clear()


@pytest.mark.skipif(os.name == "nt", reason="the program that is put in the place of LibreOffice is a script")
def test_another_libreoffice_asks_for_work(
    resolint: Resolint, draft: Path, worked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = draft.parent / "programs"
    programs.mkdir()
    (programs / "made.docx").write_bytes(WORD)
    office = programs / "soffice"
    office.write_text('#!/bin/sh\nmkdir -p out && cp "${0%/*}/made.docx" out/draft.docx\n', "utf-8")
    office.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    old = draft.with_name("old.rtf")
    old.write_bytes(b"{\\rtf1 x}")
    for _ in range(2):
        releases._office.cache_clear()
        resolint("check", old)
    assert worked == [str(old)]
    os.utime(office, (1, 1))
    releases._office.cache_clear()
    resolint("check", old)
    assert worked == [str(old), str(old)]
    releases._office.cache_clear()


@pytest.mark.parametrize("damage", [b"", b"{}\n[]", b"\xff\xfe\n\xff", b"[" * 50_000])
def test_a_damaged_result_is_worked_out_again(
    resolint: Resolint, draft: Path, home: Path, damage: bytes
) -> None:
    first = resolint("check", draft)
    for file in kept(home):
        file.write_bytes(damage)
    assert resolint("check", draft) == first


def test_a_result_that_another_could_write_is_not_believed(
    resolint: Resolint, draft: Path, home: Path, worked: list[str]
) -> None:
    resolint("check", draft)
    for file in kept(home):
        file.chmod(0o666)
    resolint("check", draft)
    assert len(worked) == 2


def test_a_rule_that_broke_down_is_asked_again(
    resolint: Resolint, draft: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look(_: object) -> object:
        raise RuntimeError("out of ink")

    monkeypatch.setattr(terms, "look", look)
    draft.write_text(DRAFT.format("the the"), "utf-8")
    outcome = resolint("check", draft)
    assert outcome.status == 2
    assert re.search(r"internal error in the rule [a-z-]+: RuntimeError: out of ink", outcome.err)
    assert "repeated-word" in outcome.out  # the others go on
    assert kept(home) == []


@pytest.mark.parametrize("how", ["option", "setting"])
def test_nothing_is_kept_of_who_asks_for_it(
    resolint: Resolint, draft: Path, home: Path, tmp_path: Path, worked: list[str], how: str
) -> None:
    options = ("--no-cache",) if how == "option" else ()
    if how == "setting":
        (tmp_path / "resolint.toml").write_text("cache = false\n", "utf-8")
    for _ in range(2):
        resolint("check", *options, draft)
    assert kept(home) == []
    assert len(worked) == 2


def test_a_draft_from_standard_input_and_its_kept_result_agree_with_the_file(
    resolint: Resolint, draft: Path
) -> None:
    first = json.loads(resolint("check", "--format", "json", draft).out)
    second = json.loads(resolint("check", "--format", "json", draft).out)
    third = json.loads(resolint("check", "--no-cache", "--format", "json", draft).out)
    assert first == second == third
