"""References of a draft to itself, "Ibid.", treaties without a note, and sessions beside a year."""

from __future__ import annotations

import pytest

from linter.engine.lint import Linter
from linter.engine.settings import Settings
from linter.packs import load
from linter.readers import read

_HEAD = """\
## The colours of the house

*The General Assembly*,

*Guided* by the Charter of the United Nations,

"""
_UN = "United Nations, *Treaty Series*,"
_RECORDS = (
    "*Official Records of the General Assembly, Eightieth Session, Supplement No. 5* (A/80/5 (Vol. I))."
)
_RULES = (
    "reference-to-missing-paragraph",
    "reference-above-or-below",
    "ibid-without-source",
    "treaty-without-note",
    "session-and-year",
)
_LINTER = Linter(load(), Settings(select=_RULES))


def messages(body: str, head: str = _HEAD) -> list[str]:
    lint = _LINTER.lint(read("draft.md", f"{head}{body}".encode()))
    assert not lint.failures
    return [found.message for found in lint.diagnostics]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("1. *Recalls* paragraphs 2 to 4 below;\n\n2. *Decides* so.\n", ["no paragraph 4"]),
        (
            "1. *Recalls* paragraphs 1, 2 and 7 of the present resolution;\n\n2. *Decides* so.\n",
            ["no paragraph 7"],
        ),
        ("1. *Recalls* paragraph 2 of the present decision;\n\n2. *Decides* so.\n", []),
        (
            "1. *Recalls* paragraph 9 of resolution 60/251;\n\n2. *Recalls* paragraph 9 of it above.\n",
            [],
        ),
        ("1. *Recalls* “paragraph 9 above”;\n\n2. *Decides* so.\n", []),
        ("*Decides* to recall paragraph 4 above.\n", []),
        ("1. *Recalls* paragraph 9 above;\n\n3. *Decides* so.\n", []),
        (
            "1. *Decides*:\n\n(a) To meet;\n\n(b) To act as in subparagraph (d) above;\n\n2. *Ends*.\n",
            ["subparagraph (d)"],
        ),
        ("1. *Decides*:\n\n(a) To meet;\n\n(b) To act as in subparagraph (a) above;\n\n2. *Ends*.\n", []),
        (
            "1. *Adopts* annex II to the present resolution;\n\n2. *Ends*.\n\n## Annex I\n\nWords.\n",
            ["no annex II"],
        ),
        ("1. *Adopts* annex I to the present resolution;\n\n2. *Ends*.\n\n## Annex I\n\nWords.\n", []),
        ("1. *Adopts* the annex to the present resolution;\n\n2. *Ends*.\n\n## Annex\n\nWords.\n", []),
        ("1. *Adopts* the annex to resolution 60/251;\n\n2. *Ends*.\n", []),
    ],
)
def test_what_is_referred_to_is_there(body: str, said: list[str]) -> None:
    found = messages(body)
    assert len(found) == len(said), found
    assert all(words in message for words, message in zip(said, found, strict=True))


def test_each_part_has_numbers_of_its_own() -> None:
    part = "## {}\n\n*The General Assembly*,\n\n*Recalling* the Charter,\n\n"
    first = (
        part.format("A") + "1. *Takes note*;\n\n2. *Affirms* it;\n\n3. *Decides* on paragraph 1 above.\n\n"
    )
    second = part.format("B") + "1. *Takes note*;\n\n2. *Decides* on paragraph 3 above.\n"
    found = messages(first + second, "## The colours of the house\n\n")
    assert found == ["There is no paragraph 3 in this text: the last is paragraph 2."]


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("1. *Recalls* paragraph 2 above;\n\n2. *Decides* on paragraph 1 above.\n", 1),
        ("1. *Recalls* paragraph 2 below;\n\n2. *Decides* on paragraph 1 below.\n", 1),
        ("1. *Recalls* it;\n\n2. *Decides* on paragraphs 1 and 3 above;\n\n3. *Ends*.\n", 0),
        ("1. *Recalls* it;\n\n2. *Decides* on paragraph 2 above.\n", 0),
    ],
)
def test_above_and_below(body: str, wrong: int) -> None:
    found = messages(body)
    assert len(found) == wrong
    assert all("one of the two is wrong" in message for message in found)


@pytest.mark.parametrize(
    ("notes", "wrong"),
    [
        ([f"{_UN} vol. 1, No. 1.", "Ibid., vol. 2, No. 2.", "Ibid., vol. 3, No. 3."], 0),
        ([f"{_UN} vol. 1, No. 1.", "A/80/1.", "Ibid., vol. 3, No. 3."], 1),
        ([_RECORDS, "Ibid., vol. III (A/80/5 (Vol. III)).", "Ibid., *Supplement No. 53* (A/80/53)."], 0),
        (["A/80/1.", "Ibid., *Supplement No. 53* (A/80/53)."], 1),
        (["A/80/1 and A/80/1/Corr.1.", "Ibid., annex."], 0),
        (["A/80/1 and A/80/2.", "Ibid., annex.", "Ibid."], 2),
    ],
)
def test_ibid(notes: list[str], wrong: int) -> None:
    marks = "".join(f" word[^{number}]" for number in range(1, len(notes) + 1))
    tail = "".join(f"[^{number}]: {note}\n\n" for number, note in enumerate(notes, 1))
    found = messages(f"1. *Takes note* of every{marks};\n\n2. *Ends*.\n\n{tail}")
    assert len(found) == wrong, found


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("the Convention on the Rights of the Child", 1),
        ("the Convention on the Rights of the Child[^1] and its purposes", 0),
        ("the Committee of the parties to the Convention on the Rights of the Child", 0),
        ("the report entitled “The Convention on the Rights of the Child”", 0),
        ("the Convention on the Rights of the Child[^1] and the Convention on the Rights of the Child", 0),
    ],
)
def test_a_treaty_has_a_note_where_it_is_first_named(words: str, wrong: int) -> None:
    note = "\n[^1]: United Nations, *Treaty Series*, vol. 1577, No. 27531.\n" if "[^1]" in words else ""
    assert len(messages(f"1. *Recalls* {words};\n\n2. *Ends*.\n{note}")) == wrong


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("the General Assembly at its eighty-second session, in 2027", ""),
        ("the General Assembly at its eighty-second session, in 2029", "meets in 2027 and 2028"),
        ("the General Assembly at its eighty-second session, in 2026", "meets in 2027 and 2028"),
        ("the Human Rights Council at its sixty-third session, in 2026", ""),
        ("the Human Rights Council at its sixty-third session, in 2027", "meets in 2026, not in 2027"),
        ("the World Health Assembly at its eighty-first session, in 2028", ""),
        ("the Committee at its sixty-third session, in 2027", ""),
    ],
)
def test_a_session_and_its_year(words: str, said: str) -> None:
    found = messages(f"1. *Decides* to report to {words};\n\n2. *Ends*.\n")
    assert len(found) == bool(said)
    assert all(said in message for message in found)
