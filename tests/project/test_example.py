from __future__ import annotations

from tests.ooxml.wordfiles import unzipped
from tests.project.example import WORD, built


def test_the_example_in_word_is_that_in_markdown() -> None:
    """``python -m tests.project.example`` brings it up to date."""
    assert unzipped(WORD.read_bytes()) == unzipped(built())
