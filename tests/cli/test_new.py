"""``resolint new``: what it starts is what ``check`` asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Resolint

_SESSIONS = {"ga": 81, "hrc": 62, "sc": 0, "ecosoc": 2026}
_WORDS = [
    "--item",
    "71c",
    "--title",
    "Safe schools",
    "--sponsors",
    "State of Palestine, Norway, Côte d’Ivoire",
]


@pytest.mark.parametrize("name", ["draft.md", "draft.docx"])
@pytest.mark.parametrize("organ", _SESSIONS)
def test_a_new_draft_passes_check_clean(resolint: Resolint, organ: str, name: str) -> None:
    started = resolint("new", "--organ", organ, "--session", _SESSIONS[organ], *_WORDS, "--output", name)
    assert started.status == 0
    checked = resolint("check", "--fail-on", "advice", "--format", "json", name)
    assert (checked.status, checked.rules) == (0, [])
    assert checked.data["files"][0]["organ"] == organ


@pytest.mark.parametrize("name", ["draft.md", "draft.docx"])
def test_it_is_recognised_as_what_it_is(resolint: Resolint, name: str) -> None:
    resolint("new", "--session", 81, "--committee", "third", *_WORDS, "--output", name)
    elements = resolint("outline", "--format", "json", name).data["elements"]
    assert [(one["role"], one["text"]) for one in elements] == [
        ("masthead", "General Assembly"),
        ("masthead", "Eighty-first session"),
        ("masthead", "Third Committee"),
        ("agenda-item", "Agenda item 71 (c)"),
        ("sponsors", "Côte d’Ivoire, Norway and State of Palestine: draft resolution"),
        ("title", "Safe schools"),
        ("organ", "The General Assembly,"),
        ("preambular", "Guided by the purposes and principles of the Charter of the United Nations,"),
        ("operative", "Decides to remain seized of the matter."),
    ]


def test_without_a_name_it_is_printed(resolint: Resolint) -> None:
    outcome = resolint("new", "--title", "The *colours* of the house.")
    assert outcome.status == 0
    assert r"## The \*colours\* of the house" in outcome.out.splitlines()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--committee", "ninth"], "no Main Committee"),
        (["--organ", "hrc", "--committee", "third"], "leave out --committee"),
        (["--session", 999], "there is no session 999"),
        (["--organ", "ecosoc", "--session", 81], "is a year"),
        (["--item", "second"], "no agenda item"),
        (["--format", "docx"], "needs a name"),
    ],
)
def test_what_no_masthead_can_say_is_refused(resolint: Resolint, options: list[object], message: str) -> None:
    outcome = resolint("new", *options)
    assert (outcome.status, outcome.out) == (2, "")
    assert message in outcome.err


def test_a_file_is_not_replaced_unasked(resolint: Resolint, tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("mine", "utf-8")
    assert resolint("new", "--output", draft).status == 2
    assert draft.read_text("utf-8") == "mine"
    assert resolint("new", "--force", "--output", draft).status == 0
    assert draft.read_text("utf-8") != "mine"
