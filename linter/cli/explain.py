"""``resolint explain``: what a rule asks for, why, and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter.cli import options
from linter.cli.output import colors, width, write
from linter.cli.session import Session
from linter.model.errors import RuleError
from linter.reporters.terminal import Paint, wrap

if TYPE_CHECKING:
    from linter.packs import Example, Rule

_STYLES = {"Base": "dim", "Wrong": "red", "Repaired": "green", "Right": "green"}


@click.command("explain", short_help="Say what a rule asks for, why, and who says so.")
@click.argument("names", nargs=-1, required=True, metavar="RULE...", shell_complete=options.complete_rules)
@options.packs
@options.color
def command(*, names: tuple[str, ...], rules: tuple[Path, ...], config: Path | None, color: str) -> None:
    """Say what a rule asks for, why, who says so, and show examples.

    \b
    Example:
      resolint explain double-space
    """
    session = Session(config, {"rules": rules})
    book = session.book(session.settings("-"))
    paint = Paint(color=colors(color, None))
    for name in names:
        if name.startswith("grammar-"):
            raise RuleError(f"“{name}” is a rule of LanguageTool: the finding itself says what is meant")
    pages = ["\n".join(_page(book.find(name), paint, width())) for name in names]
    write("\n\n\n".join(pages) + "\n")


def _page(rule: Rule, paint: Paint, columns: int) -> Iterator[str]:
    yield paint(rule.name, "bold")
    yield from wrap(rule.summary, columns)
    yield ""
    yield from _section("Level", _level(rule), paint, columns)
    yield from _section("Why", rule.why, paint, columns)
    authority = ", ".join(filter(None, (rule.authority, rule.section)))
    yield from _section("Source", authority, paint, columns)
    for example in rule.examples:
        yield from _example(example, paint)
    silence = f"<!-- resolint: ignore {rule.name} REASON --> in the draft, or ignore in resolint.toml"
    yield from _section("To silence", silence, paint, columns)
    yield paint(f"{rule.pack}: {rule.topic}", "dim")


def _level(rule: Rule) -> str:
    fix = {
        "safe": "repaired by `resolint fix`",
        "suggested": "repaired by `resolint fix --suggested`",
        "none": "for a person to repair",
    }[rule.fix]
    off = "" if rule.status == "stable" else f" ({rule.status}: off unless selected)"
    return f"{rule.severity}, {fix}{off}"


def _section(title: str, text: str, paint: Paint, columns: int) -> Iterator[str]:
    yield paint(title, "bold")
    yield from (f"  {line}" for line in wrap(" ".join(text.split()), columns - 2))
    yield ""


def _example(example: Example, paint: Paint) -> Iterator[str]:
    from linter.packs.showing import shown

    for title, where, text in shown(example):
        yield paint(title, f"bold {_STYLES[title]}") + where
        yield from (f"  {line}".rstrip() for line in text.splitlines())
        yield ""
