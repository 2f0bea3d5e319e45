"""What is said of the words one points at."""

from __future__ import annotations

import pytest
from lsprotocol import types

from tests.lsp.editor import DRAFT, Editor

pytestmark = pytest.mark.asyncio(loop_scope="module")


def cited(words: str) -> str:
    return DRAFT.replace("1. *Affirms*", f"*Recalling* {words},\n\n1. *Affirms*")


async def hover(editor: Editor, words: str) -> str:
    params = types.HoverParams(editor.file, editor.at(words))
    found = await editor.client.text_document_hover_async(params)
    if found is None:
        return ""
    assert isinstance(found.contents, types.MarkupContent)
    assert found.contents.kind == types.MarkupKind.Markdown
    return found.contents.value


async def test_a_finding_is_explained(editor: Editor) -> None:
    await editor.open(DRAFT.replace("behaviour", "behavior"))
    page = await hover(editor, "behavior;")
    assert page.startswith("**Write “behaviour”.**")
    for words in (
        "`spelling-british`: Error, repaired by `resolint fix`",
        "Wrong:",
        "Right:",
        "Editorial Manual",
    ):
        assert words in page


async def test_a_confirmed_citation(editor: Editor) -> None:
    await editor.open(cited("its resolution 60/251 of 15 March 2006"))
    page = await hover(editor, "60/251")
    assert page.startswith("**General Assembly resolution 60/251 of 15 March 2006** (A/RES/60/251)")
    assert "Title: Human Rights Council" in page
    assert page.endswith("The date given, 15 March 2006, is confirmed.")
    assert await hover(editor, "March") == page


async def test_a_contradicted_citation(editor: Editor) -> None:
    await editor.open(cited("its resolution 60/251 of 3 April 2006"))
    page = await hover(editor, "60/251")
    assert "The date given, 3 April 2006, is contradicted: it was 15 March 2006." in page


async def test_an_unknown_citation(editor: Editor) -> None:
    await editor.open(cited("its resolution 60/999 of 3 April 2006"))
    page = await hover(editor, "60/999")
    assert "Nothing is known of it." in page
    assert "Whether the date given, 3 April 2006, is right is not known." in page


async def test_other_words_have_nothing_to_say(editor: Editor) -> None:
    await editor.open(cited("its resolution 60/251 of 15 March 2006"))
    assert await hover(editor, "Guided") == ""
    assert await hover(editor, "A/C.3") == ""


async def test_a_citation_of_nobody_knows_whom(editor: Editor) -> None:
    await editor.open(cited("decision 4/2 of the Commission"))
    page = await hover(editor, "4/2")
    assert "nothing is known of it" in page.lower()


async def test_a_citation_without_its_date_is_not_judged(editor: Editor) -> None:
    await editor.open(cited("its resolution 60/251"))
    page = await hover(editor, "60/251")
    assert "Adopted on 15 March 2006" in page
    assert "The date given" not in page
