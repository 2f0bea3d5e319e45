"""Labels are told from years, dates, ordinals and numbers of resolutions."""

from __future__ import annotations

import pytest

from linter.readers.labels import find_label, label_level


@pytest.mark.parametrize(
    ("text", "label", "words"),
    [
        ("1. Requests", "1.", "Requests"),
        ("12.\tRequests", "12.", "Requests"),
        ("3. \tRequests", "3.", "Requests"),
        ("3.Requests", "3.", "Requests"),
        ("5) requests", "5)", "requests"),
        ("(a) To act", "(a)", "To act"),
        ("(aa) To act", "(aa)", "To act"),
        ("(iv)\tTo act", "(iv)", "To act"),
        ("(2) To act", "(2)", "To act"),
        ("a. To act", "a.", "To act"),
        ("i) To act", "i)", "To act"),
        ("4\tRequests the Secretary-General", "4", "Requests the Secretary-General"),
        ("PP1 Recalling", "PP1", "Recalling"),
        ("PP 12: Recalling", "PP 12:", "Recalling"),
        ("OP3 bis. Urges", "OP3 bis.", "Urges"),
        ("OP3.ter Urges", "OP3.ter", "Urges"),
        ("7 bis. Urges", "7 bis.", "Urges"),
        ("(a bis) To act", "(a bis)", "To act"),
        ("IV. General provisions", "IV.", "General provisions"),
        ("A.\tPrinciples", "A.", "Principles"),
    ],
)
def test_a_label_is_found_with_its_words(text: str, label: str, words: str) -> None:
    found = find_label(text)
    assert found is not None
    assert (found.text, text[: found.end], text[found.words :]) == (label, label, words)


@pytest.mark.parametrize(
    "text",
    [
        "2030 Agenda for Sustainable Development",
        "3 April 2020",
        "81st plenary meeting",
        "61/12. Cooperation",
        "61/\tCooperation",
        "12.5 per cent of States",
        "8\tOctob\ter\t2025",
        "IV",
        "I.",
        "5.",
        "(a)",
        "Ibid., para. 4.",
        "(see A/80/1) the report",
        "",
    ],
)
def test_words_are_no_label(text: str) -> None:
    assert find_label(text) is None


@pytest.mark.parametrize(
    ("labels", "levels"),
    [
        (["1.", "(a)", "(b)", "2."], [1, 2, 2, 1]),
        (["1.", "(a)", "(i)", "(ii)", "(iii)", "(iv)", "(v)", "(b)"], [1, 2, 3, 3, 3, 3, 3, 2]),
        (["(h)", "(i)", "(j)"], [2, 2, 2]),
        (["(u)", "(v)", "(w)", "(x)"], [2, 2, 2, 2]),
        (["(z)", "(aa)", "(bb)"], [2, 2, 2]),
        (["OP1", "PP2 bis.", "IV."], [1, 1, 0]),
    ],
)
def test_levels_follow_the_sequence(labels: list[str], levels: list[int]) -> None:
    before = ["", *labels]
    assert [label_level(label, previous) for label, previous in zip(labels, before, strict=False)] == levels
