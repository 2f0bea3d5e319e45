"""Where the resolutions of a file begin and end, and what belongs to which."""

from __future__ import annotations

import pytest

from linter.model.resolution import Resolution
from tests.structure.drafts import FRAME, body, of_role, recognised, texts

PART = "*The General Assembly*,\n\n*Recalling* the Charter,\n\n1. *Welcomes* it;\n\n2. *Decides* so.\n\n"


def owners(resolution: Resolution) -> list[tuple[str, int | None]]:
    return [(element.block.text, element.part) for element in resolution.elements]


def test_a_part_without_a_letter_has_none() -> None:
    resolution = recognised(f"80/1. Rivers\n\nA\n\n{PART}80/2. Lakes\n\n{PART}")
    assert [(one.label, one.first, one.end) for one in resolution.parts] == [("A", 0, 6), ("", 6, 11)]


@pytest.mark.parametrize(
    ("between", "part"),
    [
        ("Lakes", 1),
        ("4. Lakes", 1),
        ("Lakes:", 0),
        ("Of lakes.", 1),
        ("The annex to the present resolution is below.", 0),
        ("12th meeting", 0),
        ("[Adopted without a vote.]", 0),
        ("Resolution adopted by the Assembly", 1),
    ],
)
def test_a_line_between_two_resolutions_is_of_the_first_or_heads_the_second(between: str, part: int) -> None:
    resolution = recognised(f"80/1. Rivers\n\n{PART}{between}\n\nWater\n\n{PART}", "draft.txt")
    assert (between.removeprefix("4. "), part) in owners(resolution)
    assert ("Water", 1) in owners(resolution)


def test_a_quoted_draft_ends_with_its_closing_mark() -> None:
    resolution = body(
        "1. *Recommends* to the General Assembly the adoption of the following draft resolution:",
        "“*The General Assembly*,", "“*Recalling* the Charter,", "“1. *Welcomes* the report:",
        "(a) Of rivers;", "(b) Of lakes.”", "2. *Decides* so.", "3. *Decides* more.", "4. *Requests* it.",
        "“Rivers” are meant.", organ="*The Economic and Social Council*",
    )  # fmt: skip
    quoted = [element.block.text for element in resolution.elements if element.quoted]
    assert quoted == ["“Recalling the Charter,", "“1. Welcomes the report:", "Of rivers;", "Of lakes.”"]
    assert [(one.first, one.end) for one in resolution.parts] == [(0, 11), (2, 7)]


@pytest.mark.parametrize(
    ("paragraphs", "roles"),
    [
        (["*Recalling* the Charter,", "*Noting* it,"], ["preambular", "preambular"]),
        (["1. *Decides*:", "(i) To act;", "2. *Decides* so."], ["operative", "subparagraph", "operative"]),
        (["*Recalling* the Charter,"], ["other"]),
        (["*Recalling* the Charter,", "Rivers flow. They always did.", "*Noting* it,"], ["other"] * 3),
    ],
)
def test_without_an_organ_line_two_paragraphs_make_a_draft(paragraphs: list[str], roles: list[str]) -> None:
    resolution = recognised("\n\n".join(("Rivers", *paragraphs)) + "\n")
    assert [element.role for element in resolution.elements][1:] == roles


@pytest.mark.parametrize("words", [20, 40])
def test_the_heading_of_an_annex_may_be_long(words: int) -> None:
    resolution = recognised(f"{FRAME}\nAnnex: rules on {'rivers ' * words}\n\nRivers\n")
    assert bool(texts(resolution, "annex")) is (words < 30)
    assert len(of_role(resolution, "operative")) == 2


@pytest.mark.parametrize(
    ("paragraph", "role"),
    [
        ("The lakes are named here:", "organ"),
        ("The lakes flow;", "organ"),
        ("The lakes are here.", "other"),
        ("1. The lakes", "organ"),
    ],
)
def test_an_organ_alone_on_a_line_heads_what_may_be_a_paragraph(paragraph: str, role: str) -> None:
    resolution = recognised(f"*The General Assembly*\n\n{paragraph}\n\nAnd so on.\n")
    assert resolution.elements[0].role == role
