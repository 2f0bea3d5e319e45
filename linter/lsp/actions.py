"""What an editor offers to do about findings: their repairs, all safe repairs at once, silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol import types

from linter.fixing import fix
from linter.lsp.diagnostics import diagnostic, lsp_range
from linter.lsp.reading import Findings, Reading
from linter.model.changes import SourceEdit
from linter.model.report import Finding
from linter.writers import source_edits

FIX_ALL = "source.fixAll.resolint"
KINDS = (types.CodeActionKind.QuickFix, FIX_ALL)
_ALL_TITLE = "resolint: make all safe repairs"


class Actions:
    """The actions for findings with their repairs, as the capabilities of the editor allow."""

    def __init__(self, findings: Findings, uri: str, *, versioned: bool) -> None:
        self._findings = findings
        self._text = findings.reading.text
        self._uri = uri
        self._versioned = versioned

    def quick_fixes(self, wanted: types.Range) -> Iterator[types.CodeAction]:
        """For each finding that ``wanted`` touches its repair, then what would silence it."""
        touched = [found for found in self._findings.report.findings if self._touches(found, wanted)]
        for finding in touched:
            if finding.repair is not None and finding.repair.source_edits is not None:
                edits = finding.repair.source_edits
                safe = finding.repair.safety == "safe"
                title = finding.repair.title[:1].upper() + finding.repair.title[1:]
                yield self._action(title, finding, edits, preferred=safe)
        silenced: set[tuple[str, int]] = set()
        for finding in touched:
            key = finding.rule, finding.where.block
            edit = suppression(self._findings.reading, finding)
            if edit is not None and key not in silenced:
                silenced.add(key)
                title = f"Ignore {finding.rule} in this paragraph"
                yield self._action(title, finding, [edit], preferred=False)

    def fix_all(self, *, complete: bool) -> Iterator[types.CodeAction]:
        """All safe repairs as one action, where there is one; without its edits unless ``complete``."""
        repairs = (finding.repair for finding in self._findings.report.findings)
        if any(repair is not None and repair.safety == "safe" for repair in repairs):
            edit = self.edit(safe_repairs(self._findings.reading)) if complete else None
            yield types.CodeAction(_ALL_TITLE, FIX_ALL, edit=edit, data={"uri": self._uri})

    def edit(self, edits: Sequence[SourceEdit]) -> types.WorkspaceEdit:
        """Edits of the draft, tied to its version where the editor can tell versions apart."""
        made = self._text.edits(edits)
        if not self._versioned:
            return types.WorkspaceEdit(changes={self._uri: made})
        document = types.OptionalVersionedTextDocumentIdentifier(self._uri, self._text.version)
        return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, made)])

    def _touches(self, finding: Finding, wanted: types.Range) -> bool:
        found = lsp_range(finding.where.range, self._text)
        return found is not None and found.start <= wanted.end and wanted.start <= found.end

    def _action(
        self, title: str, finding: Finding, edits: Sequence[SourceEdit], *, preferred: bool
    ) -> types.CodeAction:
        return types.CodeAction(
            title=title,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[diagnostic(finding, self._findings, self._uri)],
            is_preferred=preferred or None,
            edit=self.edit(edits),
        )


def safe_repairs(reading: Reading) -> tuple[SourceEdit, ...]:
    """The edits that ``resolint fix`` would make."""
    fixed = fix(reading.document, reading.linter)
    return source_edits(fixed.document, fixed.changes)


def suppression(reading: Reading, finding: Finding) -> SourceEdit | None:
    """The comment that silences a finding in its paragraph; None where the format takes no comments."""
    source = reading.document.source
    if source.format == "text":
        return None
    block = reading.resolution.document.blocks[finding.where.block]
    start = reading.text.line_start(block.span.start)
    indent = reading.text.content[start : block.span.start]
    comment = f"<!-- resolint: ignore {finding.rule} REASON -->"
    newline = "\r\n" if "\r\n" in source.text else "\n"
    if indent.strip() and block.kind == "note":
        return None  # within the paragraph that it belongs to
    if indent.strip():
        return SourceEdit(block.span.start, block.span.start, comment)
    return SourceEdit(start, start, f"{indent}{comment}{newline}")
