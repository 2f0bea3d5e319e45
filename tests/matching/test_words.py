from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.matching.words import Phrases, WordIndex, by_first_word, next_word, previous_word


def found(text: str, *phrases: str) -> list[str]:
    return sorted(
        text[spot.start : spot.end] for spot, _ in WordIndex({0: text}).find(Phrases(by_first_word(phrases)))
    )


@pytest.mark.parametrize(
    ("text", "phrases", "expected"),
    [
        ("the advisors met", ["advisors"], ["advisors"]),
        ("the advisorship met", ["advisors"], []),
        ("co-operation is due", ["co-operation"], ["co-operation"]),
        ("non-member states", ["member states"], []),
        ("capacity building-blocks", ["capacity building"], []),
        ("in the light of it", ["light", "in the light of"], ["in the light of", "light"]),
        ("the communique\u0301 of the summit", ["communique"], []),
        ("member states and member states", ["member states"], ["member states", "member states"]),
    ],
)
def test_phrases_are_found_as_whole_words(text: str, phrases: list[str], expected: list[str]) -> None:
    assert found(text, *phrases) == expected


def test_of_two_phrases_at_one_place_the_longer_is_found() -> None:
    assert found("as well as well", "well", "well as") == ["well", "well as"]


@given(st.lists(st.text("ab1 -,(_’", max_size=12), max_size=5), st.text("ab1 -,(_’", max_size=4))
def test_the_texts_that_hold_a_literal_are_those_that_a_plain_search_finds(
    texts: list[str], literal: str
) -> None:
    index = WordIndex(dict(enumerate(texts)))
    assert index.holding(literal) == {place for place, text in enumerate(texts) if literal in text}


@given(st.text("ab -", max_size=30), st.lists(st.from_regex(r"[ab]{1,2}( [ab]{1,2})?", fullmatch=True)))
def test_each_find_is_what_a_plain_search_finds(text: str, phrases: list[str]) -> None:
    for spot, phrase in WordIndex({0: text}).find(Phrases(by_first_word(phrases))):
        assert text[spot.start : spot.end] == phrase
        assert re.match(r"(?<![a-z-])" + re.escape(phrase) + r"(?![a-z]|-[a-z])", text[spot.start :])


def test_the_words_beside_a_place() -> None:
    text = "the high-level political forum"
    assert next_word(text, len("the high-level")) == "political"
    assert previous_word(text, len("the ")) == "the"
    assert next_word(text, len(text)) == ""
    assert previous_word(text, 0) == ""
