"""The server: which drafts are open, and when each is read, examined and shown."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar
from urllib.parse import unquote, urlparse

from lsprotocol import types
from pygls.exceptions import JsonRpcException, PyglsError
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from linter import __version__
from linter.lsp.desk import Desk
from linter.lsp.diagnostics import diagnostics
from linter.lsp.protocol import Protocol
from linter.lsp.reading import Findings, Reading, examine, understand
from linter.lsp.text import Text, Units
from linter.model.errors import ResolintError
from linter.model.source import Format
from linter.readers import SUFFIXES

Result = TypeVar("Result")
_LANGUAGES: dict[str, Format | None] = {
    "markdown": "markdown", "plaintext": "text", "text": "text", "html": "html", "xml": "akn4un",
}  # fmt: skip
_LONGEST_PAUSE = 0.1

log = logging.getLogger("resolint")


class Draft:
    """An open file, with what has been found out about its present text."""

    def __init__(self, item: types.TextDocumentItem, text: Text) -> None:
        self.uri = item.uri
        self.path = _path(item.uri)
        known = self.path.suffix.lower() in SUFFIXES
        self.format = None if known else _LANGUAGES.get(item.language_id)
        self.text = text
        self.showing: asyncio.Task[None] | None = None
        self.is_shown = False
        self._rest_until = 0.0
        self.forget()

    def forget(self) -> None:
        """What was found out holds no longer: the text, the settings or the rules have changed."""
        self.state = object()
        self.reading: asyncio.Task[Reading | None] | None = None
        self.findings: asyncio.Task[Findings | None] | None = None
        self.is_shown = False

    def is_draft_file(self) -> bool:
        """Whether the file may hold a draft at all."""
        return self.format is not None or self.path.suffix.lower() in SUFFIXES

    async def rest(self) -> None:
        """Wait as long as the last examination took, so that fast typing does not keep it running."""
        await asyncio.sleep(max(self._rest_until - asyncio.get_running_loop().time(), 0))

    def rest_for(self, seconds: float) -> None:
        """Ask the next :meth:`rest` to last so long from now."""
        self._rest_until = asyncio.get_running_loop().time() + min(seconds, _LONGEST_PAUSE)


class Server(LanguageServer):
    """Speaks with the editor; what takes time runs in one thread of its own, in the order it was asked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("resolint", __version__, protocol_cls=Protocol)
        self.desk = desk
        self.drafts: dict[str, Draft] = {}
        self._worker = ThreadPoolExecutor(1, "resolint")
        self._told: set[str] = set()

    async def work(self, function: Callable[..., Result], *args: object) -> Result:
        """What ``function`` returns, from the thread that does the work."""
        return await asyncio.get_running_loop().run_in_executor(self._worker, function, *args)

    def open(self, item: types.TextDocumentItem) -> None:
        """A file was opened."""
        units = Units(self.workspace.position_encoding or "utf-16")
        draft = Draft(item, Text(item.text, item.version, units))
        if draft.is_draft_file():
            self.drafts[item.uri] = draft
            self.show(draft)

    def change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Something was typed."""
        draft = self.drafts.get(params.text_document.uri)
        if draft is not None:
            draft.text = draft.text.changed(params.content_changes, params.text_document.version)
            draft.forget()
            self.show(draft)

    def close(self, uri: str) -> None:
        """A file was closed: what was found in it goes."""
        if self.drafts.pop(uri, None) is not None:
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def reload(self) -> None:
        """Settings or rules may have changed."""
        self._told.clear()
        self._worker.submit(self.desk.forget)
        for draft in self.drafts.values():
            draft.forget()
            self.show(draft)

    async def reading(self, uri: str) -> Reading | None:
        """The draft as it is now; None for what is no draft, or cannot be read."""
        draft = self.drafts.get(uri)
        return await asyncio.shield(self._reading(draft)) if draft else None

    async def findings(self, uri: str) -> Findings | None:
        """What the rules say of the draft as it is now; None also where something was typed meanwhile."""
        draft = self.drafts.get(uri)
        if draft is None:
            return None
        if draft.findings is None:
            draft.findings = asyncio.ensure_future(self._examine(draft, self._reading(draft)))
        return await asyncio.shield(draft.findings)

    def show(self, draft: Draft) -> None:
        """See to it that the editor soon shows what the rules say of the present text."""
        if draft.showing is None or draft.showing.done():
            draft.showing = asyncio.ensure_future(self._keep_shown(draft))

    async def _keep_shown(self, draft: Draft) -> None:
        loop = asyncio.get_running_loop()
        while not draft.is_shown and self.drafts.get(draft.uri) is draft:
            await draft.rest()
            begun, state, version = loop.time(), draft.state, draft.text.version
            try:
                found = await self.findings(draft.uri)
            except Exception:
                log.exception("%s could not be checked", draft.uri)
                found = None
            draft.rest_for(loop.time() - begun)
            if draft.state is state and self.drafts.get(draft.uri) is draft:
                draft.is_shown = True
                shown = diagnostics(found, draft.uri) if found else []
                params = types.PublishDiagnosticsParams(draft.uri, shown, version)
                self.text_document_publish_diagnostics(params)

    def _reading(self, draft: Draft) -> asyncio.Task[Reading | None]:
        if draft.reading is None:
            draft.reading = asyncio.ensure_future(self._read(draft, draft.text))
        return draft.reading

    async def _read(self, draft: Draft, text: Text) -> Reading | None:
        try:
            return await self.work(understand, text, draft.path, draft.format, self.desk)
        except ResolintError as error:
            self.tell(str(error), types.MessageType.Error)
            return None

    async def _examine(self, draft: Draft, read: asyncio.Task[Reading | None]) -> Findings | None:
        reading = await read
        if reading is None or reading.text is not draft.text:
            return None
        findings = await self.work(examine, reading)
        for failure in findings.lint.failures:
            log.error("%s: %s", draft.uri, failure)
        return findings

    def tell(self, message: str, kind: types.MessageType) -> None:
        """Say something to the drafter, once."""
        if message not in self._told:
            self._told.add(message)
            self.window_show_message(types.ShowMessageParams(kind, f"resolint: {message}"))

    def report_server_error(
        self,
        error: Exception,
        source: type[PyglsError | JsonRpcException],
    ) -> None:
        """Log what went wrong; a drafter in the middle of a sentence is not told."""
        log.error("%s: %s", source.__name__, error)


def _path(uri: str) -> Path:
    """The file a URI names; what an editor has not saved yet stands in the folder one is in."""
    path = to_fs_path(uri) if uri.startswith("file:") else None
    return Path(path) if path else Path(unquote(urlparse(uri).path).rpartition("/")[2] or "draft").absolute()
