"""The workflows in examples/ci: they parse, and the commands in them do what they are there for."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

EXAMPLES = Path(__file__).parents[2] / "examples"
DRAFT = "*The General Assembly*,\n\n*Recalling* its work,\n\n*Decides* to continue {} work.\n"


def commands(value: Any) -> list[str]:
    """All commands of resolint in a workflow."""
    if isinstance(value, dict):
        return [command for inner in value.values() for command in commands(inner)]
    if isinstance(value, list):
        return [command for inner in value for command in commands(inner)]
    lines = str(value).splitlines()
    return [line.strip() for line in lines if line.strip().startswith("resolint ")]


@pytest.fixture
def drafts(tmp_path: Path) -> tuple[Path, str]:
    """A repository with a draft that was changed, and the revision before."""

    def git(*arguments: str) -> str:
        identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        return subprocess.run(
            ["git", *identity, *arguments], cwd=tmp_path, check=True, capture_output=True, text=True
        ).stdout.strip()

    git("init", "--quiet")
    (tmp_path / "draft.md").write_text(DRAFT.format("its"), "utf-8")
    git("add", ".")
    git("commit", "--quiet", "-m", "a")
    git("update-ref", "refs/remotes/origin/main", "HEAD")
    (tmp_path / "draft.md").write_text(DRAFT.format(" its"), "utf-8")
    return tmp_path, git("rev-parse", "HEAD")


@pytest.mark.parametrize(("name", "count"), [("github.yml", 3), ("gitlab.yml", 3)])
def test_the_commands_of_a_workflow_run(drafts: tuple[Path, str], name: str, count: int) -> None:
    folder, revision = drafts
    found = commands(yaml.safe_load((EXAMPLES / "ci" / name).read_text("utf-8")))
    assert len(found) == count
    environment = {
        **os.environ,
        "GITHUB_BASE_REF": "main",
        "GITHUB_STEP_SUMMARY": str(folder.parent / "summary.md"),
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": revision,
    }
    program = f"{shlex.quote(sys.executable)} -m linter.cli "
    for command in found:
        done = subprocess.run(
            ["bash", "-c", command.replace("resolint ", program, 1)],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        expected = 0 if "--fail-on never" in command else 1
        assert done.returncode == expected, done.stderr
    written = {path.name for path in folder.iterdir()} - {".git", "draft.md"}
    assert written in ({"resolint.sarif"}, {"gl-code-quality-report.json", "resolint.xml"})
    for path in (*folder.glob("*.json"), *folder.glob("*.sarif")):
        assert json.loads(path.read_text("utf-8"))


def test_an_archive_is_counted_with_dask(tmp_path: Path, shared: Path) -> None:
    pytest.importorskip("dask")
    for path in sorted((shared / "corpus" / "akn4un" / "GA").glob("*.xml"))[:24]:
        (tmp_path / path.name).symlink_to(path)
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 nothing of a package")
    done = subprocess.run(
        [sys.executable, str(EXAMPLES / "archive" / "count_slips.py"), str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=EXAMPLES.parent,
    )
    assert done.returncode == 0, done.stderr
    assert "     1  (cannot be read)" in done.stdout
