"""PDF drafts are read as a person sees them: paragraphs, italics, notes, without what pages carry."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest

from linter.model.document import Block, Document
from linter.readers import read
from tests.readers.conformance import check_document
from tests.readers.pdf.pdffiles import Set, column, pdf

FIRST = [
    Set(123, 734, "United Nations", 14),
    Set(480, 735, "A/C.3/90/L.7"),
    Set(123, 706, "**General Assembly**", 20),
    Set(397, 706, "Distr.: Limited"),
    Set(60, 580, "**Ninetieth session**"),
    Set(60, 568, "Agenda item 5"),
    Set(123, 500, "**Rights of the reader**", 12),
    *column(
        "*The General Assembly*,",
        "*Recalling* the Universal Declaration of Human Rights,^1^ and the long history of|"
        "libraries, reading rooms, lending schemes and of self-|"
        "determination in the choice of what to read,",
        "*Noting* the report~ on “reading”,^2^",
        top=470,
    ),
    Set(99, 140, "__________________", 8),
    Set(117, 127, "~  Reissued for technical reasons.", 8),
    Set(117, 116, "^1^  Resolution 217 A (III).", 8),
    Set(117, 105, "^2^  See A/90/1, chap. II, and the words on the", 8),
    Set(60, 44, "35-12345 (E)    020535"),
    Set(60, 30, "~3512345~"),
]
LONG = (
    "the long history of libraries, reading rooms, lending schemes and of self-determination in the choice of"
    " what to read"
)
SECOND = [
    Set(60, 750, "**A/C.3/90/L.7**", 8),
    Set(99, 120, "__________________", 8),
    Set(123, 110, "libraries of the world.", 8),
    Set(60, 38, "2/2", 8),
    Set(500, 38, "35-12345", 7),
]
OPERATIVE = column(
    "1. *Requests* the Secretary-General to read without haste, and to tell Member|States what he read;",
    "2. *Decides* to remain seized of the matter.",
    top=706,
)


def document(*pages: list[Set]) -> Document:
    found = read("draft.pdf", pdf(*pages))
    check_document(found)
    return found


def shown(block: Block) -> str:
    label = f"{block.label.text} | " if block.label else ""
    return label + block.text


def italics(block: Block) -> list[str]:
    return [block.text[mark.start : mark.end] for mark in block.marks if mark.style == "italic"]


@pytest.fixture(scope="module")
def draft() -> Document:
    return document(FIRST, SECOND[:1] + OPERATIVE + SECOND[1:])


def test_paragraphs_are_put_together_and_furniture_is_left_out(draft: Document) -> None:
    assert [shown(block) for block in draft.blocks] == [
        "United Nations A/C.3/90/L.7",
        "General Assembly Distr.: Limited",
        "Ninetieth session",
        "Agenda item 5",
        "Rights of the reader",
        "The General Assembly,",
        f"Recalling the Universal Declaration of Human Rights, and {LONG},",
        "Noting the report on “reading”,",
        "1. | Requests the Secretary-General to read without haste, and to tell Member States what he read;",
        "2. | Decides to remain seized of the matter.",
        "* | Reissued for technical reasons.",
        "1 | Resolution 217 A (III).",
        "2 | See A/90/1, chap. II, and the words on the libraries of the world.",
    ]


def test_italics_come_from_the_fonts(draft: Document) -> None:
    opened = [italics(block) for block in draft.blocks if italics(block)]
    assert opened == [["The General Assembly"], ["Recalling"], ["Noting"], ["Requests"], ["Decides"]]
    assert draft.carries.emphasis


def test_marks_are_joined_with_their_notes(draft: Document) -> None:
    marks = [
        (block.text[: mark.offset][-12:], mark.label, draft.blocks[mark.note or 0].text[:8])
        for block in draft.blocks
        for mark in block.notes
    ]
    assert marks == [
        ("uman Rights,", "1", "Resoluti"),
        ("g the report", "*", "Reissued"),
        ("n “reading”,", "2", "See A/90"),
    ]


def test_headings_are_what_is_set_in_bold(draft: Document) -> None:
    assert [(block.text, block.level) for block in draft.blocks if block.kind == "heading"] == [
        ("Ninetieth session", 2),
        ("Rights of the reader", 1),
    ]


def test_places_have_no_lines(draft: Document) -> None:
    assert draft.source.format == "pdf"
    assert not draft.source.has_lines
    block = draft.blocks[6]
    assert draft.source.text[slice(*block.span)].startswith("Recalling the Universal Declaration")


def test_a_paragraph_goes_on_overleaf() -> None:
    filler = [f"*Noting* that matter number {number} is settled," for number in range(30)]
    first = column(
        *filler, "*Noting* also the long discussion of this question and of the many others that|were raised",
    )  # fmt: skip
    # The last line of the page reaches the edge; the first of the next is not indented.
    first[-1] = Set(
        123, first[-1].y, "were raised by delegations in the course of the general debate in the early"
    )
    found = document(first, [Set(123, 706, "summer of that year, and what came of it,")])
    assert found.blocks[-1].text.endswith("in the early summer of that year, and what came of it,")


def test_notes_that_begin_anew_are_kept_apart() -> None:
    page = [*column("*Recalling* its work,^1^", top=700), Set(117, 100, "^1^ First.", 8)]
    other = [*column("*Recalling* more work,^1^", top=700), Set(117, 100, "^1^ Second.", 8)]
    found = document(page, other)
    answered = [found.blocks[mark.note or 0].text for block in found.blocks for mark in block.notes]
    assert answered == ["First.", "Second."]


def test_a_word_is_whole_again_when_others_show_how_it_is_written() -> None:
    found = document(
        column("*Recalling* its resolution, and reaffirming what is said in that reso-|lution on libraries,")
    )
    assert found.blocks[0].text.endswith("in that resolution on libraries,")


def test_raised_letters_and_powers_are_words() -> None:
    found = document(column("*Noting* the 1^st^ meeting and the 5 km^2^ around it,"))
    (block,) = found.blocks
    assert block.text == "Noting the 1st meeting and the 5 km2 around it,"
    assert [mark.style for mark in block.marks] == ["italic", "superscript", "superscript"]
    assert block.notes == ()


def test_a_page_that_lies_on_its_side_is_read() -> None:
    upright = column("*Recalling* its work,", "*Noting* more of it,")
    turned = read("draft.pdf", _sideways(upright))
    assert [block.text for block in turned.blocks] == ["Recalling its work,", "Noting more of it,"]


def _sideways(lines: list[Set]) -> bytes:
    """The same lines set from bottom to top on a page that is shown turned."""
    return rewritten(pdf(lines, rotate=90), b"q 0 1 -1 0 612 0 cm ", b" Q")


def rewritten(data: bytes, before: bytes, after: bytes) -> bytes:
    """The file with something before and after what its one page paints."""
    start, end = data.index(b"stream\n") + 7, data.index(b"\nendstream")
    content = zlib.decompress(data[start:end])
    turned = zlib.compress(before + content + after)
    data = data[:start] + turned + data[end:]
    return data.replace(f"/Length {end - start}/".encode(), f"/Length {len(turned)}/".encode())


def test_words_that_are_not_painted_are_read() -> None:
    data = rewritten(pdf(column("*Recalling* its work,")), b"3 Tr ", b"")
    assert read("draft.pdf", data).blocks[0].text == "Recalling its work,"


def test_a_page_may_lie_anywhere() -> None:
    lines = [Set(line.x + 300, line.y - 900, line.words, line.size) for line in FIRST]
    data = pdf(lines).replace(b"MediaBox[0 0 612 792]", b"MediaBox[300 -900 912 -108]")
    assert [block.text for block in read("draft.pdf", data).blocks] == [
        block.text for block in document(FIRST).blocks
    ]


def test_one_font_tells_no_italics() -> None:
    found = document(column("Recalling its work,", "Noting more of it,"))
    assert not found.carries.emphasis


def test_words_that_jump_about_are_put_in_order() -> None:
    lines = column(
        "*Recalling* one,", "*Noting* two,", "*Stressing* three,", "*Urging* four,", "*Asking* five,"
    )
    found = document(lines[::-1])
    assert [block.text.split()[0] for block in found.blocks] == [
        "Recalling", "Noting", "Stressing", "Urging", "Asking",
    ]  # fmt: skip


@pytest.mark.parametrize("by_rows", [False, True])
def test_columns_are_read_one_after_the_other(by_rows: bool) -> None:
    paragraph = "matter number {} of those which were put|before the meeting is settled and is|closed,"
    left = column(*(f"*Noting* that {paragraph.format(one)}" for one in range(5)), left=60, indent=12)
    right = column(*(f"*Noting* that {paragraph.format(one)}" for one in range(5, 10)), left=320, indent=12)
    page = [line for pair in zip(left, right, strict=True) for line in pair] if by_rows else left + right
    found = document(page)
    assert [block.text for block in found.blocks] == [
        f"Noting that {paragraph.format(number).replace('|', ' ')}" for number in range(10)
    ]


def test_published_files_keep_the_promises_of_a_reader(shared: Path) -> None:
    for path in sorted((shared / "corpus/GA").glob("*/*.pdf"))[::10]:
        found = read(str(path))
        check_document(found)
        assert found.carries.emphasis


def test_a_hyphen_before_and_stays_with_its_space() -> None:
    found = document(column("*Noting* mid-|and long-term plans, and so-|called plans, so-called by all,"))
    assert found.blocks[0].text == "Noting mid- and long-term plans, and so-called plans, so-called by all,"
