"""AKN4UN is read with its roles, and each character leads back to its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.model.document import Block, Document
from linter.model.errors import ReadError
from linter.readers import read
from tests.readers.conformance import check_document

RESOLUTION = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
  <statement name="resolution">
    <meta><references><TLCTerm showAs="not shown"/></references></meta>
    <coverPage>
      <p class="upperRight"><docNumber refersTo="#symbol">A/RES/90/1</docNumber></p>
      <p><inline name="agenda item">Agenda item 5</inline></p>
      <p><docTitle>Resolution adopted by the General Assembly on 2 May 2035</docTitle></p>
    </coverPage>
    <preface>
      <p>
        <docNumber>90/1.</docNumber>
        <docTitle refersTo="#resolutionTitle">Rights of the reader</docTitle>
        <docNumber>	B</docNumber>
      </p>
    </preface>
    <preamble>
      <formula><p xml:space="preserve">
        <span class="italic">The General Assembly</span>,</p></formula>
      <container><p>	<span class="italic">Recalling</span>  its report,
        <authorialNote marker="1"><p>See <a href="x">A/1</a>.</p></authorialNote>
        and R&amp;D,</p></container>
    </preamble>
    <mainBody>
      <paragraph class="H23"><subheading>I</subheading></paragraph>
      <paragraph><num>1.</num>
        <list>
          <intro><p><span class="italic">Requests</span> States:</p></intro>
          <point><num>(a)</num><content><p>To read;</p></content></point>
          <sublist><point><num>(i)</num><content><p>Well;</p></content></point></sublist>
        </list>
      </paragraph>
      <paragraph><content><p>Annex</p></content></paragraph>
      <paragraph class="H1"><heading>Annex I</heading></paragraph>
      <paragraph><num>1.</num><content><p>Reading list.</p></content></paragraph>
    </mainBody>
    <conclusions><p><inline name="adoptionMeeting">8th plenary meeting</inline><eol/>
      <docDate date="2035-05-02">2 May 2035</docDate></p></conclusions>
  </statement>
</akomaNtoso>
"""


def document(text: str = RESOLUTION) -> Document:
    found = read("a.xml", text.encode())
    check_document(found)
    return found


def block(text: str) -> Block:
    return next(block for block in document().blocks if block.text.startswith(text))


def test_every_block_has_the_role_of_its_element() -> None:
    found = [(block.hint, block.label.text if block.label else "", block.text) for block in document().blocks]
    assert found == [
        ("masthead", "", "A/RES/90/1"),
        ("agenda-item", "", "Agenda item 5"),
        ("masthead", "", "Resolution adopted by the General Assembly on 2 May 2035"),
        ("title", "", "90/1. Rights of the reader"),
        ("heading", "", "B"),
        ("organ", "", "The General Assembly,"),
        ("preambular", "", "Recalling  its report, and R&D,"),
        ("heading", "", "I"),
        ("operative", "1.", "Requests States:"),
        ("subparagraph", "(a)", "To read;"),
        ("subparagraph", "(i)", "Well;"),
        ("", "", "Annex"),
        ("annex", "", "Annex I"),
        ("annex", "1.", "Reading list."),
        ("adoption", "", "8th plenary meeting"),
        ("adoption", "", "2 May 2035"),
        ("", "1", "See A/1."),
    ]


def test_levels_follow_the_lists() -> None:
    assert [block("Requests").level, block("To read").level, block("Well").level] == [1, 2, 3]


def test_a_note_mark_follows_its_word_and_points_to_its_note() -> None:
    recalling, note = block("Recalling"), block("See")
    assert [(mark.offset, mark.label, mark.note) for mark in recalling.notes] == [(22, "1", note.index)]
    assert (note.kind, note.marks) == ("note", ())


def test_italics_have_their_tags() -> None:
    found = document()
    (mark,) = block("Recalling").marks
    assert (mark.start, mark.end, mark.style) == (0, 9, "italic")
    assert mark.opening
    assert found.source.text[slice(*mark.opening)] == '<span class="italic">'


def test_offsets_are_code_points_whatever_the_bytes() -> None:
    text = "<akomaNtoso><mainBody><p>é€😀 “x”&#8217;s <![CDATA[&<]]> y</p></mainBody></akomaNtoso>"
    found = document(text)
    assert found.blocks[0].text == "é€😀 “x”’s &< y"
    assert read("a.xml", text.encode("utf-16")).blocks[0].text == found.blocks[0].text
    assert document(text.replace(" y", "\r\ny")).blocks[0].text == found.blocks[0].text


