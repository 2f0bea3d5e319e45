from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Resolint

BASE = """\
A/RES/79/182

## 79/182. Safe schools

*The General Assembly*,

*Guided* by the purposes and principles of the Charter of the United Nations,

1. *Affirms* the  importance of schools;

2. *Commends* the parties for their efforts;

3. *Requests* the Secretary-General to report to it at its eightieth session.

55th plenary meeting

17 December 2024
"""
DRAFT = """\
A/C.3/80/L.12

## Safe schools

*The General Assembly*,

*Guided* by the purposes and principles of the Charter of the United Nations,

1. *Affirms* the  importance of schools;

2. *Commends* the  parties for their work;

3. *Requests* the Secretary-General to report to it at its eightieth session.
"""
AMENDMENT = """\
Norway: amendment to draft resolution A/C.3/80/L.12

## Safe schools

1. In operative paragraph 1, replace “the work” with “the role”.

2. Delete operative paragraph 4.
"""


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    """A text, the draft made from it, and an amendment to that."""
    for name, text in (("base.md", BASE), ("draft.md", DRAFT), ("amendment.md", AMENDMENT)):
        (tmp_path / name).write_text(text, "utf-8")


def test_agreed_findings_are_marked_and_lowered(resolint: Resolint) -> None:
    outcome = resolint("check", "--base", "base.md", "--format", "json", "draft.md")
    (file,) = outcome.data["files"]
    told = [(one["rule"], one["severity"], one["agreed"]) for one in file["diagnostics"]]
    assert told == [
        ("double-space", "advice", True),
        ("double-space", "error", False),
        ("session-not-moved-on", "warning", False),
    ]
    assert outcome.status == 1


def test_json_says_nothing_of_agreement_without_a_base(resolint: Resolint) -> None:
    outcome = resolint("check", "--format", "json", "draft.md")
    assert not any("agreed" in one for file in outcome.data["files"] for one in file["diagnostics"])
    assert "session-not-moved-on" not in outcome.rules


def test_what_the_drafter_changed_comes_first(resolint: Resolint) -> None:
    out = resolint("check", "--base", "base.md", "draft.md").out
    assert out.index("draft.md:11") < out.index("draft.md:13") < out.index("draft.md:9:")
    assert out.index("draft.md:13") < out.index("the words stand so in the base")


def test_agreed_findings_can_be_left_out(resolint: Resolint) -> None:
    outcome = resolint("check", "--base", "base.md", "--agreed", "hide", "--format", "json", "draft.md")
    assert outcome.rules == ["double-space", "session-not-moved-on"]


def test_settings_name_the_base(resolint: Resolint, tmp_path: Path) -> None:
    (tmp_path / "resolint.toml").write_text('base = "base.md"\nagreed = "hide"\n', "utf-8")
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "draft.md").write_text(DRAFT, "utf-8")
    assert resolint("check", "--format", "json", "drafts").rules == ["double-space", "session-not-moved-on"]
    assert 'base = "base.md"' in resolint("config").out.replace(f"{tmp_path}/", "").replace("\\", "")


def test_agreed_language_is_repaired_only_when_asked(resolint: Resolint, tmp_path: Path) -> None:
    resolint("fix", "--base", "base.md", "draft.md")
    after = (tmp_path / "draft.md").read_text("utf-8")
    assert "the  importance" in after
    assert "the parties" in after
    resolint("fix", "--suggested", "--base", "base.md", "draft.md")
    after = (tmp_path / "draft.md").read_text("utf-8")
    assert "the importance" in after
    assert "eighty-first session" in after


def test_an_amendment_is_held_against_the_draft(resolint: Resolint) -> None:
    outcome = resolint("check", "--base", "draft.md", "--format", "json", "amendment.md")
    (file,) = outcome.data["files"]
    told = [(one["rule"], one["excerpt"], one["message"]) for one in file["diagnostics"]]
    assert told == [
        (
            "amended-words-differ",
            "the work",
            "The draft does not read so there: operative paragraph 1 reads “the  importance”.",
        ),
        (
            "amended-paragraph-missing",
            "4",
            "The draft has no such paragraph: its operative paragraphs are 1 to 3.",
        ),
    ]


ADOPTED = """\
A/RES/79/182

## 79/182. Safe schools

*The General Assembly*,

*Taking note* of the report of the Secretary-General,[^1]

1. *Requests* the Committee to meet at its eightieth session;

2. *Invites* Member States to submit views by 30 June 2025, and others by 1 October 2024;

3. *Decides* to proclaim 2026 the International Year of Schools;

4. *Decides* to remain seized of the matter.

55th plenary meeting

17 December 2024

[^1]: A/79/300.
"""
NEXT = f"{ADOPTED.partition('55th')[0]}[^1]: A/79/300.\n".replace("A/RES/79/182", "A/C.3/81/L.12").replace(
    "79/182. ", ""
)
STAYED = ["eightieth", "30 June 2025", "Decides", "A/79/300"]


