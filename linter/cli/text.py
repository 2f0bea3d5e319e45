"""``resolint text``: a draft as Markdown, from any format."""

from __future__ import annotations

from pathlib import Path

import click

from linter.cli import options
from linter.cli.output import write
from linter.cli.session import Session


@click.command("text", short_help="Show a draft as Markdown, from any format.")
@click.argument("path", type=click.Path(), metavar="PATH")
@options.output
@options.stdin_filename
def command(*, path: str, output: Path | None, stdin_filename: str | None) -> None:
    """Show the draft at PATH as Markdown, with its italics, numbers and footnotes.

    \b
    Examples:
      resolint text draft.docx
      resolint text draft.docx --output draft.md
    """
    from linter.writers.as_markdown import to_markdown

    session = Session()
    resolution = session.recognise(session.draft(path, stdin_filename))
    write(to_markdown(resolution.document), output)
