"""``resolint lsp`` as a command: its options, and what it says when it cannot serve."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.lsp.editor import DRAFT
from tests.lsp.wire import PROGRAM, Wire

HOUSE = str(Path(__file__).parents[1] / "cli" / "house")
TEXT = DRAFT.replace("behaviour", "azure  behavior").replace("*Affirms*", "Affirms")


@pytest.mark.parametrize(
    "options",
    [
        ["--organ", "hrc", "--stage", "negotiation", "--ignore", "double-space"],
        ["--rules", HOUSE, "--select", "house-*,double-space", "--config", "own.toml"],
    ],
    ids=["recognition", "selection"],
)
def test_options_are_those_of_check(tmp_path: Path, options: list[str]) -> None:
    (tmp_path / "own.toml").write_text('[severity]\ndouble-space = "advice"\n', "utf-8")
    (tmp_path / "resolint.toml").write_text('ignore = ["spelling-british"]\n', "utf-8")
    draft = tmp_path / "draft.md"
    draft.write_text(TEXT, "utf-8")
    checked = subprocess.run(
        [*PROGRAM, "check", "--format", "json", *options, draft.name],
        capture_output=True,
        check=False,
        cwd=tmp_path,
    )
    (file,) = json.loads(checked.stdout)["files"]
    expected = [(found["rule"], found["message"]) for found in file["diagnostics"]]
    wire = Wire("lsp", "--stdio", *options, folder=tmp_path)
    wire.start()
    found = wire.open(TEXT, draft.as_uri())["diagnostics"]
    assert wire.stop() == (0, "")
    assert expected
    assert [(one["code"], one["message"]) for one in found] == expected


def test_without_the_extra_it_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "pygls.py").write_text("raise ImportError('not here')\n")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    outcome = subprocess.run([*PROGRAM, "lsp"], capture_output=True, text=True, check=False, env=environment)
    assert outcome.returncode == 2
    assert outcome.stderr == (
        "resolint: the language server needs the extra “lsp”: install it with pip install 'resolint[lsp]'\n"
    )
