"""What the server answers to each request of an editor."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.capabilities import get_capability

from linter.lsp.actions import FIX_ALL, KINDS, Actions, safe_repairs
from linter.lsp.completion import TRIGGERS, complete
from linter.lsp.desk import Desk
from linter.lsp.formatting import formatted
from linter.lsp.hover import hover, plain
from linter.lsp.reading import with_repairs
from linter.lsp.server import Server
from linter.lsp.symbols import flat_symbols, symbols

_WATCHED = ("**/resolint.toml", "**/pyproject.toml", "**/*.yaml", "**/*.tsv")


def serve(config: Path | None = None, options: Mapping[str, Any] | None = None) -> None:
    """Serve an editor on standard input and output until it says goodbye."""
    create(config, options).start_io()


def create(config: Path | None = None, options: Mapping[str, Any] | None = None) -> Server:
    """The server with all that it can do; ``config`` and ``options`` as for ``resolint check``."""
    server = Server(Desk(config, options))
    for method, (handler, registration) in _FEATURES.items():
        server.feature(method, registration)(handler)
    return server


def _opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
    ls.open(params.text_document)


def _changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
    ls.change(params)


def _closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
    ls.close(params.text_document.uri)


def _reloaded(ls: Server, params: object) -> None:  # noqa: ARG001
    ls.reload()


def _watch(ls: Server, params: object) -> None:  # noqa: ARG001
    """Ask to be told when settings, packs or tables change; an editor that cannot reloads on saving."""
    watched = "workspace.did_change_watched_files.dynamic_registration"
    if not get_capability(ls.client_capabilities, watched):
        return
    watchers = [types.FileSystemWatcher(pattern) for pattern in _WATCHED]
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
    method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
    registration = types.Registration("resolint-settings", method, options)
    ls.client_register_capability(types.RegistrationParams([registration]))


async def _actions(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction] | None:
    uri = params.text_document.uri
    findings = await ls.findings(uri)
    if findings is None:
        return None
    actions = Actions(await ls.work(with_repairs, findings), uri, versioned=_versioned(ls))
    found: list[types.CodeAction] = []
    if _asked_for(types.CodeActionKind.QuickFix, params.context):
        found += actions.quick_fixes(params.range)
    if _asked_for(FIX_ALL, params.context):
        found += await ls.work(lambda: list(actions.fix_all(complete=not _resolves(ls))))
    return found


async def _resolve_action(ls: Server, action: types.CodeAction) -> types.CodeAction:
    """The edits of the action that was chosen without them: all safe repairs."""
    uri = action.data.get("uri") if isinstance(action.data, dict) else None
    findings = await ls.findings(uri) if isinstance(uri, str) else None
    if findings is not None:
        actions = Actions(findings, str(uri), versioned=_versioned(ls))
        action.edit = actions.edit(await ls.work(safe_repairs, findings.reading))
    return action


def _asked_for(kind: str, context: types.CodeActionContext) -> bool:
    """Whether an action of this kind was asked for, by its own name or a group that it belongs to."""
    return context.only is None or any(kind == only or kind.startswith(f"{only}.") for only in context.only)


def _versioned(ls: Server) -> bool:
    return bool(get_capability(ls.client_capabilities, "workspace.workspace_edit.document_changes"))


def _resolves(ls: Server) -> bool:
    support = get_capability(ls.client_capabilities, "text_document.code_action.resolve_support")
    return support is not None and "edit" in support.properties


async def _hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    findings = await ls.findings(params.text_document.uri)
    if findings is None:
        return None
    text = findings.reading.text
    note = await ls.work(hover, findings, text.offset(params.position))
    if note is None:
        return None
    formats = get_capability(ls.client_capabilities, "text_document.hover.content_format") or []
    kind = types.MarkupKind.PlainText if list(formats) == ["plaintext"] else types.MarkupKind.Markdown
    shown = note.text if kind == types.MarkupKind.Markdown else plain(note.text)
    return types.Hover(types.MarkupContent(kind, shown), text.range(*note.about))


async def _complete(ls: Server, params: types.CompletionParams) -> types.CompletionList | None:
    reading = await ls.reading(params.text_document.uri)
    return complete(reading, reading.text.offset(params.position)) if reading else None


async def _symbols(
    ls: Server, params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol] | list[types.SymbolInformation] | None:
    reading = await ls.reading(params.text_document.uri)
    if reading is None:
        return None
    nested = "text_document.document_symbol.hierarchical_document_symbol_support"
    if get_capability(ls.client_capabilities, nested):
        return symbols(reading)
    return flat_symbols(reading, params.text_document.uri)


async def _format(ls: Server, params: types.DocumentFormattingParams) -> list[types.TextEdit] | None:
    reading = await ls.reading(params.text_document.uri)
    if reading is None:
        return None
    result = await ls.work(formatted, reading)
    for doubt in result.doubts:
        ls.window_show_message(types.ShowMessageParams(types.MessageType.Warning, f"resolint: {doubt}"))
    return reading.text.edits(result.edits)


_FEATURES: Mapping[str, tuple[Callable[..., Any], Any]] = {
    types.INITIALIZED: (_watch, None),
    types.TEXT_DOCUMENT_DID_OPEN: (_opened, None),
    types.TEXT_DOCUMENT_DID_CHANGE: (_changed, None),
    types.TEXT_DOCUMENT_DID_CLOSE: (_closed, None),
    types.TEXT_DOCUMENT_DID_SAVE: (_reloaded, None),
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: (_reloaded, None),
    types.TEXT_DOCUMENT_CODE_ACTION: (
        _actions,
        types.CodeActionOptions(code_action_kinds=KINDS, resolve_provider=True),
    ),
    types.CODE_ACTION_RESOLVE: (_resolve_action, None),
    types.TEXT_DOCUMENT_HOVER: (_hover, None),
    types.TEXT_DOCUMENT_COMPLETION: (_complete, types.CompletionOptions(trigger_characters=TRIGGERS)),
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: (_symbols, None),
    types.TEXT_DOCUMENT_FORMATTING: (_format, None),
}
