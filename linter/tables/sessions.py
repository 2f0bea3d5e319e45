"""Session calendars: when a resolution of a session can have been adopted."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from linter.model.values import dataclass
from linter.tables.source import TableFile, load_table

_NUMBERED = ("chr", "ecosoc", "ga", "hrc")
_OPEN = "open"


@dataclass(frozen=True, slots=True)
class SessionCalendar:
    """What is known of the sessions of all organs, and of the numbers of the Security Council."""

    _table: dict[str, dict[str, list[Any]]]

    def span(self, organ: str, session: str) -> tuple[date, date] | None:
        """First and last day on which a resolution of the session can have been adopted.

        ``organ`` is "ga", "hrc", "ecosoc" or "chr"; ``session`` as in a number: "60", "S-27", "1993". A
        session that is still open lasts until date.max. None for a session that is not known.
        """
        found = self._table.get(organ, {}).get(session) if organ in _NUMBERED else None
        return None if found is None else (_day(found[0]), _day(found[1]))

    def years(self, organ: str, session: str, day: int, month: int) -> tuple[int, ...]:
        """The years in which this day of the month falls within the session."""
        span = self.span(organ, session)
        if span is None:
            return ()
        first, last = span
        known = range(first.year, min(last.year, date.max.year - 1) + 1)
        if len(known) > 3:  # a session that is open for many years proves nothing
            return ()
        return tuple(y for y in known if _exists(y, month, day) and first <= date(y, month, day) <= last)

    def last_number(self, organ: str, session: str) -> int | None:
        """The highest number of a resolution of the session that is known, or None."""
        found = self._table.get(organ, {}).get(session, []) if organ in _NUMBERED else []
        return found[2] if len(found) > 2 else None

    def council_year(self, number: int) -> int | None:
        """The year in which the Security Council adopted the resolution of this number, if it is known."""
        for year, (first, last) in self._table["sc"].items():
            if last != _OPEN and first <= number <= last:
                return int(year)
        return None


@cache
def session_calendar() -> SessionCalendar:
    """The calendar of the built-in tables."""
    return SessionCalendar(load_table("sessions", compile_sessions))


def span(organ: str, session: str) -> tuple[date, date] | None:
    """See :meth:`SessionCalendar.span`."""
    return session_calendar().span(organ, session)


def _day(text: str) -> date:
    return date.max if text == _OPEN else date.fromisoformat(text)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def compile_sessions(path: Path) -> dict[str, Any]:
    """The table of sessions, every date and number checked."""
    table = TableFile.read(path)
    table.known_keys((*_NUMBERED, "sc"))
    for organ in table.content:
        for session in table.mapping(organ):
            _check(table, organ, session)
    return table.content


def _check(table: TableFile, organ: str, session: str) -> None:
    values = table.sequence(organ, session)
    if organ == "sc":
        if not _are_numbers(values):
            table.fail("expected [first number, last number]", organ, session)
        return
    try:
        first, last = _day(values[0]), _day(values[1])
    except (TypeError, ValueError, IndexError):
        table.fail("expected [first day, last day, highest number]: days as 2024-09-10", organ, session)
    if first > last:
        table.fail("the session ends before it begins", organ, session)


def _are_numbers(values: list[Any]) -> bool:
    if len(values) != 2 or not isinstance(values[0], int):
        return False
    return values[1] == _OPEN or (isinstance(values[1], int) and values[0] <= values[1])
