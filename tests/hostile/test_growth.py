# ruff: noqa: E501 - tables of words
"""Texts made to cost much: the work grows with the text, and not faster."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

from linter.readers import read
from tests.fuzz.fuzz import LINTER

HEAD = "*The General Assembly*,\n\n"
TAIL = "\n\n1. *Decides* to remain seized of the matter.\n"
LETTERS = 44_000  # of one paragraph; a longer one is refused
ORDINARY = "a small house in the old town, "


def lint(text: str) -> Callable[[], object]:
    return lambda: LINTER.lint(read("draft.md", text.encode()))


def cost(work: Callable[[], object], tries: int = 1) -> float:
    """Seconds of the processor, the least of some tries: what else the machine does counts little."""

    def once() -> float:
        start = process_time()
        work()
        return process_time() - start

    return min(once() for _ in range(tries))


@pytest.fixture(scope="module")
def ordinary() -> float:
    """What a paragraph of that length costs where nothing is found in it."""
    lint(HEAD + TAIL)()
    return cost(lint(f"{HEAD}*Recalling* {ORDINARY * (LETTERS // len(ORDINARY))}x,{TAIL}"), 3)


UNITS = (
    " ", "a, ", "1", "A", "A.", "(", "[", "“", "’s ", '"', "; ", "a-", "–", "the ", "of the ", "The ", "and ",
    "resolutions 60/1, ", "60/1 ", "60/251 of ", "A/60/1, ", "(a) ", "1. ", "_", "*a", "_a_ ", "[a](", "<", "&#", "\\*", "~",
    "¹", "[^", "\u00a0", "e\u0301", "İ", "II ", "paragraphs 1 to ", "twenty-", "January ", "1,000 ", "111 ", "See ", "Ibid., ",
    "entitled “", "in its ", "1 (I) ", "http://", "a@", ". . ",
)  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_a_paragraph_of_the_same_again_and_again(unit: str, ordinary: float) -> None:
    """Ten times an ordinary one, or no more than eight times a quarter of it."""

    def paragraph(letters: int) -> Callable[[], object]:
        return lint(f"{HEAD}*Recalling* {unit * (letters // len(unit))}x,{TAIL}")

    whole, quarter = paragraph(LETTERS), paragraph(LETTERS // 4)
    assert cost(whole) < 10 * ordinary or cost(whole, 3) < 8 * cost(quarter, 2)


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
    def steps(pieces: int) -> list[float]:
        text = HEAD + "".join(map(piece.format, range(1, pieces + 1))) + TAIL
        document = read("draft.md", text.encode())
        resolution = LINTER.recognise(document)
        return [
            cost(lambda: read("draft.md", text.encode()), 2),
            cost(lambda: LINTER.recognise(document), 2),
            cost(lambda: LINTER.lint_resolution(resolution)),
        ]

    assert all(many < 20 * few for few, many in zip(steps(300), steps(3_000), strict=True))
