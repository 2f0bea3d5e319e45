"""``resolint redline``: the changes between two texts as tracked changes in a Word file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from linter.cli import options
from linter.cli.output import note, write
from linter.cli.reviewed import moment, redline_path, write_copy
from linter.cli.session import Session
from linter.model.errors import ConfigError

_LISTED = 3
_WORDS = 60


@click.command("redline", short_help="Show the changes to a base text as tracked changes in Word.")
@click.argument("base", type=click.Path(), metavar="BASE")
@click.argument("draft", type=click.Path(), metavar="DRAFT")
@click.option("--force", is_flag=True, help="Replace a redline that stands there already.")
@options.output
@options.quiet
@options.stdin_filename
@options.recognition
def command(
    *,
    base: str,
    draft: str,
    force: bool,
    output: Path | None,
    quiet: bool,
    stdin_filename: str | None,
    config: Path | None,
    **settings: Any,
) -> None:
    """Show the changes from BASE to DRAFT as tracked changes in one Word file, DRAFT.redline.docx.

    Rejecting all changes gives BASE, accepting all gives DRAFT, in words, italics, numbers and footnotes.
    The two may be of any two formats. Where BASE is a Word file its formatting is kept, with changes tracked
    in it accepted beforehand; otherwise the file is set in the style of the template.
    The exit status is 0 when the redline was written and 2 when not.

    \b
    Examples:
      resolint redline last-year.docx draft.docx
      resolint redline --output changes.docx A_RES_80_73.xml draft.md
    """
    from linter.compare.redline import as_word, redline, unlike

    if base == draft == "-":
        raise ConfigError("“-” is standard input and can be one of the two texts only")
    session = Session(config, settings)
    old, new = (session.draft(path, stdin_filename) for path in (base, draft))
    old = old.reread(as_word(old.document))
    author, date = new.settings.author, moment(new.settings)
    target = session.recognise(new)
    data = redline(session.recognise(old), target, author=author, date=date)
    if others := unlike(data, target):
        note(f"{new.path}: not to the letter in the redline with all changes accepted: {_shortened(others)}")
    if output is None and new.from_stdin:
        write(data)
        return
    where = output or redline_path(Path(new.path))
    if output is not None:
        write(data, output, drafts=(base, draft))
    else:
        write_copy(where, data, old.data + new.data, force=force)
    if not quiet:
        note(f"{new.path}: the changes from {old.path} are in {where}")


def _shortened(lines: Sequence[str]) -> str:
    """The first few of some paragraphs, a few words of each."""
    shown = [f"“{line if len(line) <= _WORDS else line[:_WORDS] + '…'}”" for line in lines[:_LISTED]]
    return ", ".join(shown) + (f" and {len(lines) - _LISTED:,} more" if len(lines) > _LISTED else "")
