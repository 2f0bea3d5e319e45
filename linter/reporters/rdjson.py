"""reviewdog's diagnostic format, for comments with suggestions on a merge request of any forge."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from linter.model.changes import SourceEdit
from linter.model.report import FileReport, Finding, Range, Report
from linter.model.source import LineIndex
from linter.reporters.as_json import dump

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "advice": "INFO"}
_TALLEST = 10  # lines; a suggestion over more of them shows a reviewer everything but the change


def render(report: Report, *, color: bool, width: int) -> str:  # noqa: ARG001
    """One result with all findings; columns are bytes of UTF-8 from 1, ends exclusive."""
    diagnostics = [found for file in report.files for found in _File(file).diagnostics()]
    diagnostics += [
        {"message": failure.message, "location": {"path": failure.path}, "severity": "ERROR"}
        for failure in report.failures
    ]
    return dump({"source": {"name": "resolint"}, "diagnostics": diagnostics}, indent=2)


class _File:
    """The findings of one file, in the lines and bytes of its source."""

    def __init__(self, file: FileReport) -> None:
        self._file = file
        self._path = file.path.removeprefix("./")
        self._text = file.whole.source if file.whole else ""
        self._lines = LineIndex(self._text)

    def diagnostics(self) -> list[dict[str, Any]]:
        return [self._diagnostic(finding) for finding in self._file.findings]

    def _diagnostic(self, finding: Finding) -> dict[str, Any]:
        place = finding.where.range
        authority = ", ".join(filter(None, (finding.authority, finding.section)))
        said = f"{finding.where.text}: {finding.message}"
        value: dict[str, Any] = {
            "message": f"{said} ({authority})" if authority else said,
            "location": {"path": self._path, **({"range": self._range_of(place)} if place else {})},
            "severity": _SEVERITIES[finding.severity],
            "code": {"value": finding.rule},
        }
        edits = finding.repair.source_edits if finding.repair else None
        suggestion = self._suggestion(edits) if edits and self._text else None
        return {**value, "suggestions": [suggestion]} if suggestion else value

    def _suggestion(self, edits: Sequence[SourceEdit]) -> dict[str, Any] | None:
        """All edits of a fix as one replacement, since a reviewer takes or leaves each suggestion alone."""
        ordered = sorted(edits)
        start, end = ordered[0].start, max(edit.end for edit in ordered)
        if self._lines.position(end)[0] - self._lines.position(start)[0] >= _TALLEST:
            return None
        text, done = "", start
        for edit in ordered:
            text += self._text[done : edit.start] + edit.replacement
            done = edit.end
        return {"range": self._range(start, end), "text": text + self._text[done:end]}

    def _range_of(self, place: Range) -> dict[str, Any]:
        return self._range(place.start.offset, place.end.offset)

    def _range(self, start: int, end: int) -> dict[str, Any]:
        return {"start": self._position(start), "end": self._position(end)}

    def _position(self, offset: int) -> dict[str, int]:
        line, column = self._lines.position(offset)
        before = self._text[offset - column + 1 : offset]
        return {"line": line, "column": len(before.encode("utf-8", "replace")) + 1}
