"""How much is known of each organ's resolutions, and what a table of one's own adds to it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from linter.facts.known import Known
from linter.facts.numbers import named
from linter.facts.own import read_own
from linter.facts.table import Facts
from linter.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Coverage:
    """One organ's resolutions or decisions: how many are known, with a date, with a title.

    ``first`` and ``latest`` are the ISO dates of the oldest and the newest, "" where no date is known.
    """

    organ: str
    kind: str
    known: int
    dated: int
    titled: int
    first: str
    latest: str


@dataclass(frozen=True, slots=True)
class Additions:
    """A table of one's own beside what is known without it.

    ``changed`` pairs a row with what it stands in the place of where date or title differ; ``same`` counts
    those that say nothing else.
    """

    path: Path
    rows: int
    new: int
    same: int
    changed: tuple[tuple[Known, Known], ...]


def coverage(facts: Facts) -> list[Coverage]:
    """The coverage of the built-in table, the organs in the order of how much is known of them."""
    groups: dict[tuple[str, str], list[Known]] = {}
    for row in facts.rows():
        one = named(row.symbol)
        if one is not None:
            groups.setdefault((one.organ, one.kind), []).append(row)
    found = [_coverage(organ, kind, rows) for (organ, kind), rows in groups.items()]
    return sorted(found, key=lambda one: (one.kind != "resolution", -one.known))


def _coverage(organ: str, kind: str, rows: list[Known]) -> Coverage:
    days = sorted(row.adopted for row in rows if row.adopted)
    titled = sum(bool(row.title) for row in rows)
    return Coverage(organ, kind, len(rows), len(days), titled, *((days[0], days[-1]) if days else ("", "")))


def additions(path: Path, before: Facts) -> Additions:
    """What the table at ``path`` adds to ``before``; raises ConfigError for a table with a mistake."""
    return compared(path, read_own(path), before)


def compared(path: Path, rows: Iterable[Known], before: Facts) -> Additions:
    """As :func:`additions`, for ``rows`` that are read already."""
    new = same = 0
    changed: list[tuple[Known, Known]] = []
    for row in rows:
        other = before.find(row.symbol)
        if other is None:
            new += 1
        elif _differs(row.adopted, other.adopted) or _differs(row.title, other.title):
            changed.append((row, other))
        else:
            same += 1
    return Additions(path, new + same + len(changed), new, same, tuple(changed))


def _differs(own: str, other: str) -> bool:
    """Whether one's own word stands in the place of another; what is empty takes nothing's place."""
    return bool(own and other) and own != other
