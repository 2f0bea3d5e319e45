"""What the paragraphs of a body are: by their labels, their words, their stops, what stands around them."""

from __future__ import annotations

import pytest

from linter.model.resolution import Resolution
from tests.structure.drafts import body, recognised


def found(resolution: Resolution) -> list[str]:
    """Role, label and words of each element below the organ line, declared ones with a star."""
    roles = [element.role for element in resolution.elements]
    return [
        " ".join(filter(None, (element.role + "*" * element.declaration, element.label, element.block.text)))
        for element in resolution.elements[roles.index("organ") + 1 :]
    ]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        # numbers in brackets count paragraphs, letters do not
        (
            ["(1) *Welcomes* it;", "(2) *Decides* so."],
            ["operative (1) Welcomes it;", "operative (2) Decides so."],
        ),
        (
            ["1. *Decides*:", "(a) *Welcomes* it;", "(b) *Requests* it;", "2. *Decides* so."],
            [
                "operative 1 Decides:",
                "subparagraph (a) Welcomes it;",
                "subparagraph (b) Requests it;",
                "operative 2 Decides so.",
            ],
        ),
        # a list with numbers within a paragraph
        (
            ["1. *Requests* States:", "1. Rivers are free;", "2. Lakes are free;", "2. *Decides* so."],
            [
                "operative 1 Requests States:",
                "subparagraph 1 Rivers are free;",
                "subparagraph 2 Lakes are free;",
                "operative 2 Decides so.",
            ],
        ),
        (
            ["1. *Requests* States:", "2. Rivers are free."],
            ["operative 1 Requests States:", "operative 2 Rivers are free."],
        ),
        # headings with letters, with numerals, in markup, in italics
        (
            ["A. Rivers", "1. *Decides* so;", "(i) Exceptions", "2. *Decides* so."],
            [
                "heading A Rivers",
                "operative 1 Decides so;",
                "heading (i) Exceptions",
                "operative 2 Decides so.",
            ],
        ),
        (
            ["1. *Requests* States:", "(a) To act;", "II", "*Noting* it,", "2. *Decides* so."],
            [
                "operative 1 Requests States:",
                "subparagraph (a) To act;",
                "heading II",
                "preambular Noting it,",
                "operative 2 Decides so.",
            ],
        ),
        (
            ["1. *Decides* so;", "A. Rivers", "*Noting* it,", "2. *Decides* so."],
            [
                "operative 1 Decides so;",
                "heading A Rivers",
                "preambular Noting it,",
                "operative 2 Decides so.",
            ],
        ),
        (["1. *Decides* so.", "# rivers"], ["operative 1 Decides so.", "heading rivers"]),
        (
            ["1. *Welcomes* it;", "*Rivers*", "2. *Decides* so."],
            ["operative 1 Welcomes it;", "heading Rivers", "operative 2 Decides so."],
        ),
        # what goes on after a colon, or with a small letter
        (
            ["1. *Requests* States:", "To act;", "and to meet."],
            ["operative 1 Requests States:", "subparagraph To act;", "subparagraph and to meet."],
        ),
        (
            ["1. *Requests* States;", "Lauds the work;", "which the Secretary-General reports."],
            [
                "operative 1 Requests States;",
                "operative Lauds the work;",
                "subparagraph which the Secretary-General reports.",
            ],
        ),
        # a new preamble, and not after a colon
        (
            ["1. *Welcomes* it;", "*Noting* the budget,", "2. *Decides* so."],
            ["operative 1 Welcomes it;", "preambular Noting the budget,", "operative 2 Decides so."],
        ),
        (
            ["1. *Welcomes* it:", "*Noting* the budget,", "2. *Decides* so."],
            ["operative 1 Welcomes it:", "subparagraph Noting the budget,", "operative 2 Decides so."],
        ),
        # declarations and rules that are set out in full
        (
            [
                "*Adopts* the following declaration:",
                "Rivers",
                "We commit ourselves.",
                "*Lauding* the work,",
                "*Noting* the budget,",
                "*Decides* so.",
            ],
            [
                "operative Adopts the following declaration:",
                "heading Rivers",
                "operative* We commit ourselves.",
                "operative* Lauding the work,",
                "preambular Noting the budget,",
                "operative Decides so.",
            ],
        ),
        (
            [
                "1. *Decides* so;",
                "Article 10",
                "10. Words of a rule.",
                "11. More of it.",
                "2. *Decides* more.",
            ],
            [
                "operative 1 Decides so;",
                "heading Article 10",
                "operative* 10 Words of a rule.",
                "operative* 11 More of it.",
                "operative 2 Decides more.",
            ],
        ),
        (
            ["1. *Decides* so;", "2. *Decides* more;", "1. Words of a rule.", "3. *Decides* all."],
            [
                "operative 1 Decides so;",
                "operative 2 Decides more;",
                "operative* 1 Words of a rule.",
                "operative 3 Decides all.",
            ],
        ),
    ],
)
def test_paragraphs(paragraphs: list[str], expected: list[str]) -> None:
    resolution = body("*Recalling* the Charter,", *paragraphs)
    assert found(resolution) == ["preambular Recalling the Charter,", *expected]
    levels = {one.level for one in resolution.elements if one.role in ("preambular", "operative")}
    assert levels == {1}


