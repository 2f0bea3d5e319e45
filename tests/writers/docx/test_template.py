from __future__ import annotations

from hypothesis import given, settings

from linter.model.document import Document
from linter.readers import read as read_any
from linter.readers.docx import read
from linter.writers.docx.template import build
from tests.ooxml.wordfiles import unzipped
from tests.writers.docx.drafts import files
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


def test_what_xml_cannot_hold_is_left_out() -> None:
    text = "Requests <States> & \ufffeothers"
    built = build(read_any("draft.txt", text.encode()))
    assert b"Requests &lt;States&gt; &amp; others" in unzipped(built)["word/document.xml"]


@settings(max_examples=25, deadline=None)
@given(files(hard=False))
def test_any_word_file_may_be_built_anew(data: bytes) -> None:
    document = read(data, "draft.docx")
    assert seen(read(build(document), "built.docx")) == seen(document)
