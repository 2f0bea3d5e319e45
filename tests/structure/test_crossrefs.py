"""References of a text to its own paragraphs, notes, sections and annexes."""

from __future__ import annotations

import pytest

from linter.structure.crossrefs import What, find


@pytest.mark.parametrize(
    ("what", "text", "expected"),
    [
        ("paragraph", "paragraphs 5 to 7 and 9 (b) above", ("above", "5 -7 9 (b)")),
        ("paragraph", "paragraph 2 below", ("below", "2")),
        ("paragraph", "paragraph 3 of the present resolution", ("", "3")),
        ("subparagraph", "subparagraphs (a) and (b) above", ("above", "(a) (b)")),
        ("note", "footnotes 3 and 4 below", ("below", "3 4")),
        ("note", "note 5", ("", "5")),
        ("section", "parts A and B of this decision", ("", "A B")),
        ("annex", "annexes I and II to the present resolution", ("", "I II")),
        ("annex", "annex to this decision", ("", "")),
    ],
)
def test_references(what: What, text: str, expected: tuple[str, str]) -> None:
    whole = f"Recalls what {text}, says"
    (found,) = find(whole, what)
    items = [
        f"{'-' * item.ends_range}{f'({item.text})' if item.is_letter else item.text}" for item in found.items
    ]
    assert (found.where, " ".join(items)) == expected
    assert all(whole[slice(*item.span)] == item.text for item in found.items)
    assert found.where in whole[slice(*found.where_span)]


def test_paragraphs_of_other_texts_are_left_out() -> None:
    assert not list(find("paragraph 3 of its resolution 80/1 and paragraph 4", "paragraph"))
