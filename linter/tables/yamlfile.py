"""YAML as data that JSON can hold, with the line of every entry; strict, since strangers write packs.

Only true and false are booleans, dates stay text, a key stands once, anchors and aliases are refused (no
file of ours needs them, and a few lines of them can expand to gigabytes).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linter.model.errors import RuleError

if TYPE_CHECKING:
    from yaml import Node, ScalarNode

JSON = None | bool | int | float | str | list[Any] | dict[str, Any]
Place = tuple[str | int, ...]

_SIZE_LIMIT = 4_000_000
_DEPTH_LIMIT = 40
_PLAIN = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "false": False, "False": False,
}  # fmt: skip


class Lines:
    """The line (from 1) at which each entry of a file stands, by its place: ``("rules", 3, "kind")``."""

    def __init__(self, lines: Mapping[Place, int]) -> None:
        self._lines = lines

    def at(self, *place: str | int) -> int:
        """Line of the entry at ``place``, or of the nearest entry around it."""
        while place and place not in self._lines:
            place = place[:-1]
        return self._lines.get(place, 1)


def read_yaml(path: Path) -> tuple[JSON, Lines]:
    """The content of one YAML file and the lines of its entries.

    Raises RuleError with path and line for what cannot be read, is too large, is not YAML, or uses what
    is refused.
    """
    return parse_yaml(_text(path), str(path))


def parse_yaml(text: str, name: str) -> tuple[JSON, Lines]:
    """The content of a YAML text; ``name`` is the path that errors show."""
    import yaml

    try:
        _refuse_anchors(text, name)
        node = yaml.compose(text, Loader=_loader())
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(error, name) from None
    except yaml.YAMLError as error:
        raise RuleError(f"this is not YAML: {error}", name) from None
    lines: dict[Place, int] = {}
    return (None if node is None else _value(node, (), lines, name)), Lines(lines)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_SIZE_LIMIT + 1)
    except OSError as error:
        raise RuleError(f"cannot be read: {error.strerror}", str(path)) from None
    if len(data) > _SIZE_LIMIT:
        raise RuleError(f"is larger than {_SIZE_LIMIT:,} bytes: split it", str(path))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise RuleError("is not UTF-8: save it in that encoding", str(path), line) from None


@cache
def _loader() -> Any:
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _refuse_anchors(text: str, name: str) -> None:
    """Refuse anchors and aliases, and nesting deep enough to exhaust the composer's stack."""
    import yaml

    depth = 0
    for event in yaml.parse(text, Loader=_loader()):
        mark: Any = event.start_mark
        line = mark.line + 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise RuleError("anchors (&) and aliases (*) are not allowed: write the value out", name, line)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEPTH_LIMIT:
            raise RuleError(f"is nested deeper than {_DEPTH_LIMIT} levels", name, line)


def _syntax_error(error: Any, name: str) -> RuleError:
    mark = error.problem_mark or error.context_mark
    return RuleError(f"this is not YAML: {error.problem}", name, None if mark is None else mark.line + 1)


def _value(node: Node, place: Place, lines: dict[Place, int], name: str) -> JSON:
    import yaml

    lines[place] = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*place, number), lines, name) for number, item in enumerate(node.value)]
    return _mapping(node, place, lines, name)


def _mapping(node: Node, place: Place, lines: dict[Place, int], name: str) -> dict[str, Any]:
    import yaml

    found: dict[str, Any] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise RuleError("a key must be a word", name, line)
        if key.value in found:
            raise RuleError(f"the key “{key.value}” stands twice: keep one", name, line)
        found[key.value] = _value(value, (*place, key.value), lines, name)
        lines[(*place, key.value)] = line
    return found


def _scalar(node: ScalarNode) -> JSON:
    text: str = node.value
    if node.style:  # quoted, or a block: never a number or a truth
        return text
    if text in _PLAIN:
        return _PLAIN[text]
    digits = text.removeprefix("-")
    if digits.isascii() and digits.isdigit() and (digits == "0" or digits[0] != "0"):
        return int(text) if len(digits) < 16 else text
    whole, dot, part = digits.partition(".")
    if dot and (whole + part).isascii() and whole.isdigit() and part.isdigit():
        return float(text)
    return text
