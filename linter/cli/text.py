"""``resolint text``: a draft as Markdown or AKN4UN, from any format."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from linter.cli import options
from linter.cli.output import write
from linter.cli.session import Draft, Session
from linter.model.errors import WriteError

if TYPE_CHECKING:
    from linter.model.resolution import Resolution
    from linter.writers.akn_meta import Dates


@click.command("text", short_help="Show a draft as Markdown or AKN4UN, from any format.")
@click.argument("path", type=click.Path(), metavar="PATH")
@click.option(
    "--to",
    "form",
    type=click.Choice(["markdown", "akn4un"]),
    default="markdown",
    show_default=True,
    help="The form to show it in.",
)
@options.output
@options.stdin_filename
def command(*, path: str, form: str, output: Path | None, stdin_filename: str | None) -> None:
    """Show the draft at PATH as Markdown or AKN4UN, with its italics, numbers and footnotes.

    AKN4UN is the XML of the United Nations, in the shape of its official files. Its dates are those of the
    draft; that of the markup is the setting ``date`` or SOURCE_DATE_EPOCH.

    \b
    Examples:
      resolint text draft.docx
      resolint text draft.docx --output draft.md
      resolint text --to akn4un draft.docx --output draft.xml
    """
    session = Session()
    draft = session.draft(path, stdin_filename)
    resolution = session.recognise(draft)
    write(_akn(resolution, draft) if form == "akn4un" else _markdown(resolution), output, drafts=(path,))


def _markdown(resolution: Resolution) -> str:
    from linter.writers.as_markdown import to_markdown

    return to_markdown(resolution.document)


def _akn(resolution: Resolution, draft: Draft) -> str:
    from linter.facts.numbers import addresses
    from linter.writers.as_akn import to_akn

    if not resolution.is_draft:
        message = "no resolution or decision is recognised in it, so that there is nothing to write as AKN4UN"
        raise WriteError(f"{message}; show it as Markdown", draft.path)
    return to_akn(resolution, addresses(resolution.citations), _dates(resolution, draft))


def _dates(resolution: Resolution, draft: Draft) -> Dates:
    """The date of adoption or of the masthead, and that of the markup where one is asked for."""
    from linter.cli.reviewed import moment
    from linter.structure import dates
    from linter.tables import vocabulary
    from linter.writers.akn_meta import Dates

    words = vocabulary(draft.settings.language or resolution.language)
    above = (element.block.text for element in resolution.elements if element.role == "masthead")
    found = (mention.iso for text in above for mention in dates.find(text, words) if mention.iso)
    asked = draft.settings.date or os.environ.get("SOURCE_DATE_EPOCH")
    return Dates(resolution.date or next(found, ""), moment(draft.settings)[:10] if asked else "")