@pytest.mark.parametrize(
    ("old", "new", "stayed"),
    [
        ("", "", STAYED),
        ("its eightieth session", "its next session", STAYED[1:]),
        ("by 30 June 2025", "by 1 July 2025", [STAYED[0], *STAYED[2:]]),
        ("proclaim 2026", "proclaim 2027", [*STAYED[:2], STAYED[3]]),
        ("*Taking note* of", "*Welcoming*", STAYED[:3]),
        ("*Requests* the", "*Urges* the", STAYED[1:]),
    ],
)
def test_what_moves_on_stands_as_in_the_base(
    resolint: Resolint, tmp_path: Path, old: str, new: str, stayed: list[str]
) -> None:
    (tmp_path / "base.md").write_text(ADOPTED.replace(old, new) if "next" in new else ADOPTED, "utf-8")
    (tmp_path / "draft.md").write_text(NEXT if "next" in new else NEXT.replace(old, new), "utf-8")
    rules = ("session-not-moved-on", "date-not-moved-on", "report-of-last-session", "decided-already")
    outcome = resolint(
        "check", "--base", "base.md", "--select", ",".join(rules), "--format", "json", "draft.md"
    )
    assert [one["excerpt"] for file in outcome.data["files"] for one in file["diagnostics"]] == stayed


@pytest.mark.parametrize(
    ("head", "stayed"),
    [
        ("A/RES/79/182", ["30 June 2025", "1 October 2024"]),
        ("A/RES/79/182\n\n17 December 2024", ["30 June 2025"]),
    ],
)
def test_a_day_is_past_when_the_base_was_adopted(
    resolint: Resolint, tmp_path: Path, head: str, stayed: list[str]
) -> None:
    text = ADOPTED.replace("55th plenary meeting\n\n17 December 2024\n\n", "").replace(
        "A/RES/79/182", head, 1
    )
    (tmp_path / "base.md").write_text(text, "utf-8")
    (tmp_path / "draft.md").write_text(NEXT, "utf-8")
    outcome = resolint(
        "check", "--base", "base.md", "--select", "date-not-moved-on", "--format", "json", "draft.md"
    )
    assert [one["excerpt"] for file in outcome.data["files"] for one in file["diagnostics"]] == stayed


LETTERED = """\
A/C.3/80/L.12

## Safe schools

*The General Assembly*,

*Guided* by the purposes and principles of the Charter of the United Nations,

*Mindful* of the children of the world,

1. *Affirms* the importance of:

   (a) Schools for all;

   (b) Safe roads;

2. *Commends* the parties for their efforts.
"""


@pytest.mark.parametrize(
    ("instruction", "told"),
    [
        ("In operative paragraph 1 (b), replace “roads” with “ways”.", []),
        (
            "In operative paragraph 1 (a), replace “Safe roads” with “ways”.",
            ["operative paragraph 1 (a) reads “Schools for”."],
        ),
        ("Delete operative paragraph 1 (c).", ["operative paragraph 1 has no subparagraph (c)."]),
        (
            "In operative paragraph 2, replace “children of the world” with “young”.",
            ["operative paragraph 2 reads “Commends the parties for”."],
        ),
        (
            "In the first preambular paragraph, replace “children of the world” with “young”.",
            ["the words stand in the second preambular paragraph, not in the first preambular paragraph."],
        ),
        ("Replace “all schools” with “each school” in the text.", ["it has these words nowhere."]),
        ("Replace “for all” with “for each” in the text.", []),
        (
            "In operative paragraph 2, delete the text:\n\n*Commends* the parties for their efforts;",
            [],
        ),
        (
            "In operative paragraph 2, delete the text:\n\n*Commends* the states for their efforts;",
            ["operative paragraph 2 reads “the parties for their efforts”."],
        ),
    ],
)
def test_what_an_amendment_quotes_stands_where_it_says(
    resolint: Resolint, tmp_path: Path, instruction: str, told: list[str]
) -> None:
    (tmp_path / "draft.md").write_text(LETTERED, "utf-8")
    head = AMENDMENT.partition("1. ")[0]
    (tmp_path / "amendment.md").write_text(f"{head}1. {instruction}\n\n2. Renumber the rest.\n", "utf-8")
    outcome = resolint(
        "check", "--base", "draft.md", "--select", "amended-*", "--format", "json", "amendment.md"
    )
    found = [
        one["message"].partition(": ")[2] for file in outcome.data["files"] for one in file["diagnostics"]
    ]
    assert found == told


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("nothing.md", None, "no such file"),
        ("readme.md", "# How to\n\nRead this.\n", "no resolution or decision is recognised in it"),
    ],
)
def test_a_base_that_is_none(
    resolint: Resolint, tmp_path: Path, name: str, text: str | None, message: str
) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, "utf-8")
    outcome = resolint("check", "--base", name, "draft.md")
    assert outcome.status == 2
    assert name in outcome.err
    assert message in outcome.err


def test_the_page_marks_agreed_language(resolint: Resolint) -> None:
    page = resolint("check", "--base", "base.md", "--format", "html", "draft.md").out
    assert page.count("the words stand so in the base") == 1
