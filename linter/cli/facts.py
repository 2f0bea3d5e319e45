"""``resolint facts``: what is known of resolutions, and tables of one's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from linter.cli import options
from linter.cli.output import note, replace_file, write
from linter.cli.session import FAILED, Session
from linter.model.errors import ConfigError
from linter.reporters.terminal import columns, visible
from linter.reporters.wording import count, enumeration

if TYPE_CHECKING:
    from linter.facts.coverage import Additions, Coverage
    from linter.facts.known import Known

_MOST = 20


@click.group(
    "facts", short_help="Show what is known of resolutions, and add to it.", invoke_without_command=True
)
@click.option("--json", "as_json", is_flag=True, help="As data.")
@options.config
@click.pass_context
def command(context: click.Context, *, as_json: bool, config: Path | None) -> None:
    """Show which resolutions and decisions are known, and what your own tables add.

    Citations are checked against them, and `resolint cite` takes dates and titles from them.

    \b
    Examples:
      resolint facts
      resolint facts --json
      resolint facts add our-resolutions.tsv
    """
    if context.invoked_subcommand is not None:
        return
    from linter.facts.coverage import coverage

    session = Session(config)
    tables = session.settings("-").facts
    known, own = coverage(session.facts()), _own(tables)
    origin = session.settings("-").origin("facts")
    write(_data(known, own, origin) if as_json else _text(known, own, origin))


@command.command("add")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@options.config
def add(*, file: Path, config: Path | None) -> int:
    """Take FILE, a table of resolutions of your own, into the settings.

    FILE has a resolution on each line, tabs between: its symbol, the day of its adoption (2006-03-15), its
    title, and how sure that is (high, medium or low; high if left out). All but the symbol may be empty. A
    first line may name the columns: symbol, date, title, confidence.

    Where FILE and the built-in table differ, FILE is right; what it leaves empty the built-in table gives.
    A date of low confidence is cited but never makes another one wrong. FILE stays where it is: the setting
    "facts" of the nearest resolint.toml names it, and each check reads it.

    \b
    Example:
      resolint facts add our-resolutions.tsv
    """
    from linter.facts.coverage import compared
    from linter.facts.own import rows_or_errors

    rows: list[Known] = []
    errors: list[ConfigError] = []
    for row in rows_or_errors(file):
        errors.append(row) if isinstance(row, ConfigError) else rows.append(row)
    if errors:
        for error in errors[:_MOST]:
            note(f"resolint: {error}")
        rest = f"{count(len(errors), 'line')} of {file} cannot be understood: the settings stay as they were"
        note(f"resolint: {rest}")
        return FAILED
    session = Session(config)
    before = [path for path in session.settings("-").facts if not _same(path, file)]
    found = compared(file, rows, _facts(before))
    settings = _record(file, config)
    write("".join(f"{visible(line)}\n" for line in (f"{_summary(found)}.", *_changes(found), settings)))
    return 0


def _record(file: Path, config: Path | None) -> str:
    """Name ``file`` in the settings, and say what was done."""
    from linter.engine.settings_edit import nearest, relative, with_item

    settings = config or nearest(Path())
    shown = relative(settings, Path("here"))
    listed = Session(settings).settings("-").facts if settings.exists() else ()
    if any(_same(path, file) for path in listed):
        return f"{shown} names it already."
    data = settings.read_bytes() if settings.exists() else b""
    text = with_item(data.decode("utf-8-sig"), settings, "facts", relative(file, settings))
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    replace_file(settings, mark + text.encode(), expected=data if settings.exists() else None)
    return f"{shown} names it now: drafts in its folder, and in folders below, are checked with it."


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def _facts(own: Sequence[Path]) -> Any:
    from linter.facts import facts_in
    from linter.tables.location import resolutions_table

    return facts_in(resolutions_table(), tuple(own))


def _own(tables: Sequence[Path]) -> list[Additions]:
    """What each table adds to the built-in one and those before it."""
    from linter.facts.coverage import additions

    return [additions(path, _facts(tables[:place])) for place, path in enumerate(tables)]


def _summary(found: Additions) -> str:
    parts = [f"{found.new:,} new"]
    if found.same:
        parts.append(f"{found.same:,} that agree with what is known")
    if found.changed:
        parts.append(f"{len(found.changed):,} in the place of what is known")
    return f"{found.path}: {count(found.rows, 'entry', 'entries')}, {enumeration(parts)}"


def _changes(found: Additions) -> Iterator[str]:
    for own, other in found.changed[:_MOST]:
        if own.adopted and other.adopted and own.adopted != other.adopted:
            yield f"  {own.symbol}: {own.adopted}, not {other.adopted} (known from {other.source})"
        else:
            yield f"  {own.symbol}: “{own.title}”, not “{other.title}”"
    if len(found.changed) > _MOST:
        yield f"  and {len(found.changed) - _MOST:,} more"


def _text(known: Sequence[Coverage], own: Sequence[Additions], origin: str) -> str:
    from linter.drafting.cite import NAMES, day_in_words

    lines = [["", "known", "dated", "titled", "from", "to"]]
    for one in known:
        numbers = [f"{number:,}" for number in (one.known, one.dated, one.titled)]
        lines.append([f"{NAMES[one.organ]} {one.kind}s", *numbers, one.first[:4], one.latest[:4]])
    widths = [max(columns(line[place]) for line in lines) for place in range(len(lines[0]))]
    table = [_padded(line, widths) for line in lines]
    latest = day_in_words(date.fromisoformat(max(one.latest for one in known)))
    total = f"{sum(one.known for one in known):,} are known, to {latest}."
    total += " What is not among them is unknown, and never wrong."
    paragraphs = ["\n".join(table), total]
    if own:
        tables = [line for found in own for line in (f"{_summary(found)}.", *_changes(found))]
        paragraphs.append("\n".join([f"Your own ({origin}):", *tables]))
    else:
        paragraphs.append("You have no table of your own: resolint facts add FILE.")
    return _visible("\n\n".join(paragraphs)) + "\n"


def _padded(line: Sequence[str], widths: Sequence[int]) -> str:
    """A line of the table: a name to the left, figures to the right."""
    cells = (cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True))
    return "  ".join([line[0].ljust(widths[0]), *cells])


def _visible(text: str) -> str:
    """``text`` with its line ends, and nothing in it that steers a terminal."""
    return "\n".join(map(visible, text.split("\n")))


def _data(known: Sequence[Coverage], own: Sequence[Additions], origin: str) -> str:
    from linter.reporters.as_json import dump

    value = {
        "schema": 1,
        "known": sum(one.known for one in known),
        "latest": max(one.latest for one in known),
        "coverage": [
            {
                "organ": one.organ,
                "kind": one.kind,
                "known": one.known,
                "dated": one.dated,
                "titled": one.titled,
                "first": one.first or None,
                "latest": one.latest or None,
            }
            for one in known
        ],
        "own": [
            {
                "path": str(found.path),
                "origin": origin,
                "entries": found.rows,
                "new": found.new,
                "same": found.same,
                "changed": [_changed(row, other) for row, other in found.changed],
            }
            for found in own
        ],
    }
    return dump(value, indent=2)


def _changed(own: Known, other: Known) -> dict[str, Any]:
    return {
        "symbol": own.symbol,
        "date": own.adopted or None,
        "title": own.title or None,
        "known": {"date": other.adopted or None, "title": other.title or None, "source": other.source},
    }
