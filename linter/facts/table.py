"""The table of known resolutions: a sorted text file, searched by halves and never parsed as a whole."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property, lru_cache
from pathlib import Path

from linter.facts.known import Known, parse
from linter.model.errors import ConfigError

_SAMPLES = 128


class Facts:
    """What is known, from the built-in table at ``path`` and the user's ``own``.

    A row of one's own stands in the place of ours, and of two in the place of the earlier file's; what it
    leaves empty they give. Nothing is read until something is asked. Raises ConfigError when a table cannot
    be read.
    """

    def __init__(self, path: Path, own: tuple[Path, ...] = ()) -> None:
        self._path = path
        self._own_paths = own
        self._chains: dict[tuple[str, str], list[Known]] = {}
        self._beginning = lru_cache(maxsize=2048)(self._lines)  # a draft cites the same texts again and again

    def find(self, symbol: str) -> Known | None:
        """What is known of ``symbol`` ("A/RES/45/248 B"), or None: what is not known is not wrong."""
        ours = next(iter(self._beginning(f"{symbol}\t")), None)
        own = self.own.get(symbol)
        return own.over(ours) if own and ours else own or ours

    def all_of(self, symbol: str) -> list[Known]:
        """What is known of ``symbol`` and of its parts A, B …, where it is cited without a letter."""
        found = {known.symbol: known for known in self._beginning(f"{symbol}\t", f"{symbol} ")}
        for key, row in self.own.items():
            if key == symbol or key.startswith(f"{symbol} "):
                found[key] = row.over(found.get(key, row))
        return list(found.values())

    def beginning(self, start: str) -> list[Known]:
        """All whose symbol begins with ``start`` ("A/RES/60/2"), in the order of their symbols."""
        found = {known.symbol: known for known in self._beginning(start)}
        for key, row in self.own.items():
            if key.startswith(start):
                found[key] = row.over(found.get(key, row))
        return [found[symbol] for symbol in sorted(found)]

    def titled(self, stem: str, title: str) -> list[Known]:
        """All whose symbol begins with ``stem`` ("A/RES/") and that carry just this title."""
        if (stem, title) not in self._chains:
            self._chains[stem, title] = self._with_title(stem, title)
        return self._chains[stem, title]

    def _with_title(self, stem: str, title: str) -> list[Known]:
        ending = f"\t{title}".encode()
        first, last = (self._offset(edge) for edge in (stem.encode(), stem.encode() + b"\xff"))
        lines = self._table[first:last].splitlines()
        found = [parse(line.decode()) for line in lines if line.endswith(ending)]
        own = [row for row in self.own.values() if row.symbol.startswith(stem) and row.title == title]
        return [row for row in found if row.symbol not in self.own] + own

    def rows(self) -> Iterator[Known]:
        """Every entry of the built-in table, in its order."""
        return (parse(line.decode()) for line in self._table.splitlines() if not line.startswith(b"#"))

    @cached_property
    def own(self) -> dict[str, Known]:
        """The user's own rows by symbol."""
        if not self._own_paths:
            return {}
        from linter.facts.own import read_own

        rows: dict[str, Known] = {}
        for path in self._own_paths:
            for row in read_own(path):
                rows[row.symbol] = row.over(rows.get(row.symbol, row))
        return rows

    @cached_property
    def _table(self) -> bytes:
        try:
            return self._path.read_bytes()
        except OSError as error:
            raise ConfigError(f"cannot be read: {error.strerror}", str(self._path)) from error

    def _lines(self, *starts: str) -> tuple[Known, ...]:
        """Neighbouring lines, from the first that begins with the first of ``starts``."""
        found = []
        wanted = tuple(start.encode() for start in starts)
        table, offset = self._table, self._offset(wanted[0])
        while table.startswith(wanted, offset):
            end = _end_of_line(table, offset)
            found.append(parse(table[offset:end].decode()))
            offset = end + 1
        return tuple(found)

    @cached_property
    def _samples(self) -> tuple[list[bytes], list[int]]:
        """Some lines as they stand in the table, and where they begin: they narrow every search."""
        table = self._table
        starts = [table.rfind(b"\n", 0, len(table) * part // _SAMPLES) + 1 for part in range(1, _SAMPLES)]
        return [table[start : _end_of_line(table, start)] for start in starts], starts

    def _offset(self, wanted: bytes) -> int:
        """Where the first line begins that does not sort before ``wanted``."""
        table = self._table
        lines, starts = self._samples
        part = bisect_left(lines, wanted)
        low = starts[part - 1] if part else 0
        high = starts[part] if part < len(starts) else len(table)
        while low < high:
            middle = (low + high) // 2
            start = table.rfind(b"\n", low, middle) + 1 or low
            end = _end_of_line(table, middle)
            if table[start:end] < wanted:
                low = end + 1
            else:
                high = start
        return low


def _end_of_line(table: bytes, offset: int) -> int:
    end = table.find(b"\n", offset)
    return end if end >= 0 else len(table)


@lru_cache(maxsize=8)
def facts_in(path: Path, own: tuple[Path, ...] = ()) -> Facts:
    """The table at ``path`` with the user's own; one for the whole run."""
    return Facts(path, own)
