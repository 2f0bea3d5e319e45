"""Small faults that can be planted in the regular expressions of a file, each in one place."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_TOKEN = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?(?:[:=!>]|<[=!]|P<\w+>|P=\w+|[aiLmsux-]+[:)])|.", re.DOTALL
)
_CONDITIONS = ("(?=", "(?!", "(?<=", "(?<!")
_COUNTS = ("?", "*", "+", "}")
_CHANGES = dict.fromkeys(("?", "^", "$", r"\b", r"\B", r"\A", r"\Z"), "") | {"*": "+", "+": "*"}


class Slip(NamedTuple):
    """The expression ``old``, known by ``name``, with a fault; ``lines`` are those that use it."""

    path: Path
    lines: tuple[int, ...]
    module: str
    name: str
    old: re.Pattern[str]
    new: str

    @property
    def change(self) -> str:
        """What was written where they differ, and what stands there instead."""
        old, new = self.old.pattern, self.new
        start = next(
            (i for i, pair in enumerate(zip(old, new, strict=False)) if len(set(pair)) > 1), len(new)
        )
        return (
            f"{self.name}  {old[max(start - 20, 0) : start + 30]}  →  {new[max(start - 20, 0) : start + 30]}"
        )

    def plant(self) -> None:
        """Put it into all modules that know the expression."""
        changed = re.compile(self.new, self.old.flags)
        for module in [one for name, one in sys.modules.items() if name.startswith("linter.")]:
            for name, one in vars(module).items():
                if one is self.old:
                    setattr(module, name, changed)


def slips(path: Path, module: str) -> Iterator[Slip]:
    """All faults of the expressions at the head of a file, whose module is loaded."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    used: dict[str, set[int]] = {}
    for scope in tree.body:
        if isinstance(scope, ast.FunctionDef | ast.ClassDef):
            for node in ast.walk(scope):
                if isinstance(node, ast.Name):
                    used.setdefault(node.id, set()).add(node.lineno)
    for name, value in vars(sys.modules[module]).items():
        if isinstance(value, re.Pattern) and isinstance(value.pattern, str) and name in used:
            for new in dict.fromkeys(_variants(value.pattern)):
                with suppress(re.error):
                    re.compile(new, value.flags)
                    yield Slip(path, tuple(sorted(used[name])), module, name, value, new)


def _variants(expression: str) -> Iterator[str]:
    tokens = _TOKEN.findall(expression)
    for place, one in enumerate(tokens):
        end = place + 1
        lazy = one == "?" and place > 0 and tokens[place - 1] in _COUNTS
        changed = None if lazy else _CHANGES.get(one)  # what is found is mostly the same
        if one in _CONDITIONS:
            end, changed = _closing(tokens, place) + 1, ""
        elif one == "|":
            end = _end_of_alternative(tokens, place + 1)
            words = all(letter.isalnum() or letter.isspace() for letter in tokens[place + 1 : end])
            changed = None if words else ""  # a word of many in a list needs no test of its own
        if changed is not None:
            yield "".join([*tokens[:place], changed, *tokens[end:]])


def _closing(tokens: list[str], opening: int) -> int:
    """The place of the bracket that closes a group."""
    end = _end_of_alternative(tokens, opening + 1)
    return _closing(tokens, end) if end < len(tokens) and tokens[end] == "|" else end


def _end_of_alternative(tokens: list[str], start: int) -> int:
    """The place of the next bar or closing bracket at the depth of ``start``."""
    place = start
    while place < len(tokens) and tokens[place] not in ("|", ")"):
        opens = tokens[place].startswith("(") and tokens[place][-1] != ")"
        place = (_closing(tokens, place) if opens else place) + 1
    return place
