"""What each block of a draft is."""

from __future__ import annotations

import cProfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.readers import read
from linter.structure import recognise
from linter.tables import vocabulary
from tests.structure.drafts import FRAME, body, of_role, recognised, texts


def test_a_plain_draft_is_understood_from_masthead_to_last_paragraph() -> None:
    resolution = recognised(FRAME)
    roles = [element.role for element in resolution.elements]
    assert roles == [
        "masthead", "masthead", "agenda-item", "agenda-item", "sponsors", "title", "organ",
        "preambular", "preambular", "operative", "operative",
    ]  # fmt: skip
    assert (resolution.organ, resolution.stage, resolution.symbol) == ("ga", "draft", "A/C.2/80/L.99")
    assert (resolution.session, resolution.title, resolution.language) == (80, "Clean rivers for all", "en")


@pytest.mark.parametrize(
    ("line", "organ"),
    [
        ("The General Assembly,", "ga"),
        ("*The Security Council*,", "sc"),
        ("The Economic and Social Council", "ecosoc"),
        ("The Human Rights Council,", "hrc"),
        ("General Assembly,", "ga"),
        ("Le Conseil des droits de l' homme,", "hrc"),
        ("Le Conseil des droits de l 'homme,", "hrc"),
        ("The United Nations Environment Assembly,", None),
        ("The Conference of the Parties,", None),
        ("The General Assembly First Committee,", "ga"),
        ("The Third Committee of the General Assembly,", "ga"),
        ("The Economic and Social Council (ECOSOC),", "ecosoc"),
        ("The United Nations Environment Programme (UNEP),", None),
    ],
)
def test_the_organ_line_names_the_organ(line: str, organ: str | None) -> None:
    resolution = body("Recalling the Charter,", "1. Decides to act.", organ=line)
    assert [element.role for element in resolution.elements] == ["organ", "preambular", "operative"]
    assert resolution.organ == organ


def test_subparagraphs_have_level_ordinal_and_parent() -> None:
    resolution = body(
        "*Recalling* the Charter,",
        "1. *Requests* the Secretary-General:",
        "(a) To report on:",
        "(i) Rivers;",
        "(ii) Lakes;",
        "(b) To convene a meeting;",
        "2. *Decides* to act.",
    )
    subs = of_role(resolution, "subparagraph")
    assert [(sub.label, sub.level, sub.ordinal, sub.parent) for sub in subs] == [
        ("(a)", 2, 1, 2), ("(i)", 3, 1, 3), ("(ii)", 3, 2, 3), ("(b)", 2, 2, 2),
    ]  # fmt: skip


def test_letter_i_after_h_is_a_letter() -> None:
    items = [f"({letter}) To act in matter {letter};" for letter in "abcdefghij"]
    resolution = body("*Recalling* the Charter,", "1. *Requests* States:", *items, "2. *Decides* to act.")
    assert {sub.level for sub in of_role(resolution, "subparagraph")} == {2}


def test_a_single_operative_paragraph_needs_no_number() -> None:
    resolution = body("*Recalling* the Charter,", "*Decides* to admit the Republic to membership.")
    assert [element.role for element in resolution.elements] == ["organ", "preambular", "operative"]
    assert resolution.elements[2].label == ""


def test_headings_divide_the_operative_part_and_a_new_section_may_open_with_a_preamble() -> None:
    resolution = body(
        "*Recalling* the Charter,", "I", "Rivers", "1. *Welcomes* the report;", "II", "*Noting* the budget,",
        "2. *Decides* to act.",
    )  # fmt: skip
    assert texts(resolution, "heading") == ["I", "Rivers", "II"]
    assert texts(resolution, "preambular") == ["Recalling the Charter,", "Noting the budget,"]
    assert [element.label for element in of_role(resolution, "operative")] == ["1", "2"]


def test_paragraphs_of_a_declaration_in_the_body_are_marked() -> None:
    resolution = body(
        "*Adopts* the following declaration:",
        "Declaration on rivers",
        "1. We commit ourselves to clean rivers.",
        "2. We will meet again.",
    )
    declared = [element for element in resolution.elements if element.declaration]
    assert [element.label for element in declared] == ["1", "2"]
    assert {element.role for element in declared} == {"operative"}
    assert all(element.opening is None for element in declared)


def test_everything_from_an_annex_heading_on_is_annex() -> None:
    resolution = recognised(FRAME + "\nAnnex\n\nRules of the river\n\n1. *Decides* nothing.\n")
    assert texts(resolution, "annex") == ["Annex", "Rules of the river", "Decides nothing."]
    assert len(of_role(resolution, "operative")) == 2


