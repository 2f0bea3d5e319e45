"""Quick fixes, all safe repairs, and silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from lsprotocol import types

from linter import fix
from tests.lsp.editor import DRAFT, Editor

pytestmark = pytest.mark.asyncio(loop_scope="module")
SLIP = DRAFT.replace("behaviour", "behavior")


async def test_a_repair_is_one_preferred_action(editor: Editor) -> None:
    (found,) = await editor.open(SLIP)
    first, *others = await editor.actions(found.range, types.CodeActionKind.QuickFix)
    assert (first.title, first.kind, first.is_preferred) == (
        "Replace “behavior” with “behaviour”",
        types.CodeActionKind.QuickFix,
        True,
    )
    assert first.diagnostics is not None
    assert list(first.diagnostics) == [found]
    assert editor.outcome(first) == DRAFT
    assert [other.is_preferred for other in others] == [None]


async def test_a_repair_that_a_person_should_look_at_is_not_preferred(editor: Editor) -> None:
    text = DRAFT.replace("2. *Decides*", "3. *Affirms* the second importance;\n\n4. *Decides*")
    found = await editor.open(text)
    suggested = [
        action
        for one in found
        for action in await editor.actions(one.range)
        if action.title.startswith("Replace") and action.is_preferred is None
    ]
    assert suggested


async def test_actions_elsewhere_are_not_offered(editor: Editor) -> None:
    await editor.open(SLIP)
    assert await editor.actions(editor.range("Guided"), types.CodeActionKind.QuickFix) == []


async def test_a_repair_counts_utf_16(editor: Editor) -> None:
    await editor.open(SLIP.replace("importance", "😀 𝔘 importance"))
    first, *_ = await editor.actions(editor.range("behavior"))
    assert "😀 𝔘 importance of the behaviour;" in editor.outcome(first)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
async def test_silence_is_a_comment_before_the_paragraph(editor: Editor, end: str) -> None:
    await editor.open(SLIP.replace("\n", end))
    *_, silence = await editor.actions(editor.range("behavior"), types.CodeActionKind.QuickFix)
    assert silence.title == "Ignore spelling-british in this paragraph"
    outcome = editor.outcome(silence)
    comment = f"{end}<!-- resolint: ignore spelling-british REASON -->{end}1. *Affirms*"
    assert comment in outcome
    assert await editor.replace(outcome) == []


async def test_silence_in_html_too(editor: Editor) -> None:
    text = "<p><i>The General Assembly</i>,</p>\n  <p><i>Decides</i> to end the behavior.</p>\n"
    await editor.open(text, "draft.html", "html")
    *_, silence = await editor.actions(editor.range("behavior"), types.CodeActionKind.QuickFix)
    outcome = editor.outcome(silence)
    assert "\n  <!-- resolint: ignore spelling-british REASON -->\n  <p>" in outcome
    assert await editor.replace(outcome) == []


async def test_a_text_without_comments_offers_no_silence(editor: Editor) -> None:
    await editor.open("The General Assembly,\n\nDecides to end the behavior.\n", "draft.txt", "plaintext")
    actions = await editor.actions(editor.range("behavior"), types.CodeActionKind.QuickFix)
    assert [action.title for action in actions] == ["Replace “behavior” with “behaviour”"]


async def test_silence_for_a_subparagraph_keeps_its_place(editor: Editor) -> None:
    text = DRAFT.replace("the behaviour;", "the following:\n\n   (a) The behavior;\n\n   (b) The rest;")
    await editor.open(text)
    *_, silence = await editor.actions(editor.range("behavior"), types.CodeActionKind.QuickFix)
    outcome = editor.outcome(silence)
    assert "\n   <!-- resolint: ignore spelling-british REASON -->\n   (a) The behavior;" in outcome
    assert "spelling-british" not in [one.code for one in await editor.replace(outcome)]


async def test_all_safe_repairs_are_those_of_fix(editor: Editor, root: Path) -> None:
    text = (root / "examples" / "school-meals.md").read_text("utf-8")
    await editor.open(text)
    (action,) = await editor.actions(editor.range("A/C.2"), "source.fixAll")
    assert (action.kind, action.edit) == ("source.fixAll.resolint", None)
    resolved = await editor.client.code_action_resolve_async(action)
    assert editor.outcome(resolved) == fix(text.encode()).decode()


async def test_a_clean_draft_has_nothing_to_repair(editor: Editor) -> None:
    await editor.open(DRAFT)
    assert await editor.actions(editor.range(DRAFT)) == []


async def test_only_what_is_asked_for(editor: Editor) -> None:
    (found,) = await editor.open(SLIP)
    assert [action.kind for action in await editor.actions(found.range, "source.fixAll.resolint")] == [
        "source.fixAll.resolint"
    ]
    assert await editor.actions(found.range, "refactor") == []
