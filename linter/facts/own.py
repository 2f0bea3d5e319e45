"""A user's own table of resolutions: tab-separated, a line each, with or without column names above."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from linter.facts.known import Known
from linter.facts.numbers import named
from linter.model.errors import ConfigError

COLUMNS = ("symbol", "date", "title", "confidence")
_NAMES = {"adopted": "date"}
_CONFIDENT = {"": True, "h": True, "high": True, "m": True, "medium": True, "l": False, "low": False}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NO_YEAR = re.compile(r"S/RES/\d+")


def read_own(path: Path) -> Iterator[Known]:
    """The rows of a table; raises ConfigError with the line of the first that cannot be understood."""
    for row in rows_or_errors(path):
        if isinstance(row, ConfigError):
            raise row
        yield row


def rows_or_errors(path: Path) -> Iterator[Known | ConfigError]:
    """The rows of a table, and in its place an error with its line for each that cannot be understood.

    The columns are ``COLUMNS`` in this order unless the first line names them in another; only ``symbol``
    is needed, other columns are left aside. Raises ConfigError for a file that is no table at all.
    """
    heading, lines = _columns(path)
    seen: dict[str, int] = {}
    for number, line in lines:
        cells = dict(zip(heading, (cell.strip() for cell in line.split("\t")), strict=False))
        try:
            row = _row(cells, path, number)
        except ConfigError as error:
            yield error
            continue
        if seen.setdefault(row.symbol, number) == number:
            yield row
        else:
            message = f"{row.symbol} stands in line {seen[row.symbol]} already: keep one of the two"
            yield ConfigError(message, str(path), number)


def _columns(path: Path) -> tuple[Sequence[str], list[tuple[int, str]]]:
    """The names of the columns, and the lines of the table with their numbers."""
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise ConfigError(f"the table of facts cannot be read: {error.strerror}", str(path)) from error
    except UnicodeDecodeError as error:
        raise ConfigError("the table of facts is not UTF-8 text", str(path)) from error
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    first = [name.strip().lower() for name in lines[0][1].split("\t")] if lines else []
    if "symbol" in first:
        return [_NAMES.get(name, name) for name in first], lines[1:]
    if first and named(first[0].upper()) is not None:
        return COLUMNS, lines
    message = f"a table of facts has a resolution on each line, tabs between {', '.join(COLUMNS)}"
    raise ConfigError(message, str(path), lines[0][0] if lines else 1)


def _row(cells: Mapping[str, str], path: Path, line: int) -> Known:
    symbol = named(cells["symbol"])
    if symbol is None or _NO_YEAR.fullmatch(symbol.symbol):
        message = (
            f"“{cells['symbol']}” is no symbol of a resolution or decision: write it like A/RES/60/251 or"
            " S/RES/1325 (2000)"
        )
        raise ConfigError(message, str(path), line)
    adopted = cells.get("date", "")
    if adopted and not _is_day(adopted):
        raise ConfigError(f"“{adopted}” is no date: write it like 2006-03-15", str(path), line)
    confidence = cells.get("confidence", "").lower()
    if confidence not in _CONFIDENT:
        message = f"“{cells['confidence']}” is no confidence: write high, medium or low, or leave it empty"
        raise ConfigError(message, str(path), line)
    certain = bool(adopted) and _CONFIDENT[confidence]
    return Known(symbol.symbol, adopted, certain, path.name, cells.get("title", ""))


def _is_day(text: str) -> bool:
    try:
        return bool(_DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False
