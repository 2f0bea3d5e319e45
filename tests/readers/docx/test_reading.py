from __future__ import annotations

import pytest

from linter.model.document import Block, Document
from linter.readers.docx import read
from tests.ooxml.wordfiles import STYLES, field, i, p, r, word

OTHER = 'w:id="9" w:author="Someone" w:date="2025-01-01T00:00:00Z"'


def document(body: str, **parts: str) -> Document:
    return read(word(body, **parts), "draft.docx")


def block(*inside: str, style: str = "", **parts: str) -> Block:
    return document(p(*inside, style=style), **parts).blocks[0]


def texts(body: str, **parts: str) -> list[str]:
    return [one.text for one in document(body, **parts).blocks]


def italics(one: Block) -> list[str]:
    return [one.text[mark.start : mark.end] for mark in one.marks if mark.style == "italic"]


@pytest.mark.parametrize(
    ("style", "properties", "italic"),
    [
        ("", "<w:i/>", True),
        ("", '<w:i w:val="0"/>', False),
        ("", '<w:rStyle w:val="Emphasis"/>', True),
        ("Slanted", "", True),
        ("Slanted", '<w:i w:val="false"/>', False),
        ("Slanted", '<w:rStyle w:val="Emphasis"/>', False),  # two styles that switch it on cancel
        ("Slanted", '<w:rStyle w:val="Emphasis"/><w:i/>', True),
    ],
)
def test_italics_come_from_the_run_its_style_and_that_of_the_paragraph(
    style: str, properties: str, italic: bool
) -> None:
    assert italics(block(r("Recalling", properties), style=style)) == (["Recalling"] if italic else [])


def test_styles_inherit_and_loops_among_them_end() -> None:
    styles = STYLES + (
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:rPr><w:i/></w:rPr></w:style>'
    )
    assert italics(block(r("Recalling"), style="A", styles=styles)) == ["Recalling"]


def test_white_space_between_and_after_italic_words_does_not_count() -> None:
    one = block(i("Also"), r(" "), i("recalling "), r("the"))
    assert italics(one) == ["Also recalling"]


