"""``--diff-base``: only what changed since a revision of git, by lines or, in Word, by paragraphs."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import pytest

from linter.readers import read
from linter.writers.docx.template import build
from tests.cli.conftest import DRAFT, HOUSE, Outcome, Resolint

THREE = DRAFT.replace("2. *Decides*", "2. *Affirms* its kolor chart;\n\n3. *Decides*")


def git(*args: str) -> None:
    identity = ("-c", "user.name=Drafter", "-c", "user.email=drafter@example.org")
    subprocess.run(["git", *identity, *args], check=True, capture_output=True)


@pytest.fixture
def repository(resolint: Resolint) -> Resolint:
    """Runs the program in a repository without commits."""
    git("init", "--quiet", "--initial-branch", "main")
    return resolint


def commit(text: str, name: str = "draft.md") -> Path:
    path = write(text, name)
    git("add", "--all")
    git("commit", "--quiet", "--message", "Work")
    return path


def write(text: str, name: str = "draft.md") -> Path:
    path = Path(name)
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_bytes(build(read("draft.md", text.encode())) if path.suffix == ".docx" else text.encode())
    return path


def check(resolint: Resolint, *args: object, base: str = "HEAD") -> Outcome:
    rules = ("--rules", HOUSE, "--select", "house-*", "--format", "json")
    return resolint("check", *rules, "--diff-base", base, *args)


def excerpts(outcome: Outcome) -> list[str]:
    assert outcome.status in (0, 1), outcome.err
    return [found["excerpt"] for file in outcome.data["files"] for found in file["diagnostics"]]


def test_only_changed_lines_count(repository: Resolint) -> None:
    path = commit(THREE.format("kolor"))
    outcome = check(repository, path)
    assert excerpts(outcome) == []
    assert outcome.status == 0
    assert "2 findings left out where nothing has changed" in outcome.err
    write(THREE.format("kolor").replace("2. *Affirms* its", "2. *Affirms* also its"))
    [found] = check(repository, path).data["files"][0]["diagnostics"]
    assert found["range"]["start"]["line"] == 11


@pytest.mark.parametrize("change", [lambda text: f"\n\n{text}", lambda text: text.replace("\n", "\r\n")])
def test_lines_that_moved_have_not_changed(repository: Resolint, change: object) -> None:
    assert callable(change)
    path = commit(THREE.format("kolor"))
    path.write_bytes(change(path.read_text("utf-8")).encode())
    assert excerpts(check(repository, path)) == []


def test_a_long_text_turned_upside_down_takes_no_time(repository: Resolint) -> None:
    lines = [f"{number}. *Decides* on paint {number};\n" for number in range(1, 3_000)]
    path = commit("*The General Assembly*,\n\n" + "\n".join(lines))
    write("*The General Assembly*,\n\n*Welcomes* kolor,\n\n" + "\n".join(reversed(lines)))
    began = time.process_time()
    assert excerpts(check(repository, path)) == ["kolor"]
    assert time.process_time() - began < 60


def test_in_word_paragraphs_are_compared(repository: Resolint) -> None:
    path = commit(THREE.format("kolor"), "draft.docx")
    assert excerpts(check(repository, path)) == []
    write(THREE.format("kolor").replace("*Affirms* its", "*Affirms* also its"), "draft.docx")
    [found] = check(repository, path).data["files"][0]["diagnostics"]
    assert found["place"]["text"] == "operative paragraph 2"
    more = THREE.format("azure").replace("1. ", "1. *Welcomes* the red chart;\n\n1. ", 1)
    write(more, "draft.docx")
    assert excerpts(check(repository, path)) == ["red"]


def test_a_new_draft_is_new_throughout(repository: Resolint) -> None:
    commit(DRAFT.format("azure"))
    assert excerpts(check(repository, write(THREE.format("kolor"), "new.md"))) == ["kolor", "kolor"]


def test_a_draft_that_was_moved_is_compared_with_itself(repository: Resolint) -> None:
    commit(THREE.format("kolor"))
    Path("drafts").mkdir()
    git("mv", "draft.md", "drafts/water.md")
    write(THREE.format("kolor").replace("*Affirms* its", "*Affirms* also its"), "drafts/water.md")
    assert len(excerpts(check(repository, "drafts"))) == 1


def test_any_revision_will_do(repository: Resolint) -> None:
    path = commit(DRAFT.format("azure"))
    git("tag", "tabled")
    commit(DRAFT.format("kolor"))
    assert excerpts(check(repository, path, base="main")) == []
    assert excerpts(check(repository, path, base="HEAD~1")) == ["kolor"]
    assert excerpts(check(repository, path, base="tabled")) == ["kolor"]


def test_it_works_from_within_a_folder(repository: Resolint, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(THREE.format("kolor"), "drafts/water.md")
    monkeypatch.chdir("drafts")
    assert excerpts(check(repository, "water.md")) == []
    assert excerpts(check(repository)) == []


@pytest.mark.parametrize("revision", ["nowhere", "--help", "HEAD:draft.md", ""])
def test_an_unknown_revision_is_refused(repository: Resolint, revision: str) -> None:
    outcome = check(repository, commit(DRAFT.format("azure")), base=revision)
    assert outcome.status == 2
    assert "git knows no revision" in outcome.err


def test_outside_of_a_repository_it_is_refused(resolint: Resolint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(Path.cwd().parent))
    outcome = check(resolint, write(DRAFT.format("azure")))
    assert outcome.status == 2
    assert "needs a repository of git" in outcome.err


def test_without_git_it_is_refused(repository: Resolint, monkeypatch: pytest.MonkeyPatch) -> None:
    path = commit(DRAFT.format("azure"))
    monkeypatch.setenv("PATH", "/nowhere")
    outcome = check(repository, path)
    assert outcome.status == 2
    assert "needs git" in outcome.err
