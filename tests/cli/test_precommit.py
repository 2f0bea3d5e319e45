"""Drafts under git: pre-commit checks what is about to be committed, ``git diff`` shows Word as text.

A fresh clone of this repository is installed as pre-commit installs it, once; without a package index the
test is skipped.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from linter.engine.search import SUFFIXES
from linter.readers import read
from linter.writers.docx.template import build

BIN = Path(sys.executable).parent
GOOD = """\
A/C.3/81/L.12

## The colours of the house

*The General Assembly*,

*Guided* by the purposes and principles of the Charter of the United Nations,

1. *Affirms* the importance of the scheme of colours;

2. *Decides* to continue its consideration of the matter.
"""
SAFE_SLIP = GOOD.replace("scheme of", "scheme  of")


class Repository:
    """A repository of drafts."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.folder = folder
        self._environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("GIT_")},
            "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            **environment,
        }
        folder.mkdir()
        self.git("init", "--quiet", "--initial-branch", "main")
        for key, value in (("user.name", "Drafter"), ("user.email", "drafter@example.org")):
            self.git("config", key, value)

    def __call__(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command in the repository."""
        return subprocess.run(
            command,
            cwd=self.folder,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )

    def git(self, *args: str) -> str:
        """What git says; it must not fail."""
        outcome = self("git", *args)
        assert outcome.returncode == 0, outcome.stdout
        return outcome.stdout

    def write(self, name: str, text: str) -> Path:
        """Write a draft, as Word where its name says so."""
        path = self.folder / name
        data = build(read("draft.md", text.encode())) if path.suffix == ".docx" else text.encode()
        path.write_bytes(data)
        return path

    def commit(self, *names: str) -> subprocess.CompletedProcess[str]:
        """Stage some files and try to commit."""
        if names:
            self.git("add", *names)
        return self("git", "commit", "--quiet", "--message", "Work")


def test_the_hooks_are_offered_as_precommit_wants_them(root: Path) -> None:
    outcome = subprocess.run(
        [BIN / "pre-commit", "validate-manifest", root / ".pre-commit-hooks.yaml"], check=False
    )
    assert outcome.returncode == 0
    hooks = {
        hook["id"]: hook for hook in yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text("utf-8"))
    }
    assert set(hooks) == {"resolint", "resolint-fix"}
    read_by_search = {suffix for suffix in SUFFIXES if re.search(hooks["resolint"]["files"], f"a{suffix}")}
    assert read_by_search >= {".docx", ".docm", ".md", ".markdown", ".txt", ".html", ".htm", ".xml"}
    assert not re.search(hooks["resolint-fix"]["files"], "a.docx")
    assert re.search(hooks["resolint"]["exclude"], "a.reviewed.docx")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Skips where no package index is reachable."""
    folder = tmp_path_factory.mktemp("index")
    pip = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--retries",
        "0",
        "--timeout",
        "8",
    ]
    if subprocess.run([*pip, "--dest", folder, "PyYAML"], capture_output=True, check=False).returncode:
        pytest.skip("no package index is reachable: pre-commit cannot install resolint")


@pytest.mark.usefixtures("index")
def test_a_day_in_a_repository_of_drafts(tmp_path: Path, root: Path) -> None:
    clone = tmp_path / "resolint"
    subprocess.run(["git", "clone", "--quiet", root, clone], check=True)
    drafts = Repository(tmp_path / "drafts", {"PRE_COMMIT_HOME": str(tmp_path / "home")})
    revision = subprocess.check_output(["git", "rev-parse", "HEAD"], cwd=clone, text=True).strip()
    example = (root / "examples/drafts-repository/.pre-commit-config.yaml").read_text("utf-8")
    example = example.replace("PATH-OR-ADDRESS-OF-RESOLINT", str(clone)).replace(
        "rev: HEAD", f"rev: {revision}"
    )
    drafts.write(".pre-commit-config.yaml", example)
    drafts.git("add", ".pre-commit-config.yaml")
    installed = drafts("pre-commit", "install", "--install-hooks")
    assert installed.returncode == 0, installed.stdout

    mends_a_text_and_refuses_a_word_draft(drafts)
    checks_what_is_staged(drafts)
    does_nothing_for_what_is_no_draft(drafts)


