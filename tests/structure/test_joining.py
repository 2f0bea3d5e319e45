"""Paragraphs that page breaks cut."""

from __future__ import annotations

import pytest

from linter.model.sourcemap import source_span
from tests.structure.drafts import of_role, recognised, texts

HEAD = "The Human Rights Council,\n\n"
CUT = (
    "Recalling the many resolutions on the protection of rivers and lakes that it has adopted since\n\n"
    "GE.16-12199(E)\n\n"
    "Member States agreed on the need to act together for the benefit of all,\n\n"
)


def test_a_cut_paragraph_is_one_block_and_the_furniture_stays_behind_it() -> None:
    resolution = recognised(HEAD + CUT + "1. Decides to remain seized of the matter.\n", "draft.txt")
    assert [element.role for element in resolution.elements] == ["organ", "preambular", "other", "operative"]
    assert "adopted since Member States agreed" in texts(resolution, "preambular")[0]


def test_every_character_of_a_joined_block_still_points_home() -> None:
    source = HEAD + CUT + "1. Decides to remain seized of the matter.\n"
    block = of_role(recognised(source, "draft.txt"), "preambular")[0].block
    for offset, character in enumerate(block.text):
        span = source_span(block, offset, offset + 1)
        written = source[span.start : span.end]
        assert written == character or (character == " " and "\n" in written)
    seam = next(segment for segment in block.segments if segment.locked)
    assert "GE.16" in source[seam.source_start : seam.source_end]


def test_notes_and_directives_follow_their_blocks() -> None:
    source = (
        "*The General Assembly*,\n\n"
        "*Recalling* the report on the protection of the great rivers of the world,[^1] which\n\n"
        "contributed to the cause of rivers,[^2]\n\n<!-- resolint: ignore some-rule a reason -->\n\n"
        "1. *Decides* so.\n\n[^1]: A/80/1.\n\n[^2]: A/80/2.\n"
    )
    resolution = recognised(source)
    blocks = resolution.document.blocks
    preambular = of_role(resolution, "preambular")[0].block
    assert [blocks[mark.note].text for mark in preambular.notes if mark.note is not None] == [
        "A/80/1.",
        "A/80/2.",
    ]
    for directive in resolution.document.directives:
        assert blocks[directive.before].text == "Decides so."


def test_the_words_on_distribution_are_masthead_above_and_furniture_below() -> None:
    resolution = recognised(
        "Distr.: General 9 October 2025\n\n"
        + HEAD
        + CUT.replace("GE.16-12199(E)", "Distr.: General 9 October 2025")
    )
    assert [element.role for element in resolution.elements] == ["masthead", "organ", "preambular", "other"]


def test_items_and_headings_are_not_joined() -> None:
    resolution = recognised(
        HEAD + "Recalling the Charter,\n\n"
        "1. Requests the Secretary-General to report to the Council at length on\n\n"
        "(a) Rivers;\n\n(b) Lakes;\n\n"
        "Future work of the Council in the field of clean and living water\n\n2. Decides so.\n",
        "draft.txt",
    )
    assert len(of_role(resolution, "subparagraph")) == 2
    assert len(of_role(resolution, "heading")) == 1


LONG = "{} to report to the Council at length on the matter of lakes and of"


@pytest.mark.parametrize(
    ("begin", "joined"),
    [
        ("1. Requests him", True), ("Requests him", True), ("1. The many rivers", True),
        ("The many rivers", False), ("1. Requests him,", True),
    ],
)  # fmt: skip
def test_paragraphs_that_html_tells_apart_are_joined_where_one_is_clearly_cut(
    begin: str, joined: bool
) -> None:
    text = (
        "<html><body><p><i>The General Assembly</i>,</p><p><i>Recalling</i> it,</p>"
        f"<p>{LONG.format(begin)}</p><p>implement the present resolution;</p><p>9. Decides.</p></body></html>"
    )
    resolution = recognised(text, "draft.html")
    assert (
        any(one.block.text.endswith("of implement the present resolution;") for one in resolution.elements)
        is joined
    )


@pytest.mark.parametrize(
    ("line", "joined"),
    [
        ("The motion that had been put to the vote of the whole membership was adopted", True),
        ("The motion that had been put to the vote of the whole membership was [adopted]", False),
        ("[The motion that had been put to the vote of the whole membership was adopted", False),
        ("The motion that had been put to the vote was adopted", False),
    ],
)
def test_short_lines_and_lines_in_brackets_are_not_joined(line: str, joined: bool) -> None:
    text = f"{HEAD}Recalling it,\n\n1. Decides so.\n\n{line}\n\nwith all its rivers and lakes.\n"
    found = [one.block.text for one in recognised(text, "draft.txt").elements]
    assert (f"{line} with all its rivers and lakes." in found) is joined


FURNITURE = "GE.16-12199(E)\n\n"


@pytest.mark.parametrize(
    ("label", "furniture", "joined"),
    [("1.", "", True), ("1.", FURNITURE, True), ("(a)", "", False), ("(a)", FURNITURE, True)],
)
def test_a_lettered_item_goes_on_only_over_a_page(label: str, furniture: str, joined: bool) -> None:
    long = "The many great rivers of the world and all the lakes of the earth which " * 2 + "belong to"
    text = f"{HEAD}Recalling it,\n\n1. Decides:\n\n{label} {long}\n\n{furniture}Member States as they are;\n"
    words = [element.block.text for element in recognised(text, "draft.txt").elements]
    assert (f"{long} Member States as they are;" in words) is joined


@pytest.mark.parametrize(
    ("rest", "joined"),
    [
        ("recalling the needs of all,", True),
        ("*recalling* the needs of all,", False),
        ("**recalling** the needs of all,", True),
        ("*inter alia* the needs of all,", True),
        ("the *recalling* of needs,", True),
    ],
)
def test_a_small_letter_begins_a_paragraph_only_in_an_opening_in_italics(rest: str, joined: bool) -> None:
    first = "*Recalling* the many resolutions on the protection of rivers that it has adopted,"
    text = f"*The General Assembly*,\n\n{first}\n\n{rest}\n\n1. *Decides* so.\n"
    assert (len(recognised(text).document.blocks) == 3) is joined
