"""Italics from every level of formatting: defaults, table, paragraph, character, run."""

from __future__ import annotations

import pytest

from linter.editing.compose import Composition
from linter.model.diagnostic import SetStyle
from linter.readers.docx import read
from linter.writers.docx import render
from tests.ooxml.wordfiles import STYLES, p, r, word

SLANTED_TABLE = (
    '<w:style w:type="table" w:styleId="Base"><w:rPr><w:i/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="Grid"><w:basedOn w:val="Base"/>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:i w:val="0"/><w:b/></w:rPr></w:tblStylePr>'
    '<w:tblStylePr w:type="lastCol"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>'
)
DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:i/></w:rPr></w:rPrDefault></w:docDefaults>"
    '<w:style w:type="character" w:styleId="Emphasis"><w:rPr><w:i/></w:rPr></w:style>'
)
HIDDEN = '<w:style w:type="character" w:styleId="Unseen"><w:rPr><w:vanish/></w:rPr></w:style>'


def looks(data: bytes) -> list[tuple[str, set[str]]]:
    return [(one.text, {mark.style for mark in one.marks}) for one in read(data, "draft.docx").blocks]


def table(look: str, *rows: list[str]) -> str:
    cells = "".join(f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblLook {look}/></w:tblPr>{cells}</w:tbl>'


@pytest.mark.parametrize("look", ['w:firstRow="1" w:lastColumn="1"', 'w:val="0120"'])
def test_a_table_style_slants_its_cells_and_its_parts_differ(look: str) -> None:
    rows = [p(r("a")), p(r("b"))], [p(r("c")), p(r("d"))]
    assert looks(word(table(look, *rows) + p(r("after")), styles=STYLES + SLANTED_TABLE)) == [
        ("a", {"bold"}),
        ("b", {"bold"}),
        ("c", {"italic"}),
        ("d", {"italic", "bold"}),
        ("after", set()),
    ]


def test_a_part_that_the_table_does_not_ask_for_is_as_the_rest() -> None:
    data = word(table('w:firstRow="0" w:val="0020"', [p(r("a"))]), styles=STYLES + SLANTED_TABLE)
    assert looks(data) == [("a", {"italic"})]


def test_the_italics_of_a_table_and_of_a_paragraph_cancel() -> None:
    cells = [p(r("style"), style="Slanted")], [p(r("run", "<w:i/>"))], [p(r("off", '<w:i w:val="0"/>'))]
    data = word(table("", *cells), styles=STYLES + SLANTED_TABLE)
    assert looks(data) == [("style", set()), ("run", {"italic"}), ("off", set())]


def test_italics_of_a_table_style_are_switched_off_for_the_words_alone() -> None:
    data = word(table("", [p(r("a")), p(r("b"))]), styles=STYLES + SLANTED_TABLE)
    document = read(data, "draft.docx")
    changes = Composition.of(document).apply([SetStyle(0, 0, 1, "italic", on=False)]).changes()
    assert looks(render(document, changes)) == [("a", set()), ("b", {"italic"})]


def test_what_the_defaults_slant_is_slanted_whatever_styles_say() -> None:
    data = word(
        p(r("a"), r("b", '<w:rStyle w:val="Emphasis"/>'), r("c", '<w:i w:val="0"/>')), styles=DEFAULTS
    )
    [one] = read(data, "draft.docx").blocks
    assert [(mark.start, mark.end) for mark in one.marks] == [(0, 2)]


def test_what_a_style_hides_is_not_seen() -> None:
    data = word(p(r("seen"), r("unseen", '<w:rStyle w:val="Unseen"/>')), styles=STYLES + HIDDEN)
    assert looks(data) == [("seen", set())]
