"""The report for programs; its form is a promise (``schemas/check.json``)."""

from __future__ import annotations

import json
from typing import Any

from linter import __version__
from linter.model.diagnostic import Edit, MoveNote, Replace, SetStyle
from linter.model.report import FileReport, Finding, Position, Range, Repair, Report, Where
from linter.reporters.wording import fixable, tally

SCHEMA = 1

# JSON lets these stand as they are; a terminal that shows the output would obey them.
_ESCAPED = {
    code: f"\\u{code:04x}"
    for code in (*range(0x7F, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A))
}


def render(report: Report, *, color: bool, width: int) -> str:  # noqa: ARG001
    """The whole report as one JSON object."""
    safe, suggested = fixable(report)
    value = {
        "schema": SCHEMA,
        "tool": {"name": "resolint", "version": __version__},
        "files": [file_value(file) for file in report.files],
        "errors": [{"path": failure.path, "message": failure.message} for failure in report.failures],
        "summary": {"files": len(report.files), **tally(report), "fixable": safe + suggested},
    }
    return dump(value, indent=2)


def dump(value: object, indent: int | None = None) -> str:
    """``value`` as JSON with a line ending, in which no character steers a terminal."""
    return json.dumps(value, ensure_ascii=False, indent=indent).translate(_ESCAPED) + "\n"


def file_value(file: FileReport) -> dict[str, Any]:
    """One element of ``files``."""
    return {
        "path": file.path,
        "format": file.format,
        "language": file.language,
        "organ": file.organ,
        "stage": file.stage,
        "symbol": file.symbol or None,
        "diagnostics": [_finding(finding) for finding in file.findings],
        "suppressed": file.suppressed + file.baselined,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "convention": list(finding.convention),
        "severity": finding.severity,
        "message": finding.message,
        "source": {"title": finding.authority, "section": finding.section},
        "place": _place(finding.where),
        "range": _range(finding.where.range),
        "excerpt": finding.excerpt,
        "related": [{"place": _place(where), "range": _range(where.range)} for where in finding.related],
        "fix": _fix(finding.repair) if finding.repair else None,
        **({} if finding.agreed is None else {"agreed": finding.agreed}),
    }


def _place(where: Where) -> dict[str, Any]:
    return {
        "role": where.role,
        "label": where.label or None,
        "text": where.text,
        "part": where.part,
        "block": where.block,
        "start": where.start,
        "end": where.end,
    }


def _range(place: Range | None) -> dict[str, Any] | None:
    return {"start": _position(place.start), "end": _position(place.end)} if place else None


def _position(position: Position) -> dict[str, int]:
    return {"offset": position.offset, "line": position.line, "column": position.column}


def _fix(repair: Repair) -> dict[str, Any]:
    if repair.source_edits is not None:
        edits: list[dict[str, Any]] = [edit._asdict() for edit in repair.source_edits]
    else:
        edits = [_block_edit(edit) for edit in repair.block_edits]
    return {"title": repair.title, "safety": repair.safety, "edits": edits}


def _block_edit(edit: Edit) -> dict[str, Any]:
    if isinstance(edit, Replace):
        after = {"after_note": True} if edit.after_note else {}
        return {"block": edit.block, "start": edit.start, "end": edit.end, "replacement": edit.text, **after}
    if isinstance(edit, SetStyle):
        return {"block": edit.block, "start": edit.start, "end": edit.end, "style": edit.style, "on": edit.on}
    if isinstance(edit, MoveNote):
        return {
            "block": edit.block,
            "start": edit.offset,
            "end": edit.offset,
            "note": {"to": edit.to, "nth": edit.nth},
        }
    return {"block": edit.block, "start": 0, "end": 0, "label": edit.text}
