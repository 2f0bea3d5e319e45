"""Checkstyle's XML, which many build servers read."""

from __future__ import annotations

from linter.model.report import FileReport, Finding, Report
from linter.reporters.markup import HEAD, tag

_SEVERITIES = {"error": "error", "warning": "warning", "advice": "info"}


def render(report: Report, *, color: bool, width: int) -> str:  # noqa: ARG001
    """An element for each file, failures as errors of theirs."""
    files = [_file(file) for file in report.files]
    files += [
        tag("file", {"name": failure.path}, tag("error", {"severity": "error", "message": failure.message}))
        for failure in report.failures
    ]
    return HEAD + tag("checkstyle", {"version": "4.3"}, "\n" + "".join(f"{file}\n" for file in files)) + "\n"


def _file(file: FileReport) -> str:
    inner = "".join(f"\n{_finding(finding)}" for finding in file.findings)
    return tag("file", {"name": file.path}, inner and f"{inner}\n")


def _finding(finding: Finding) -> str:
    place = finding.where.range
    lines: dict[str, object] = {"line": place.start.line, "column": place.start.column} if place else {}
    message = f"{finding.where.text}: {finding.message}"
    rest = {
        "severity": _SEVERITIES[finding.severity],
        "message": message,
        "source": f"resolint.{finding.rule}",
    }
    return tag("error", {**lines, **rest})
