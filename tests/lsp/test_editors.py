"""The configurations in examples/editors, in real editors where these are installed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.lsp.editor import DRAFT

SLIP = DRAFT.replace("behaviour", "behavior")
HERE = Path(__file__).parent


@pytest.fixture
def editors(root: Path) -> Path:
    return root / "examples" / "editors"


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """An environment without the user's own configuration, in which ``resolint`` is found."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "XDG_DATA_HOME": str(tmp_path / "data"), "XDG_STATE_HOME": str(tmp_path / "state")}  # fmt: skip


def program(*names: str) -> str:
    """The first of these that is installed; without any the test is skipped."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.skip(f"{names[0]} is not installed")
    return found


def test_neovim_finds_repairs_and_completes(editors: Path, home: dict[str, str], tmp_path: Path) -> None:
    nvim = program("nvim")
    draft, told = tmp_path / "draft.md", tmp_path / "told.json"
    draft.write_text(SLIP, "utf-8")
    script, steps = editors / "neovim" / "resolint.lua", HERE / "neovim" / "draft.lua"
    outcome = subprocess.run(
        [nvim, "--headless", "--clean", "-S", script, "-S", steps],
        env={**home, "DRAFT": str(draft), "TOLD": str(told)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert told.exists(), outcome.stderr
    found = json.loads(told.read_text("utf-8"))
    assert "failure" not in found
    assert found["found"] == {"code": "spelling-british", "source": "resolint", "line": 8, "column": 35}
    assert found["repaired"] == found["formatted"] == DRAFT.splitlines()
    assert found["offers"] == ["60/251 of 15 March 2006"]


EGLOT = """\
(progn
  (find-file "draft.md")
  (apply #'eglot--connect (eglot--guess-contact))
  (with-timeout (60) (while (null (flymake-diagnostics)) (accept-process-output nil 0.1)))
  (princ (mapconcat #'flymake-diagnostic-text (flymake-diagnostics) "\\n"))
  (eglot-shutdown-all))
"""


def test_emacs_shows_findings(editors: Path, home: dict[str, str], tmp_path: Path) -> None:
    emacs = program("emacs")
    batch = [emacs, "--batch", "--eval", "(package-initialize)"]
    if subprocess.run([*batch, "-l", "eglot"], capture_output=True, env=home, check=False).returncode:
        pytest.skip("this Emacs has no eglot")
    (tmp_path / "draft.md").write_text(SLIP, "utf-8")
    outcome = subprocess.run(
        [*batch, "-l", editors / "emacs" / "resolint.el", "--eval", EGLOT],
        capture_output=True, text=True, cwd=tmp_path, env=home, check=False, timeout=120,
    )  # fmt: skip
    assert "Write “behaviour”." in outcome.stdout, outcome.stderr


def test_the_extension_of_vs_code_is_whole(editors: Path) -> None:
    folder = editors / "vscode"
    package = json.loads((folder / "package.json").read_text("utf-8"))
    assert (folder / package["main"]).is_file()
    node = program("node")
    subprocess.run([node, "--check", folder / package["main"]], check=True, timeout=60)


def test_helix_and_sublime_can_read_their_files(editors: Path) -> None:
    helix = tomllib.loads((editors / "helix" / "languages.toml").read_text("utf-8"))
    server = helix["language-server"]["resolint"]
    assert [server["command"], *server["args"]] == ["resolint", "lsp"]
    assert all("resolint" in language["language-servers"] for language in helix["language"])
    lines = (editors / "sublime" / "LSP.sublime-settings").read_text("utf-8").splitlines()
    sublime = json.loads("\n".join(line for line in lines if not line.startswith("//")))
    assert sublime["clients"]["resolint"]["command"] == ["resolint", "lsp"]
