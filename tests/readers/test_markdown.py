"""Markdown is read as a person sees it, with the place of every character."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from linter.model.document import Block, Document
from linter.readers import read
from tests.readers.conformance import check_document
from tests.writers.drafts import drafts


def markdown(text: str) -> Document:
    document = read("draft.md", text.encode())
    check_document(document)
    return document


def styled(block: Block) -> list[tuple[str, str]]:
    return [(block.text[mark.start : mark.end], mark.style) for mark in block.marks]


def marked(block: Block) -> list[tuple[str, str]]:
    """Note marks, each with the words before it."""
    return [(block.text[: note.offset][-5:], note.label) for note in block.notes]


@given(drafts())
def test_drafts_keep_all_promises(text: str) -> None:
    assert markdown(text).source.text == text


@settings(max_examples=300)
@given(st.text(st.sampled_from("*_~<>ib/su p[]^1:()#-|`\\&;.\n\t¹a!=—“"), max_size=60))
def test_anything_keeps_all_promises(text: str) -> None:
    markdown(f"x\n\n{text}")


EMPHASIS = st.text(st.sampled_from("**__  aé.,(“"), max_size=14)


@settings(max_examples=400)
@given(EMPHASIS)
def test_emphasis_is_that_of_commonmark(middle: str) -> None:
    text = f"Words{middle}y"
    block = markdown(text).blocks[0]
    inline = MarkdownIt().parse(text)[1]
    shown, italic, bold = "", set(), set()
    depth = {"em": 0, "strong": 0}
    for token in inline.children or []:
        if token.nesting:
            depth[token.tag] += token.nesting
            continue
        places = range(len(shown), len(shown) + len(token.content))
        italic.update(places if depth["em"] else ())
        bold.update(places if depth["strong"] else ())
        shown += token.content
    assert block.text == shown
    for style, expected in (("italic", italic), ("bold", bold)):
        found = {
            offset for mark in block.marks if mark.style == style for offset in range(mark.start, mark.end)
        }
        assert found == expected


def test_delimiters_are_told_by_their_place() -> None:
    text = "1. *Requests* the **Secretary-General**;"
    block = markdown(text).blocks[0]
    assert [
        (text[slice(*mark.opening)], text[slice(*mark.closing)]) for mark in block.marks if mark.opening
    ] == [
        ("*", "*"),
        ("**", "**"),
    ]
    assert styled(block) == [("Requests", "italic"), ("Secretary-General", "bold")]
    assert block.label is not None
    assert (block.label.text, text[slice(*block.label.source or (0, 0))]) == ("1.", "1.")


@pytest.mark.parametrize(
    ("text", "shown", "styles"),
    [
        ("*The General Assembly,*", "The General Assembly,", [("The General Assembly,", "italic")]),
        ("*Also* _recalling_ it", "Also recalling it", [("Also", "italic"), ("recalling", "italic")]),
        ("***Urges*** all", "Urges all", [("Urges", "bold"), ("Urges", "italic")]),
        ("<em>Urges</em> all <b>States</b>", "Urges all States", [("Urges", "italic"), ("States", "bold")]),
        ("10 m<sup>2</sup> of", "10 m2 of", [("2", "superscript")]),
        ("the 1<sup>st</sup> of", "the 1st of", [("st", "superscript")]),
        ("~~and all~~ States", "and all States", [("and all", "strike")]),
        ("5 * 3 and a\\*b", "5 * 3 and a*b", []),
        ("Rio&nbsp;+20 &amp; so &#8211; on", "Rio\u00a0+20 & so – on", []),
        (
            "see [the *Charter*](https://example.org/a_b_c) and",
            "see the Charter and",
            [("Charter", "italic")],
        ),
        ("H<sub>2</sub>O <span>and</span> <unknown> x", "H2O and <unknown> x", []),
        ("a <!-- no --> b", "a b", []),
        ("* * *", "* * *", []),
        ("unclosed <i> and *this", "unclosed <i> and *this", []),
    ],
)
def test_inline_markup(text: str, shown: str, styles: list[tuple[str, str]]) -> None:
    block = markdown(text).blocks[0]
    assert block.text == shown
    assert sorted(styled(block)) == sorted(styles)


def test_blocks_are_told_apart() -> None:
    text = (
        "---\ntitle: A draft\n---\n# General Assembly #\n\nA title\n=======\n\n*The General Assembly,*\n\n"
        "*Recalling* a\nlong story,\n1. *Requests* it;\n   (a) To act;\n- 2. *Decides* so.\n\n---\n\n"
        "> *Quoted* words\n\n| Year | States |\n|---|:-:|\n| 2020 | 12 \\| 13 |\n"
    )
    seen = [
        (block.kind, block.level, block.label.text if block.label else "", block.text)
        for block in markdown(text).blocks
    ]
    assert seen == [
        ("heading", 1, "", "General Assembly"),
        ("heading", 1, "", "A title"),
        ("paragraph", 0, "", "The General Assembly,"),
        ("paragraph", 0, "", "Recalling a long story,"),
        ("paragraph", 1, "1.", "Requests it;"),
        ("paragraph", 2, "(a)", "To act;"),
        ("paragraph", 1, "2.", "Decides so."),
        ("paragraph", 0, "", "Quoted words"),
        ("cell", 0, "", "Year"),
        ("cell", 0, "", "States"),
        ("cell", 0, "", "2020"),
        ("cell", 0, "", "12 | 13"),
    ]


def test_a_wrapped_line_is_one_space() -> None:
    text = "*Recalling* its\r\n    resolution  \r\nand all others,"
    block = markdown(text).blocks[0]
    assert block.text == "Recalling its resolution and all others,"
    breaks = [text[piece.source_start : piece.source_end] for piece in block.segments if not piece.linear]
    assert breaks == ["\r\n    ", "  \r\n"]


@pytest.mark.parametrize("end", ["  \n", "\\\n", "<br>\n", "\n"])
def test_lines_of_masthead_and_adoption_stay_apart(end: str) -> None:
    text = f"Distr.: General{end}12 October 2022\n\n*44th meeting{end}7 October 2022*\n"
    blocks = markdown(text).blocks
    assert [block.text for block in blocks] == [
        "Distr.: General",
        "12 October 2022",
        "44th meeting",
        "7 October 2022",
    ]
    assert [styled(block) for block in blocks[2:]] == [
        [("44th meeting", "italic")],
        [("7 October 2022", "italic")],
    ]


def test_paragraphs_without_a_blank_line_between_them() -> None:
    text = "*The General Assembly,*\n*Recalling* its resolution 60/251,\n*Noting* the report,\n"
    assert [block.text for block in markdown(text).blocks] == [
        "The General Assembly,",
        "Recalling its resolution 60/251,",
        "Noting the report,",
    ]


def test_a_reference_at_a_line_start_is_no_label() -> None:
    text = "as set out in its resolution 60/251 and in paragraph\n5. of the annex, the Council may\n"
    assert len(markdown(text).blocks) == 1


def test_notes_of_markdown() -> None:
    text = (
        "*Noting* the report,[^1] and more;[^2]\n\n"
        "[^2]: Ibid.,\n    annex.\n\n    Second paragraph.\n\n[^1]: A/80/1.\n"
    )
    document = markdown(text)
    body, *notes = document.blocks
    assert marked(body) == [("port,", "1"), ("more;", "2")]
    assert [document.blocks[note.note or 0].text for note in body.notes] == [
        "A/80/1.",
        "Ibid., annex. Second paragraph.",
    ]
    assert all(note.automatic for note in body.notes)
    assert [block.kind for block in notes] == ["note", "note"]


def test_named_notes_are_numbered_as_they_are_shown() -> None:
    document = markdown("One[^b] and two.[^a]\n\n[^a]: Second.\n\n[^b]: First.\n")
    assert marked(document.blocks[0]) == [("One", "1"), (" two.", "2")]
    assert [document.blocks[note.note or 0].text for note in document.blocks[0].notes] == [
        "First.",
        "Second.",
    ]


def test_raised_notes_stand_anywhere() -> None:
    text = "Of the report¹ and\n\n<sup>2</sup> Ibid.\n\nthe rest,<sup>2</sup> 10³ times.\n\n¹ A/80/1.\n"
    first, second, *notes = markdown(text).blocks
    assert marked(first) == [("eport", "1")]
    assert marked(second) == [("rest,", "2")]
    assert second.text == "the rest, 10³ times."
    found = {note.label.text: note.text for note in notes if note.label}
    assert found == {"1": "A/80/1.", "2": "Ibid."}


def test_asterisk_notes() -> None:
    document = markdown("Draft resolution\\*\n\n\\* Reissued for technical reasons.\n")
    assert marked(document.blocks[0]) == [("ution", "*")]
    assert document.blocks[1].kind == "note"


def test_directives_stand_before_their_block() -> None:
    text = (
        "One.\n\n<!-- resolint: ignore italics because -->\n"
        "Two. <!-- resolint: ignore x --> End.\n\n<!-- other -->\n"
    )
    document = markdown(text)
    assert [(directive.text, directive.before) for directive in document.directives] == [
        ("ignore italics because", 1),
        ("ignore x", 1),
    ]
    assert document.blocks[1].text == "Two. End."
    assert markdown("One.\n\n<!-- resolint: ignore y -->").directives[0].before == 1


@pytest.mark.parametrize(
    "unit",
    ["*", "* ", "*a ", "a*", "**a*b ", "_a_", "[", "[1: ", "[1: a] ", "<i>", "</i>", "<!--x-->", "<!--", "&",
     "\\", "[^1]", "> ", "- ", "|a", "#", "1. ", "¹ a\n", "[^1]: a\n", "a\n---\n", "(a) b\n", "![", "](",
     "~~"],
)  # fmt: skip
def test_hostile_repetition_is_read(unit: str) -> None:
    markdown(f"x\n\n{unit * 5000}")


def test_front_matter_is_a_list_of_keys_that_ends() -> None:
    assert [block.text for block in markdown("---\ntitle: x\n---\n\ntext\n").blocks] == ["text"]
    assert markdown("---\ntitle: x\nno key here\n---\n\ntext\n").blocks[0].text == "title: x no key here"
    assert markdown("---\ntitle: x\n\ntext: y\n").blocks[0].text == "title: x"


def test_a_sentence_above_a_rule_is_no_heading() -> None:
    kinds = [(block.text, block.kind) for block in markdown("A sentence.\n---\n\nTitle\n---\n").blocks]
    assert kinds == [("A sentence.", "paragraph"), ("Title", "heading")]


def test_an_empty_cell_is_none() -> None:
    found = markdown("| a |  | b |\n|---|---|---|\n| c | | d |\n").blocks
    assert [block.text for block in found if block.kind == "cell"] == ["a", "b", "c", "d"]
