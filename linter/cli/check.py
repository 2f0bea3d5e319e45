"""``resolint check``: report what an editor would change."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

import click

from linter.cli import options
from linter.cli.checking import Check, Run
from linter.cli.output import colors, note, width, write
from linter.cli.workers import Workers
from linter.model.errors import ConfigError
from linter.model.report import Failure, Report
from linter.reporters import SHOWING, render

_STATISTICS = ("full", "json")


@click.command("check", short_help="Report what an editor would change.")
@options.paths
@options.reporting
@click.option("--statistics", is_flag=True, help="Count the findings of each rule in place of showing them.")
@click.option(
    "--baseline", type=options.FILE, metavar="FILE", help="Leave out the findings that FILE holds already."
)
@click.option("--write-baseline", type=options.FILE, metavar="FILE", help="Write all findings to FILE.")
@click.option("--diff-base", metavar="REV", help="Only findings on lines changed since this revision of git.")
@click.option("--watch", is_flag=True, help="Check again whenever a draft changes, until Ctrl-C.")
@options.jobs
@click.option(
    "--no-cache",
    "cache",
    flag_value=False,
    default=None,
    help="Neither use results kept earlier nor keep any.",
)
@options.output
@options.stdin_filename
@options.grammar
@options.based
@options.selection
def command(
    *,
    paths: tuple[str, ...],
    format_name: str,
    color: str,
    quiet: bool,
    statistics: bool,
    baseline: Path | None,
    write_baseline: Path | None,
    diff_base: str | None,
    watch: bool,
    jobs: int | None,
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
      resolint check --format html --output report.html draft.docx
      resolint check --diff-base main drafts/
      pandoc -t markdown draft.odt | resolint check - --stdin-filename draft.md
    """
    if statistics and format_name not in _STATISTICS:
        raise ConfigError(f"--statistics are in the format {' or '.join(_STATISTICS)}, not {format_name}")
    if diff_base is not None and write_baseline is not None:
        raise ConfigError("a baseline holds all findings: leave out --diff-base with --write-baseline")
    if watch and "-" in paths:
        raise ConfigError("--watch needs drafts that can change: name a file or a folder, not “-”")
    if watch and write_baseline is not None:
        raise ConfigError("a baseline is written once: leave out --watch with --write-baseline")
    task = Check(format_name in SHOWING, diff_base)
    workers = partial(Workers, config, settings, task, jobs)
    narrow = bool(diff_base or settings["select"] or settings["ignore"])
    shown = format_name == "full" and not statistics and output is None and write_baseline is None
    remarks = not (quiet or shown)
    places = options.given_paths(paths)
    run = Run(workers, places, stdin_filename, baseline, write_baseline, quiet, remarks, narrow)

    read = [path for path in (settings["base"], baseline, config) if path is not None]

    def show(report: Report) -> None:
        conclude(report, format_name, color, quiet, output, statistics=statistics, read=read)

    if watch:
        from linter.cli.watch import keep_watching

        keep_watching(run, show, also=(config, baseline), but=output)
    report, status = run()
    if write_baseline is None:
        show(report)
    else:
        tell(report.failures)
    return status


def conclude(
    report: Report,
    format_name: str,
    color: str,
    quiet: bool,
    output: Path | None,
    *,
    statistics: bool = False,
    read: Iterable[Path] = (),
) -> None:
    """Write a report, or its statistics, and on standard error what could not be done.

    ``read`` are files besides the drafts that it may not replace.
    """
    silent = quiet and not any(file.findings for file in report.files)
    if output is not None or not silent:
        colored = colors(color, output)
        if statistics:
            from linter.reporters.statistics import render as count_rules

            shown = count_rules(report, format_name, color=colored)
        else:
            shown = render(report, format_name, color=colored, width=width(output))
        write(shown, output, drafts=(*(file.path for file in report.files), *read))
    tell(report.failures)


def tell(failures: Iterable[Failure]) -> None:
    """Say on standard error what could not be done."""
    for failure in failures:
        note(
            f"resolint: {failure.path}: {failure.message}" if failure.path else f"resolint: {failure.message}"
        )
