# ruff: noqa: E501 - tables of words
"""Texts made to cost much: the work grows with the text, and not faster."""

from __future__ import annotations

import cProfile
from collections.abc import Callable
from contextlib import suppress
from time import process_time
from typing import TypeVar

import pytest

from linter.model.errors import ReadError
from linter.readers import read
from tests.fuzz.fuzz import LINTER

Result = TypeVar("Result")
HEAD = "*The General Assembly*,\n\n"
TAIL = "\n\n1. *Decides* to remain seized of the matter.\n"
LETTERS = 44_000  # of one paragraph; a longer one is refused
ORDINARY = "a small house in the old town, "


def lint(text: str) -> None:
    """As a check does; what is refused costs nothing more."""
    with suppress(ReadError):
        LINTER.lint(read("draft.md", text.encode()))


def cost(text: str) -> float:
    """Seconds of the processor that a check takes."""
    start = process_time()
    lint(text)
    return process_time() - start


@pytest.fixture(scope="module")
def ordinary() -> float:
    """What a paragraph of that length costs where nothing is found in it."""
    lint(HEAD + TAIL)
    words = ORDINARY * (LETTERS // len(ORDINARY))
    return min(cost(f"{HEAD}*Recalling* {words}{number},{TAIL}") for number in range(3))


UNITS = (
    " ", "a, ", "1", "A", "A.", "(", "[", "“", "’s ", '"', "; ", "a-", "–", "the ", "of the ", "The ", "and ",
    "resolutions 60/1, ", "60/1 ", "60/251 of ", "A/60/1, ", "(a) ", "1. ", "_", "*a", "_a_ ", "[a](", "<", "&#", "\\*", "~",
    "¹", "[^", "\u00a0", "e\u0301", "İ", "II ", "paragraphs 1 to ", "twenty-", "January ", "1,000 ", "111 ", "See ", "Ibid., ",
    "entitled “", "in its ", "1 (I) ", "http://", "a@", ". . ",
)  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_a_paragraph_of_the_same_again_and_again(unit: str, ordinary: float) -> None:
    """An expression that tries all pairs of places takes some hundred times what an ordinary one costs."""
    assert cost(f"{HEAD}*Recalling* {unit * (LETTERS // len(unit))}x,{TAIL}") < 60 * ordinary


@pytest.mark.parametrize(
    "piece",
    [
        "*The General Assembly*,\n\n",
        "“*The General Assembly*,\n\n",
        "*Recalling* its resolution 60/1 of 1 May 2006,[^{0}]\n\n[^{0}]: A/60/{0}.\n\n",
        "{0}. *Decides*:\n\n   (a) x:\n\n      (i) y;\n\n",
        "Annex\n\nx\n\n",
        "- x\n",
    ],
    ids=lambda piece: piece[:12],
)
def test_a_long_draft_of_many_pieces(piece: str) -> None:
    """Counted in calls of functions, which no busy machine makes more of."""

    def calls(first: int, pieces: int) -> list[int]:
        text = HEAD + "".join(map(piece.format, range(first, first + pieces))) + TAIL
        document, reading = counted(lambda: read("draft.md", text.encode()))
        resolution, recognising = counted(lambda: LINTER.recognise(document))
        _, linting = counted(lambda: LINTER.lint_resolution(resolution))
        return [reading, recognising, linting]

    calls(1, 10)
    assert all(many < 20 * few for few, many in zip(calls(100, 300), calls(1_000, 3_000), strict=True))


def counted(work: Callable[[], Result]) -> tuple[Result, int]:
    """What ``work`` gives, and how many calls of functions it took."""
    profile = cProfile.Profile()
    result = profile.runcall(work)
    return result, sum(entry.callcount for entry in profile.getstats())
