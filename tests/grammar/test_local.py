"""The server that is started here: once, only where it is needed, and ended whatever happens."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

DRAFT = """\
*The General Assembly*,

*Guided* by the purposes and principles of the Charter of the United Nations,

1. *Requests* the Secretary-General to submits a report on {};

2. *Decides* to remain seized of the matter.
"""
SLIP = "advice grammar-slip: A slip."
POSIX = pytest.mark.skipif(os.name != "posix", reason="the stand-in for Java is a script with a #! line")


@dataclass(frozen=True)
class Desk:
    """A folder with drafts, a stand-in for Java, and a download of LanguageTool that is a name alone."""

    folder: Path
    environment: Mapping[str, str]

    def command(self, *args: str) -> list[str]:
        return [sys.executable, "-m", "linter.cli", "check", "--format", "concise", *args]

    def check(self, *args: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*args),
            cwd=self.folder,
            env={**self.environment, **environment},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    @property
    def starts(self) -> list[int]:
        diary = Path(self.environment["DIARY"])
        return [int(line) for line in diary.read_text("utf-8").split()] if diary.exists() else []


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    folder, programs, download = (tmp_path / name for name in ("drafts", "bin", "ltp"))
    for made in (folder, programs, download / "LanguageTool-6.8"):
        made.mkdir(parents=True)
    (folder / "draft.md").write_text(DRAFT.format("roads"), "utf-8")
    (download / "LanguageTool-6.8" / "languagetool-server.jar").touch()
    script = Path(__file__).with_name("java.py").read_text("utf-8")
    (programs / "java").write_text(f"#!{sys.executable}\n{script}", "utf-8")
    (programs / "java").chmod(0o755)
    environment = {
        **os.environ,
        "PATH": str(programs),
        "LTP_PATH": str(download),
        "JAVA_SAYS": "17.0.9",
        "DIARY": str(tmp_path / "diary"),
    }
    return Desk(folder, environment)


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def ends(process: int) -> bool:
    """Whether a process ends within some seconds."""
    end = time.monotonic() + 20
    while is_running(process) and time.monotonic() < end:
        time.sleep(0.05)
    return not is_running(process)


@POSIX
def test_one_server_serves_all_drafts_and_processes_and_then_ends(desk: Desk) -> None:
    for number in range(9):
        (desk.folder / f"draft-{number}.md").write_text(DRAFT.format(f"road {number}"), "utf-8")
    outcome = desk.check("--grammar", "--jobs", "3", ".")
    assert (outcome.stdout.count(SLIP), outcome.stderr) == (10, "")
    (server,) = desk.starts
    assert ends(server)
    again = desk.check("--grammar", "--jobs", "3", ".")
    assert again.stdout == outcome.stdout
    assert desk.starts == [server]  # the results were kept: nobody had to be asked


@POSIX
def test_nothing_is_started_that_is_not_asked_for(desk: Desk) -> None:
    assert SLIP not in desk.check(".").stdout
    (desk.folder / "draft.md").write_text("Not a draft.\n", "utf-8")
    desk.check("--grammar", ".")
    assert desk.starts == []


@POSIX
def test_the_server_does_not_outlive_a_check_that_is_killed(desk: Desk) -> None:
    command = desk.command("--grammar", "--watch", ".")
    with subprocess.Popen(command, cwd=desk.folder, env=desk.environment, stdout=subprocess.PIPE) as check:
        assert check.stdout is not None
        while SLIP.encode() not in check.stdout.readline():
            pass
        (server,) = desk.starts
        assert is_running(server)
        check.send_signal(signal.SIGKILL)
    assert ends(server)


@POSIX
@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"PATH": os.devnull}, "it needs Java, and there is none here: install Java 17 or later"),
        ({"BROKEN": "1"}, "LanguageTool ended as soon as it was started"),
        ({"JAVA_SAYS": "11.0.2"}, "LanguageTool requires Java >= 17"),
        (
            {"LTP_DOWNLOAD_HOST_NEW_RELEASES": "http://127.0.0.1:9/"},
            "LanguageTool cannot be downloaded or run",
        ),
        ({"PYTHONPATH": "without"}, "it needs language-tool-python: pip install 'resolint[grammar]'"),
    ],
)
def test_what_is_missing_is_told_once_and_costs_nothing_else(
    desk: Desk, environment: dict[str, str], said: str
) -> None:
    (desk.folder / "other.md").write_text(DRAFT.format("rivers"), "utf-8")
    if "PYTHONPATH" in environment:
        (desk.folder / "without").mkdir()
        (desk.folder / "without" / "language_tool_python.py").write_text("raise ImportError\n", "utf-8")
    if "LTP_DOWNLOAD_HOST_NEW_RELEASES" in environment:
        (Path(desk.environment["LTP_PATH"]) / "LanguageTool-6.8" / "languagetool-server.jar").unlink()
        (Path(desk.environment["LTP_PATH"]) / "LanguageTool-6.8").rmdir()
    without = desk.check("draft.md", "other.md")
    outcome = desk.check("--grammar", "draft.md", "other.md", **environment)
    assert outcome.stderr.count("grammar is not checked") == 1
    assert said in outcome.stderr
    assert (outcome.returncode, outcome.stdout) == (without.returncode, without.stdout)
