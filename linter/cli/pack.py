"""``resolint pack``: rules of one's own."""

from __future__ import annotations

from pathlib import Path

import click

from linter.cli.output import write
from linter.reporters.terminal import visible
from linter.reporters.wording import count


@click.group("pack", short_help="Test rules of your own.")
def command() -> None:
    """Test rules of your own.

    \b
    Example:
      resolint pack check our-rules/
    """


@command.command("check")
@click.argument("path", type=click.Path(path_type=Path), metavar="PATH")
def check(*, path: Path) -> int:
    """Check the rule pack at PATH: its form, and that every example is as it says.

    The exit status is 0 when all hold, 1 when an example does not, and 2 when the pack cannot be read.

    \b
    Example:
      resolint pack check our-rules/
    """
    from linter.packs import load
    from linter.packs.folder import pack_folder
    from linter.proving.examples import Bench
    from linter.tables.location import rules_folder

    folder = pack_folder(path).resolve()
    built_in = folder.parent == rules_folder().resolve()
    book = load(() if built_in else (path,))
    rules = [rule for rule in book.all_rules() if Path(rule.file).resolve().parent == folder]
    bench = Bench(book)
    problems = [
        f"{rule.file}:{rule.line}: {rule.name}: {what}" for rule in rules for what in bench.problems(rule)
    ]
    write("".join(f"{problem}\n" for problem in problems))
    write(visible(f"{count(len(rules), 'rule')}, {count(len(problems), 'problem')}.") + "\n")
    return int(bool(problems))
