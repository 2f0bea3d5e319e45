from __future__ import annotations

from hypothesis import given, settings
from lxml import etree

from linter.model.document import Document
from linter.readers import read as read_any
from linter.readers.docx import read
from linter.writers.docx.template import build
from tests.ooxml.wordfiles import unzipped
from tests.writers.docx.drafts import files
from tests.writers.docx.revisions import w
from tests.writers.docx.validity import invalid_parts

DRAFT = """\
A/C.3/80/L.12

# Safety of delegates

*The General Assembly*,

*Recalling* its resolution 60/251 of 15 March 2006,[^1] & others\u2011all,

1. *Requests* the Secretary-General to report;[^2]

(a) To States;

[^1]: See *Official Records*.

[^2]: Resolution 217 A (III).
"""


def seen(document: Document) -> list[object]:
    return [
        (
            block.text,
            [(mark.start, mark.end) for mark in block.marks if mark.style == "italic"],
            [(mark.offset, mark.label, mark.note) for mark in block.notes],
            block.label and block.label.text,
            block.kind == "note",
        )
        for block in document.blocks
    ]


def test_a_draft_becomes_a_word_file_that_reads_the_same() -> None:
    document = read_any("draft.md", DRAFT.encode())
    built = build(document)
    assert seen(read(built, "draft.docx")) == seen(document)
    assert invalid_parts(built) == set()
    assert build(document) == built


def test_the_paragraphs_are_set_in_the_styles_of_the_template() -> None:
    blocks = read(build(read_any("draft.md", DRAFT.encode())), "draft.docx").blocks
    assert [block.hint for block in blocks if block.text.startswith(("Safety", "Requests"))] == [
        "HCh",
        "SingleTxt",
    ]


def test_marks_that_are_no_running_numbers_stay_as_they_are() -> None:
    text = "*Recalling* one,[^*] and two,[^1]\n\n[^*]: Star.\n\n[^1]: One.\n"
    document = read_any("draft.md", text.encode())
    assert seen(read(build(document), "draft.docx")) == seen(document)


def test_a_note_that_is_marked_twice_is_counted_once() -> None:
    text = "*Recalling* one,[^1] two,[^1] and three,[^2]\n\n[^1]: One.\n\n[^2]: Two.\n"
    document = read_any("draft.md", text.encode())
    built = read(build(document), "draft.docx")
    assert [mark.label for mark in built.blocks[0].notes] == ["1", "1", "2"]
    assert seen(built) == seen(document)


def test_each_mark_of_a_note_has_a_footnote_at_its_place() -> None:
    """LibreOffice 7.4 gives the third mark the third footnote, whatever it refers to."""
    text = "*Recalling* one,[^1] two,[^1] and three,[^2]\n\n[^1]: One.\n\n[^2]: Two.\n"
    files = unzipped(build(read_any("draft.md", text.encode())))
    notes = etree.fromstring(files["word/footnotes.xml"])
    found = [(one.get(w("id")), "".join(one.itertext())) for one in notes][2:]
    assert found == [("1", "One."), ("2", "1One."), ("3", "Two.")]
    marks = etree.fromstring(files["word/document.xml"]).iter(w("footnoteReference"))
    assert [one.get(w("id")) for one in marks] == ["1", "1", "3"]


def test_a_label_is_set_in_by_its_level() -> None:
    text = "*The General Assembly*,\n\n1. *Requests* States:\n\n    (a) To act.\n"
    built = unzipped(build(read_any("draft.md", text.encode())))["word/document.xml"].decode()
    runs = [run.partition("</w:r>")[0] for run in built.split("<w:r>")]
    assert [run.count("<w:tab/>") for run in runs if ">1.<" in run or ">(a)<" in run] == [2, 3]


def test_the_parts_are_those_of_a_word_file() -> None:
    files = unzipped(build(read_any("draft.md", DRAFT.encode())))
    relationships = etree.fromstring(files["word/_rels/document.xml.rels"])
    found = {(one.get("Type", "").rpartition("/")[2], one.get("Target")) for one in relationships}
    assert found == {(kind, f"{kind}.xml") for kind in ("styles", "settings", "footnotes")}
    types = etree.fromstring(files["[Content_Types].xml"])
    kinds = {
        one.get("PartName"): one.get("ContentType", "").rpartition("wordprocessingml.")[2] for one in types
    }
    assert {name: kind for name, kind in kinds.items() if name} == {
        "/word/document.xml": "document.main+xml",
        "/word/styles.xml": "styles+xml",
        "/word/settings.xml": "settings+xml",
        "/word/footnotes.xml": "footnotes+xml",
    }


def test_what_xml_cannot_hold_is_left_out() -> None:
    text = "Requests <States> & \ufffeothers"
    built = build(read_any("draft.txt", text.encode()))
    assert b"Requests &lt;States&gt; &amp; others" in unzipped(built)["word/document.xml"]


@settings(max_examples=25, deadline=None)
@given(files(hard=False))
def test_any_word_file_may_be_built_anew(data: bytes) -> None:
    document = read(data, "draft.docx")
    assert seen(read(build(document), "built.docx")) == seen(document)
