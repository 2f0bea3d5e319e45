"""Settings are found as for the command line, and read anew when they change."""

from __future__ import annotations

import pytest
from lsprotocol import types

from tests.lsp.editor import DRAFT, Editor

pytestmark = pytest.mark.asyncio(loop_scope="module")
SLIP = DRAFT.replace("behaviour", "behavior")


async def test_the_nearest_settings_count(editor: Editor) -> None:
    (editor.folder / "resolint.toml").write_text('[severity]\nspelling-british = "advice"\n')
    (found,) = await editor.open(SLIP)
    assert found.severity == types.DiagnosticSeverity.Information


async def test_changed_settings_count_with_the_next_letter(editor: Editor) -> None:
    assert len(await editor.open(SLIP)) == 1
    (editor.folder / "resolint.toml").write_text('ignore = ["spelling-british"]\n')
    assert await editor.type("importance", "s") == []


async def test_an_editor_that_watches_files_need_not_wait_for_it(editor: Editor) -> None:
    assert len(await editor.open(SLIP)) == 1
    settings = editor.folder / "resolint.toml"
    settings.write_text('ignore = ["spelling-british"]\n')
    event = types.FileEvent(settings.as_uri(), types.FileChangeType.Created)
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
    assert await editor.shown_anew() == []


async def test_saving_reads_them_as_well(editor: Editor) -> None:
    assert len(await editor.open(SLIP)) == 1
    (editor.folder / "resolint.toml").write_text('ignore = ["spelling-british"]\n')
    editor.client.text_document_did_save(types.DidSaveTextDocumentParams(editor.file))
    assert await editor.shown_anew() == []


async def test_the_server_asks_to_be_told_of_changes(editor: Editor) -> None:
    await editor.open(DRAFT)
    (registration,) = editor.client.registrations  # type: ignore[attr-defined]
    assert registration.method == types.WORKSPACE_DID_CHANGE_WATCHED_FILES


async def test_wrong_settings_are_told_once_and_mended(editor: Editor) -> None:
    settings = editor.folder / "resolint.toml"
    settings.write_text("\norgan = 7\n")
    before = len(editor.client.messages)
    assert await editor.open(SLIP) == []
    assert await editor.type("importance", "s") == []
    (message,) = editor.client.messages[before:]
    assert message.message.startswith(f"resolint: {settings}:2: ")
    settings.write_text("")
    assert len(await editor.type("importance", "s")) == 1


async def test_excluded_files_are_left_alone(editor: Editor) -> None:
    (editor.folder / "resolint.toml").write_text('exclude = ["archive/**"]\n')
    assert await editor.open(SLIP, "archive/draft.md") == []
    assert len(await editor.open(SLIP, "draft.md")) == 1


async def test_a_base_text_is_read_too(editor: Editor) -> None:
    (editor.folder / "base.md").write_text(SLIP, "utf-8")
    (editor.folder / "resolint.toml").write_text('base = "base.md"\n')
    (found,) = await editor.open(SLIP)
    assert found.severity == types.DiagnosticSeverity.Information
    (editor.folder / "resolint.toml").write_text('base = "gone.md"\n')
    before = len(editor.client.messages)
    assert await editor.type("importance", "s") == []
    assert "gone.md" in editor.client.messages[before].message
