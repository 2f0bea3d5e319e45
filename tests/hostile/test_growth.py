# ruff: noqa: E501 - tables of words
"""Texts made to cost much: the work grows with the text, and not faster."""

from __future__ import annotations

import cProfile
from collections.abc import Callable
from contextlib import suppress
from time import process_time
from typing import TypeVar

import pytest

from linter.fixing import fix
from linter.model.errors import ReadError
from linter.readers import read
from linter.writers.as_markdown import to_markdown
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
    return seconds(lambda: lint(text))


def seconds(work: Callable[[], object]) -> float:
    """Seconds of the processor."""
    start = process_time()
    work()
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


def test_many_cells_in_one_line() -> None:
    """What looks at the whole line for each of them takes thirty times what cells in lines of their own do."""
    cells = 20_000
    apart = seconds(lambda: read("draft.md", (HEAD + "| x |\n" * cells).encode()))
    assert seconds(lambda: read("draft.md", (HEAD + "| x " * cells).encode())) < 12 * apart


def test_many_notes_are_shown_as_markdown() -> None:
    """What looks at all names before, for each note, takes a hundred times as long for ten times as many."""

    def cost_of(notes: int) -> float:
        text = HEAD + "".join(f"x[^{number}]\n\n[^{number}]: y\n\n" for number in range(notes))
        document = read("draft.md", text.encode())
        return seconds(lambda: to_markdown(document))

    assert cost_of(10_000) < 30 * cost_of(1_000)


def test_many_repairs_of_one_paragraph() -> None:
    """What copies the paragraph for each repair takes sixteen times as long for four times as many."""

    def cost_of(marks: int) -> float:
        words = '"' * marks
        document = read("draft.md", f"{HEAD}*Recalling* {words}x,{TAIL}".encode())
        return seconds(lambda: fix(document, LINTER, suggested=True))

    cost_of(10)
    assert cost_of(24_000) < 9 * cost_of(6_000)


def counted(work: Callable[[], Result]) -> tuple[Result, int]:
    """What ``work`` gives, and how many calls of functions it took."""
    profile = cProfile.Profile()
    result = profile.runcall(work)
    return result, sum(entry.callcount for entry in profile.getstats())
