"""Plain text as it is found: dumps of Word files, wrapped mail, scans, with what is left of their notes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.model.document import Document
from linter.readers import read
from tests.readers.conformance import check_document

SEED_NOTES = {"000": 2, "001": 6, "002": 2, "003": 1, "004": 4}


def plain(text: str) -> Document:
    document = read("draft.txt", text.encode())
    check_document(document)
    assert document.source.format == "text"
    return document


def body(document: Document) -> list[tuple[str, str]]:
    return [
        (block.label.text if block.label else "", block.text)
        for block in document.blocks
        if block.kind != "note"
    ]


def notes(document: Document) -> list[tuple[str, str]]:
    """Each mark as the words before it and the note it leads to."""
    return [
        (block.text[: mark.offset].split()[-1], document.blocks[mark.note].text if mark.note else "")
        for block in document.blocks
        for mark in block.notes
    ]


@given(st.text(st.sampled_from("ab A1.,;()[]:¹\t\n "), max_size=80))
def test_anything_keeps_all_promises(text: str) -> None:
    plain(f"x\n{text}")


def test_a_dump_of_a_word_file_has_a_paragraph_a_line() -> None:
    long = "the promotion and protection of human rights in all parts of the world " * 3
    text = (
        f"\t\tThe Council,\n\t\tRecalling {long}again,\n\t1.\tRequests {long}again;\n"
        "2. \tDecides so.\n45th meeting\n6 May 2024\n"
    )
    assert [label for label, _ in body(plain(text))] == ["", "", "1.", "2.", "", ""]


def test_wrapped_lines_are_joined_and_short_ones_stay_apart() -> None:
    wrapped = """\
Resolution 505 (1982)
of 26 May 1982

The Security Council,
Reaffirming its resolution 502 (1982),

Noting with the deepest concern that the situation in the region of
the islands has seriously deteriorated, and that the parties in the
United Nations have not met,

1. Expresses appreciation to the Secretary-General for all the efforts
that he has made;

Adopted at the
2360th meeting.

81st plenary meeting
4 December 2000
"""
    assert [text for _, text in body(plain(wrapped))] == [
        "Resolution 505 (1982) of 26 May 1982",
        "The Security Council,",
        "Reaffirming its resolution 502 (1982),",
        (
            "Noting with the deepest concern that the situation in the region of the islands has seriously "
            "deteriorated, and that the parties in the United Nations have not met,"
        ),
        "Expresses appreciation to the Secretary-General for all the efforts that he has made;",
        "Adopted at the 2360th meeting.",
        "81st plenary meeting",
        "4 December 2000",
    ]


def test_a_number_alone_in_its_line_is_the_label_of_the_next() -> None:
    document = plain("Noting the report,\n\n1.\n\nDecides to act;\n\n2.\nRequests it.\n")
    assert body(document) == [("", "Noting the report,"), ("1.", "Decides to act;"), ("2.", "Requests it.")]


def test_notes_that_a_word_dump_left_in_the_line() -> None:
    text = (
        "3. \tNotes the report,[footnoteRef:2] and more; [2: \t\tA/61/35, [annex].] \n"
        "4.\tWelcomes it.[footnoteRef:3] [3: Ibid.]\n"
    )
    document = plain(text)
    assert body(document) == [("3.", "Notes the report, and more;"), ("4.", "Welcomes it.")]
    assert notes(document) == [("report,", "A/61/35, [annex]."), ("it.", "Ibid.")]


def test_digits_stuck_to_words_are_marks_when_notes_follow_in_sequence() -> None:
    text = (
        "Recalling resolution 1993/51 of 9 March 19931 and (A/55/602/Add.2 and Corr.1),\n"
        "Recalling also the report;2\nNoting G20 and the plan for 1998-2001,3 again,\n"
        "4 December 2000\n1 See E/1993/23.\n2 Ibid.\n3 See A/53/6.\nA/RES/55/105\n"
    )
    document = plain(text)
    assert body(document)[:3] == [
        ("", "Recalling resolution 1993/51 of 9 March 1993 and (A/55/602/Add.2 and Corr.1),"),
        ("", "Recalling also the report;"),
        ("", "Noting G20 and the plan for 1998-2001, again,"),
    ]
    assert notes(document) == [
        ("1993", "See E/1993/23."),
        ("report;", "Ibid."),
        ("1998-2001,", "See A/53/6."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Recalling the report of 9 March 19931 and all,\n",
        "Recalling the report;4\n1 See A/1.\n2 See A/2.\n",
        "Recalling Corr.1 and No.2,\n1 See A/1.\n2 See A/2.\n",
        "Held from 7 to 9 March\n12 September to 7 October 2022\n",
    ],
)
def test_digits_stay_words_without_notes_to_match(text: str) -> None:
    document = plain(text)
    assert [block.kind for block in document.blocks] == ["paragraph"] * len(document.blocks)
    assert "".join(block.text for block in document.blocks) == text.replace("\n", "")


@pytest.mark.parametrize("number", SEED_NOTES)
def test_every_note_of_a_real_text_is_found_and_linked(shared: Path, number: str) -> None:
    (path,) = (shared / "seeds").glob(f"{number}_*.txt")
    document = read(str(path))
    check_document(document)
    marks = [mark for block in document.blocks for mark in block.notes]
    found = [block.index for block in document.blocks if block.kind == "note"]
    assert len(found) == SEED_NOTES[number]
    assert sorted(mark.note or -1 for mark in marks) == found


def test_real_texts_keep_all_promises(shared: Path) -> None:
    paths = sorted((shared / "corpus").glob("*/**/*.txt"))[::25]
    assert paths
    for path in paths:
        check_document(read(str(path)))
