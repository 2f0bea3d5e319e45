"""Slips planted in regular drafts are found, and what can be restored is restored to the letter."""

from __future__ import annotations

import pytest

from tests.corpus.mutation_kinds import KINDS
from tests.corpus.mutations import Result, measure, regular

# One slip of a kind in our own drafts; the full measure has the same goals.
FOUND = 0.97
RESTORED = 0.93


@pytest.fixture(scope="module")
def results() -> list[Result]:
    return measure(number=1, adopted=False, processes=1)


def test_there_are_kinds_enough() -> None:
    assert len(KINDS) >= 60
    assert len({kind.name for kind in KINDS}) == len(KINDS)


def test_our_regular_drafts_are_regular() -> None:
    """Three organs, and nothing to find in any."""
    assert {text.resolution.organ for text in regular(adopted=False)} == {"ga", "hrc", "ecosoc"}


def test_most_kinds_can_be_planted_in_our_drafts(results: list[Result]) -> None:
    assert sum(result.planted for result in results) >= 0.8 * len(KINDS)


def test_planted_slips_are_found(results: list[Result]) -> None:
    missed = [line for result in results for line in result.missed if line.startswith("not found")]
    print(*missed, sep="\n")  # noqa: T201
    assert sum(result.found for result in results) >= FOUND * sum(result.planted for result in results)


def test_planted_slips_are_restored(results: list[Result]) -> None:
    print(*(line for result in results for line in result.missed), sep="\n")  # noqa: T201
    restorable = sum(result.restorable for result in results)
    assert sum(result.restored for result in results) >= RESTORED * restorable
