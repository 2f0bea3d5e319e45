"""``resolint fix``: make the repairs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from linter.cli import options
from linter.cli.check import conclude
from linter.cli.output import write
from linter.cli.repairing import Repair, Repaired
from linter.cli.workers import Workers
from linter.model.errors import ConfigError
from linter.model.report import FileReport, Report
from linter.reporters import SHOWING


@click.command("fix", short_help="Make the repairs, in place.")
@options.paths
@click.option("--suggested", is_flag=True, help="Make also the repairs that a person should look at.")
@click.option("--diff", is_flag=True, help="Show what would change, and write nothing.")
@click.option(
    "--renumber", is_flag=True, help="Number paragraphs and notes anew, and the references to them."
)
@click.option(
    "--clean",
    is_flag=True,
    help="Take out what served the negotiation: PP1 and OP1, “[EU: …]”, struck words.",
)
@click.option("--accept", is_flag=True, help="Word: clean edits in place of tracked changes.")
@click.option("--force", is_flag=True, help="Word: replace a reviewed copy that stands there already.")
@options.jobs
@options.output
@options.reporting
@options.stdin_filename
@options.grammar
@options.based
@options.selection
def command(
    *,
    paths: tuple[str, ...],
    suggested: bool,
    diff: bool,
    renumber: bool,
    clean: bool,
    accept: bool,
    force: bool,
    jobs: int | None,
    output: Path | None,
    format_name: str,
    color: str,
    quiet: bool,
    stdin_filename: str | None,
    config: Path | None,
    **settings: Any,
) -> int:
    """Make the repairs to the drafts at PATH that nobody could object to, and report what remains.

    Text is repaired in place. A Word file stays as it is: NAME.reviewed.docx beside it has the repairs as
    tracked changes. “-” reads standard input and writes the repaired draft to standard output.
    The exit status is 0 when nothing remains at the level of --fail-on, 1 when something does, and 2 when
    a file could not be repaired.

    \b
    Examples:
      resolint fix draft.md
      resolint fix --suggested --diff draft.md
      resolint fix --renumber draft.docx
      resolint fix --clean --diff draft.docx
    """
    places = options.given_paths(paths)
    if output is not None and (len(places) > 1 or Path(places[0]).is_dir()):
        raise ConfigError("--output takes one draft: name one PATH, or leave it out to repair in place")
    if output is not None and diff:
        raise ConfigError("--diff writes nothing: leave out --output, or send the diff there with >")
    task = Repair(
        suggested, diff, renumber, clean, accept, force, output, format_name in SHOWING, frozenset(places)
    )
    workers = Workers(config, settings, task, jobs)
    remaining: list[FileReport] = []
    results = False

    def take(repaired: Repaired) -> None:
        nonlocal results
        remaining.append(repaired.report)
        if repaired.result is not None:
            results = True
            write(repaired.result)

    failures = workers.run(places, stdin_filename, take, quiet=quiet)
    status = workers.status(remaining, failures)
    silent = results or (quiet and status == 0)
    conclude(Report(() if silent else tuple(remaining), failures), format_name, color, quiet, None)
    return status
