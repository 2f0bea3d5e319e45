"""``resolint compare``: a draft paragraph by paragraph against the text that it is based on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from linter.cli import options
from linter.cli.output import colors, note, width, write
from linter.cli.session import Session
from linter.model.errors import ConfigError

if TYPE_CHECKING:
    from linter.alignment import Alignment


@click.command("compare", short_help="Compare a draft with the text that it is based on.")
@click.argument("base", type=click.Path(), metavar="BASE")
@click.argument("draft", type=click.Path(), metavar="DRAFT")
@options.one_format(["text", "json", "markdown", "html"], "The form of the comparison.")
@options.color
@options.output
@options.stdin_filename
@options.recognition
def command(
    *,
    base: str,
    draft: str,
    format_name: str,
    color: str,
    output: Path | None,
    stdin_filename: str | None,
    config: Path | None,
    **settings: Any,
) -> None:
    """Compare DRAFT paragraph by paragraph with BASE, the text that it is based on.

    The two may be of any two formats. Paragraphs are paired by content: they stand unchanged, changed (word
    by word, with italics and footnotes), are new, dropped, moved, split or merged; another number alone is
    no change. One of the two may be “-”, standard input.
    The exit status is 0 when the two could be compared, whatever the result, and 2 when not.

    \b
    Examples:
      resolint compare last-year.docx draft.docx
      resolint compare --format html --output changes.html A_RES_80_73.xml draft.md
    """
    alignment = aligned(Session(config, settings), base, draft, stdin_filename)
    shown = _rendered(alignment, format_name, colors(color, output), width(output))
    write(shown, output, drafts=(base, draft))


def aligned(session: Session, base: str, draft: str, stdin_filename: str | None) -> Alignment:
    """The two texts read, recognised and paired; raises ReadError and ConfigError."""
    from linter.alignment import align

    if base == draft == "-":
        raise ConfigError("“-” is standard input and can be one of the two texts only")
    resolutions = [session.recognise(session.draft(path, stdin_filename)) for path in (base, draft)]
    for resolution in resolutions:
        if not resolution.is_draft:
            path = resolution.document.source.path
            note(f"{path}: no paragraphs of a resolution are recognised in this text")
    return align(*resolutions)


def _rendered(alignment: Alignment, format_name: str, color: bool, columns: int) -> str:
    if format_name == "json":
        from linter.compare.as_json import render as as_json

        return as_json(alignment)
    if format_name == "markdown":
        from linter.compare.as_markdown import render as as_markdown

        return as_markdown(alignment)
    if format_name == "html":
        from linter.compare.as_html import render as as_html

        return as_html(alignment)
    from linter.compare.as_text import render

    return render(alignment, color=color, width=columns)
