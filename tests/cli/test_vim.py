"""The concise form in Vim's quickfix list, with the settings that the README gives."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from linter.readers import read
from linter.writers.docx.template import build
from tests.cli.conftest import DRAFT

TEXT = DRAFT.replace("the importance of", "“the importance” – 𐐀 é of")
SCRIPT = """\
silent make!
let found = []
for item in getqflist()
  let under = ''
  if item.lnum
    execute 'cc ' . (len(found) + 1)
    let under = strpart(getline('.'), col('.') - 1, 5)
  endif
  let told = {'name': bufname(item.bufnr), 'line': item.lnum, 'type': item.type, 'text': item.text}
  call add(found, extend(told, {'valid': item.valid, 'under': under}))
endfor
call writefile([json_encode(found)], 'found.json')
qall!
"""


def quickfix(root: Path, folder: Path, name: str) -> list[dict[str, Any]]:
    """What ``:make`` gathers for a file, with the words under the cursor at each place."""
    if shutil.which("vim") is None:
        pytest.skip("Vim is not installed (Debian: apt-get install vim)")
    [settings] = re.findall(r"```vim\n(.*?)```", (root / "README.md").read_text("utf-8"), re.DOTALL)
    (folder / "vimrc").write_text(f"set nocompatible encoding=utf-8\n{settings}", "utf-8")
    (folder / "script.vim").write_text(SCRIPT, "utf-8")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    subprocess.run(
        ["vim", "-u", "vimrc", "-i", "NONE", "-n", "-es", "-S", "script.vim", name],
        cwd=folder,
        env={**os.environ, "PATH": path, "LC_ALL": "C.UTF-8", "TERM": "dumb"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    found: list[dict[str, Any]] = json.loads((folder / "found.json").read_text("utf-8"))
    return [item for item in found if item["valid"]]


def test_the_cursor_goes_to_the_words(root: Path, tmp_path: Path) -> None:
    (tmp_path / "my draft.md").write_text(TEXT.format("  organise"), "utf-8")
    found = quickfix(root, tmp_path, "my draft.md")
    places = {re.split("[ :]", item["text"].strip())[0]: item for item in found}
    spelling = places["spelling-ize"]
    assert (spelling["name"], spelling["line"], spelling["under"]) == ("my draft.md", 9, "organ")
    assert spelling["type"].lower() == "e"
    assert places["double-space"]["under"][:2] == "  "


def test_a_word_draft_names_the_paragraph(root: Path, tmp_path: Path) -> None:
    (tmp_path / "draft.docx").write_bytes(build(read("draft.md", DRAFT.format("organise").encode())))
    [spelling] = [item for item in quickfix(root, tmp_path, "draft.docx") if "spelling-ize" in item["text"]]
    assert spelling["text"].startswith("operative paragraph 1: error spelling-ize: ")
    assert (spelling["name"], spelling["line"]) == ("draft.docx", 0)
