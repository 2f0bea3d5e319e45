"""``resolint rules``: the rules in force, and who set what."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from linter.cli import options
from linter.cli.output import colors, width, write
from linter.cli.session import Session
from linter.model.document import Carries, Document
from linter.model.errors import ConfigError
from linter.model.source import Source
from linter.reporters.terminal import Paint, columns, wrap
from linter.reporters.wording import count

if TYPE_CHECKING:
    from linter.packs import Rule


@click.command("rules", short_help="List the rules in force.")
@click.argument("names", nargs=-1, metavar="[RULE]...", shell_complete=options.complete_rules)
@click.option("--origin", is_flag=True, help="Tell which file sets what of the RULEs.")
@options.one_format(["text", "json"], "The form of the list.")
@options.selection
@options.color
def command(
    *,
    names: tuple[str, ...],
    origin: bool,
    format_name: str,
    color: str,
    config: Path | None,
    **settings: Any,
) -> None:
    """List the rules in force, for an organ and a stage if they are named.

    \b
    Examples:
      resolint rules --organ sc
      resolint rules --origin double-space
    """
    session = Session(config, settings)
    chosen = session.settings("-")
    book = session.book(chosen)
    if origin:
        if not names:
            raise ConfigError("--origin needs the name of a rule: resolint rules --origin RULE")
        steps = [step for name in names for step in book.origin(name)]
        write("".join(f"{file}:{line}: {what}\n" for file, line, what in steps))
        return
    linter = session.linter(chosen)
    nothing = Document(Source("", "markdown", ""), (), Carries(emphasis=True, footnotes=True, numbering=True))
    rules: Iterable[Rule] = linter.rules_for(linter.recognise(nothing))
    if names:
        rules = [book.find(name) for name in names]
    write(_json(rules) if format_name == "json" else _text(list(rules), Paint(color=colors(color, None))))


def _text(rules: list[Rule], paint: Paint) -> str:
    lines = []
    room = max((columns(rule.name) for rule in rules), default=0)
    for topic, group in groupby(rules, key=lambda rule: (rule.pack, rule.topic)):
        lines.append(paint(f"{topic[0]}: {topic[1]}", "bold"))
        for rule in group:
            left = f"  {rule.name:{room}}  {rule.severity:7}  {'' if rule.fix == 'none' else rule.fix:9}  "
            summary = wrap(rule.summary, max(width() - columns(left), 30))
            lines.append(left + summary[0])
            lines.extend(" " * columns(left) + line for line in summary[1:])
        lines.append("")
    lines.append(f"{count(len(rules), 'rule')}. `resolint explain RULE` tells more of each.")
    return "\n".join(lines) + "\n"


def _json(rules: Iterable[Rule]) -> str:
    from linter.reporters.as_json import SCHEMA, dump

    keys = (
        "name", "summary", "severity", "fix", "kind", "pack", "topic", "status", "why", "authority",
        "section", "convention", "file", "line",
    )  # fmt: skip
    return dump({"schema": SCHEMA, "rules": [{key: getattr(rule, key) for key in keys} for rule in rules]}, 2)
