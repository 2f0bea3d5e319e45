"""Each kind of change in Markdown and plain text, to the letter."""

from __future__ import annotations

import pytest

from linter.editing.compose import Composition
from linter.model.changes import Refusal, SourceEdit
from linter.model.diagnostic import Edit, MoveNote, Replace, SetLabel, SetStyle
from linter.model.errors import WriteError
from linter.readers import read
from linter.writers import render, source_edits


def written(text: str, *edits: Edit, path: str = "draft.md") -> str:
    document = read(path, text.encode())
    return render(document, Composition.of(document).apply(edits).changes()).decode()


@pytest.mark.parametrize(
    ("text", "edit", "expected"),
    [
        # words
        ("1. *Requests* him", Replace(0, 0, 8, "Also requests"), "1. *Also requests* him"),
        ("1. *Requests* him", Replace(0, 0, 0, "Also "), "1. *Also Requests* him"),
        ("1. *Requests* him", Replace(0, 8, 8, " also"), "1. *Requests also* him"),
        ("two  spaces", Replace(0, 4, 5, ""), "two spaces"),
        ("*Recalling* its", Replace(0, 6, 11, "ed"), "*Recalled*ts"),
        ("*Recalling* its", Replace(0, 0, 10, ""), "its"),
        ("the *old* one", Replace(0, 2, 8, " new "), "th new one"),
        ("a\nb c", Replace(0, 2, 3, "d"), "a\nd c"),
        ("x&nbsp;y", Replace(0, 1, 2, " "), "x y"),
        ("the report,[^1] and", Replace(0, 11, 11, " so"), "the report, so[^1] and"),
        ("the report,[^1] and", Replace(0, 11, 11, " so", after_note=True), "the report,[^1] so and"),
        ("a,[^1] b[^2] c", Replace(0, 2, 2, " so", after_note=True), "a,[^1] so b[^2] c"),
        ("word " * 30 + "end", Replace(0, 4, 4, " so"), "word so " + "word " * 29 + "end"),
        # what would be markup is escaped
        ("a b", Replace(0, 2, 2, "# "), "a # b"),
        ("words", Replace(0, 5, 5, " 2*3*4"), "words 2\\*3\\*4"),
        ("words", Replace(0, 5, 5, " <i> &amp; [^1]"), "words \\<i> &amp;amp; \\[^1]"),
        ("words", Replace(0, 5, 5, "²"), "words&#178;"),
        ("words", Replace(0, 0, 5, "# x"), "\\# x"),
        ("words", Replace(0, 5, 5, " a_b"), "words a_b"),
        # styles
        ("*The General Assembly,*", SetStyle(0, 20, 21, "italic", on=False), "*The General Assembly*,"),
        ("Recalling its", SetStyle(0, 0, 9, "italic", on=True), "*Recalling* its"),
        ("*Recalling its all*", SetStyle(0, 9, 17, "italic", on=False), "*Recalling* its all"),
        ("*Recalling* its", SetStyle(0, 0, 9, "italic", on=False), "Recalling its"),
        ("*Also* recalling it", SetStyle(0, 4, 14, "italic", on=True), "*Also recalling* it"),
        ("*Deeply*  *concerned* at", SetStyle(0, 6, 8, "italic", on=True), "*Deeply  concerned* at"),
        ("_Recalling_ its", SetStyle(0, 9, 13, "italic", on=True), "_Recalling its_"),
        ("**Urges** all", SetStyle(0, 0, 5, "italic", on=True), "***Urges*** all"),
        ("*Urges* all", SetStyle(0, 0, 9, "bold", on=True), "***Urges* all**"),
        ("<i>Urges</i> all", SetStyle(0, 3, 5, "italic", on=False), "<i>Urg</i>es all"),
        ("re*port*s", SetStyle(0, 2, 6, "bold", on=True), "re***port***s"),
        # a style that goes over two paragraphs
        ("*44th meeting  \n7 May 2022*", Replace(0, 0, 4, "45th"), "*45th meeting  \n7 May 2022*"),
        ("*44th meeting  \n7 May 2022*", Replace(0, 12, 12, "s"), "*44th meetings  \n7 May 2022*"),
        ("*44th meeting  \n7 May 2022*", Replace(0, 4, 12, ""), "*44th  \n7 May 2022*"),
        ("*44th meeting  \n7 May 2022*", Replace(1, 0, 0, "On "), "*44th meeting  \nOn 7 May 2022*"),
        ("*44th meeting  \n7 May 2022*", Replace(1, 1, 10, ""), "*44th meeting  \n7*"),
        # note marks
        ("the report[^1], and", MoveNote(0, 10, 11), "the report,[^1] and"),
        ("*Urges*, all[^1]", MoveNote(0, 10, 5), "*Urges*[^1], all"),
        ("the report¹; x\n\n¹ A.", MoveNote(0, 10, 11), "the report;¹ x\n\n¹ A."),
        # labels
        ("3. Urges all", SetLabel(0, "4."), "4. Urges all"),
        ("**3.** Urges all", SetLabel(0, "4."), "**4.** Urges all"),
        ("x¹\n\n¹ A.", SetLabel(1, "2"), "x¹\n\n² A."),
        ("OP4 bis.  Urges all", SetLabel(0, ""), "Urges all"),
    ],
)
def test_one_change(text: str, edit: Edit, expected: str) -> None:
    assert written(text, edit) == expected


