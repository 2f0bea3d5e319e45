"""HTML is read as a browser shows it, and each character leads back to its place."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.model.document import Block, Document
from linter.model.errors import ReadError
from linter.readers import read
from tests.readers.conformance import check_document


def document(body: str) -> Document:
    found = read("draft.html", f"<html><body>{body}</body></html>".encode())
    check_document(found)
    return found


def blocks(body: str) -> tuple[Block, ...]:
    return document(body).blocks


def texts(body: str) -> list[str]:
    return [block.text for block in blocks(body)]


def marks(block: Block, style: str = "italic") -> list[str]:
    return [block.text[mark.start : mark.end] for mark in block.marks if mark.style == style]


def test_a_draft_in_the_usual_shape() -> None:
    header, title, organ, paragraph, note = blocks(
        "<header><p>United Nations A/C.3/80/L.1</p></header><h1><b>Rights of the reader</b></h1>"
        "<p><i>The General Assembly</i>,</p>"
        '<p>1. <i>Recalls</i> its report;<sup><a href="#fn1" id="fnref1">1</a></sup></p>'
        '<aside class="footnotes"><p id="fn1"><sup>1</sup> A/1.</p></aside>'
    )
    assert (header.hint, title.hint, title.kind, title.level) == ("header", "h1", "heading", 1)
    assert organ.text == "The General Assembly,"
    assert marks(organ) == ["The General Assembly"]
    assert paragraph.label
    assert (paragraph.label.text, paragraph.text, paragraph.level) == ("1.", "Recalls its report;", 1)
    assert [(mark.offset, mark.label, mark.note) for mark in paragraph.notes] == [(19, "1", note.index)]
    assert (note.kind, note.label.text if note.label else "", note.text) == ("note", "1", "A/1.")


def test_white_space_collapses_as_in_a_browser() -> None:
    assert texts("<p>  one\n   two <i> three</i>\r\n</p>") == ["one two three"]
    assert texts("<p>one&nbsp;&nbsp;two \u00a0three</p>") == ["one\u00a0\u00a0two \u00a0three"]
    assert texts("<p>one<br>\n two</p>") == ["one two"]
    assert texts("<p>one<br><br>two</p>") == ["one", "two"]
    assert texts("<p>&nbsp;</p><p></p><div><p>one</p></div>") == ["one"]


def test_entities_are_units_of_the_source_map() -> None:
    (block,) = blocks("<p>R&amp;D &lt;1&gt; &#8220;x&#x201d; &unknown; & more</p>")
    assert block.text == "R&D <1> “x” &unknown; & more"
    assert [segment.linear for segment in block.segments[:3]] == [True, False, True]


def test_lines_of_an_editor_without_paragraphs_are_blocks() -> None:
    assert texts("The General Assembly,<br>Recalling A,<br><br>1. Decides B.") == [
        "The General Assembly,", "Recalling A,", "Decides B.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "markup",
    [
        "<i>{}</i>", "<em>{}</em>", '<span style="font-style: italic">{}</span>',
        '<span class="c1">{}</span>',
        "<i><em>{}</em></i>", "<i>{}", '<b style="font-weight:normal"><i>{}</i></b>', "<cite>{}</cite>",
    ],
)  # fmt: skip
def test_italics_however_they_are_written(markup: str) -> None:
    style = "<style>.c1, .c2 { font-style: italic }</style>"
    (block,) = blocks(style + f"<p>{markup.format('Recalling')}</p>")
    assert marks(block) == ["Recalling"]
    assert marks(block, "bold") == []


def test_italics_that_touch_are_one_mark_and_what_stands_upright_within_is_left_out() -> None:
    (block,) = blocks('<p><i>Tak</i><i>es</i> <i>note<span style="font-style:normal">, of</span></i></p>')
    assert marks(block) == ["Takes", "note"]
    assert [mark.opening for mark in block.marks] == [None, None]


def test_tags_of_a_style_are_its_delimiters() -> None:
    found = document("<p><b><i>Urges</i></b> A</p>")
    for mark in found.blocks[0].marks:
        assert mark.opening
        assert mark.closing
        assert found.source.text[slice(*mark.opening)] in ("<i>", "<b>")
        assert found.source.text[slice(*mark.closing)] in ("</i>", "</b>")


def test_lists_make_labels() -> None:
    found = blocks(
        '<ol start="3"><li>Decides:<ol type="a"><li>one;</li><li value="4"><p>two</p></li></ol></li></ol>'
        '<ul><li>bullet</li></ul><ol style="list-style-type: lower-roman"><li>(x) typed'
    )
    labels = [(block.label.text if block.label else None, block.level) for block in found]
    assert labels == [("3.", 1), ("a.", 2), ("d.", 2), (None, 0), ("i.", 3)]
    assert all(block.label is None or block.label.automatic for block in found)


def test_generated_list_labels_of_an_online_editor() -> None:
    style = '<style>.lst-1>li:before{content:"(" counter(lst-ctn-1,lower-latin) ") "}</style>'
    found = blocks(style + '<ol class="lst-1 start" start="2"><li>one</li><li>two</li></ol>')
    assert [block.label.text for block in found if block.label] == ["(b)", "(c)"]


def test_a_typed_label_is_not_text_and_has_its_place() -> None:
    found = document("<p>12.&nbsp;&nbsp; <i>Requests</i> A</p><p>9<i>. Notes</i> B</p>")
    first, second = (block.label for block in found.blocks)
    assert first
    assert first.source
    assert second
    assert found.source.text[slice(*first.source)] == "12."
    assert (second.text, second.source) == ("9.", None)
    assert [block.text for block in found.blocks] == ["Requests A", "Notes B"]


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ('<sup><a href="#fn1">1</a></sup>', '<aside><p id="fn1"><sup>1</sup> See A.</p></aside>'),
        (
            '<a href="#ftn1" name="ref1"><sup>[1]</sup></a>',
            '<div id="ftn1"><p><a href="#ref1">[1]</a> See A.</p></div>',
        ),
        (
            '<a id="r1" href="#fn1" class="footnote-ref"><sup>1</sup></a>',
            '<section class="footnotes"><ol><li id="fn1"><p>See A.<a href="#r1">↩</a></p></ol></section>',
        ),
        ("<sup>1</sup>", '<div class="footnotes"><p>1. See A.</p></div>'),
    ],
)
def test_notes_however_they_are_linked(mark: str, note: str) -> None:
    body, *notes = blocks(f"<p>Recalls A,{mark} and</p>{note}")
    assert body.text == "Recalls A, and"
    assert [(found.offset, found.label, found.note) for found in body.notes] == [(10, "1", 1)]
    assert [(found.kind, found.text, found.label.text if found.label else "") for found in notes] == [
        ("note", "See A.", "1")
    ]


def test_asterisks_are_marks_where_a_note_answers() -> None:
    body, note, other = blocks("<p><b>Ruritania:</b>* amendment** to 5*4</p><p>* Sponsors. ** A/1.</p>")
    assert body.text == "Ruritania: amendment to 5*4"
    assert [(mark.offset, mark.label, mark.note) for mark in body.notes] == [(10, "*", 1), (20, "**", 2)]
    assert (note.text, other.text) == ("Sponsors.", "A/1.")


def test_notes_run_together_by_a_converter_are_parted() -> None:
    found = blocks(
        '<p>A<sup>1</sup> B<sup>2</sup></p><aside class="footnotes"><p><sup>1</sup> C. <sup>2</sup> D.</p>'
    )
    assert [(block.label.text if block.label else "", block.text) for block in found[1:]] == [
        ("1", "C."),
        ("2", "D."),
    ]
    assert [mark.note for mark in found[0].notes] == [1, 2]


def test_raised_letters_and_powers_are_words() -> None:
    (block,) = blocks("<p>5 km<sup>2</sup> of the 81<sup>st</sup></p>")
    assert (block.text, block.notes, marks(block, "superscript")) == ("5 km2 of the 81st", (), ["2", "st"])


def test_a_mark_alone_belongs_to_the_block_before() -> None:
    found = blocks(
        '<p>A</p><p><sup><a href="#fn1">1</a></sup></p><p>B</p><aside><p id="fn1">1 C.</p></aside>'
    )
    assert [block.text for block in found] == ["A", "B", "C."]
    assert [(mark.offset, mark.note) for mark in found[0].notes] == [(1, 2)]


def test_what_is_not_shown_is_not_read() -> None:
    page = (
        "<head><title>x</title><style>p{}</style></head><script>if (a<b) '</p>'</script>"
        '<p>one<del> two</del><ins> three</ins><!-- four --><span style="display:none">five</span></p>'
        '<p>A<sup><a href="#cmnt1">[a]</a></sup></p><![if !x]><p>six</p><![endif]>'
    )
    assert texts(page) == ["one three", "A", "six"]


def test_directives_stand_before_their_block() -> None:
    found = document("<p>A</p><!-- resolint: ignore double-space quoted --><p>B</p><!-- other --><p>C</p>")
    assert [(directive.text, directive.before) for directive in found.directives] == [
        ("ignore double-space quoted", 1)
    ]


def test_cells_are_blocks() -> None:
    assert [(block.kind, block.text) for block in blocks("<table><tr><td>A<td>B<tr><th>C</table>")] == [
        ("cell", "A"), ("cell", "B"), ("cell", "C"),
    ]  # fmt: skip


def test_the_declared_character_set_is_heeded() -> None:
    page = '<meta charset="iso-8859-1"><p>“naïve”</p>'
    assert read("a.html", page.encode("cp1252")).blocks[0].text == "“naïve”"
    assert read("a.html", page.replace("iso-8859-1", "utf-8").encode()).blocks[0].text == "“naïve”"


SOUP = st.lists(
    st.one_of(
        st.sampled_from([
            "<p>", "</p>", "<i>", "</i>", "<b", ">", "<", "&", "&amp;", "&#", ";", "<!--", "-->", "<![",
            "</", "<sup>",
            "</sup>", '<a href="#x">', '<p id="x">', "1", "*", "** ", "<ol>", "<li>", "</ol>", "<td>",
            "</table>", " ",
            "\n", "<br>", "<style>", "</style>", "{", "}", '"', "'", "=", "<del>", "</del>", "</div>",
            "<div>", "a.",
        ]),
        st.text(max_size=5),
    )
)  # fmt: skip


@settings(max_examples=300)
@given(SOUP)
def test_any_text_is_html(parts: list[str]) -> None:
    try:
        found = read("a.html", "".join(parts).encode("utf-8", "surrogatepass"))
    except ReadError:
        return
    check_document(found)


@pytest.mark.parametrize(
    "piece",
    [
        "<", "<a ", "<!--", "<![", "</", '<a b="', "<script>", "<i>", "<p>* a", "<sup>1</sup> ",
        "<b><i></b>", "<ol><li>",
        '<p class="a b c d">x', "* x ** y ", "}", "a{", '<p><sup><a href="#x">1</a></sup>', "<td>", "&#1",
        "<div><p>a",
    ],
)  # fmt: skip
def test_reading_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    def seconds(count: int) -> float:
        data = ("<p>x</p>" + piece * count).encode()
        start = time.process_time()
        read("a.html", data, format="html")
        return time.process_time() - start

    short, long = min(seconds(500) for _ in range(2)), min(seconds(4000) for _ in range(2))
    assert long < 40 * max(short, 0.002)


def test_real_drafts_keep_the_promises_of_a_reader(shared: Path) -> None:
    paths = sorted((shared / "corpus/GA").glob("*/*.html"))[::20]
    assert len(paths) > 10
    for path in paths:
        found = read(str(path))
        check_document(found)
        noted = {mark.note for block in found.blocks for mark in block.notes}
        labelled = {block.index for block in found.blocks if block.kind == "note" and block.label}
        assert labelled <= noted, path


def test_styles_of_css_are_those_of_tags() -> None:
    (block,) = blocks(
        '<p>a<span style="vertical-align: super">b</span> <span style="text-decoration: underline">c</span> '
        '<span style="text-decoration-line: line-through">d</span> '
        '<span style="vertical-align: baseline">e</span></p>'
    )
    found = [(mark.style, block.text[mark.start : mark.end]) for mark in block.marks]
    assert found == [("superscript", "b"), ("underline", "c"), ("strike", "d")]
