"""Where the files of a pack are."""

from __future__ import annotations

from pathlib import Path

from linter.model.errors import RuleError

PACK_FILE = "pack.yaml"


def topic_files(folder: Path) -> list[Path]:
    """The rule files of a pack's folder, sorted."""
    return sorted(path for path in folder.glob("*.yaml") if path.name != PACK_FILE)


def pack_folder(path: Path) -> Path:
    """The folder of a pack that was named by its folder or its ``pack.yaml``; RuleError if there is none."""
    folder = path.parent if path.name == PACK_FILE else path
    if not (folder / PACK_FILE).is_file():
        message = f"is no rule pack: it has no {PACK_FILE}; `resolint pack new` starts one"
        raise RuleError(message, str(path))
    return folder
