from __future__ import annotations

import pytest

from linter.ooxml.settle import settled
from linter.readers.docx import read
from tests.ooxml.wordfiles import note, p, r, ref, unzipped, word

BY = 'w:id="9" w:author="Someone" w:date="2025-01-01T00:00:00Z"'
GONE = f"<w:del {BY}><w:r><w:delText>gone </w:delText></w:r></w:del>"
NEW = f'<w:ins {BY}><w:r><w:t xml:space="preserve">new </w:t></w:r></w:ins>'
MOVED = f'<w:moveFrom {BY}><w:r><w:t xml:space="preserve">moved </w:t></w:r></w:moveFrom>'
THERE = f'<w:moveTo {BY}><w:r><w:t xml:space="preserve">moved </w:t></w:r></w:moveTo>'


def row(text: str, properties: str = "", cell: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr><w:tc><w:tcPr>{cell}</w:tcPr>{p(r(text))}</w:tc></w:tr>"


BODIES = {
    "words": p(r("Old "), GONE, NEW, r("words.")),
    "a move": p(r("One "), MOVED, r("two.")) + p(r("Three "), THERE, r("four.")),
    "looks": p(r("Roman.", f'<w:i w:val="0"/><w:rPrChange {BY}><w:rPr><w:i/></w:rPr></w:rPrChange>')),
    "marks": p(r("One "), properties=f"<w:rPr><w:del {BY}/></w:rPr>") + p(r("line.")) + p(r("Next.")),
    "a new mark": p(r("One."), properties=f"<w:rPr><w:ins {BY}/></w:rPr>") + p(r("Two.")),
    "properties": p(r("Plain."), properties=f'<w:jc w:val="left"/><w:pPrChange {BY}><w:pPr/></w:pPrChange>'),
    "a table": f"<w:tbl><w:tblPr/><w:tblGrid/>{row('Stays')}{row('Goes', f'<w:del {BY}/>')}"
    f"{row('Comes', f'<w:ins {BY}/>')}</w:tbl>" + p(r("After.")),
}  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
def test_a_settled_file_shows_what_a_person_saw_before(name: str) -> None:
    data = word(BODIES[name])
    after = settled(data, "draft.docx")
    assert "Someone" in unzipped(data)["word/document.xml"].decode()
    assert "Someone" not in unzipped(after)["word/document.xml"].decode()
    before = [(block.text, block.marks) for block in read(data, "draft.docx").blocks]
    assert [(block.text, block.marks) for block in read(after, "draft.docx").blocks] == before


def test_changes_in_notes_are_settled_too() -> None:
    notes = note(1, "See there.").replace("</w:p>", f"{GONE}</w:p>")
    after = settled(word(p(r("Text,"), ref(1)), footnotes=notes), "draft.docx")
    assert "gone" not in unzipped(after)["word/footnotes.xml"].decode()


def test_a_file_without_changes_keeps_its_bytes() -> None:
    data = word(p(r("Text.")))
    assert settled(data, "draft.docx") == data
