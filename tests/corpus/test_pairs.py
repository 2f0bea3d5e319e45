from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpus.pairs import Pair, became, mistakes, seeds

_SUCCESSORS = [
    ("75_100", "77_127"),
    ("77_136", "78_88"),
    ("79_26", "80_29"),
    ("76_79", "77_124"),
    ("75_51", "77_60"),
]


@pytest.fixture(scope="module")
def pairs(shared: Path) -> list[Pair]:
    folder = shared / "corpus" / "akn4un" / "GA"
    texts = [[folder / f"A_RES_{number}.xml" for number in pair] for pair in _SUCCESSORS]
    return [*seeds(), *became()[::15], *(Pair("successor", *pair) for pair in texts)]


def test_redlines_of_real_texts_are_exact(pairs: list[Pair]) -> None:
    assert len(pairs) > 12
    assert [wrong for pair in pairs for wrong in mistakes(pair)] == []
