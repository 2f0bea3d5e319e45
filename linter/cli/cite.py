"""``resolint cite``: a resolution or decision as an editor cites it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from linter.cli import options
from linter.cli.output import note, write
from linter.cli.session import Session

if TYPE_CHECKING:
    from linter.drafting.cite import Cited


@click.command("cite", short_help="Cite a resolution or decision with its date.")
@click.argument("references", nargs=-1, required=True, metavar="REF...")
@click.option("--title", is_flag=True, help="With its title, where that is known.")
@click.option("--footnote", is_flag=True, help="As footnotes: without the date, one a line.")
@click.option(
    "--organ",
    type=click.Choice(["ga", "hrc", "sc", "ecosoc"]),
    help="The organ that speaks: its own resolutions become “its resolution”.",
)
@click.option("--json", "as_json", is_flag=True, help="As data.")
@options.config
def command(
    *,
    references: tuple[str, ...],
    title: bool,
    footnote: bool,
    organ: str | None,
    as_json: bool,
    config: Path | None,
) -> int:
    """Cite each REF, written in any way, as an editor would, with the date of its adoption.

    Several become one list, in the order given. The exit status is 1 when the date of one is not known.

    \b
    Examples:
      resolint cite 60/251
      resolint cite "ga 60/251" "HRC 52/15" "unsc 1325"
      resolint cite --organ hrc --title 52/15
    """
    from linter.drafting.cite import footnote as note_form
    from linter.drafting.cite import in_text, look_up

    cited = look_up(references, Session(config).facts(), organ)
    if footnote:
        text = "\n".join(note_form(one, organ=organ) for one in cited)
    else:
        text = in_text(cited, organ=organ, title=title)
    if as_json:
        from linter.reporters.as_json import dump

        write(dump({"schema": 1, "text": text, "citations": [_data(one) for one in cited]}, indent=2))
    else:
        write(f"{text}\n")
        _remark(cited, title=title, footnote=footnote)
    return int(any(not one.date for one in cited))


def _data(cited: Cited) -> dict[str, Any]:
    known = cited.known
    return {
        "reference": cited.reference,
        "organ": cited.named.organ,
        "kind": cited.named.kind,
        "number": cited.named.number,
        "symbol": cited.named.symbol,
        "date": cited.date or None,
        "title": cited.title or None,
        "source": known.source if known and cited.date else None,
    }


def _remark(cited: Sequence[Cited], *, title: bool, footnote: bool) -> None:
    """Say what is not known, so that nobody takes its absence for a form."""
    for one in cited:
        if not one.date and not footnote:
            uncertain = f" ({one.known.adopted} is uncertain)" if one.known and one.known.adopted else ""
            note(f"{one.named.symbol}: the date is not known{uncertain}")
        if title and not one.title:
            note(f"{one.named.symbol}: the title is not known")
