"""Writes a setting into resolint.toml or pyproject.toml, with everything else left as it stands."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from typing import Any

from linter.engine.settings import settings_file
from linter.model.errors import ConfigError

_TABLE = "tool.resolint"


def nearest(folder: Path) -> Path:
    """The settings file that holds in ``folder``; the resolint.toml to make there where none does."""
    start = folder.absolute()
    for place in (start, *start.parents):
        file = settings_file(place)
        if file is not None:
            return file
    return start / "resolint.toml"


def with_item(text: str, file: Path, key: str, value: str) -> str:
    """``text`` of the settings file ``file`` with ``value`` added to the list ``key``.

    Raises ConfigError when that cannot be done without touching anything else.
    """
    if "\r\n" in text and text.count("\r\n") == text.count("\n"):
        return with_item(text.replace("\r\n", "\n"), file, key, value).replace("\n", "\r\n")
    table = _TABLE if file.name == "pyproject.toml" else ""
    before = _parsed(text, file)
    wanted = [*_table(before, table).get(key, []), value]
    found = _extended(text, table, key, value) or _begun(text, table, key, value)
    try:
        after = tomllib.loads(found)
    except tomllib.TOMLDecodeError:
        after = {}
    expected = dict(before)
    _table(expected, table, make=True)[key] = wanted
    if after != expected:
        line = f"{key} = [{', '.join(map(quoted, wanted))}]"
        raise ConfigError(f"the setting cannot be written here: write it yourself, {line}", str(file))
    return found


def relative(path: Path, file: Path) -> str:
    """``path`` as the settings file ``file`` names it: from its own folder, with forward strokes."""
    return Path(os.path.relpath(path.absolute(), file.parent.absolute())).as_posix()


def quoted(text: str) -> str:
    """``text`` as a TOML string."""
    from json import dumps

    return dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _parsed(text: str, file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"this is not valid TOML: {error}", str(file)) from error


def _table(values: dict[str, Any], table: str, *, make: bool = False) -> dict[str, Any]:
    for name in filter(None, table.split(".")):
        inner = values.get(name, {})
        if make:
            inner = values[name] = dict(inner)
        values = inner
    return values


def _extended(text: str, table: str, key: str, value: str) -> str | None:
    """``value`` at the end of the list that stands there already."""
    start, end = _body(text, table) or (0, 0)
    head = re.compile(rf"^[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*=[ \t]*\[", re.MULTILINE)
    match = head.search(text, start, end)
    if match is None:
        return None
    place, items = _last_item(text, match.end())
    return f"{text[:place]}{', ' if items else ''}{quoted(value)}{text[place:]}"


_ITEM = re.compile(r"""\s*(?:\#[^\n]*\s*)*(?P<item>"(?:[^"\\\n]|\\.)*"|'[^'\n]*')\s*(?P<comma>,?)""")


def _last_item(text: str, place: int) -> tuple[int, bool]:
    """Where the last item of the list that begins at ``place`` ends, and whether it has any."""
    end, items = place, False
    while match := _ITEM.match(text, place):
        end, items, place = match.end("item"), True, match.end()
    return end, items


def _begun(text: str, table: str, key: str, value: str) -> str:
    """The list on a line of its own, above the first table or under its own heading."""
    line = f"{key} = [{quoted(value)}]\n"
    body = _body(text, table)
    if body is None:
        return f"{text.rstrip()}\n\n[{table}]\n{line}".lstrip()
    place = len(text[: body[1]].rstrip())
    if not text[body[0] : place].strip():
        place = body[0]
        return f"{text[:place]}{line}{text[place:]}" if table else f"{line}{text and chr(10)}{text}"
    return f"{text[:place]}\n{line}{text[place:].removeprefix(chr(10))}"


def _body(text: str, table: str) -> tuple[int, int] | None:
    """Where the lines of a table begin and end; of the file itself for no name; None for no such table."""
    headings = list(re.finditer(r"^[ \t]*\[{1,2}\s*([^\]\n]+?)\s*\]{1,2}[^\n]*(?:\n|\Z)", text, re.MULTILINE))
    edges = [*(heading.start() for heading in headings), len(text)]
    if not table:
        return 0, edges[0]
    for heading, end in zip(headings, edges[1:], strict=True):
        if heading[1] == table:
            return heading.end(), end
    return None
