"""The kinds of rules: one file each, each with its ``Params`` and its ``check``, or its ``look``.

A kind is data-driven code: a rule of a pack gives the parameters, the kind finds the places. The set is
closed, so a stranger's rule pack is safe to run.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import cache
from types import ModuleType
from typing import Any, cast

from linter.checks.base import Check, Look

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


def look_of(kind: str, params: Any) -> Look | None:
    """How a rule of ``kind`` looks at each paragraph alone; None where it looks at the draft."""
    choose: Callable[[Any], Look | None] | None = getattr(module_of(kind), "look", None)
    return choose(params) if choose is not None else None


def check_of(kind: str) -> Check:
    """The function that carries out rules of ``kind`` that look at the draft."""
    return cast("Check", module_of(kind).check)
