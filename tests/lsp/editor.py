"""An editor for the tests: it speaks with the real server over standard input and output."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from lsprotocol import types
from pytest_lsp import LanguageClient

WAIT = 60
DRAFT = """\
A/C.3/80/L.12

## The colours of the house

*The General Assembly*,

*Guided* by the purposes and principles of the Charter of the United Nations,

1. *Affirms* the importance of the behaviour;

2. *Decides* to continue its consideration of the matter.
"""


PUBLISHED: dict[LanguageClient, dict[str, types.PublishDiagnosticsParams]] = {}


def listen(client: LanguageClient) -> None:
    """Keep what the server publishes, with its version, and take what it registers."""
    kept = PUBLISHED[client] = {}

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def register(params: types.RegistrationParams) -> None:
        client.registrations = params.registrations  # type: ignore[attr-defined]

    publish = client.protocol.fm.features[types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS]

    def published(params: types.PublishDiagnosticsParams) -> None:
        kept[params.uri] = params
        publish(params)

    client.protocol.fm.features[types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS] = published


class Editor:
    """What an editor does, in the words of a drafter."""

    def __init__(self, client: LanguageClient, folder: Path) -> None:
        self.client = client
        self.folder = folder
        self.uri = ""
        self.text = ""
        self.version = 0

    async def open(
        self, text: str, name: str = "draft.md", language: str = "markdown"
    ) -> list[types.Diagnostic]:
        """Open a file that has been saved; returns the findings."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        return await self.show(path.as_uri(), text, language)

    async def show(self, uri: str, text: str, language: str = "markdown") -> list[types.Diagnostic]:
        """Open a text under any name; returns the findings."""
        self.uri, self.text, self.version = uri, text, 1
        item = types.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.findings()

    async def type(self, at: str, insert: str) -> list[types.Diagnostic]:
        """Type something after the first place where ``at`` stands; returns the findings."""
        place = self.position(self.text.index(at) + len(at))
        return await self.change(types.TextDocumentContentChangePartial(types.Range(place, place), insert))

    async def replace(self, text: str) -> list[types.Diagnostic]:
        """Send the whole text anew; returns the findings."""
        return await self.change(types.TextDocumentContentChangeWholeDocument(text))

    async def change(self, *changes: types.TextDocumentContentChangeEvent) -> list[types.Diagnostic]:
        self.version += 1
        for change in changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                start, end = self.offset(change.range.start), self.offset(change.range.end)
                self.text = self.text[:start] + change.text + self.text[end:]
            else:
                self.text = change.text
        identifier = types.VersionedTextDocumentIdentifier(self.version, self.uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, changes))
        return await self.findings()

    async def findings(self, version: int | None = None) -> list[types.Diagnostic]:
        """The findings of the present version, or of ``version``, once they have come."""
        wanted = self.version if version is None else version
        async with asyncio.timeout(WAIT):
            while (shown := self.shown()) is None or (shown.version or 0) < wanted:
                await self.client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        return list(shown.diagnostics)

    async def shown_anew(self) -> list[types.Diagnostic]:
        """The findings that come next, with or without a change of the text."""
        PUBLISHED[self.client].pop(self.uri, None)
        async with asyncio.timeout(WAIT):
            while (shown := self.shown()) is None:
                await self.client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        return list(shown.diagnostics)

    async def close(self) -> list[types.Diagnostic]:
        """Close the file; returns the findings that remain."""
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(self.file))
        remaining = await self.shown_anew()
        self.uri = ""
        return remaining

    def shown(self) -> types.PublishDiagnosticsParams | None:
        """What was published last for the file."""
        return PUBLISHED.get(self.client, {}).get(self.uri)

    @property
    def file(self) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri)

    def at(self, words: str, offset: int = 0) -> types.Position:
        """The position of the first place where ``words`` stand."""
        return self.position(self.text.index(words) + offset)

    def range(self, words: str) -> types.Range:
        """The range of the first place where ``words`` stand."""
        return types.Range(self.at(words), self.at(words, len(words)))

    def position(self, offset: int) -> types.Position:
        """In units of UTF-16, found the plain way."""
        line_start = self.text.rfind("\n", 0, offset) + 1
        units = len(self.text[line_start:offset].encode("utf-16-le", "surrogatepass")) // 2
        return types.Position(self.text.count("\n", 0, offset), units)

    def offset(self, position: types.Position) -> int:
        """The offset of a position in units of UTF-16."""
        lines = self.text.split("\n")
        before = sum(len(line) + 1 for line in lines[: position.line])
        data = lines[position.line].encode("utf-16-le", "surrogatepass")[: 2 * position.character]
        return before + len(data.decode("utf-16-le", "surrogatepass"))

    def words(self, place: types.Range) -> str:
        """The text of a range."""
        return self.text[self.offset(place.start) : self.offset(place.end)]

    def edited(self, edits: Sequence[object]) -> str:
        """The text with edits made, as an editor makes them."""
        text = self.text
        plain = [edit for edit in edits if isinstance(edit, types.TextEdit)]
        for edit in sorted(plain, key=lambda edit: edit.range.start, reverse=True):
            text = text[: self.offset(edit.range.start)] + edit.new_text + text[self.offset(edit.range.end) :]
        return text

    async def actions(self, place: types.Range, *only: str) -> list[types.CodeAction]:
        context = types.CodeActionContext([], only or None)
        params = types.CodeActionParams(self.file, place, context)
        found = await self.client.text_document_code_action_async(params)
        return [action for action in found or [] if isinstance(action, types.CodeAction)]

    def outcome(self, action: types.CodeAction) -> str:
        """The text after an action."""
        assert action.edit is not None
        if action.edit.document_changes is not None:
            (change,) = action.edit.document_changes
            assert isinstance(change, types.TextDocumentEdit)
            assert change.text_document.version == self.version
            return self.edited(change.edits)
        assert action.edit.changes is not None
        return self.edited(action.edit.changes[self.uri])
