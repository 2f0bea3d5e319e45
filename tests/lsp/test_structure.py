"""The outline, and formatting."""

from __future__ import annotations

import pytest
from lsprotocol import types

from tests.lsp.editor import DRAFT, Editor

pytestmark = pytest.mark.asyncio(loop_scope="module")
OPTIONS = types.FormattingOptions(4, insert_spaces=True)


async def outline(editor: Editor) -> list[types.DocumentSymbol]:
    params = types.DocumentSymbolParams(editor.file)
    found = await editor.client.text_document_document_symbol_async(params)
    return [one for one in found or [] if isinstance(one, types.DocumentSymbol)]


async def formatted(editor: Editor) -> str:
    params = types.DocumentFormattingParams(editor.file, OPTIONS)
    return editor.edited(await editor.client.text_document_formatting_async(params) or [])


def walk(symbols: list[types.DocumentSymbol]) -> list[types.DocumentSymbol]:
    return [one for symbol in symbols for one in (symbol, *walk(list(symbol.children or [])))]


async def test_the_outline_shows_the_parts(editor: Editor) -> None:
    text = DRAFT.replace("the behaviour;", "the following:\n\n   (a) Colours;\n\n   (b) Houses;")
    await editor.open(text)
    found = await outline(editor)
    assert [one.name for one in found] == ["Masthead", "Preamble", "Operative part"]
    first, second = found[2].children or []
    assert first.name == "1. Affirms the importance of the following:"
    assert [child.name for child in first.children or []] == ["(a) Colours;", "(b) Houses;"]
    assert second.detail == "operative paragraph 2"
    for one in walk(found):
        inside = one.range.start <= one.selection_range.start and one.selection_range.end <= one.range.end
        assert inside
        for child in one.children or []:
            assert one.range.start <= child.range.start
            assert child.range.end <= one.range.end


async def test_several_resolutions_are_parts(editor: Editor) -> None:
    one = DRAFT.split("\n\n", 2)[2]
    await editor.open(f"A/RES/80/1\n\n## Colours\n\n## A\n\n{one}\n\n## B\n\n{one}")
    assert [symbol.name for symbol in await outline(editor)][-2:] == ["Part A", "Part B"]


async def test_formatting_puts_numbers_in_order(editor: Editor) -> None:
    await editor.open(DRAFT.replace("2. *Decides*", "5. *Decides*").replace("behaviour", "behavior"))
    assert await formatted(editor) == DRAFT


async def test_formatting_follows_references(editor: Editor) -> None:
    text = DRAFT.replace("2. *Decides*", "4. *Notes* paragraph 4 above;\n\n7. *Decides*")
    await editor.open(text)
    assert "2. *Notes* paragraph 2 above;\n\n3. *Decides*" in await formatted(editor)


async def test_formatting_orders_typed_notes(editor: Editor) -> None:
    text = DRAFT.replace("the behaviour;", "the behaviour² and the plan;¹") + "\n¹ A/80/1.\n² A/80/2.\n"
    await editor.open(text)
    after = await formatted(editor)
    assert "the behaviour¹ and the plan;²" in after
    assert after.endswith("\n¹ A/80/2.\n² A/80/1.\n")


async def test_formatting_asks_a_person_where_it_cannot_tell(editor: Editor) -> None:
    text = DRAFT.replace("2. *Decides*", "1. *Notes* paragraph 1 above;\n\n1. *Decides*")
    await editor.open(text)
    before = len(editor.client.messages)
    await formatted(editor)
    assert "may mean 1 or 2 or 3" in editor.client.messages[before].message


async def test_a_clean_draft_stays(editor: Editor) -> None:
    await editor.open(DRAFT)
    params = types.DocumentFormattingParams(editor.file, OPTIONS)
    assert not await editor.client.text_document_formatting_async(params)
