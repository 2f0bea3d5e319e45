"""A server for each file of tests, and an editor that speaks with it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

from tests.lsp.editor import Editor, listen
from tests.lsp.wire import PROGRAM


@pytest_lsp.fixture(config=ClientServerConfig(server_command=[*PROGRAM, "lsp"]), scope="module")
async def client(lsp_client: LanguageClient, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[None]:
    """The server with an editor like Visual Studio Code."""
    folder = tmp_path_factory.mktemp("drafts")
    listen(lsp_client)
    await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities("visual-studio-code"), root_uri=folder.as_uri()
        )
    )
    yield
    await lsp_client.shutdown_session()


@pytest_asyncio.fixture(loop_scope="module")
async def editor(client: LanguageClient, tmp_path: Path) -> AsyncIterator[Editor]:
    """An editor with an empty folder; what it has open at the end it closes."""
    editor = Editor(client, tmp_path)
    yield editor
    if editor.uri:
        await editor.close()
