"""Headers and footers: the masthead above the first page, or the symbol that runs along the others."""

from __future__ import annotations

import pytest

from linter.readers.docx import read
from linter.structure import recognise
from linter.tables import vocabulary
from tests.ooxml.wordfiles import i, p, r, word

SYMBOL = "A/C.3/80/L.12"
KINDS = {"header": "rId1", "even": "rId2", "footer": "rId3"}


def draft(references: str, body: str = "", title: bool = False, **parts: str) -> bytes:
    """A draft of one section with a header, a header of even pages and a footer."""
    own = {kind: p(r(parts.get(kind, ""))) for kind in KINDS}
    section = f"<w:sectPr>{references}{'<w:titlePg/>' if title else ''}</w:sectPr>"
    words = p(i("The General Assembly"), r(",")) + p(i("Decides"), r(" to act."))
    return word(body + words + section, **own)


def reference(kind: str, part: str) -> str:
    place = "footer" if part == "footer" else "header"
    return f'<w:{place}Reference w:type="{kind}" r:id="{KINDS[part]}"/>'


def mastheads(data: bytes) -> list[str]:
    return [block.text for block in read(data, "draft.docx").blocks if block.hint == "masthead"]


FIRST, RUNNING, EVEN = reference("first", "even"), reference("default", "header"), reference("even", "even")
FOOT = reference("default", "footer")


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        (draft(RUNNING, header=SYMBOL), [SYMBOL]),
        (draft(RUNNING, header="Unedited draft"), ["Unedited draft"]),
        (draft(RUNNING + FIRST, title=True, header=SYMBOL, even="United Nations"), ["United Nations"]),
        (draft(RUNNING + FIRST, title=True, header=SYMBOL), [SYMBOL]),
        (draft(RUNNING, title=True, header=SYMBOL), [SYMBOL]),
        (draft(RUNNING, title=True, header="Page 2 of 4"), []),
        (draft(EVEN, even=SYMBOL), [SYMBOL]),
        (draft(RUNNING + EVEN, title=True, header="2/4", even=SYMBOL), [SYMBOL]),
        (draft(RUNNING + FOOT, footer=SYMBOL), [SYMBOL]),
        (draft(FOOT, footer="25-07797 (E)"), []),
        (draft("", header=SYMBOL), []),
    ],
)
def test_the_masthead_or_the_running_symbol_is_read(data: bytes, shown: list[str]) -> None:
    assert mastheads(data) == shown


def test_a_running_symbol_that_the_body_bears_is_read_once() -> None:
    body = p(r("A/C.3/"), r("80/L.12")) + p(r("Third Committee"))
    data = draft(RUNNING, body=body, title=True, header=SYMBOL)
    assert mastheads(data) == []
    assert read(data, "draft.docx").blocks[0].text == SYMBOL


@pytest.mark.parametrize("references", [RUNNING, FOOT])
def test_the_symbol_of_the_draft_is_known_by_it(references: str) -> None:
    data = draft(references, title=True, header=SYMBOL, footer=SYMBOL)
    assert recognise(read(data, "draft.docx"), vocabulary()).symbol == SYMBOL
