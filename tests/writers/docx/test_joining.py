"""A paragraph that a stray press of the Enter key broke in two is one again, tracked or plainly."""

from __future__ import annotations

import pytest
from lxml import etree

from linter.editing.compose import Composition
from linter.model.changes import Refusal
from linter.model.diagnostic import Replace
from linter.model.document import Document
from linter.readers.docx import read
from linter.structure import recognise
from linter.tables import vocabulary
from linter.writers.docx import Mode, refusals, render
from tests.ooxml.wordfiles import i, note, p, r, ref, unzipped, word
from tests.writers.docx.drafts import DATE, shown
from tests.writers.docx.revisions import accept_all, reject_all, w
from tests.writers.docx.validity import invalid_parts

ORGAN = p(i("The General Assembly"), r(","))
FIRST = (i("Recognizing"), r(" the contribution of the Secretary-General and the Member States to"))
REST = (r("\tthe implementation of the present"), ref(1), r(" resolution,"))
WHOLE = (
    "Recognizing the contribution of the Secretary-General and the Member States to "
    "the implementation of the present resolution,"
)


def broken(*between: str, first: str = "", rest: str = "", style: str = "SingleTxt") -> bytes:
    halves = (
        p(*FIRST, style=style, properties=first),
        *between,
        p(*REST, style=style, properties=rest),
    )
    return word(ORGAN + "".join(halves) + p(i("Decides"), r(" so.")), footnotes=note(1, "See A/80/1."))


def whole(data: bytes) -> Document:
    return recognise(read(data, "draft.docx"), vocabulary()).document


def joined(document: Document) -> Composition:
    block = document.blocks[1]
    [seam] = [segment for segment in block.segments if segment.seam]
    edit = Replace(block.index, seam.start, seam.end, " ")
    composition = Composition.of(document)
    assert composition.allows(edit)
    return composition.apply([edit])


def made(data: bytes, mode: Mode) -> bytes:
    document = whole(data)
    result = render(document, joined(document).changes(), mode=mode, date=DATE)
    assert read(result, "result.docx").blocks[1].text == WHOLE
    assert [mark.offset for mark in read(result, "result.docx").blocks[1].notes] == [WHOLE.index(" resol")]
    assert invalid_parts(result) == invalid_parts(data)
    return result


def refusal(data: bytes) -> str:
    document = whole(data)
    changes = joined(document).changes()
    with pytest.raises(Refusal) as caught:
        render(document, changes)
    assert refusals(document, changes) == {1: str(caught.value)}
    return str(caught.value)


@pytest.mark.parametrize("between", [(), (p(),), (p(), p(r("  ")))])
def test_a_broken_paragraph_is_joined_by_the_deletion_of_its_mark(between: tuple[str, ...]) -> None:
    data = broken(*between)
    result = made(data, "tracked")
    root = etree.fromstring(unzipped(result)["word/document.xml"])
    deleted = root.xpath("//w:pPr/w:rPr/w:del", namespaces={"w": w("")[1:-1]})
    assert [one.get(w("author")) for one in deleted] == ["resolint"] * (1 + len(between))
    assert shown(read(accept_all(result), "a.docx")) == shown(read(result, "result.docx"))
    assert shown(read(reject_all(result), "r.docx")) == shown(read(data, "draft.docx"))
    again = whole(result)
    assert not any(segment.seam for block in again.blocks for segment in block.segments)


@pytest.mark.parametrize("between", [(), (p(), p(r("  ")))])
def test_a_plain_edit_leaves_one_paragraph(between: tuple[str, ...]) -> None:
    result = made(broken(*between), "direct")
    root = etree.fromstring(unzipped(result)["word/document.xml"])
    assert len(list(root.iter(w("p")))) == 3
    assert b"w:del" not in unzipped(result)["word/document.xml"]


def test_nothing_else_is_edited_over_the_seam() -> None:
    document = whole(broken())
    block = document.blocks[1]
    seam = next(segment for segment in block.segments if segment.seam)
    composition = Composition.of(document)
    assert not composition.allows(Replace(1, seam.start - 2, seam.end, " "))
    assert not composition.allows(Replace(1, seam.start, seam.end, ""))
    assert composition.allows(Replace(1, seam.start - 2, seam.start, "by"))


SECTION = "<w:sectPr/>"
NUMBER = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
MARK = '<w:rPr><w:ins w:id="3" w:author="Someone"/><w:i/></w:rPr>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (broken(first=SECTION, rest=SECTION), "a section of the document ends"),
        (broken(rest=NUMBER), "set differently"),
        (broken(f"<w:tbl><w:tr><w:tc>{p()}</w:tc></w:tr></w:tbl>"), "different places"),
    ],
)
def test_halves_that_are_more_than_halves_stay(data: bytes, reason: str) -> None:
    assert reason in refusal(data)


def test_paragraphs_of_two_styles_are_no_halves() -> None:
    body = ORGAN + p(*FIRST, style="SingleTxt") + p(r("the implementation of the present resolution,"))
    assert len(whole(word(body)).blocks) == 3


def test_the_mark_keeps_what_stood_on_it() -> None:
    result = made(broken(first=MARK), "tracked")
    root = etree.fromstring(unzipped(result)["word/document.xml"])
    [mark] = root.xpath("//w:pPr/w:rPr", namespaces={"w": w("")[1:-1]})
    assert [one.tag for one in mark] == [w("ins"), w("del"), w("i")]
