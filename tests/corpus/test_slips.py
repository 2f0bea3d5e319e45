"""Real slips that editors missed are reported; what only looks like a slip is not."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from linter.engine.lint import Linter
from linter.engine.outcome import Lint
from linter.engine.report import in_words
from linter.engine.settings import Settings
from linter.model.diagnostic import Diagnostic
from linter.packs import load
from linter.readers import read
from tests.corpus.slips import ROWS, UNREPORTED, WRONG_DATES, Row, matches
from tests.corpus.traps import Trap, traps

ENOUGH = {"wrong date": 12, "other": 43}  # rows that are reported, each with all of its places


@cache
def linter() -> Linter:
    return Linter(load(), Settings())


@cache
def linted(path: Path) -> Lint:
    return linter().lint(read(str(path)))


def _path(shared: Path, symbol: str) -> Path:
    folder = shared / "corpus" / "akn4un"
    if symbol.startswith("S/"):
        (found,) = (folder / "SC").glob(f"S_RES_{symbol[2:]}_*.xml")
        return found
    return folder / "GA" / f"A_RES_{symbol.replace('/', '_')}.xml"


def _places(lint: Lint, finding: Diagnostic) -> set[str]:
    """The paragraphs in which a finding stands, in words; a subparagraph counts as its paragraph."""
    elements = {element.block.index: element for element in lint.resolution.elements}
    names = set()
    for place in (finding.place, *finding.related):
        element = elements[place.block]
        while element.role == "subparagraph" and element.parent is not None:
            element = lint.resolution.elements[element.parent]
        names.add(in_words(element, lint.resolution))
    return names


def _is_reported(shared: Path, row: Row) -> bool:
    """Whether every place of a row is reported under an expected convention."""
    return all(
        any(
            matches(lint.rules[finding.rule], row.expected)
            and (place == "*" or place in _places(lint, finding))
            for finding in lint.diagnostics
        )
        for symbol, place in row.places
        for lint in [linted(_path(shared, symbol))]
    )


def test_the_rows_are_all_there() -> None:
    assert len(ROWS) == 56
    assert len({row.number for row in ROWS}) == 56


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.number)
def test_a_real_slip_is_reported(row: Row, shared: Path) -> None:
    """Rows that no rule sees stand in UNREPORTED with the reason, and leave it when one does."""
    assert _is_reported(shared, row) is (row.number not in UNREPORTED)


def test_enough_rows_are_reported() -> None:
    reported = [row.number in WRONG_DATES for row in ROWS if row.number not in UNREPORTED]
    assert sum(reported) >= ENOUGH["wrong date"]
    assert len(reported) - sum(reported) >= ENOUGH["other"]


@pytest.mark.parametrize("trap", traps(), ids=lambda trap: trap.name)
def test_a_trap_is_not_reported(trap: Trap) -> None:
    lint = linter().lint(read("draft.md", trap.draft().encode()))
    assert lint.resolution.is_draft
    assert [finding.message for finding in lint.diagnostics] == []
