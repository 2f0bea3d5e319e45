"""What becomes of a match: its place, its words and its repair in the text of a paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.editing.compose import Composition
from linter.grammar.client import Match
from linter.grammar.judgement import remark
from linter.model.document import Document
from linter.model.fold import straighten
from linter.readers import read

SPELLING = "MORFOLOGIK_RULE_EN_GB"


def paragraph(text: str) -> Document:
    return read("draft.txt", text.encode())


def judged(text: str, words: str, *offered: str, rule: str = "SLIP", category: str = "GRAMMAR") -> str | None:
    """The text with the repair of ``words`` made; None where nothing is said of them."""
    document = paragraph(text)
    (block,) = document.blocks
    start = straighten(block.text).index(straighten(words))
    match = Match(rule, category, "Mind this", "A slip", start, start + len(words), offered)
    found = remark(match, block, "en", lambda *_: False)
    if found is None or found.diagnostic.fix is None:
        return None
    return Composition.of(document).apply(found.diagnostic.fix.edits).document.blocks[0].text


def test_only_the_words_that_change_are_touched() -> None:
    text = "Requests the Secretary‑General, by 1 May, to submits a report"
    repaired = judged(text, "1 May, to submits a", "1 May, to submit a")
    assert repaired == text.replace("submits", "submit")


@pytest.mark.parametrize("category", ["STYLE", "TYPOGRAPHY", "CASING", "REDUNDANCY", "PUNCTUATION"])
def test_what_is_a_matter_of_style_is_no_slip(category: str) -> None:
    assert judged("It was done so as to help", "so as to", "to", category=category) is None


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("peacebuilding", "peace building"),  # of our own dictionary
        ("ESCWA", "Escape"),
        ("UNTMISs", "untamed"),
        ("Kismayo", "Dismay"),
        ("démocratique", "democratic"),
        ("A4P", "Ape"),
        ("eTrade", "trade"),
        ("esh", "ash"),
        ("zzyzx", "size"),
        ("Kyrgyzstan", "Kurdistan"),
    ],
)
def test_names_and_words_of_the_tables_are_not_misspelt(words: str, offered: str) -> None:
    assert judged(f"The work of {words} there", words, offered, rule=SPELLING, category="TYPOS") is None


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("recieved", "received"),
        ("Assemby", "Assembly"),
        ("Raporteur", "Rapporteur"),
        ("Recaling", "Recalling"),
    ],
)
def test_what_is_very_like_a_known_word_is_misspelt(words: str, offered: str) -> None:
    text = f"The {words} there"
    assert judged(text, words, offered, rule=SPELLING, category="TYPOS") == text.replace(words, offered)


def test_a_contraction_is_never_offered() -> None:
    assert judged("Noting its mandate", "its", "it's", rule="IT_IS") is None
    assert judged("It could of been", "could of", "could've", "could have") == "It could have been"


def test_a_repair_takes_the_apostrophe_of_the_text() -> None:
    assert (
        judged("The States’ and States duty", "States duty", "States' duty") == "The States’ and States’ duty"
    )


@given(
    before=st.text("ab  ’𝒳", max_size=8),
    words=st.lists(st.sampled_from(["the", "a", "report", "of𝒳"]), min_size=1, max_size=4),
    other=st.lists(st.sampled_from(["the", "a", "reports", "of𝒳"]), min_size=1, max_size=4),
    behind=st.text("cd ,", max_size=5),
)
def test_a_repair_puts_what_is_offered_in_the_place_of_what_was_found(
    before: str, words: list[str], other: list[str], behind: str
) -> None:
    found, offered = " ".join(words), " ".join(other)
    text = f"x{before}<{found}>{behind}x"
    document = paragraph(text)
    (block,) = document.blocks
    start = block.text.index("<") + 1
    match = Match("SLIP", "GRAMMAR", "Mind", "", start, start + len(found), (offered,))
    result = remark(match, block, "en", lambda *_: False)
    assert result is not None
    fix = result.diagnostic.fix
    whole = block.text[:start] + offered + block.text[start + len(found) :]
    if fix is None:
        assert found == offered
    else:
        assert Composition.of(document).apply(fix.edits).document.blocks[0].text == whole