def test_a_preamble_with_numbers_stops_or_colons() -> None:
    assert found(body("1. Recalling the Charter", "2. Noting it,", "3. *Decides* so.")) == [
        "preambular 1 Recalling the Charter",
        "preambular 2 Noting it,",
        "operative 3 Decides so.",
    ]
    assert found(body("*Noting*:", "that rivers flow,", "*Aware* of it,", "1. *Decides* so.")) == [
        "preambular Noting:",
        "subparagraph that rivers flow,",
        "preambular Aware of it,",
        "operative 1 Decides so.",
    ]


AKN = """<akomaNtoso><statement><preamble>
<formula><p>The General Assembly,</p></formula>
<container><p>Humanitarian situation</p></container>
<container><p>Recalling its work,</p></container>
<container><blockList><item><num>1.</num><p>Noting;</p></item></blockList></container></preamble><mainBody>
<paragraph><content><p><span class="italic">Noting</span> its budget,</p></content></paragraph>
<paragraph><num>1.</num><content><p>Decides so;</p></content></paragraph>
<paragraph><content><p><span class="italic">a</span> From extrabudgetary funds.</p></content></paragraph>
<paragraph><content><p><span class="italic">Abbreviations:</span> GS, general.</p></content></paragraph>
<paragraph><num>A.</num><content><p>Salary scale</p></content></paragraph>
<paragraph><content><p><span class="italic">Recalling</span> its budget,</p></content></paragraph>
<paragraph><num>2.</num><content><p>Decides so.</p></content></paragraph>
</mainBody></statement></akomaNtoso>"""


def test_what_markup_states_is_corrected_by_the_words() -> None:
    assert found(recognised(AKN, "draft.xml")) == [
        "heading Humanitarian situation",
        "preambular Recalling its work,",
        "subparagraph 1 Noting;",
        "preambular Noting its budget,",
        "operative 1 Decides so;",
        "other a From extrabudgetary funds.",
        "other Abbreviations: GS, general.",
        "heading A Salary scale",
        "operative Recalling its budget,",
        "operative 2 Decides so.",
    ]


def test_the_new_words_of_a_paragraph_belong_to_the_one_that_changes_it() -> None:
    replaced = "1. *Decides* to replace paragraph 5 by the following:"
    draft = found(body("*Noting* it,", replaced, "“*Decides* to meet;”", "2. *Requests* it."))
    assert draft[2] == "subparagraph “Decides to meet;”"
    words = "Decides so:</p></content></paragraph><paragraph><content><p>“Decides;”</p></content>"
    draft = found(recognised(AKN.replace("Decides so;</p></content>", words), "draft.xml"))
    assert "subparagraph “Decides;”" in draft


def test_a_numbered_item_of_the_preamble_that_decides_is_operative() -> None:
    items = "<item><num>1.</num><p>Decides to act;</p></item><item><num>2.</num><p>Rivers;</p></item>"
    draft = AKN.replace("<item><num>1.</num><p>Noting;</p></item>", items)
    assert "operative 1 Decides to act;" in found(recognised(draft, "draft.xml"))


def test_items_without_a_dash_stand_below_those_with_one() -> None:
    items = ("1. <i>Requests</i> States:", "– rivers:", "to flow,", "– lakes;", "2. <i>Decides</i> so.")
    page = "".join(
        f"<p>{words}</p>" for words in ("<i>The General Assembly</i>,", "<i>Noting</i> it,", *items)
    )
    resolution = recognised(f"<html><body>{page}</body></html>", "draft.html")
    found = [(one.block.text, one.level, one.parent) for one in resolution.elements[3:-1]]
    assert found == [("– rivers:", 2, 2), ("to flow,", 3, 3), ("– lakes;", 2, 2)]


def test_only_a_note_with_a_mark_has_a_label() -> None:
    notes = "".join(
        f'<paragraph><content><p refersTo="#role_footnote">{words}</p></content></paragraph>'
        for words in ("* The same.", "The same.")
    )
    resolution = recognised(AKN.replace("</mainBody>", f"{notes}</mainBody>"), "draft.xml")
    assert found(resolution)[-2:] == ["footnote * * The same.", "footnote The same."]


def test_a_letter_with_a_full_stop_goes_on_with_those_in_brackets() -> None:
    items = ("(a) To act;", "(b) To be;", "c. To do.")
    resolution = body("*Noting* it,", "1. *Requests* States:", *items, "2. *Decides* so.")
    assert [one.level for one in resolution.elements if one.role == "subparagraph"] == [2, 2, 2]