def test_bold_superscript_strike_and_underline_are_read_and_links_are_not_underlined() -> None:
    look = '<w:b/><w:strike/><w:u w:val="single"/><w:vertAlign w:val="superscript"/>'
    link = f'<w:hyperlink w:anchor="x">{r("60/251", "<w:u/>")}</w:hyperlink>'
    one = block(r("x", look), link)
    assert [(mark.style, mark.end) for mark in one.marks] == [
        ("bold", 1), ("superscript", 1), ("underline", 1), ("strike", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("<w:r><w:tab/><w:t>Calls upon</w:t><w:br/><w:t>States</w:t></w:r>", "Calls upon States"),
        ('<w:r><w:t xml:space="preserve">one </w:t><w:br/><w:br/><w:t>two</w:t></w:r>', "one two"),
        ("<w:r><w:t>Secretary</w:t><w:noBreakHyphen/><w:t>General</w:t></w:r>", "Secretary\u2011General"),
        ("<w:r><w:t>co</w:t><w:softHyphen/><w:t>operation</w:t></w:r>", "cooperation"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:t>x</w:t></w:r>', "•x"),
        ('<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>', "α"),
        ('<w:r><w:sym w:font="Times" w:char="20AC"/></w:r>', "€"),
        ("<w:r><w:t> no space </w:t></w:r>" + r("kept "), "no spacekept"),
        (r("a\tb\nc"), "a\tb c"),
        (r("seen") + r("hidden", "<w:vanish/>"), "seen"),
        (
            f"<w:ins {OTHER}>{r('new')}</w:ins><w:del {OTHER}><w:r><w:delText>old</w:delText></w:r></w:del>",
            "new",
        ),
        (f"<w:moveTo {OTHER}>{r('here')}</w:moveTo><w:moveFrom {OTHER}>{r('there')}</w:moveFrom>", "here"),
        (f'<w:fldSimple w:instr=" PAGE ">{r("7")}</w:fldSimple>', "7"),
        (f"<w:smartTag>{r('Geneva')}</w:smartTag><w:customXml>{r(', now')}</w:customXml>", "Geneva, now"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('filled')}</w:sdtContent></w:sdt>", "filled"),
        (r("resolution\u00a060/251,\u202fand"), "resolution\u00a060/251,\u202fand"),
        (
            (
                '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>IF </w:instrText>'
                '<w:fldChar w:fldCharType="begin"/><w:instrText>REF x</w:instrText>'
                '<w:fldChar w:fldCharType="separate"/><w:t>1</w:t><w:fldChar w:fldCharType="end"/>'
                '<w:instrText> = 1 "yes"</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>yes</w:t>'
                '<w:fldChar w:fldCharType="end"/><w:t>, so</w:t></w:r>'
            ),
            "yes, so",
        ),
        ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1"),
        (
            (
                '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF x</w:instrText><w:t>no</w:t>'
                '<w:fldChar w:fldCharType="separate"/><w:t>yes</w:t><w:fldChar w:fldCharType="end"/></w:r>'
            ),
            "yes",
        ),
        (
            (
                '<mc:AlternateContent><mc:Choice Requires="wps"><w:r><w:t>new</w:t></w:r></mc:Choice>'
                "<mc:Fallback><w:r><w:t>old</w:t></w:r></mc:Fallback></mc:AlternateContent>"
            ),
            "new",
        ),
        (
            (
                '<mc:AlternateContent><mc:Choice Requires="v"><w:r><w:t>new</w:t></w:r></mc:Choice>'
                "<mc:Fallback><w:r><w:t>old</w:t></w:r></mc:Fallback></mc:AlternateContent>"
            ),
            "old",
        ),
        (
            (
                "<w:r><w:ruby><w:rt><w:r><w:t>aid</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>word</w:t></w:r>"
                "</w:rubyBase></w:ruby></w:r>"
            ),
            "word",
        ),
    ],
)
def test_what_is_seen_is_read(inside: str, shown: str) -> None:
    one = block(inside)
    assert one.text == shown
    assert "".join(one.text[part.start : part.end] for part in one.segments) == one.text


def test_a_paragraph_whose_mark_is_deleted_runs_on_into_the_next() -> None:
    deleted = f"<w:rPr><w:del {OTHER}/></w:rPr>"
    assert texts(p(r("Requests the "), properties=deleted) + p(r("Council;")) + p(r("Next."))) == [
        "Requests the Council;",
        "Next.",
    ]


def test_tables_are_cells_and_text_boxes_stand_after_their_paragraph() -> None:
    box = f"<v:textbox><w:txbxContent>{p(r('boxed'))}</w:txbxContent></v:textbox>"
    box = f"<w:r><w:pict><v:shape>{box}</v:shape></w:pict></w:r>"
    gone = f"<w:tr><w:trPr><w:del {OTHER}/></w:trPr><w:tc>{p(r('gone'))}</w:tc></w:tr>"
    table = f"<w:tbl><w:tr><w:tc>{p(r('one'))}</w:tc><w:tc>{p(r('two'))}</w:tc></w:tr>{gone}</w:tbl>"
    found = document(p(r("before"), box) + table + p(r("after"))).blocks
    assert [(one.text, one.kind) for one in found] == [
        ("before", "paragraph"), ("boxed", "paragraph"), ("one", "cell"), ("two", "cell"),
        ("after", "paragraph"),
    ]  # fmt: skip


def test_a_text_box_that_the_file_holds_twice_is_read_once_and_not_edited() -> None:
    box = f"<w:txbxContent>{p(r('boxed'))}</w:txbxContent>"
    drawn = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
        f"{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    found = document(p(r("before"), drawn)).blocks
    assert [one.text for one in found] == ["before", "boxed"]
    assert [part.locked for one in found for part in one.segments] == [False, True]


def test_content_controls_may_hold_paragraphs_and_tables() -> None:
    table = f"<w:tbl><w:tr><w:tc>{p(r('cell'))}</w:tc></w:tr></w:tbl>"
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p(r('one'))}{table}{p(r('two'))}</w:sdtContent></w:sdt>"
    assert texts(control + p(r("three"))) == ["one", "cell", "two", "three"]


def test_paragraphs_that_someone_inserted_or_moved_stand_where_they_go() -> None:
    gone = f"<w:moveFrom {OTHER}>{r('moved')}</w:moveFrom>"
    from_there = p(gone, properties=f"<w:rPr><w:moveFrom {OTHER}/></w:rPr>")
    to_here = p(f"<w:moveTo {OTHER}>{r('moved')}</w:moveTo>", properties=f"<w:rPr><w:ins {OTHER}/></w:rPr>")
    assert texts(from_there + p(r("stays")) + to_here) == ["stays", "moved"]


