"""Where packs are: the built-in ones, those that are installed, and a user's own."""

from __future__ import annotations

from pathlib import Path

from linter.model.errors import RuleError
from linter.tables.location import rules_folder

PACK_FILE = "pack.yaml"
BUILT_IN = ("un", "ga", "hrc", "sc", "ecosoc", "negotiation")
ENTRY_POINTS = "resolint.packs"


def topic_files(folder: Path) -> list[Path]:
    """The rule files of a pack's folder, sorted."""
    return sorted(path for path in folder.glob("*.yaml") if path.name != PACK_FILE)


def pack_folder(path: Path) -> Path:
    """The folder of a pack named by its folder, its ``pack.yaml``, or the name it is installed under.

    Raises RuleError if there is none.
    """
    folder = path.parent if path.name == PACK_FILE else path
    if (folder / PACK_FILE).is_file():
        return folder
    known = by_name() if len(path.parts) == 1 and not folder.exists() else {}
    if path.name in known:
        return known[path.name]
    names = f"; installed are {', '.join(known)}" if known else ""
    message = f"is no rule pack: it has no {PACK_FILE}; `resolint pack new` starts one{names}"
    raise RuleError(message, str(path))


def by_name() -> dict[str, Path]:
    """The packs that ``--rules NAME`` puts in force: ours that are not so by themselves, and installed ones.

    A Python distribution offers a pack by an entry point in the group ``resolint.packs``: the name, and the
    package whose folder holds ``pack.yaml``. None of its code is run.
    """
    ours = sorted(path.parent for path in rules_folder().glob(f"*/{PACK_FILE}"))
    return {folder.name: folder for folder in ours if folder.name not in BUILT_IN} | _installed()


def _installed() -> dict[str, Path]:
    from importlib.metadata import entry_points
    from importlib.util import find_spec

    found: dict[str, Path] = {}
    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name):
        parent, _, rest = point.module.partition(".")
        spec = find_spec(parent)
        for location in (spec.submodule_search_locations or ()) if spec else ():
            folder = Path(location, *rest.split(".")) if rest else Path(location)
            if (folder / PACK_FILE).is_file():
                found[point.name] = folder
    return found
