"""Rules about the project itself."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from linter import __version__
from linter.cli.program import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 300


def sources() -> list[Path]:
    return sorted((ROOT / "linter").rglob("*.py"))


def tracked() -> list[Path]:
    listing = subprocess.check_output(["git", "ls-files", "-z"], cwd=ROOT, text=True)
    return [ROOT / name for name in listing.split("\0") if name and (ROOT / name).is_file()]


def test_no_source_file_is_long() -> None:
    lengths = {path.relative_to(ROOT): len(path.read_text("utf-8").splitlines()) for path in sources()}
    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


def undocumented(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text("utf-8"))
    if not ast.get_docstring(tree):
        yield str(path.relative_to(ROOT))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            nested = isinstance(node, ast.FunctionDef) and node not in top_level(tree)
            if not nested and not ast.get_docstring(node):
                yield f"{path.relative_to(ROOT)}: {node.name}"


def top_level(tree: ast.Module) -> list[ast.stmt]:
    """Functions of a module and methods of its public classes."""
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    return [*tree.body, *(inner for node in classes for inner in node.body)]


def test_every_public_name_says_what_it_is() -> None:
    assert [name for path in sources() for name in undocumented(path)] == []


def test_the_readme_shows_every_command() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [name for name in COMMANDS if f"| `resolint {name}" not in readme] == []
    shown = set(re.findall(r"^\| `resolint (\w+)", readme, re.MULTILINE))
    assert shown - set(COMMANDS) == set()


def test_the_changes_name_the_version() -> None:
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_every_dependency_is_imported_and_every_import_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = [name for extra in ("lsp", "grammar", "pdf") for name in project["optional-dependencies"][extra]]
    declared = {re.split(r"[<>=~!]", name)[0].lower() for name in [*project["dependencies"], *extras]}
    modules = {
        "yaml": "pyyaml", "language_tool_python": "language-tool-python", "lsprotocol": "pygls",
        "pypdfium2_raw": "pypdfium2",
    }  # fmt: skip
    found = {modules.get(name, name) for path in sources() for name in foreign_imports(path)}
    assert found - declared == set()


def foreign_imports(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imports(path)} - sys.stdlib_module_names - {"linter", "_typeshed"}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_nothing_but_grammar_can_reach_the_network() -> None:
    network = {"ftplib", "http", "http.client", "httpx", "requests", "smtplib", "socket", "urllib.request"}
    found = {path.relative_to(ROOT): network & set(imports(path)) for path in sources()}
    using = {path.as_posix() for path, names in found.items() if names}
    assert using == {"linter/grammar/client.py", "linter/grammar/local.py"}


def test_continuous_integration_can_be_run() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert script.read_text("utf-8").startswith("#!/usr/bin/env bash\n")
    subprocess.run(["bash", "-n", script], check=True)


@pytest.mark.skipif(os.environ.get("CI") != "true", reason="only CI promises the documents")
def test_continuous_integration_has_the_reference_documents() -> None:
    assert (ROOT.parent / "shared" / "corpus").is_dir()


def test_no_unfinished_business() -> None:
    words = re.compile(r"\b(TODO|FIXME|XXX)\b")
    suffixes = {".py", ".yaml", ".md", ".toml", ".sh"}
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in tracked()
        if path.suffix in suffixes and path != Path(__file__)
        for match in words.finditer(path.read_text("utf-8"))
    ]
    assert found == []


def test_the_project_speaks_of_nothing_but_itself() -> None:
    elsewhere = re.compile(r"/work/|/root/|/home/|\.library/")
    found = [
        path.relative_to(ROOT)
        for path in tracked()
        if path.suffix in {".py", ".yaml", ".md", ".toml", ".sh", ""}
        and path != Path(__file__)
        and elsewhere.search(path.read_text("utf-8", "replace"))
    ]
    assert found == []
