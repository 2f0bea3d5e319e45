"""One line a finding, in the form of GCC, for editors and other programs."""

from __future__ import annotations

from linter.model.report import FileReport, Finding, Report
from linter.reporters.terminal import visible


def render(report: Report, *, color: bool, width: int) -> str:  # noqa: ARG001
    """``path:line:column: severity rule: message``; for Word and PDF the paragraph in place of the line."""
    return "".join(f"{_line(file, finding)}\n" for file in report.files for finding in file.findings)


def _line(file: FileReport, finding: Finding) -> str:
    where = finding.where
    place = f":{where.range.start.line}:{where.range.start.column}" if where.range else f": {where.text}"
    return visible(f"{file.path}{place}: {finding.severity} {finding.rule}: {finding.message}")
