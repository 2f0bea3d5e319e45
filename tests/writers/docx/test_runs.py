"""How the runs of a Word file are cut, styled, emptied and taken out, to the letter."""

from __future__ import annotations

import re

import pytest

from linter.model.diagnostic import Replace, SetStyle
from linter.model.document import Style
from linter.writers.docx import Mode
from tests.ooxml.wordfiles import note, p, r, ref, word
from tests.writers.docx.edited import body_of, edited

_PROPERTIES = {
    "": '<w:rFonts w:ascii="Arial"/>', "bold": '<w:b w:val="0"/>', "italic": '<w:i w:val="0"/>',
    "caps": '<w:caps w:val="0"/>', "strike": '<w:strike w:val="0"/>', "size": '<w:sz w:val="24"/>',
    "underline": '<w:u w:val="none"/>', "shade": '<w:shd w:val="clear"/>',
    "superscript": '<w:vertAlign w:val="baseline"/>', "language": '<w:lang w:val="en-GB"/>',
}  # fmt: skip


@pytest.mark.parametrize("style", ["bold", "italic", "strike", "underline", "superscript"])
def test_each_style_stands_where_the_schema_has_it_among_other_properties(style: Style) -> None:
    others = "".join(xml for name, xml in _PROPERTIES.items() if name != style)
    edited(word(p(r("some words", others))), SetStyle(0, 0, 4, style, True))
    edited(word(p(r("some words", "".join(_PROPERTIES.values())))), SetStyle(0, 0, 4, style, True))
    alone = [p(r("some words", xml)) for xml in _PROPERTIES.values()]
    edits = [SetStyle(block, 0, 4, style, True) for block in range(len(alone))]
    result = edited(word("".join(alone)), *edits, mode="direct")
    names = re.findall(r"<w:(\w+)", "".join(_PROPERTIES.values()))
    for properties in re.findall("<w:rPr>(.*?)</w:rPr>", body_of(result)):
        found = re.findall(r"<w:(\w+)", properties)
        assert found == sorted(found, key=names.index)


@pytest.mark.parametrize(
    ("style", "name", "off"),
    [
        ("italic", "Emphasis", '<w:i w:val="0"/>'),
        ("underline", "Hyperlink", '<w:u w:val="none"/>'),
        ("superscript", "FootnoteReference", '<w:vertAlign w:val="baseline"/>'),
    ],
)
def test_what_a_style_of_letters_gives_is_switched_off(style: Style, name: str, off: str) -> None:
    data = word(p(r("some words", f'<w:rStyle w:val="{name}"/>')))
    assert f'<w:rStyle w:val="{name}"/>{off}' in body_of(edited(data, SetStyle(0, 0, 4, style, False)))


def test_a_style_changes_behind_words_that_do_not() -> None:
    edits = Replace(0, 5, 10, "text"), SetStyle(0, 11, 15, "italic", True)
    assert "<w:i/>" in body_of(edited(word(p(r("some words here"))), *edits))


def test_words_before_a_mark_at_the_head_bring_no_space_with_them() -> None:
    data = word(p(r(" "), ref(1), r(" words")), footnotes=note(1, "See above."))
    assert body_of(edited(data, Replace(0, 0, 0, "x"))).count("<w:delText> </w:delText>") == 1


def test_words_over_the_end_of_a_page_are_struck_as_one() -> None:
    words = '<w:r><w:t xml:space="preserve">by the </w:t>{}<w:t>old</w:t></w:r>'
    page = word(p(words.format("<w:lastRenderedPageBreak/>")))
    assert body_of(edited(page, Replace(0, 3, 10, "x"))).startswith(
        "<w:p><w:r><w:t>by </w:t></w:r>"
        "<w:del><w:r><w:delText>the </w:delText><w:lastRenderedPageBreak/><w:delText>old</w:delText></w:r>"
    )
    comment = word(p(words.format('<w:commentReference w:id="9"/>')))
    assert (
        "<w:del><w:r><w:delText>the </w:delText></w:r></w:del><w:r><w:commentReference/></w:r>"
        "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
    ) in body_of(edited(comment, Replace(0, 3, 10, "x")))


def test_runs_that_hold_no_words_any_more_are_taken_out() -> None:
    words = r("all ") + "<w:r><w:lastRenderedPageBreak/><w:t>old</w:t></w:r>"
    link = f'<w:hyperlink w:anchor="x">{r(" words")}</w:hyperlink>'
    result = body_of(edited(word(p(words, link)), Replace(0, 3, 13, ""), mode="direct"))
    assert result == "<w:p><w:r><w:t>all</w:t></w:r></w:p>"
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('old ')}</w:sdtContent></w:sdt>"
    result = body_of(edited(word(p(control, r("words"))), Replace(0, 0, 4, ""), mode="direct"))
    assert "<w:sdtContent/>" in result


@pytest.mark.parametrize("mode", ["tracked", "direct"])
def test_new_words_of_a_link_look_like_it(mode: Mode) -> None:
    words = r("See A/80/1", '<w:rStyle w:val="Hyperlink"/>')
    data = word(p(r("Recalls "), f'<w:hyperlink w:anchor="x">{words}</w:hyperlink>'))
    result = body_of(edited(data, Replace(0, 8, 18, "A/80/2"), mode=mode))
    assert '<w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t>A/80/2</w:t>' in result
