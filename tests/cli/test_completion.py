"""Completion in the shells themselves: commands, options, values, rules and paths."""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

BIN = Path(sys.executable).parent
PROMPT = "ready> "
CASES = [
    ("resolint che", "resolint check "),
    ("resolint check --stat", "resolint check --statistics "),
    ("resolint check --format rdj", "resolint check --format rdjson "),
    ("resolint explain straight-quo", "resolint explain straight-quotation-marks "),
    ("resolint check wat", "resolint check water.md "),
]


def setup_of(shell: str, root: Path) -> str:
    """The line of the README for a shell, without the file it goes into."""
    page = (root / "README.md").read_text("utf-8")
    [line] = re.findall(rf"^{shell}:? +(\S.*?)(?: *#.*)?$", page, re.MULTILINE)
    return str(line)


def environment(shell: str) -> dict[str, str]:
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PS1": PROMPT, "TERM": "dumb", "HISTFILE": "", "SHELL": shell}


def typed(command: list[str], lines: list[str], begun: str, expected: str) -> str:
    """What stands on the line of an interactive shell when a command has been begun and Tab pressed."""
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(command[0], command, environment(command[0]))  # noqa: S606
    try:
        for line in lines:
            os.write(terminal, f"{line}\n".encode())
        os.write(terminal, b"echo set''up\n")
        read_until(terminal, "\r\nsetup")
        os.write(terminal, f"{begun}\t".encode())
        return read_until(terminal, expected)
    finally:
        os.close(terminal)
        os.kill(child, 9)
        os.waitpid(child, 0)


def read_until(terminal: int, words: str) -> str:
    shown, end = "", time.monotonic() + 20
    while words not in shown:
        assert time.monotonic() < end, shown
        shown += os.read(terminal, 4096).decode("utf-8", "replace")
    return shown


@pytest.fixture(autouse=True)
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "water.md").touch()
    monkeypatch.chdir(tmp_path)


def needed(shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed (Debian: apt-get install {shell})")


@pytest.mark.parametrize(("begun", "expected"), CASES)
def test_bash_completes(root: Path, begun: str, expected: str) -> None:
    needed("bash")
    lines = ["bind 'set bell-style none'", "bind 'set enable-bracketed-paste off'", setup_of("bash", root)]
    typed(["bash", "--norc", "--noprofile", "-i"], lines, begun, expected)


@pytest.mark.parametrize(("begun", "expected"), CASES)
def test_zsh_completes(root: Path, begun: str, expected: str) -> None:
    needed("zsh")
    lines = ["autoload -U compinit && compinit -u -D", "unsetopt zle_bracketed_paste", setup_of("zsh", root)]
    typed(["zsh", "-f", "-i"], lines, begun, expected)


@pytest.mark.parametrize(("begun", "expected"), CASES)
def test_fish_completes(root: Path, begun: str, expected: str) -> None:
    needed("fish")
    script = f"{setup_of('fish', root)}; complete --do-complete '{begun}'"
    outcome = subprocess.run(
        ["fish", "--no-config", "-c", script],
        capture_output=True,
        text=True,
        env=environment("fish"),
        check=True,
    )
    assert expected.rsplit(maxsplit=1)[-1] in [line.split("\t")[0] for line in outcome.stdout.splitlines()]