def mends_a_text_and_refuses_a_word_draft(drafts: Repository) -> None:
    text = drafts.write("water.md", SAFE_SLIP)
    word = drafts.write("paint.docx", SAFE_SLIP)
    before = word.read_bytes()
    refused = drafts.commit("water.md", "paint.docx", ".pre-commit-config.yaml")
    assert refused.returncode == 1
    assert "files were modified by this hook" in refused.stdout
    assert "paint.docx  General Assembly" in refused.stdout
    assert "double-space" in refused.stdout
    assert text.read_text("utf-8") == GOOD
    assert word.read_bytes() == before
    assert not list(drafts.folder.glob("*.reviewed.docx"))

    drafts.write("paint.docx", GOOD)
    accepted = drafts.commit("water.md", "paint.docx")
    assert accepted.returncode == 0, accepted.stdout


def checks_what_is_staged(drafts: Repository) -> None:
    """Not what lies in the folder: pre-commit puts that aside."""
    better = GOOD.replace("continue", "pursue")
    text = drafts.write("water.md", better)
    drafts.git("add", "water.md")
    drafts.write("water.md", better.replace("scheme of", "scheme  of"))
    accepted = drafts.commit()
    assert accepted.returncode == 0, accepted.stdout
    assert "scheme  of" in text.read_text("utf-8")

    drafts.git("add", "water.md")
    drafts.write("water.md", better)
    refused = drafts.commit()
    assert refused.returncode == 1
    drafts.write("water.md", better)
    drafts.git("add", "water.md")


def does_nothing_for_what_is_no_draft(drafts: Repository) -> None:
    drafts.write("votes.csv", "State,vote\n")
    outcome = drafts.commit("votes.csv")
    assert outcome.returncode == 0, outcome.stdout
    assert outcome.stdout.count("(no files to check)Skipped") == 2


def test_a_newcomer_has_a_failing_and_then_a_passing_commit(tmp_path: Path, root: Path) -> None:
    """The lines of the README from ``git init`` on, with the programs that are installed here."""
    page = (root / "README.md").read_text("utf-8")
    [lines] = re.findall(r"<!-- newcomer -->\n```text\n.*?git init\n(.*?)```", page, re.DOTALL)
    drafts = Repository(tmp_path / "drafts", {"PRE_COMMIT_HOME": str(tmp_path / "home")})
    drafts.write("water.md", GOOD.replace("scheme of", "scheme  of"))
    drafts.write("paint.docx", GOOD.replace("matter.", "matter"))
    commands = lines.replace("~/resolint/bin", str(BIN))
    refused = drafts("sh", "-e", "-c", commands)
    assert refused.returncode == 1
    assert "water.md: 1 repair made" in refused.stdout
    assert "rule     operative-last-full-stop" in refused.stdout
    drafts.write("paint.docx", GOOD)
    accepted = drafts("sh", "-e", "-c", "\n".join(commands.splitlines()[-2:]))
    assert accepted.returncode == 0, accepted.stdout


@pytest.mark.parametrize("page", ["README.md", "examples/drafts-repository/.gitattributes"])
def test_git_shows_word_drafts_as_text(tmp_path: Path, root: Path, page: str) -> None:
    (tmp_path / "resolint/bin").mkdir(parents=True)
    (tmp_path / "resolint/bin/resolint").symlink_to(BIN / "resolint")
    drafts = Repository(tmp_path / "drafts", {"HOME": str(tmp_path)})
    attributes = (root / "examples/drafts-repository/.gitattributes").read_text("utf-8")
    drafts.write(".gitattributes", attributes)
    [recipe] = re.findall(r"^(?:#\s+)?(git config .*)$", (root / page).read_text("utf-8"), re.MULTILINE)
    assert drafts("sh", "-c", recipe).returncode == 0
    drafts.write("paint.docx", GOOD)
    assert drafts.commit(".gitattributes", "paint.docx").returncode == 0
    drafts.write("paint.docx", GOOD.replace("scheme", "choice"))
    changed = [line for line in drafts.git("diff").splitlines() if re.match(r"[-+](?![-+])", line)]
    assert changed == [
        "-1. *Affirms* the importance of the scheme of colours;",
        "+1. *Affirms* the importance of the choice of colours;",
    ]
