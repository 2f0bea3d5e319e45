"""``resolint init``: a configuration that works as it stands."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import Resolint

BIN = Path(sys.executable).parent
FILES = ("resolint.toml", ".pre-commit-config.yaml")


def test_the_files_are_valid_and_change_nothing(resolint: Resolint) -> None:
    before = resolint("config").out
    outcome = resolint("init")
    assert outcome.status == 0
    assert all(f"{name} written" in outcome.err for name in FILES)
    without_origins = [line.split("#")[0].split() for line in resolint("config").out.splitlines()]
    assert without_origins == [line.split("#")[0].split() for line in before.splitlines()]
    config = Path(".pre-commit-config.yaml")
    assert subprocess.run([BIN / "pre-commit", "validate-config", config], check=False).returncode == 0


def test_every_line_that_is_offered_is_a_setting(resolint: Resolint) -> None:
    resolint("init")
    path = Path("resolint.toml")
    offered = [
        line.removeprefix("# ") for line in path.read_text("utf-8").splitlines() if "=" in line or "[" in line
    ]
    path.write_text("\n".join(line for line in offered if "our-rules" not in line), "utf-8")
    outcome = resolint("config")
    assert outcome.status == 0, outcome.err
    assert outcome.out.count("resolint.toml:") >= 8


def test_the_hooks_are_those_of_the_manifest(resolint: Resolint, root: Path) -> None:
    resolint("init")
    [repository] = yaml.safe_load(Path(".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    ours = {hook["id"]: hook for hook in repository["hooks"]}
    offered = {
        hook["id"]: hook for hook in yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text("utf-8"))
    }
    assert set(ours) == set(offered)
    for name, hook in ours.items():
        assert hook["entry"].split()[1:] == offered[name]["entry"].split()[1:]
        for key in ("files", "exclude", "require_serial"):
            assert hook.get(key) == offered[name].get(key)


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_overwritten(resolint: Resolint, name: str) -> None:
    Path("drafts").mkdir()
    (Path("drafts") / name).write_text("mine", "utf-8")
    outcome = resolint("init", "drafts")
    assert outcome.status == 2
    assert f"{name}: stands there already; nothing was written" in outcome.err
    assert [path.read_text("utf-8") for path in Path("drafts").iterdir()] == ["mine"]


def test_a_folder_that_is_not_there_is_refused(resolint: Resolint) -> None:
    outcome = resolint("init", "drafts")
    assert outcome.status == 2
    assert "there is no such folder" in outcome.err


@pytest.mark.parametrize("place", ["bin", "my bin"])
def test_a_program_that_the_shell_does_not_find_is_named_by_its_path(
    resolint: Resolint, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, place: str
) -> None:
    program = tmp_path / place / "resolint"
    monkeypatch.setattr(sys, "argv", [str(program)])
    monkeypatch.setenv("PATH", "/nowhere")
    resolint("init")
    [repository] = yaml.safe_load(Path(".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    quoted = f"'{program}'" if " " in place else str(program)
    assert repository["hooks"][1]["entry"] == f"{quoted} check --quiet"
