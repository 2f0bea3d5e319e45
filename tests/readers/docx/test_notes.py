"""Footnotes and endnotes of Word files: their marks, their numbers, their places."""

from __future__ import annotations

import pytest

from tests.ooxml.wordfiles import bookmarked, field, note, p, r, raised, ref
from tests.readers.docx.test_reading import document


def test_notes_come_after_the_body_in_the_order_of_their_marks() -> None:
    body = p(r("One"), ref(4), r(", two"), ref(2), r("."))
    found = document(body, footnotes=note(2, "Second.") + note(4, "First.") + note(7, "Never."))
    assert [one.text for one in found.blocks] == ["One, two.", "First.", "Second."]
    assert [(mark.offset, mark.label, mark.note, mark.automatic) for mark in found.blocks[0].notes] == [
        (3, "1", 1, True),
        (8, "2", 2, True),
    ]
    assert [one.label and one.label.text for one in found.blocks] == [None, "1", "2"]
    assert {one.kind for one in found.blocks[1:]} == {"note"}


def test_a_mark_of_its_own_is_typed_and_does_not_count() -> None:
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    found = document(p(r("Item"), own, ref(2)), footnotes=note(1, "Star.", mark=r("*")) + note(2, "One."))
    assert [(mark.offset, mark.label, mark.automatic) for mark in found.blocks[0].notes] == [
        (4, "*", False),
        (4, "1", True),
    ]
    assert [(one.text, one.label and one.label.text) for one in found.blocks] == [
        ("Item", None), ("Star.", "*"), ("One.", "1"),
    ]  # fmt: skip


def test_notes_are_numbered_as_the_sections_say() -> None:
    form = '<w:numFmt w:val="lowerLetter"/><w:numRestart w:val="eachSect"/>'
    section = f"<w:sectPr><w:footnotePr>{form}</w:footnotePr></w:sectPr>"
    body = p(r("a"), ref(1), properties=section) + p(r("b"), ref(2)) + section
    found = document(body, footnotes=note(1, "x") + note(2, "y"))
    assert [mark.label for one in found.blocks for mark in one.notes] == ["a", "a"]


def test_endnotes_are_roman_and_a_note_of_several_paragraphs_is_one() -> None:
    mark = '<w:r><w:endnoteReference w:id="1"/></w:r>'
    end = f'<w:endnote w:id="1">{p("<w:r><w:endnoteRef/></w:r>", r("First."))}{p(r("Then."))}</w:endnote>'
    found = document(p(r("a"), mark), endnotes=end)
    assert [(one.text, one.label and one.label.text) for one in found.blocks] == [
        ("a", None),
        ("First. Then.", "i"),
    ]


def test_a_note_without_a_paragraph_is_none() -> None:
    found = document(p(r("a"), ref(1)), footnotes='<w:footnote w:id="1"/>')
    assert [(one.text, [mark.note for mark in one.notes]) for one in found.blocks] == [("a", [None])]


def test_a_hidden_mark_marks_nothing() -> None:
    hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    found = document(p(r("Recalls"), hidden, r(" it")), footnotes=note(2, "A/1.")).blocks[0]
    assert (found.text, found.notes) == ("Recalls it", ())


FIRST = p(r("One,"), ref(1), r(" two"), bookmarked("_Ref1", ref(2)), r("."))
NOTES = {"footnotes": note(1, "First.") + note(2, "Second.")}
SIMPLE = f'<w:fldSimple w:instr=" NOTEREF _ref1 \\f ">{raised("2")}</w:fldSimple>'


@pytest.mark.parametrize("again", [field("NOTEREF _Ref1 \\f \\h", raised("2")), SIMPLE])
@pytest.mark.parametrize("later", [True, False])
def test_the_raised_number_of_a_note_that_a_field_shows_is_its_mark(again: str, *, later: bool) -> None:
    second = p(r("Two"), again, r(" once more."))
    found = document(FIRST + second if later else second + FIRST, **NOTES)
    marked = found.blocks[1 if later else 0]
    assert (marked.text, marked.marks) == ("Two once more.", ())
    assert [(mark.offset, mark.label, mark.note, mark.automatic) for mark in marked.notes] == [
        (3, "2", 3, True)
    ]
    assert [(one.text, one.label and one.label.text) for one in found.blocks[2:]] == [
        ("First.", "1"),
        ("Second.", "2"),
    ]


@pytest.mark.parametrize(
    "again",
    [
        field("NOTEREF _Ref1 \\h", r("2")),  # see note 2
        field("NOTEREF _Ref2 \\f", raised("2")),
        field("NOTEREF _Top \\f", raised("2")),
        field("NOTEREF", raised("2")),
        field("REF _Ref1", raised("2")),
    ],
)
def test_what_else_a_field_shows_of_a_note_is_text(again: str) -> None:
    top = bookmarked("_Top", p(r("Top.")))
    found = document(top + FIRST + p(r("See note "), again, r(".")), **NOTES)
    assert (found.blocks[2].text, found.blocks[2].notes) == ("See note 2.", ())


def test_a_number_raised_within_a_note_is_text() -> None:
    again = note(2, "").replace("</w:p>", field("NOTEREF _Ref1 \\f", raised("2")) + "</w:p>")
    found = document(FIRST, footnotes=note(1, "First.") + again)
    assert found.blocks[2].text == "2"
