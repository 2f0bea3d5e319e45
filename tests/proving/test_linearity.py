"""Expressions that could take for ever: none of ours, and those of others are refused."""

from __future__ import annotations

import re
from pathlib import Path
from time import process_time

import pytest

from linter.packs import load
from linter.packs.expressions import EXPRESSIONS
from linter.proving.automaton import automaton
from linter.proving.linearity import dangers, hard_texts

AMBIGUOUS = [
    "(a+)+$", "(a*)*b", "(a|a)*b", r"(\s*,\s*)*x", "(ab+b?)+c", "(.*a){12}", r"(\w+\s?)*:", "(?:a{1,3})*b",
    "(?=(a+)+$)b", "(?:a+|b+)*c", "([a-z]+-?)*!", r"(x\w*)*y", "(?i:ab|AB)*c", "(?>(a+)+b)", "((a|b)+c?)+d",
]  # fmt: skip
SLOW = [r"\s*\s*\s*\s*x", "a*a*a*a*x", r"\w*\w*\w*-x"]
SOUND = [
    r"\b[A-Z]\w+(?: [A-Z]\w+){0,6}", r"(?:, [A-Z]\w+)*;", "(?>a+)+b", "(a++)+b", "(?:[a-z]+ ){0,9}x",
    r"\d{1,3}(?: \d{3})*",
    "", "(?:ab|ac)*d", "(a)?b(?(1)c|d)", r"(\w)\1",
]  # fmt: skip


@pytest.mark.parametrize("expression", AMBIGUOUS)
def test_what_can_be_read_in_two_ways_time_and_again_is_refused(expression: str) -> None:
    assert "can take for ever" in "".join(dangers(expression))


@pytest.mark.parametrize("expression", SLOW)
def test_what_is_slow_over_a_long_paragraph_is_refused(expression: str) -> None:
    start = process_time()
    assert "is slow" in "".join(dangers(expression))
    assert process_time() - start < 3


@pytest.mark.parametrize("expression", SOUND)
def test_what_is_sound_passes(expression: str) -> None:
    assert list(dangers(expression)) == []


def ours() -> list[tuple[str, str, int]]:
    book = load([Path("mun")])
    return [
        (rule.name, expression, re.IGNORECASE if rule.parameters.get("case") == "any" else 0)
        for rule in book.all_rules()
        for key in EXPRESSIONS
        if isinstance(expression := rule.parameters.get(key), str)
    ]


def test_the_expressions_of_our_rules_are_linear() -> None:
    found = ours()
    assert len(found) > 150
    for name, expression, flags in found:
        made = automaton(expression, flags)
        assert made.ambiguous() is None, name
        pattern = re.compile(expression, flags)
        for text in hard_texts(made, 8_000):
            start = process_time()
            for _ in pattern.finditer(text):
                pass
            assert process_time() - start < 0.8, (name, text[:20])
