from __future__ import annotations

import pytest

from linter.ooxml.numerals import numeral
from linter.readers.docx import read
from tests.ooxml.wordfiles import STYLES, p, r, word


def level(index: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(
    *levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>', more: str = ""
) -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{more}{nums}'


def at(depth: int, num: int = 1) -> str:
    return p(r("words"), properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{num}"/></w:numPr>')


RESOLUTION = (level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)"), level(2, "lowerRoman", "(%3)"))


def labels(body: str, numbering: str, styles: str = STYLES) -> list[str | None]:
    document = read(word(body, numbering=numbering, styles=styles), "draft.docx")
    return [block.label and block.label.text for block in document.blocks]


def test_levels_count_apart_and_restart_below_each_other() -> None:
    body = at(0) + at(1) + at(1) + at(2) + at(2) + at(1) + at(0) + at(1)
    assert labels(body, lists(*RESOLUTION)) == ["1.", "(a)", "(b)", "(i)", "(ii)", "(c)", "2.", "(a)"]


def test_levels_and_kind_are_told() -> None:
    blocks = read(word(at(0) + at(1), numbering=lists(*RESOLUTION)), "draft.docx").blocks
    assert [(block.level, block.label and block.label.automatic) for block in blocks] == [
        (1, True),
        (2, True),
    ]


def test_a_label_shows_the_numbers_of_the_levels_above() -> None:
    levels = (
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%1.%2"),
        level(2, "lowerLetter", "%2%3)", "<w:isLgl/>"),
    )
    assert labels(at(0) + at(1) + at(1) + at(2), lists(*levels)) == ["I.", "I.1", "I.2", "2a)"]


def test_a_level_used_without_the_one_above_counts_it_as_begun() -> None:
    assert labels(at(1), lists(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"))) == ["1.1"]


def test_an_override_starts_a_second_list_anew_and_shares_the_rest() -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    )
    body = at(0) + at(0, 2) + at(0, 3) + at(0, 3) + at(0, 1)
    assert labels(body, lists(*RESOLUTION, nums=nums)) == ["1.", "2.", "7.", "8.", "9."]


def test_an_override_may_define_its_own_level() -> None:
    own = level(0, "upperLetter", "%1)", start=3)
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/>'
        f'<w:lvlOverride w:ilvl="0">{own}</w:lvlOverride></w:num>'
    )
    assert labels(at(0) + at(0), lists(*RESOLUTION, nums=nums)) == ["C)", "D)"]


def test_a_level_may_go_on_over_the_levels_above() -> None:
    levels = (level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)", '<w:lvlRestart w:val="0"/>'))
    assert labels(at(0) + at(1) + at(0) + at(1), lists(*levels)) == ["1.", "(a)", "2.", "(b)"]


def test_a_style_brings_its_number_and_its_level() -> None:
    styles = STYLES + (
        '<w:style w:type="paragraph" w:styleId="Para"><w:name w:val="Para"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Para"/></w:style>'
    )
    numbering = lists(
        level(0, "decimal", "%1.", '<w:pStyle w:val="Para"/>'),
        level(1, "lowerLetter", "(%2)", '<w:pStyle w:val="Sub"/>'),
    )
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = (
        p(r("x"), style="Para")
        + p(r("x"), style="Sub")
        + p(r("x"), style="Para", properties=off)
        + p(r("x"), style="Para")
    )
    assert labels(body, numbering, styles) == ["1.", "(a)", None, "2."]


def test_a_list_may_point_to_a_numbering_style() -> None:
    styles = STYLES + (
        '<w:style w:type="numbering" w:styleId="House"><w:name w:val="House"/><w:pPr><w:numPr>'
        '<w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    more = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="House"/></w:abstractNum>'
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    )
    assert labels(at(0) + at(1), lists(*RESOLUTION, more=more, nums=nums), styles) == ["1.", "(a)"]


def test_a_list_that_is_not_there_gives_no_number() -> None:
    assert labels(at(0, 9) + at(0), lists(*RESOLUTION)) == [None, "1."]


def test_bullets_are_bullets_and_none_is_nothing() -> None:
    levels = (level(0, "bullet", "\uf0b7"), level(1, "none", ""))
    assert labels(at(0) + at(1), lists(*levels)) == ["•", None]


def test_empty_paragraphs_count_though_they_are_not_read() -> None:
    empty = p(properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    assert labels(at(0) + empty + at(0), lists(*RESOLUTION)) == ["1.", "3."]


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (4, "lowerRoman", "iv"), (1949, "upperRoman", "MCMXLIX"), (27, "lowerLetter", "aa"),
        (28, "upperLetter", "BB"), (3, "decimalZero", "03"), (12, "ordinal", "12th"), (23, "ordinal", "23rd"),
        (5, "numberInDash", "- 5 -"), (1, "chicago", "*"), (6, "chicago", "††"), (7, "none", ""),
        (7, "hebrew1", "7"), (0, "lowerRoman", "0"),
    ],
)  # fmt: skip
def test_numbers_are_printed_as_word_prints_them(number: int, form: str, shown: str) -> None:
    assert numeral(number, form) == shown
