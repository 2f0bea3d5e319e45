"""The kinds of rules: one file each, each with its ``Params`` and its ``check``.

A kind is data-driven code: a rule of a pack gives the parameters, the kind finds the places. The set is
closed, so a stranger's rule pack is safe to run.
"""

from __future__ import annotations

import importlib
from functools import cache
from types import ModuleType
from typing import cast

from linter.checks.base import Check

KINDS = (
    "abbreviation", "agreement", "amendment", "base-text", "citation", "date", "element", "ending", "fact",
    "field", "italics",
    "label", "notes", "number", "numbering", "opening", "order", "pairs", "pattern", "reference", "seam",
    "sequence", "session", "terms", "told",
)  # fmt: skip


@cache
def module_of(kind: str) -> ModuleType:
    """The module of a kind of rule, imported when a rule of that kind first runs."""
    return importlib.import_module(f"linter.checks.{kind.replace('-', '_')}")


def check_of(kind: str) -> Check:
    """The function that carries out rules of ``kind``."""
    return cast("Check", module_of(kind).check)
