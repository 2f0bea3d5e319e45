"""Where the built-in packs and tables lie."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


@cache
def rules_folder() -> Path:
    """The folder of the built-in packs: inside the package when installed, beside it in a checkout."""
    packaged = _PACKAGE / "_rules"
    return packaged if packaged.is_dir() else _PACKAGE.parent / "rules"


def resolutions_table() -> Path:
    """The built-in table of resolutions and decisions, for :func:`linter.facts.facts_in`."""
    return rules_folder() / "tables" / "resolutions.tsv"


def is_packaged(path: Path) -> bool:
    """Whether ``path`` came with an installed package, and so may have a compiled form beside it."""
    return path.is_relative_to(_PACKAGE)
