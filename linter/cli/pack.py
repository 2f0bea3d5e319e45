"""``resolint pack``: rules of one's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter.cli.output import note, write
from linter.reporters.terminal import visible
from linter.reporters.wording import count

if TYPE_CHECKING:
    from linter.packs import RuleBook
    from linter.packs.book import Pack


@click.group("pack", short_help="Start and test rules of your own.")
def command() -> None:
    """Start and test rules of your own.

    \b
    Examples:
      resolint pack new our-rules
      resolint pack check our-rules
    """


@command.command("new")
@click.argument("path", type=click.Path(path_type=Path), metavar="FOLDER")
def new(*, path: Path) -> None:
    """Start a rule pack in FOLDER, with one rule to change into your own.

    \b
    Example:
      resolint pack new our-rules
    """
    from linter.packs.starting import start

    for file in start(path):
        note(f"wrote {file}")
    note(f"test it with `resolint pack check {path}`, use it with `resolint check --rules {path}`")


@command.command("check")
@click.argument("path", type=click.Path(path_type=Path), metavar="PATH")
def check(*, path: Path) -> int:
    """Check the rule pack at PATH, a folder or an installed pack: its form, and that every example holds.

    The exit status is 0 when all hold, 1 when an example does not, and 2 when the pack cannot be read.

    \b
    Examples:
      resolint pack check our-rules
      resolint pack check mun
    """
    from linter.packs import load
    from linter.packs.folder import BUILT_IN, pack_folder
    from linter.proving.examples import Bench
    from linter.proving.linearity import problems as expression_problems
    from linter.tables.location import rules_folder

    folder = pack_folder(path).resolve()
    built_in = folder in [(rules_folder() / name).resolve() for name in BUILT_IN]
    book = load(() if built_in else (path,))
    rules = [rule for rule in book.all_rules() if Path(rule.file).resolve().parent == folder]
    bench = Bench(book)
    problems = [
        f"{rule.file}:{rule.line}: {rule.name}: {what}"
        for rule in rules
        for what in (*expression_problems(rule.parameters), *bench.problems(rule))
    ]
    problems += [problem for pack in book.packs for problem in _overriding(pack, book, folder)]
    write("".join(f"{problem}\n" for problem in problems))
    write(visible(f"{count(len(rules), 'rule')}, {count(len(problems), 'problem')}.") + "\n")
    return int(bool(problems))


def _overriding(pack: Pack, book: RuleBook, folder: Path) -> Iterator[str]:
    """What is wrong with the expressions that the pack in ``folder`` gives to rules of others."""
    from linter.proving.linearity import problems

    if Path(pack.file).resolve().parent != folder:
        return
    for name, changes in pack.override.items():
        parameters = {**book.find(name).parameters, **changes.get("with_", {})}
        for problem in problems(parameters):
            yield f"{pack.file}:{pack.override_lines[name]}: {name}: {problem}"