def test_changes_of_one_block_go_together() -> None:
    text = "3. *Requests him*[^1], to  act:"
    edits = [
        SetLabel(0, "4."),
        Replace(0, 0, 8, "Also requests"),
        SetStyle(0, 8, 12, "italic", on=False),
        MoveNote(0, 12, 13),
        Replace(0, 17, 18, ""),
        Replace(0, 21, 22, ";"),
    ]
    assert written(text, *edits) == "4. *Also requests* him,[^1] to act;"


def test_edits_are_sorted_and_touch_only_what_changes() -> None:
    document = read("draft.md", b"*Requests him,* to  act:\n")
    edits = [Replace(0, 21, 22, ";"), SetStyle(0, 8, 13, "italic", on=False), Replace(0, 16, 17, "")]
    assert source_edits(document, Composition.of(document).apply(edits).changes()) == (
        SourceEdit(9, 9, "*"),
        SourceEdit(14, 15, ""),
        SourceEdit(18, 19, ""),
        SourceEdit(23, 24, ";"),
    )


@pytest.mark.parametrize(
    ("text", "edit", "reason"),
    [
        ("Recalling, its", SetStyle(0, 9, 12, "italic", on=True), "style"),
        ("*ab cd* ef", SetStyle(0, 3, 8, "bold", on=True), "overlap"),
        ("_Recalling_ its", SetStyle(0, 4, 9, "italic", on=False), "at this place"),
        ("*44th meeting  \n7 May 2022*", SetStyle(0, 0, 12, "italic", on=False), "outside this paragraph"),
        ("a [^x] b\n\n[^x]: A.", SetLabel(1, "2"), "not typed"),
        ("one\ntwo", Replace(0, 4, 5, " t"), "white space"),
    ],
)
def test_what_cannot_be_shown_is_refused(text: str, edit: Edit, reason: str) -> None:
    document = read("draft.md", text.encode())
    composition = Composition.of(document).apply([edit])
    with pytest.raises(Refusal, match=reason):
        source_edits(document, composition.changes())


def test_plain_text_takes_words_and_labels_but_no_styles() -> None:
    assert written("3.\tUrges 2*3 States", Replace(0, 0, 5, "Urge*"), path="a.txt") == "3.\tUrge* 2*3 States"
    assert written("3.\tUrges States", SetLabel(0, "4."), path="a.txt") == "4.\tUrges States"
    with pytest.raises(Refusal, match="plain text cannot show italic"):
        written("Urges States", SetStyle(0, 0, 5, "italic", on=True), path="a.txt")


def test_the_encoding_and_the_line_ends_stay() -> None:
    data = "Recalling  Asunción,\r\nagain\r\n".encode("utf-16")
    document = read("a.txt", data)
    changes = Composition.of(document).apply([Replace(0, 9, 10, "")]).changes()
    assert render(document, changes) == "Recalling Asunción,\r\nagain\r\n".encode("utf-16")


def test_a_character_that_the_encoding_lacks_is_an_error_with_the_way_out() -> None:
    document = read("a.txt", "Asunción".encode("cp1252"))
    changes = Composition.of(document).apply([Replace(0, 0, 1, "Ω")]).changes()
    with pytest.raises(WriteError, match="UTF-8"):
        render(document, changes)
