"""``resolint roll``: the next session's draft from an adopted text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from linter.cli import options
from linter.cli.output import note, refuse_to_replace, write
from linter.cli.session import Draft, Session
from linter.model.errors import ConfigError
from linter.reporters.wording import count

if TYPE_CHECKING:
    from linter.drafting.rolling import Change, Rolled


_FIRST_YEAR = 1945  # an organ that counts in years has "sessions" above this


@click.command("roll", short_help="Make the next session's draft from an adopted text.")
@click.argument("base", type=click.Path(), metavar="BASE")
@click.option(
    "--session",
    type=int,
    default=0,
    metavar="NUMBER",
    help="The session of the draft.  [default: the one at which BASE is to be taken up again, else the next]",
)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["md", "docx"]),
    help="Markdown, or Word with tracked changes.  [default: from the name of FILE, else as BASE]",
)
@click.option("--force", is_flag=True, help="Replace FILE if it exists.")
@options.output
@options.quiet
@options.stdin_filename
@options.config
def command(
    *,
    base: str,
    session: int,
    format_name: Literal["md", "docx"] | None,
    force: bool,
    output: Path | None,
    quiet: bool,
    stdin_filename: str | None,
    config: Path | None,
    **settings: Any,
) -> None:
    """Make the next session's draft from the adopted text BASE.

    The masthead, the sessions and days to come and the resolution before it move on; adoption and vote are
    left out. What only a person can tell stands in square brackets: the agenda item, the sponsors, the new
    reports. In Word every change is tracked; otherwise the changes are listed on standard error.

    \b
    Examples:
      resolint roll A_RES_80_73.docx
      resolint roll --session 82 --output draft.md A_RES_80_73.xml
    """
    from linter.drafting.roll import roll
    from linter.engine.recognising import words_of

    work = Session(config, settings)
    draft = work.draft(base, stdin_filename)
    word = _is_word(format_name, output, draft)
    target = output or (Path(f"{Path(draft.path).stem}.next.docx") if word and not draft.from_stdin else None)
    refuse_to_replace(target, force=force)
    rolled = roll(work.recognise(draft), work.facts(), words_of(draft.settings), session)
    write(_word(work, draft, rolled) if word else rolled.markdown, target, drafts=(base,))
    if not quiet:
        for line in _listed(rolled.changes):
            note(line)
        if target is not None:
            kind = (
                "the next draft"
                if rolled.session > _FIRST_YEAR
                else f"the draft for session {rolled.session}"
            )
            note(f"{draft.path}: {kind} is {target}")


def _is_word(format_name: str | None, output: Path | None, draft: Draft) -> bool:
    if format_name is None and output is not None:
        return output.suffix.lower() == ".docx"
    if format_name is None:
        return draft.document.source.format == "docx"
    if format_name == "md" and output is not None and output.suffix.lower() == ".docx":
        raise ConfigError("--format md and a file named .docx do not go together: leave one out")
    return format_name == "docx"


def _word(work: Session, draft: Draft, rolled: Rolled) -> bytes:
    """The base as a Word file in which every change to the next draft is tracked."""
    from linter.cli.reviewed import moment
    from linter.compare.redline import as_word, redline
    from linter.readers import read

    base = draft.reread(as_word(draft.document))
    new = draft.reread(read("draft.md", rolled.markdown.encode()))
    author, date = draft.settings.author, moment(draft.settings)
    return redline(work.recognise(base), work.recognise(new), author=author, date=date)


def _listed(changes: Sequence[Change]) -> Iterator[str]:
    """The changes for a person: first those that only need a look, then those to decide."""
    made = [change for change in changes if not change.decide]
    open_ = [change for change in changes if change.decide]
    if made:
        yield f"{count(len(made), 'change')} made:"
        yield from (f"  {_line(change)}" for change in made)
    if open_:
        yield f"{count(len(open_), 'place')} for you to decide, in square brackets:"
        yield from (f"  {_line(change)}" for change in open_)


def _line(change: Change) -> str:
    where = change.where or change.what
    found, written = _short(change.found), _short(change.written)
    if not written:
        return f"{where}: “{found}” left out"
    return f"{where}: “{found}” → “{written}”" if found else f"{where}: “{written}”"


def _short(text: str) -> str:
    return text if len(text) <= 70 else f"{text[:69].rstrip()}…"
