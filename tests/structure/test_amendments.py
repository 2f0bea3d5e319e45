from __future__ import annotations

from pathlib import Path

import pytest

from linter.model.resolution import Resolution
from linter.readers import read
from linter.structure import recognise
from linter.structure.amendments import Instruction, amended_draft, instructions, symbol_of
from linter.tables import vocabulary

HEAD = "Norway: amendment to draft resolution A/HRC/61/L.3\n\n## Safe schools\n\n"


def resolution(body: str, head: str = HEAD) -> Resolution:
    return recognise(read("amendment.md", (head + body).encode()), vocabulary())


def only(body: str) -> Instruction:
    (instruction,) = instructions(resolution(body))
    return instruction


def targets(body: str) -> list[str]:
    return [target.name for target in only(body).targets]


def quoted(body: str) -> list[tuple[str, bool]]:
    found = resolution(body)
    (instruction,) = instructions(found)
    text = found.elements[instruction.element].block.text
    return [(text[one.span.start : one.span.end], one.old) for one in instruction.quotations]


def test_an_amendment_is_told_from_a_draft() -> None:
    assert resolution("Delete operative paragraph 3.").kind == "amendment"
    assert resolution("*The Human Rights Council*,\n\n1. *Decides* to go on.\n", "").kind == "text"
    assert instructions(resolution("*The Human Rights Council*,\n\n1. *Decides* to go on.\n", "")) == ()


def test_an_amendment_without_a_title_has_its_first_instruction() -> None:
    found = resolution("Delete operative paragraph 3.", HEAD.split("\n\n", maxsplit=1)[0] + "\n\n")
    assert [one.asked for one in instructions(found)] == ["delete"]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Delete operative paragraph 3.", ["operative paragraph 3"]),
        ("Delete operative paragraphs 5 to 7 and 9.", [f"operative paragraph {n}" for n in (5, 6, 7, 9)]),
        ("In operative paragraph 10 (b), delete “all”.", ["operative paragraph 10 (b)"]),
        (
            "Delete the third preambular paragraph and operative paragraph 2.",
            ["the third preambular paragraph", "operative paragraph 2"],
        ),
        (
            "Delete the fifth and the twenty-third preambular paragraphs.",
            ["the fifth preambular paragraph", "the twenty-third preambular paragraph"],
        ),
        ("Delete PP 4 and OP12.", ["the fourth preambular paragraph", "operative paragraph 12"]),
        ("Replace “in operative paragraph 9” with “above” in the title.", []),
    ],
)
def test_the_paragraphs_that_are_named(body: str, names: list[str]) -> None:
    assert targets(body) == names


@pytest.mark.parametrize(
    ("body", "asked", "regular"),
    [
        ("Delete OP3.", "delete", False),
        ("In operative paragraph 1, replace “a” with “b”.", "replace", True),
        ("Renumber paragraph 4.", "replace", False),
        ("After the first preambular paragraph, insert a new one.", "insert", True),
        ("Add “x” to preambular paragraph 2.", "insert", False),
        ("Of operative paragraph 3.", "", True),
    ],
)
def test_what_is_asked_and_how_its_place_is_named(body: str, asked: str, regular: bool) -> None:
    found = only(body)
    assert (found.asked, [target.regular for target in found.targets]) == (asked, [regular])


def test_a_title_may_sound_like_an_instruction() -> None:
    found = resolution("Delete operative paragraph 3.", HEAD.replace("Safe schools", "Strike a balance"))
    assert found.title == "Strike a balance"
    assert len(instructions(found)) == 1


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("In operative paragraph 1, replace “Urges” with “Invites”.", [("Urges", True), ("Invites", False)]),
        ("In operative paragraph 1, delete “a” and “b”.", [("a", True), ("b", True)]),
        ("In operative paragraph 1, after “staff”, insert “and all”.", [("staff", True), ("and all", False)]),
        ("In operative paragraph 1, between “a” and “b”, add “c”.", [("a", True), ("b", True), ("c", False)]),
        ("In operative paragraph 1, insert “c” after “a”.", [("c", False), ("a", True)]),
    ],
)  # fmt: skip
def test_words_of_the_draft_and_new_words(body: str, words: list[tuple[str, bool]]) -> None:
    assert quoted(body) == words


def test_a_paragraph_that_is_shown_below() -> None:
    found = resolution("Delete the first preambular paragraph reading:\n\n*Recalling* its work,\n")
    (instruction,) = instructions(found)
    assert [found.elements[index].block.text for index in instruction.shown] == ["Recalling its work,"]


@pytest.mark.parametrize(
    ("paragraph", "role"),
    [
        ("*Lauding* the work,", "preambular"),
        ("Lauding the work,", "other"),
        ("Calls upon States to act;", "operative"),
        ("1. Recalling its work,", "preambular"),
        ("1. Rivers flow,", "other"),
    ],
)
def test_what_is_to_be_inserted_opens_with_a_phrase(paragraph: str, role: str) -> None:
    found = resolution(f"Insert the following paragraph:\n\n{paragraph}\n")
    assert found.elements[-1].role == role


@pytest.mark.parametrize(
    ("instruction", "role"),
    [
        ("Insert after operative paragraph 9 the following:", "operative"),
        ("Replace paragraph 9 with the following text:", "operative"),
        ("After the last preambular paragraph, insert a new operative paragraph, reading:", "operative"),
        ("Delete OP 9 reading:", "operative"),
        ("After the ninth preambular paragraph, insert the following:", "preambular"),
        ("At the end of the preamble, after “operative paragraph 9”, insert the following:", "preambular"),
    ],
)
@pytest.mark.parametrize(
    "paragraph", ["*Recalling* it;", "*Bewails* it;", "*Bewailing* it.", "9 *bis*. *Notes* it,"]
)
def test_a_paragraph_belongs_to_the_part_that_the_instruction_names(
    instruction: str, role: str, paragraph: str
) -> None:
    found = resolution(f"{instruction}\n\n{paragraph}\n\nDelete the title.\n")
    assert [one.role for one in found.elements[-3:]] == ["other", role, "other"]


def test_the_items_of_a_paragraph_to_be_inserted_are_no_instructions() -> None:
    found = resolution(
        "1. After operative paragraph 9, insert the following:\n\n*Encourages* States:\n\n"
        "(a) To build schools;\n\n(b) To pay teachers;\n\n2. Delete operative paragraph 12.\n"
    )
    assert [one.role for one in found.elements[-3:]] == ["subparagraph", "subparagraph", "other"]
    assert [one.shown for one in instructions(found)] == [(3, 4, 5), ()]


def test_what_is_amended() -> None:
    said = "Belarus and Norway: amendment to revised draft resolution A/C.3/80/L.20/Rev.1"
    assert amended_draft(said) == "revised draft resolution A/C.3/80/L.20/Rev.1"
    assert symbol_of(amended_draft(said)) == "A/C.3/80/L.20/Rev.1"
    assert amended_draft("Norway: draft resolution") == symbol_of("") == ""


def test_every_instruction_of_real_amendments_is_understood(shared: Path) -> None:
    folder = shared / "corpus" / "GA" / "drafts"
    files = [folder / f"A_80_L.{number}.html" for number in (19, 20, 29, 30, 31, 32, 33, 35, 36, 39)]
    files += [folder / f"A_C.3_80_L.{number}.html" for number in (56, 58, 61, 62, 63, 64, 65)]
    for file in files:
        found = instructions(recognise(read(str(file)), vocabulary()))
        assert found, file.name
        assert all(one.asked and (one.targets or one.quotations) for one in found), file.name
