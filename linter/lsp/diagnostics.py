"""Findings as an editor shows them."""

from __future__ import annotations

from functools import lru_cache

from lsprotocol import types

from linter.lsp.reading import Findings
from linter.lsp.text import Text
from linter.model.report import Finding, Range
from linter.tables.location import rules_folder

SOURCE = "resolint"
_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "advice": types.DiagnosticSeverity.Information,
}


def diagnostics(findings: Findings, uri: str) -> list[types.Diagnostic]:
    """All findings, in their order."""
    return [diagnostic(finding, findings, uri) for finding in findings.report.findings]


def diagnostic(finding: Finding, findings: Findings, uri: str) -> types.Diagnostic:
    """One finding; its related places with it."""
    text, rule = findings.reading.text, findings.lint.rules[finding.rule]
    related = [
        types.DiagnosticRelatedInformation(types.Location(uri, place), where.text)
        for where in finding.related
        if (place := lsp_range(where.range, text)) is not None
    ]
    return types.Diagnostic(
        range=lsp_range(finding.where.range, text) or text.range(0, 0),
        message=finding.message,
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        code_description=_explanation(rule.name, rule.file, rule.line),
        source=SOURCE,
        related_information=related or None,
    )


def lsp_range(found: Range | None, text: Text) -> types.Range | None:
    """A range of the source in the editor's units."""
    return text.range(found.start.offset, found.end.offset) if found else None


@lru_cache(maxsize=1024)
def _explanation(rule: str, file: str, number: int) -> types.CodeDescription:
    """Where to read more: the entry in the reference of the built-in rules, else the rule itself."""
    line = _entries().get(rule)
    if line is not None:
        return types.CodeDescription(f"{(rules_folder() / 'README.md').as_uri()}#L{line}")
    from pathlib import Path

    return types.CodeDescription(f"{Path(file).absolute().as_uri()}#L{number}")


@lru_cache(maxsize=1)
def _entries() -> dict[str, int]:
    """The line of each rule's heading in the reference; nothing where it was not installed."""
    try:
        text = (rules_folder() / "README.md").read_text("utf-8")
    except OSError:
        return {}
    lines = enumerate(text.splitlines(), 1)
    return {line[4:].strip(): number for number, line in lines if line.startswith("### ")}
