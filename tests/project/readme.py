"""The commands shown in the README, run for real: ``python tests/project/readme.py`` writes their output.

A shown command is a comment ``<!-- run: resolint check draft.md -->`` before a fenced block. It runs in a
copy of ``examples/``. With ``, first 30 lines`` or ``, first 30 lines and the
last`` after it, only those are shown.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
SHOWN = re.compile(
    r"(?P<head><!-- run: (?P<command>.+?)"
    r"(?:, first (?P<lines>\d+) lines(?P<last> and the last)?)? -->\n```\w*\n)"
    r"(?P<output>.*?)(?P<tail>^```$)",
    re.DOTALL | re.MULTILINE,
)


def refreshed(text: str) -> str:
    """``text`` with the output that its commands give now."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "examples"
        shutil.copytree(ROOT / "examples", copy)
        return SHOWN.sub(lambda match: match["head"] + _shown(match, copy) + match["tail"], text)


def _shown(match: re.Match[str], folder: Path) -> str:
    output = _output(match["command"], folder)
    if match["lines"]:
        lines = output.splitlines(keepends=True)
        output = "".join([*lines[: int(match["lines"])], "…\n", *(lines[-1:] if match["last"] else [])])
    return f"$ {match['command']}\n\n{output}"


def _output(command: str, folder: Path) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "COLUMNS": "100", "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}
    outcome = subprocess.run(
        ["sh", "-c", command], cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    if outcome.returncode not in (0, 1):
        raise RuntimeError(f"{command}: {outcome.stderr}")
    return outcome.stdout


if __name__ == "__main__":
    README.write_text(refreshed(README.read_text("utf-8")), "utf-8")
