"""The lines after the last paragraph: meeting and date of adoption, the vote, and what follows them."""

from __future__ import annotations

import pytest

from linter.model.resolution import Role
from tests.structure.drafts import FRAME, of_role, recognised, texts


def test_an_adopted_text_shows_its_date_meeting_and_vote() -> None:
    resolution = recognised(
        "Resolution adopted by the Human Rights Council on 3 April 2023\n\n52/99. Clean rivers\n\n"
        "The Human Rights Council,\n\nRecalling the Charter,\n\n1. Decides to act.\n\n54th meeting\n\n"
        "3 April 2023\n\n[Adopted by a recorded vote of 30 to 2. The voting was as follows:\n\n"
        "In favour:\n\nChile, Fiji\n\nAgainst:\n\nNone]\n",
        "draft.txt",
    )
    assert texts(resolution, "adoption") == ["54th meeting", "3 April 2023"]
    assert len(of_role(resolution, "vote")) == 5
    assert (resolution.organ, resolution.stage, resolution.date) == ("hrc", "adopted", "2023-04-03")
    assert resolution.title == "52/99. Clean rivers"


def after(words: str) -> list[tuple[Role, str]]:
    """Role and words of what stands below a draft in plain text."""
    elements = recognised(f"{FRAME}\n{words}\n", "draft.txt").elements
    return [(one.role, one.block.text) for one in elements if one.block.span.start >= len(FRAME)]


@pytest.mark.parametrize(
    "line",
    [
        "42nd\tme\teting", "45th meeting", "81st plenary meeting", "30 Ju\tne\t2016", "2nd resumed meeting",
        "12th (closed) meeting", "81stplenarymeeting", "Ninety-sixth plenary meeting,",
        "Ninety-sixth meeting",
    ],
)  # fmt: skip
def test_lines_of_adoption_are_seen_even_where_a_conversion_tore_them(line: str) -> None:
    assert [role for role, _ in after(line)] == ["adoption"]


@pytest.mark.parametrize(
    "line", ["Next meeting", "Meeting", "Ninety-sixth", "2nd meeting " + "of the rivers " * 6]
)
def test_other_short_lines_are_none(line: str) -> None:
    assert "adoption" not in [role for role, _ in after(line)]


def test_a_date_that_a_conversion_tore_is_the_date_of_the_text() -> None:
    assert recognised(f"{FRAME}\n30 Ju\tne\t2016\n", "draft.txt").date == "2016-06-30"


@pytest.mark.parametrize(
    "vote",
    [
        "Adopted without a vote.",
        "[Adopted by a recorded vote of 30 to 2. The voting was:\n\nIn favour:\n\nChile\n\nNone.]*",
        "In favour: Chile, Peru\n\nAgainst: none.3",
        "[Adopted by a vote of 30 to 2.\n\nChile voted against it]",
    ],
)
def test_the_vote_ends_with_its_bracket_or_its_sentence(vote: str) -> None:
    roles = [role for role, _ in after(f"12th meeting\n\n{vote}\n\nA word on it")]
    assert roles == ["adoption", *["vote"] * len(vote.split("\n\n")), "other"]


@pytest.mark.parametrize(
    ("words", "roles"),
    [
        ("Some words follow.", ["other"]),
        ("# Agenda item 5\n\nGross", ["other", "other"]),
        ("# Costs of rivers\n\nGross", ["annex", "annex"]),
        ("1. See A/80/1.\n\n3. *Decides* more.", ["other", "operative"]),
    ],
)
def test_what_stands_after_the_adoption(words: str, roles: list[str]) -> None:
    resolution = recognised(f"{FRAME}\n12th meeting\n\n{words}\n")
    assert [element.role for element in resolution.elements][-len(roles) - 1 :] == ["adoption", *roles]


def test_a_heading_after_a_decision_told_in_prose_begins_what_it_approves() -> None:
    resolution = recognised(
        "A/80/L.5\n\nFiji: draft decision\n\nRivers\n\n"
        "The General Assembly, recalling its decision 79/501, decides to approve the agenda below.\n\n"
        "Agenda of the meeting\n\n1. Opening.\n\n2. Closing.\n"
    )
    roles = [element.role for element in resolution.elements]
    assert roles[3:] == ["operative", "heading", "other", "other"]