def test_comments_give_directives() -> None:
    found = document("<akomaNtoso><p>A</p><!-- resolint: ignore x why --><p>B</p></akomaNtoso>")
    assert [(directive.text, directive.before) for directive in found.directives] == [("ignore x why", 1)]


def test_of_other_xml_nothing_is_taken() -> None:
    assert read("pom.xml", b"<project><p>The General Assembly,</p></project>").blocks == ()


def test_broken_markup_is_named_with_its_line() -> None:
    with pytest.raises(ReadError) as error:
        read("a.xml", b"<akomaNtoso>\n<p>\n<span>x</p></akomaNtoso>")
    assert error.value.line == 3
    assert "<span> of line 3" in error.value.message


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE a [<!ENTITY x "y">]>',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    ],
)
def test_entities_of_its_own_are_refused(declaration: str) -> None:
    with pytest.raises(ReadError, match="entities"):
        read("a.xml", f"{declaration}<akomaNtoso><p>&x;</p></akomaNtoso>".encode())


PIECES = st.sampled_from([
    "<p>", "</p>", "<num>", "</num>", "1.", "<authorialNote marker='1'>", "</authorialNote>",
    '<span class="italic">',
    "</span>", "<eol/>", "x", " ", "\n", "\t", "&amp;", "<mainBody>", "</mainBody>", "<paragraph>",
    "</paragraph>", "<td>",
    "</td>", "<meta>", "</meta>", "<!-- resolint: x -->", "<docNumber>", "</docNumber>", "A", "<preface>",
    "</preface>",
])  # fmt: skip


@given(st.lists(PIECES))
def test_any_markup_is_read_or_refused(parts: list[str]) -> None:
    try:
        found = read("a.xml", f"<akomaNtoso>{''.join(parts)}</akomaNtoso>".encode())
    except ReadError:
        return
    check_document(found)


@st.composite
def trees(draw: st.DrawFn, depth: int = 4) -> str:
    """Well-formed markup."""
    if depth == 0 or draw(st.booleans()):
        return draw(st.sampled_from(["", "x", " y ", "\n", "A", "1.", "é&lt;"]))
    name = draw(st.sampled_from(
        ["p", "num", "authorialNote", "span", "paragraph", "content", "mainBody", "preface", "docNumber",
        "td", "list",
         "eol", "heading", "section", "sup", "conclusions", "intro", "point"]
    ))  # fmt: skip
    return (
        f"<{name} class='italic' marker='1'>"
        + "".join(draw(st.lists(trees(depth - 1), max_size=4)))
        + f"</{name}>"
    )


@given(st.lists(trees(), max_size=4))
def test_any_tree_of_elements_is_read(parts: list[str]) -> None:
    check_document(read("a.xml", f"<akomaNtoso>{''.join(parts)}</akomaNtoso>".encode()))


def test_a_role_that_is_said_outright_stands() -> None:
    body = '<p refersTo="#role_vote">1. Adopted.</p><p>1. Read.</p>'
    found = document(f"<akomaNtoso><mainBody>{body}</mainBody></akomaNtoso>")
    assert [(block.hint, block.label is None, block.text) for block in found.blocks] == [
        ("vote!", True, "1. Adopted."),
        ("", False, "Read."),
    ]


def test_a_note_can_be_called_twice_or_never() -> None:
    called = "<authorialNote marker='1' eId='n1'><p>Note 1.</p></authorialNote>"
    silent = "<authorialNote marker='2' class='unmarked'><p>Note 2.</p></authorialNote>"
    again, missing = "<noteRef marker='1' href='#n1'/>", "<noteRef marker='9' href='#'/>"
    found = document(f"<akomaNtoso><p>One{called} two{again} three{missing}{silent}</p></akomaNtoso>")
    words, first, second = found.blocks
    assert [(mark.label, mark.note) for mark in words.notes] == [("1", 1), ("1", 1), ("9", None)]
    assert (first.text, second.text) == ("Note 1.", "Note 2.")


def test_struck_words_and_tabs_are_kept() -> None:
    found = document('<akomaNtoso><p>a&#9;<span class="strike">b</span></p></akomaNtoso>')
    assert found.blocks[0].text == "a\tb"
    assert [mark.style for mark in found.blocks[0].marks] == ["strike"]


def test_official_files_keep_the_promises_of_a_reader(shared: Path) -> None:
    paths = sorted((shared / "corpus/akn4un").glob("*/*RES*.xml"))[::60]
    assert len(paths) > 15
    for path in paths:
        found = read(str(path))
        check_document(found)
        assert {"organ", "operative"} <= {block.hint for block in found.blocks}, path
