"""``resolint config``: the settings in force, and where each comes from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from linter.cli import options
from linter.cli.output import write
from linter.cli.session import Session
from linter.engine.settings import Settings


@click.command("config", short_help="Show the settings in force and where each comes from.")
@click.argument("path", default=".", type=click.Path(), metavar="[PATH]")
@options.grammar
@options.selection
def command(*, path: str, config: Path | None, **settings: Any) -> None:
    """Show the settings in force for PATH, and where each comes from.

    \b
    Example:
      resolint config drafts/water.md
    """
    found = Session(config, settings).settings(path)
    lines = list(_lines(found))
    room = max(len(line) for line, _ in lines)
    write("".join(f"{line:{room}}  # {origin}\n" for line, origin in lines))


def _lines(settings: Settings) -> Iterator[tuple[str, str]]:
    values: dict[str, Any] = {
        "select": settings.select or "the rules that are on by default",
        "ignore": settings.ignore,
        "rules": tuple(map(str, settings.rules)),
        "facts": tuple(map(str, settings.facts)),
        "organ": settings.organ or "auto",
        "stage": settings.stage or "auto",
        "language": settings.language or "auto",
        "base": str(settings.base or ""),
        "agreed": settings.agreed,
        "fail_on": settings.fail_on,
        "cache": settings.cache,
        "grammar": settings.grammar,
        "grammar_server": settings.grammar_server,
        "grammar_timeout": settings.grammar_timeout,
        "exclude": settings.exclude,
        "ignore_in": dict(settings.ignore_in),
        "severity": dict(settings.severity),
        "author": settings.author,
        "date": settings.date or "now",
    }
    for key, value in values.items():
        name = _NAMES.get(key, key.replace("_", "-"))
        yield f"{name} = {_toml(value)}", settings.origin(key)


# Keys of tables, by the fields that they set.
_NAMES = {
    "author": "word.author",
    "date": "word.date",
    "grammar": "grammar.enabled",
    "grammar_server": "grammar.server",
    "grammar_timeout": "grammar.timeout",
}


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_toml(key)} = {_toml(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:g}"
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