def test_headings_and_styles_are_told() -> None:
    found = document(p(r("Title"), style="H1") + p(r("words"), style="SingleTxt")).blocks
    assert [(one.kind, one.level, one.hint) for one in found] == [
        ("heading", 1, "H1"),
        ("paragraph", 0, "SingleTxt"),
    ]


def test_typed_labels_are_no_text() -> None:
    letter = "<w:r><w:tab/><w:t>(a)</w:t><w:tab/><w:t>To act</w:t></w:r>"
    found = document(p(r("\t5.\tRequests")) + p(letter))
    labels = [one.label for one in found.blocks if one.label is not None and one.label.source is not None]
    assert [(one.text, one.level) for one in found.blocks] == [("Requests", 1), ("To act", 2)]
    assert [(one.text, found.source.text[slice(*one.source)]) for one in labels if one.source] == [
        ("5.", "5."),
        ("(a)", "(a)"),
    ]


def test_fields_that_number_their_paragraph_are_counted() -> None:
    number = (
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> AUTONUM  </w:instrText>'
        '<w:fldChar w:fldCharType="end"/><w:tab/></w:r>'
    )
    found = document(p(number, r("Requests")) + p(r("not")) + p("<w:r><w:tab/></w:r>", number, r("Decides")))
    labels = [one.label and (one.label.text, one.label.automatic) for one in found.blocks]
    assert labels == [("1.", True), None, ("2.", True)]
    assert [one.text for one in found.blocks] == ["Requests", "not", "Decides"]


def test_numbers_that_no_file_holds_are_told() -> None:
    listed, counted = field("LISTNUM NumberDefault \\l 6", ""), field("AUTONUM", "")
    found = document(p(counted, r("Requests that "), listed, r(" one, ")) + p(r("so "), counted))
    assert [(one.text, one.label and one.label.text) for one in found.blocks] == [
        ("Requests that  one,", "1."),
        ("so", None),
    ]
    (remark,) = found.remarks
    assert "were not read: 2;" in remark
    assert document(p(field("LISTNUM", r("(a)")), r(" one,"))).remarks == ()


def test_typed_bullets_are_labels_and_dashes_before_a_tab() -> None:
    found = document(p(r("\t•\tTo act;")) + p(r("–\tTo meet;")) + p(r("– not at home")) + p(r("•")))
    assert [(one.label and one.label.text, one.text) for one in found.blocks] == [
        ("•", "To act;"),
        ("–", "To meet;"),
        (None, "– not at home"),
        (None, "•"),
    ]


def test_a_file_without_words_has_no_blocks() -> None:
    assert document("").blocks == ()
    assert document(p() + p(r("  "))).blocks == ()


def test_what_is_out_of_place_does_no_harm() -> None:
    linked = f'<w:fldSimple w:instr=" HYPERLINK &quot;x&quot; ">{r(" linked")}</w:fldSimple>'
    nothing = (
        f'<w:r/><w:commentRangeEnd w:id="9"/><w:del {OTHER}/><w:r><w:t></w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/><w:instrText>X</w:instrText></w:r>'
        '<mc:AlternateContent><mc:Choice Requires="zz"/></mc:AlternateContent>'
        "<w:r><mc:AlternateContent/></w:r>"
    )
    found = block(r("Recalls"), nothing, r(" its"), linked, r(" work,"))
    assert found.text == "Recalls its linked work,"


def test_of_two_forms_of_some_paragraphs_one_is_read() -> None:
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{p(r("one"))}</mc:Choice>'
        f"<mc:Fallback>{p(r('two'))}</mc:Fallback></mc:AlternateContent>"
    )
    assert texts(both + p(r("three"))) == ["one", "three"]


def test_a_deleted_cell_is_gone_and_a_loose_row_is_read() -> None:
    gone = f"<w:tc><w:tcPr><w:cellDel {OTHER}/></w:tcPr>{p(r('gone'))}</w:tc>"
    kept = f"<w:tc>{p(r('kept'))}</w:tc>"
    assert texts(f"<w:tbl><w:tr>{gone}{kept}</w:tr></w:tbl>") == ["kept"]
    assert texts(f"<w:tr>{kept}</w:tr>") == ["kept"]
