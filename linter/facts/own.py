"""A user's own table of resolutions: tab-separated, with column names in the first line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from linter.facts.known import Known
from linter.facts.numbers import named
from linter.model.errors import ConfigError

COLUMNS = ("symbol", "adopted", "title")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def read_own(path: Path) -> Iterator[Known]:
    """The rows of a table; ``symbol`` is needed, ``adopted`` (2006-03-15) and ``title`` may be absent.

    Raises ConfigError with the line that cannot be understood.
    """
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except OSError as error:
        raise ConfigError(f"the table of facts cannot be read: {error.strerror}", str(path)) from error
    except UnicodeDecodeError as error:
        raise ConfigError("the table of facts is not UTF-8 text", str(path)) from error
    heading = [name.strip().lower() for name in lines[0].split("\t")] if lines else []
    if "symbol" not in heading:
        message = (
            f"a table of facts begins with a line of column names, tabs between them: {', '.join(COLUMNS)}"
        )
        raise ConfigError(message, str(path), 1)
    for number, line in enumerate(lines[1:], 2):
        if line.strip():
            cells = dict(zip(heading, (cell.strip() for cell in line.split("\t")), strict=False))
            yield _row(cells, path, number)


def _row(cells: dict[str, str], path: Path, line: int) -> Known:
    symbol = named(cells["symbol"])
    if symbol is None:
        message = f"“{cells['symbol']}” is no symbol of a resolution or decision: write it like A/RES/60/251"
        raise ConfigError(message, str(path), line)
    adopted = cells.get("adopted", "")
    if adopted and not _is_day(adopted):
        raise ConfigError(f"“{adopted}” is no date: write it like 2006-03-15", str(path), line)
    return Known(symbol.symbol, adopted, bool(adopted), path.name, cells.get("title", ""))


def _is_day(text: str) -> bool:
    try:
        return bool(_DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False
