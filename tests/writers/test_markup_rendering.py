"""What is written into HTML and AKN4UN is what was meant, and nothing else changes."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from linter.editing.compose import Composition
from linter.model.changes import BlockChange, Refusal
from linter.model.diagnostic import Edit, MoveNote, Replace, SetLabel, SetStyle
from linter.readers import read
from linter.readers.labels import find_label
from linter.writers import render, source_edits
from tests.writers.drafts import edits, seen
from tests.writers.markup_drafts import akn_drafts, html_drafts

SLOW = settings(max_examples=100, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])


def is_paragraph(text: str) -> bool:
    """Whether a text can stand as a paragraph's words: a browser shows it all, and no label begins it."""
    return (
        text == text.strip() != ""
        and not re.search(r"\s[ \t\n]|[ \t\n]\s", text)
        and find_label(text) is None
    )


def check(name: str, text: str, data: st.DataObject) -> None:
    document = read(name, text.encode())
    composition = Composition.of(document).apply(data.draw(edits(document)))
    blocks = composition.document.blocks
    assume(all(is_paragraph(block.text) for block in blocks))
    # In XML white space before a mark is the markup's.
    assume(
        name == "a.html"
        or not any(block.text[: mark.offset].endswith(" ") for block in blocks for mark in block.notes)
    )
    try:
        written = render(document, composition.changes())
    except Refusal:
        assume(False)
        return
    assert seen(read(name, written)) == seen(composition.document)


@given(html_drafts())
def test_html_without_changes_stays_the_same_bytes(text: str) -> None:
    document = read("a.html", text.encode())
    unchanged = [BlockChange(block.index, (), block.marks, block.notes) for block in document.blocks]
    assert source_edits(document, unchanged) == ()
    assert render(document, unchanged) == text.encode()


@SLOW
@given(html_drafts(), st.data())
def test_a_change_of_html_reads_back_as_meant(text: str, data: st.DataObject) -> None:
    check("a.html", text, data)


@SLOW
@given(akn_drafts(), st.data())
def test_a_change_of_akn4un_reads_back_as_meant(text: str, data: st.DataObject) -> None:
    check("a.xml", text, data)


def fixed(name: str, text: str, *made: Edit) -> str:
    composition = Composition.of(read(name, text.encode())).apply(made)
    return render(composition.original, composition.changes()).decode()


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        (
            "<p>1. <i>Requests</i> A</p>",
            Replace(0, 0, 8, "Also requests"),
            "<p>1. <i>Also requests</i> A</p>",
        ),
        ("<p>Recalls A</p>", SetStyle(0, 0, 7, "italic", True), "<p><i>Recalls</i> A</p>"),
        ("<p><i>Recalls</i> A</p>", SetStyle(0, 0, 7, "italic", False), "<p>Recalls A</p>"),
        (
            "<p><em>Also</em> recalls A</p>",
            SetStyle(0, 0, 12, "italic", True),
            "<p><em>Also recalls</em> A</p>",
        ),
        ("<p>R&amp;D of A</p>", Replace(0, 2, 3, "&"), "<p>R&amp;&amp; of A</p>"),
        ("<p>a&nbsp;b c</p>", Replace(0, 1, 2, " "), "<p>a b c</p>"),
        ("<p>5) Recalls</p>", SetLabel(0, "5."), "<p>5. Recalls</p>"),
        ("<p>one<!-- x -->\n  two</p>", Replace(0, 3, 4, "-"), "<p>one<!-- x -->-two</p>"),
        ("<p>a<sup>1</sup>, b</p><p>1 c</p>", MoveNote(0, 1, 2), "<p>a,<sup>1</sup> b</p><p>1 c</p>"),
    ],
)
def test_html_keeps_all_but_what_is_edited(before: str, edit: Edit, after: str) -> None:
    assert fixed("a.html", before, edit) == after


AKN = "<akomaNtoso><mainBody><p>{}</p></mainBody></akomaNtoso>"


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        (
            "Recalls <b/>A",
            SetStyle(0, 0, 9, "italic", True),
            '<span class="italic">Recalls <b/>A</span>',
        ),
        ("10 m2 now", SetStyle(0, 4, 5, "superscript", True), "10 m<sup>2</sup> now"),
        (
            'see <a href="x">A/75/1</a> now',
            SetStyle(0, 0, 12, "bold", True),
            '<span class="bold">see <a href="x">A/75/1</a> n</span>ow',
        ),
        ("R&amp;D of A", Replace(0, 4, 6, "<"), "R&amp;D &lt; A"),
    ],
)
def test_akn4un_keeps_all_but_what_is_edited(before: str, edit: Edit, after: str) -> None:
    assert fixed("a.xml", AKN.format(before), edit) == AKN.format(after)


def test_akn4un_cannot_show_struck_words() -> None:
    with pytest.raises(Refusal, match="no mark for struck words"):
        fixed("a.xml", AKN.format("Recalls A"), SetStyle(0, 0, 7, "strike", True))


def test_a_style_that_would_cross_a_link_is_refused_in_xml() -> None:
    text = AKN.format("see <a href='x'>A/75/1</a> now")
    for start, end in ((0, 6), (6, 12)):
        with pytest.raises(Refusal):
            fixed("a.xml", text, SetStyle(0, start, end, "italic", True))


def test_edits_stand_in_the_order_of_the_source_where_notes_stand_within_paragraphs() -> None:
    text = '{}<authorialNote marker="1"><p>{}</p></authorialNote> {}</p><p>{}'
    before = AKN.format(text.format("One", "See  A.", "two  words.", "a  b"))
    edits = Replace(0, 7, 8, ""), Replace(1, 1, 2, ""), Replace(2, 3, 4, "")
    assert fixed("a.xml", before, *edits) == AKN.format(text.format("One", "See A.", "two words.", "a b"))


@pytest.mark.parametrize(
    ("edit", "after"),
    [
        (Replace(0, 1, 3, "x"), "axb"),
        (Replace(0, 1, 2, "x"), ""),
        (Replace(0, 2, 3, "x"), ""),
        (SetStyle(0, 1, 3, "italic", True), "a<i>&fjlig;</i>b"),
        (SetStyle(0, 0, 2, "italic", True), ""),
        (SetStyle(0, 2, 4, "italic", True), ""),
    ],
)
def test_two_letters_of_one_reference_stay_together(edit: Edit, after: str) -> None:
    if after:
        assert fixed("a.html", "<p>a&fjlig;b</p>", edit) == f"<p>{after}</p>"
        return
    with pytest.raises(Refusal, match="character reference"):
        fixed("a.html", "<p>a&fjlig;b</p>", edit)


def test_a_label_that_a_list_makes_is_refused() -> None:
    with pytest.raises(Refusal):
        fixed("a.html", "<ol><li>Recalls A</ol>", SetLabel(0, "2."))