def test_a_footnote_that_the_reader_took_for_a_paragraph_is_a_footnote() -> None:
    resolution = recognised(
        FRAME + "\n\\* Any changes to the list of sponsors will be reflected in the record.\n"
    )
    assert [(note.label, note.ordinal) for note in of_role(resolution, "footnote")] == [("*", 1)]


def test_parts_are_counted_apart() -> None:
    part = "*The General Assembly*,\n\n*Recalling* the Charter,\n\n1. *Welcomes* it;\n\n2. *Decides* so.\n\n"
    resolution = recognised("80/1. Rivers\n\nA\n\n" + part + "B\n\n" + part)
    assert [one.label for one in resolution.parts] == ["A", "B"]
    operative = of_role(resolution, "operative")
    assert [(element.part, element.ordinal) for element in operative] == [(0, 1), (0, 2), (1, 1), (1, 2)]


def test_a_draft_transmitted_to_another_organ_is_quoted() -> None:
    resolution = body(
        "1. *Recommends* to the General Assembly the adoption of the following draft resolution:",
        "“*The General Assembly*,",
        "“*Recalling* the Charter,",
        "“1. *Welcomes* the report;",
        "“2. *Decides* to act.”",
        "2. *Decides* to remain seized of the matter.",
        organ="*The Economic and Social Council*",
    )
    operative = of_role(resolution, "operative")
    assert [(element.label, element.quoted) for element in operative] == [
        ("1", False), ("1", True), ("2", True), ("2", False),
    ]  # fmt: skip
    assert [one.organ for one in resolution.parts] == ["ecosoc", "ga"]


def test_labels_of_a_negotiation_tell_role_and_stage() -> None:
    resolution = body(
        "PP1 *Recalling* the Charter,", "OP1 *Urges* [all] States to act;", "OP1 bis *Decides* so."
    )
    assert [(e.role, e.label) for e in resolution.elements[1:]] == [
        ("preambular", "1"), ("operative", "1"), ("operative", "1 bis"),
    ]  # fmt: skip
    assert resolution.stage == "negotiation"


def test_an_open_number_makes_a_draft() -> None:
    resolution = recognised(
        "61/\tClean rivers\n\nThe Human Rights Council,\n\nRecalling it,\n\n1. Decides so.\n", "x.txt"
    )
    assert (resolution.stage, resolution.session) == ("draft", 61)


def test_an_organ_line_that_is_missing_does_not_hide_the_preamble() -> None:
    resolution = recognised(
        "Rivers\n\n*Recalling* the Charter,\n\n*Noting* the report,\n\n1. *Decides* so.\n"
    )
    assert len(of_role(resolution, "preambular")) == 2
    assert len(of_role(resolution, "operative")) == 1
    assert resolution.organ is None


@pytest.mark.parametrize(
    "text",
    [
        "# A tool\n\nIt checks drafts.\n\n## Use\n\n1. Install it.\n\n2. Run it.\n",
        "Milk\n\nBread, butter,\n\nEggs\n",
        "Minutes\n\nThe meeting opened at 3 p.m. It was recalled that rivers flow.\n",
    ],
)
def test_what_is_no_draft_is_left_alone(text: str) -> None:
    resolution = recognised(text)
    assert not resolution.is_draft
    assert {element.role for element in resolution.elements} <= {"other"}


def test_amendments_and_decisions_have_no_organ_line() -> None:
    head = "A/80/L.77\n\nAgenda item 7\n\nRivers\n\n"
    amendment = recognised(
        head + "Fiji: amendment to draft resolution A/80/L.5\n\nClean rivers\n\n"
        "After operative paragraph 9, insert the following paragraph:\n\n*Calls upon* States to act;\n"
    )
    inserted = of_role(amendment, "operative")
    assert [(one.block.text, one.quoted) for one in inserted] == [("Calls upon States to act;", True)]
    decision = recognised(
        head + "Fiji: draft decision\n\nClean rivers\n\n"
        "The General Assembly, recalling its decision 79/501, decides to include the item in its agenda.\n"
    )
    assert len(of_role(decision, "operative")) == 1
    assert decision.is_draft


def test_organ_and_stage_can_be_forced() -> None:
    document = read("draft.md", FRAME.encode())
    forced = recognise(document, vocabulary(), organ="sc", stage="adopted")
    assert (forced.organ, forced.stage) == ("sc", "adopted")


