"""``resolint new``: a draft to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from linter.cli import options
from linter.cli.output import refuse_to_replace, write
from linter.model.errors import ConfigError
from linter.model.resolution import Organ


@click.command("new", short_help="Start a draft in the right form.")
@click.option(
    "--organ",
    type=click.Choice(["ga", "hrc", "sc", "ecosoc"]),
    default="ga",
    show_default=True,
    help="The organ that is to adopt it.",
)
@click.option("--session", type=int, default=0, metavar="NUMBER", help="The session; a year for ecosoc.")
@click.option("--committee", default="", metavar="NAME", help="The Main Committee: third, or 3.")
@click.option("--item", default="", metavar="NUMBER", help="The agenda item, as in “71 (c)”.")
@click.option("--item-title", default="", metavar="TITLE", help="The title of the agenda item.")
@click.option("--title", default="Title of the resolution", metavar="TITLE", help="The title of the draft.")
@click.option(
    "--sponsors", default="", metavar="NAMES", help="Who submits it, with semicolons or commas between."
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["md", "docx"]),
    help="Markdown or Word.  [default: from the name of FILE, else md]",
)
@click.option("--force", is_flag=True, help="Replace FILE if it exists.")
@options.output
def command(
    *,
    organ: Organ,
    session: int,
    committee: str,
    item: str,
    item_title: str,
    title: str,
    sponsors: str,
    format_name: Literal["md", "docx"] | None,
    force: bool,
    output: Path | None,
) -> None:
    """Start a draft: masthead, organ line, a preambular and an operative paragraph in the form of the organ.

    \b
    Examples:
      resolint new --session 81 --committee third --item "71 (c)" --title "Safe schools" -o draft.docx
      resolint new --organ hrc --session 62 --item 3 --sponsors "Kenya, Norway"
    """
    from linter.drafting.new import Start, markdown, word

    between = ";" if ";" in sponsors else ","
    names = tuple(filter(None, (name.strip() for name in sponsors.split(between))))
    start = Start(organ, title, session, committee, item, item_title, names)
    as_word = format_name == "docx" or (
        format_name is None and output is not None and output.suffix == ".docx"
    )
    if as_word and output is None:
        raise ConfigError("a Word file needs a name: --output draft.docx")
    refuse_to_replace(output, force=force)
    write(word(start) if as_word else markdown(start), output)
