"""Where a tracked change cuts a word, the whole word is struck and set anew."""

from __future__ import annotations

import re

import pytest

from linter.model.diagnostic import Replace
from tests.ooxml.wordfiles import note, p, r, ref, word
from tests.writers.docx.edited import body_of, edited


def changed(data: bytes, *edits: Replace) -> list[tuple[str, str]]:
    """The words struck and those set, in order."""
    pairs = re.findall(
        r"(?:<w:del>.*?<w:delText>(.*?)</w:delText>.*?</w:del>)?(?:<w:ins>.*?<w:t>(.*?)</w:t>.*?</w:ins>)?",
        body_of(edited(data, *edits)),
    )
    return [pair for pair in pairs if any(pair)]


@pytest.mark.parametrize(
    ("text", "edit", "struck", "new"),
    [
        ("the color of it", Replace(0, 8, 8, "u"), "color", "colour"),
        ("the color of it", Replace(0, 4, 9, "hue"), "color", "hue"),
        ("the color of it", Replace(0, 9, 9, ","), "", ","),
        ("the  color of it", Replace(0, 3, 5, " "), "  ", " "),
        ("the Council’s work", Replace(0, 4, 5, "c"), "Council’s", "council’s"),
        ("the States’ work", Replace(0, 4, 5, "s"), "States", "states"),
        ("a follow-up to it", Replace(0, 2, 3, "F"), "follow", "Follow"),
        ("of ’all work", Replace(0, 4, 5, "A"), "all", "All"),
        ("States", Replace(0, 5, 6, ""), "States", "State"),
    ],
)
def test_a_change_within_a_word_is_one_of_the_word(text: str, edit: Replace, struck: str, new: str) -> None:
    assert changed(word(p(r(text))), edit) == [(struck, new)]


def test_two_changes_of_one_word_are_one() -> None:
    edits = Replace(0, 4, 5, "C"), Replace(0, 8, 8, "u")
    assert changed(word(p(r("the color of it"))), *edits) == [("color", "Colour")]


@pytest.mark.parametrize("more", [(), (ref(2),)])
def test_a_word_at_which_a_footnote_mark_stands_keeps_its_letters(more: tuple[str, ...]) -> None:
    data = word(
        p(r("the color"), ref(1), r(" of it"), *more, r(" so")), footnotes=note(1, "A.") + note(2, "B.")
    )
    assert changed(data, Replace(0, 8, 8, "u")) == [("", "u")]
