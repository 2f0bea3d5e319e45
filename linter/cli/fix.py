"""``resolint fix``: make the repairs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from linter.cli import options
from linter.cli.check import conclude
from linter.cli.output import note, replace_file, write
from linter.cli.reviewed import moment, write_copy
from linter.cli.session import Draft, Session
from linter.engine.settings import Settings
from linter.model.errors import ConfigError
from linter.model.report import FileReport, Report
from linter.model.values import dataclass, field
from linter.reporters.wording import count

if TYPE_CHECKING:
    from linter.fixing import Fixed
    from linter.fixing.proof import Render
    from linter.fixing.rounds import First
    from linter.model.diagnostic import Diagnostic
    from linter.model.document import Document
    from linter.model.resolution import Resolution
    from linter.writers.docx import Mode


@click.command("fix", short_help="Make the repairs, in place.")
@options.paths
@click.option("--suggested", is_flag=True, help="Make also the repairs that a person should look at.")
@click.option("--diff", is_flag=True, help="Show what would change, and write nothing.")
@click.option(
    "--renumber", is_flag=True, help="Number paragraphs and notes anew, and the references to them."
)
@click.option("--accept", is_flag=True, help="Word: clean edits in place of tracked changes.")
@click.option("--force", is_flag=True, help="Word: replace a reviewed copy that stands there already.")
@options.output
@options.reporting
@options.stdin_filename
@options.selection
def command(
    *,
    paths: tuple[str, ...],
    suggested: bool,
    diff: bool,
    renumber: bool,
    accept: bool,
    force: bool,
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
    """
    places = options.given_paths(paths)
    if output is not None and (len(places) > 1 or Path(places[0]).is_dir()):
        raise ConfigError("--output takes one draft: name one PATH, or leave it out to repair in place")
    if output is not None and diff:
        raise ConfigError("--diff writes nothing: leave out --output, or send the diff there with >")
    job = _Job(Session(config, settings), suggested, diff, renumber, accept, force, output)
    for draft in job.session.drafts(places, stdin_filename):
        with job.session.guarded(draft.path):
            job.repair(draft)
    report = Report(tuple(file for file, _ in job.remaining), tuple(job.session.failures))
    if job.results_on_stdout:
        report = Report((), report.failures)
    conclude(report, format_name, color, quiet, None)
    return job.session.status(job.remaining)


@dataclass(slots=True)
class _Job:
    """A run of the command, and what remains in the files it did."""

    session: Session
    suggested: bool
    diff: bool
    renumber: bool
    accept: bool
    force: bool
    output: Path | None
    remaining: list[tuple[FileReport, Settings]] = field(default_factory=list)
    results_on_stdout: bool = False

    def repair(self, draft: Draft) -> None:
        """Repair one draft and note what remains in it."""
        from linter.fixing import fix
        from linter.writers import refusals

        refuses = partial(refusals, tracked=not self.accept, author=draft.settings.author)
        linter = self.session.linter(draft.settings)
        document, first = self._renumbered(draft) if self.renumber else (draft.document, None)
        fixed = fix(document, linter, suggested=self.suggested, refuses=refuses, first=first)
        data = self._rendered(draft, fixed)
        self._deliver(draft, fixed, data)
        self.remaining.append((self._report(draft, data), draft.settings))
        for refused in fixed.refused:
            note(f"{draft.path}: not repaired: {refused.diagnostic.message} The reason: {refused.reason}.")
        if fixed.made and not self.results_on_stdout:
            note(f"{draft.path}: {count(len(fixed.made), 'repair')} made")

    def _renumbered(self, draft: Draft) -> tuple[Document, First]:
        """The draft with its notes in order, and what puts its paragraphs in order."""
        from linter.drafting.notes import order_notes
        from linter.drafting.renumber import renumber
        from linter.tables import vocabulary

        document, notes = order_notes(draft.document)
        words = vocabulary(draft.settings.language or "en")
        told: set[str] = set()

        def first(resolution: Resolution) -> Diagnostic | None:
            numbered = renumber(resolution, words, notes)
            for doubt in numbered.doubts:
                if doubt not in told:
                    note(f"{draft.path}: {doubt}")
                told.add(doubt)
            return numbered.found

        return document, first

    def _rendered(self, draft: Draft, fixed: Fixed) -> bytes:
        from linter.fixing import rendered

        linter = self.session.linter(draft.settings)
        if _is_word(draft) and (fixed.changes or fixed.refused):
            return rendered(fixed, linter, self._word_writer(draft, fixed))
        untouched = not fixed.changes and fixed.document.source == draft.document.source
        return draft.data if untouched else rendered(fixed, linter)

    def _word_writer(self, draft: Draft, fixed: Fixed) -> Render:
        """Writes tracked changes, with a comment for each that the file does not allow; or plain edits."""
        from linter.cli.remarks import refused
        from linter.writers.docx import render

        mode: Mode = "direct" if self.accept else "tracked"
        comments = () if self.accept else refused(fixed)
        date = moment(draft.settings)
        return partial(render, mode=mode, author=draft.settings.author, date=date, comments=comments)

    def _deliver(self, draft: Draft, fixed: Fixed, data: bytes) -> None:
        if self.diff:
            self.results_on_stdout = True
            write(_difference(draft, fixed, data))
        elif self.output is not None:
            write(data, self.output)
        elif draft.from_stdin:
            self.results_on_stdout = True
            write(data)
        elif data != draft.data:
            self._write(draft, data)

    def _write(self, draft: Draft, data: bytes) -> None:
        path = Path(draft.path)
        if _is_word(draft):
            copy = write_copy(path, data, draft.data, force=self.force)
            note(f"{draft.path}: the repaired draft is {copy}")
        else:
            replace_file(path, data, expected=draft.data)

    def _report(self, draft: Draft, data: bytes) -> FileReport:
        """What the rules find in the draft as it was written."""
        from linter.engine.report import file_report
        from linter.readers import read

        return file_report(self.session.linter(draft.settings).lint(read(draft.path, data)))


def _is_word(draft: Draft) -> bool:
    return draft.document.source.format == "docx"


def _difference(draft: Draft, fixed: Fixed, data: bytes) -> str:
    """A unified diff from the draft to its repaired text; of Word, of both as Markdown."""
    from difflib import unified_diff

    source = draft.document.source
    before, after = source.text, ""
    if _is_word(draft):
        from linter.writers.as_markdown import to_markdown

        before, after = to_markdown(fixed.document), to_markdown(fixed.composed)
    else:
        after = data.decode(source.encoding)
    lines = unified_diff(_lines(before), _lines(after), f"a/{draft.path}", f"b/{draft.path}")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(text: str) -> Sequence[str]:
    """Lines with their ends; only a line feed ends one, as in ``diff`` and ``patch``."""
    return [f"{line}\n" for line in text.split("\n")[:-1]] + (
        [last] if (last := text.rsplit("\n", 1)[-1]) else []
    )
