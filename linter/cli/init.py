"""``resolint init``: a starting configuration for a folder of drafts."""

from __future__ import annotations

import re
import shlex
import shutil
import sys
from pathlib import Path

import click

from linter.cli.output import note, replace_file
from linter.model.errors import WriteError

_SETTINGS = """\
# How resolint reads the drafts in this folder and below. Take away the “#” of what you want to decide;
# `resolint config` shows what is in force, `resolint rules` lists the rules.

# organ = "auto"                    # auto, ga, hrc, sc, ecosoc
# stage = "auto"                    # auto, negotiation, draft, adopted
fail-on = "warning"                 # what makes the exit status 1: error, warning, advice, never

# ignore = ["em-dash"]              # rules you do not want
# exclude = ["archive/**"]          # what a search of the folder leaves out
# rules = ["our-rules"]             # rule packs of your own

# [severity]                        # a rule at another level
# double-space = "advice"

# [ignore-in]                       # rules that are silent in some files
# "annexes/*.md" = ["double-space"]

# [word]                            # who signs tracked changes
# author = "Drafting team"
"""
_HOOKS = """\
# What happens before each commit: repairs that nobody could object to, then a check of what is committed.
# `pre-commit install` sets it up, once in each clone. It needs the programs pre-commit and git.
repos:
  - repo: local
    hooks:
      - id: resolint-fix
        name: resolint fix
        entry: {fix}
        language: system
        files: \\.(md|markdown|txt|html?|xml)$
        require_serial: true
      - id: resolint
        name: resolint
        entry: {check}
        language: system
        files: \\.(docx|docm|md|markdown|txt|html?|xml)$
        exclude: \\.reviewed\\.docx$
        require_serial: true
"""


@click.command("init", short_help="Start the configuration of a folder of drafts.")
@click.argument("path", default=".", type=click.Path(file_okay=False, path_type=Path), metavar="[FOLDER]")
def command(*, path: Path) -> None:
    """Write a resolint.toml and a .pre-commit-config.yaml to start from into FOLDER, or where you are.

    Nothing that stands there is replaced: where either file exists, neither is written.

    \b
    Example:
      resolint init drafts/
    """
    files = {
        path / "resolint.toml": _SETTINGS,
        path / ".pre-commit-config.yaml": _hooks(),
    }
    for file in files:
        if file.exists() or file.is_symlink():
            raise WriteError("stands there already; nothing was written", str(file))
    if not path.is_dir():
        raise WriteError("there is no such folder: make it first", str(path))
    for file, text in files.items():
        replace_file(file, text.encode())
        note(f"resolint: {file} written")
    note("resolint: edit them, then `pre-commit install` in the clone checks every commit")


def _hooks() -> str:
    program = _program()
    return _HOOKS.format(
        fix=_scalar(f"{program} fix --quiet --fail-on never"), check=_scalar(f"{program} check --quiet")
    )


def _scalar(text: str) -> str:
    """``text`` as YAML: as it stands, or in quotation marks where they are needed."""
    if re.fullmatch(r"[\w./ -]+", text):
        return text
    import json

    return json.dumps(text, ensure_ascii=False)


def _program() -> str:
    """How a hook finds this program: by its name where the shell does, else by its path."""
    here = Path(sys.argv[0]).absolute()
    found = shutil.which("resolint")
    if here.name != "resolint" or (found and Path(found).resolve() == here.resolve()):
        return "resolint"
    return shlex.quote(str(here))
