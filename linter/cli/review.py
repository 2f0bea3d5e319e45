"""``resolint review``: a Word draft as an editor gives it back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import click

from linter.cli import options
from linter.cli.check import tell
from linter.cli.output import note, write
from linter.cli.reviewed import moment, reviewed_path, write_copy
from linter.cli.session import Draft, Session, untold
from linter.engine.settings import Settings
from linter.model.errors import WriteError
from linter.model.report import Failure, FileReport
from linter.reporters.wording import count
from linter.writers import must_write


@click.command("review", short_help="Give a Word draft back with changes tracked and remarks in the margin.")
@click.argument("path", type=click.Path(), metavar="PATH")
@click.option("--force", is_flag=True, help="Replace a reviewed copy that stands there already.")
@options.output
@options.fail_on
@options.quiet
@options.stdin_filename
@options.grammar
@options.based
@options.selection
def command(
    *,
    path: str,
    force: bool,
    output: Path | None,
    quiet: bool,
    stdin_filename: str | None,
    config: Path | None,
    **settings: Any,
) -> int:
    """Give the Word draft at PATH back as an editor would: NAME.reviewed.docx beside it.

    Every repair is a tracked change, which you accept or reject. What only a person can put right is a
    comment at the words in question, with the authority, and so is the reason for a change that you should
    look at. A draft that was reviewed already gains nothing twice. “-” reads standard input and writes to
    standard output.
    The exit status is 0 when nothing at the level of --fail-on is left for a person to put right, 1 when
    something is, and 2 when the draft could not be reviewed.

    \b
    Examples:
      resolint review draft.docx
      resolint review --organ hrc --output for-the-sponsors.docx draft.docx
    """
    session = Session(config, settings)
    draft = session.draft(path, stdin_filename)
    if draft.document.source.format != "docx":
        must_write(draft.document.source)
        raise WriteError(
            "a review is written into a Word file, as tracked changes and comments, and this is none: see"
            " what an editor would say with `resolint check`, what would change with `resolint fix --diff`",
            draft.path,
        )
    files: list[tuple[FileReport, Settings]] = []
    with session.guarded(draft.path):
        files.append((_review(session, draft, output, force=force, quiet=quiet), draft.settings))
    tell(session.failures)
    return session.status(files)


def _review(session: Session, draft: Draft, output: Path | None, *, force: bool, quiet: bool) -> FileReport:
    """Review one draft; what remains in it for a person."""
    from linter.cli.remarks import reviewed
    from linter.engine.report import file_report
    from linter.fixing import fix, rendered
    from linter.writers.docx import refusals, render

    linter, author = session.linter(draft.settings), draft.settings.author
    fixed = fix(draft.document, linter, suggested=True, refuses=partial(refusals, author=author))
    session.failures.extend(Failure(draft.path, failure) for failure in fixed.lint.failures)
    if fixed.lint.trouble:
        note(untold(fixed.lint.trouble))
    remarks = reviewed(fixed)
    writer = partial(render, author=author, date=moment(draft.settings), comments=remarks)
    where = _deliver(draft, rendered(fixed, linter, writer), output, force=force)
    for remark in fixed.lint.notes:
        note(f"{draft.path}: {remark}")
    made, said = count(len(fixed.made), "repair"), count(len(remarks), "comment")
    if where or not quiet:
        note(f"{draft.path}: {made} and {said} in {where}" if where else f"{draft.path}: nothing to add")
    return file_report(fixed.lint)


def _deliver(draft: Draft, data: bytes, output: Path | None, *, force: bool) -> str:
    """Write the reviewed draft; where it went, "" when there was nothing to write."""
    if output is None and draft.from_stdin:
        write(data)
        return "standard output"
    if output is not None:
        write(data, output, drafts=(draft.path,))
    elif data != draft.data:
        output = write_copy(reviewed_path(Path(draft.path)), data, draft.data, force=force)
    return str(output or "")