def test_a_french_text_keeps_its_shape() -> None:
    resolution = recognised(
        "L’Assemblée générale,\n\nRappelant la Charte des Nations Unies et les buts de la paix,\n\n"
        "1. Prie le Secrétaire général de faire rapport sur les rivières et les lacs;\n\n"
        "2. Décide de rester saisie de la question.\n"
    )
    assert (resolution.language, resolution.organ) == ("fr", "ga")
    assert [element.role for element in resolution.elements] == [
        "organ",
        "preambular",
        "operative",
        "operative",
    ]


_PIECES = st.sampled_from(
    [
        "*The General Assembly*,", "The Human Rights Council,", "*Recalling* it,", "1. *Decides* so;",
        "(a) To act;", "(i) One;", "Annex", "I", "“The General Assembly,", "12th meeting", "Also.",
        "PP1 Recalling,", "* * *", "A/80/L.5", "Rivers", "61/", "- item", "1 See A/80/1.", "lower case,", ":",
        "[^1]: Note.", "Fiji: draft resolution", "Agenda item 5", "", "Ä“”", "2. ", "a. x", "\u200e",
    ]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=14), st.sampled_from(["x.md", "x.txt"]))
@settings(max_examples=150, deadline=None)
def test_every_block_has_one_element_whatever_the_text(pieces: list[str], name: str) -> None:
    resolution = recognised("x\n\n" + "\n\n".join(pieces) + "\n", name)
    assert [element.block for element in resolution.elements] == list(resolution.document.blocks)
    assert [block.index for block in resolution.document.blocks] == list(range(len(resolution.elements)))
    for place, element in enumerate(resolution.elements):
        if element.role == "subparagraph" and element.parent is not None:
            assert element.parent < place
            assert resolution.elements[element.parent].role in ("preambular", "operative", "subparagraph")
        for note in element.block.notes:
            assert note.note is None or resolution.document.blocks[note.note].kind == "note"


def test_work_grows_with_the_text_alone() -> None:
    """Counted in calls of functions, which no busy machine makes more of."""

    def calls(copies: int) -> int:
        profile = cProfile.Profile()
        profile.runcall(recognised, FRAME * copies)
        return sum(entry.callcount for entry in profile.getstats())

    calls(10)
    assert calls(400) < 25 * calls(20)


def test_a_statement_of_the_president_has_its_number_in_the_title() -> None:
    text = (
        "Human Rights Council\n\nPresident’s statement\n\nPRST OS/9/1. Lamps in corridors\n\n"
        "At its meeting held on 4 May 2020, the President of the Council made the following statement:\n\n"
        "“The Human Rights Council,\n\nRecalling its earlier decisions,\n\n"
        "1. Welcomes the lamps;\n\n2. Decides to continue its consideration of the matter.”\n"
    )
    resolution = recognise(read("draft.txt", text.encode()), vocabulary())
    assert resolution.title == "PRST OS/9/1. Lamps in corridors"
    roles = [element.role for element in resolution.elements]
    assert roles == [*["masthead"] * 2, "title", "masthead", "organ", "preambular", *["operative"] * 2]


def test_numbers_below_a_resolve_for_a_year_are_a_declaration() -> None:
    text = (
        "The General Assembly\n\nResolves that, for 2031:\n\n1. Lamps totalling 20 dollars are bought;\n\n"
        "2. The lamps shall be kept in the corridors.\n"
    )
    resolution = recognise(read("draft.txt", text.encode()), vocabulary())
    found = [(element.label, element.declaration) for element in resolution.elements[1:]]
    assert found == [("", False), ("1", True), ("2", True)]


def test_a_short_paragraph_before_the_next_part_belongs_to_its_own() -> None:
    text = (
        "# 75/1. Lamps\n\n## A\n\n*The General Assembly*,\n\n*Recalling* its resolutions,\n\n"
        "*Decides* to buy lamps.\n\n## B\n\n*The General Assembly*,\n\n*Recalling* its resolutions,\n\n"
        "*Decides* to keep lamps.\n"
    )
    resolution = recognise(read("draft.md", text.encode()), vocabulary())
    assert [element.part for element in resolution.elements if element.role == "operative"] == [0, 1]
    assert [part.label for part in resolution.parts] == ["A", "B"]


def test_items_with_full_stops_keep_letters_and_numerals_apart() -> None:
    letters = "".join(f"{letter}. light corridors;\n\n" for letter in "abcdefgh")
    text = (
        "The Security Council,\n\nRecalling its resolutions,\n\n1. Urges States to:\n\n"
        f"{letters}i. keep lamps, and to:\n\ni. buy oil; and\n\nii. report;\n\n2. Decides to remain seized.\n"
    )
    resolution = recognise(read("draft.txt", text.encode()), vocabulary())
    levels = [element.level for element in resolution.elements if element.role == "subparagraph"]
    assert levels == [2] * 9 + [3] * 2
