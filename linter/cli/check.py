"""``resolint check``: report what an editor would change."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from linter.cli import options
from linter.cli.output import colors, note, width, write
from linter.cli.progress import Progress
from linter.cli.session import Session
from linter.engine.settings import Settings
from linter.model.report import Failure, FileReport, Report
from linter.reporters import render


@click.command("check", short_help="Report what an editor would change.")
@options.paths
@options.reporting
@options.output
@options.stdin_filename
@options.selection
def command(
    *,
    paths: tuple[str, ...],
    format_name: str,
    color: str,
    quiet: bool,
    output: Path | None,
    stdin_filename: str | None,
    config: Path | None,
    **settings: Any,
) -> int:
    """Report what an editor would change in the drafts at PATH.

    A folder is searched for drafts; “-” is standard input; without PATH it is the folder you are in.
    The exit status is 0 when nothing is found at the level of --fail-on, 1 when something is, and 2 when
    a file could not be checked.

    \b
    Examples:
      resolint check draft.docx
      resolint check --format json --output report.json drafts/
      pandoc -t markdown draft.odt | resolint check - --stdin-filename draft.md
    """
    from linter.engine.report import file_report

    session = Session(config, settings)
    files: list[tuple[FileReport, Settings]] = []
    with Progress(quiet=quiet) as progress:
        for draft in session.drafts(options.given_paths(paths), stdin_filename):
            with session.guarded(draft.path):
                lint = session.lint(draft)
                files.append((file_report(lint), draft.settings))
                if not lint.resolution.is_draft and not quiet:
                    progress.note(f"resolint: {draft.path}: {lint.notes[0]}")
            progress.step(draft.path)
    report = Report(tuple(file for file, _ in files), tuple(session.failures))
    conclude(report, format_name, color, quiet, output)
    return session.status(files)


def conclude(report: Report, format_name: str, color: str, quiet: bool, output: Path | None) -> None:
    """Write a report, and on standard error what could not be done."""
    silent = quiet and not any(file.findings for file in report.files)
    if output is not None or not silent:
        colored = colors(color, output)
        write(render(report, format_name, color=colored, width=width()), output)
    tell(report.failures)


def tell(failures: Iterable[Failure]) -> None:
    """Say on standard error what could not be done."""
    for failure in failures:
        note(
            f"resolint: {failure.path}: {failure.message}" if failure.path else f"resolint: {failure.message}"
        )
