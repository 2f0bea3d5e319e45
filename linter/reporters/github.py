"""Workflow commands of GitHub Actions: findings as annotations on the lines of a pull request."""

from __future__ import annotations

from linter.model.report import FileReport, Finding, Report
from linter.reporters.terminal import visible

_LEVELS = {"error": "error", "warning": "warning", "advice": "notice"}


def render(report: Report, *, color: bool, width: int) -> str:  # noqa: ARG001
    """A line for each finding, and an error for each file that could not be done."""
    lines = [_finding(file, finding) for file in report.files for finding in file.findings]
    lines += [_command("error", failure.message, file=failure.path) for failure in report.failures]
    return "".join(f"{line}\n" for line in lines)


def _finding(file: FileReport, finding: Finding) -> str:
    place: dict[str, object] = {"file": file.path.removeprefix("./")}
    if finding.where.range is not None:
        start, end = finding.where.range.start, finding.where.range.end
        place |= {"line": start.line, "endLine": end.line, "col": start.column}
        if start.line == end.line:
            place["endColumn"] = end.column
    message = f"{finding.where.text}: {finding.message}"
    return _command(_LEVELS[finding.severity], message, **place, title=finding.rule)


def _command(level: str, message: str, **properties: object) -> str:
    given = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in properties.items())
    return f"::{level} {given}::{_escaped(message)}"


def _escaped(text: str, more: str = "") -> str:
    """Percent-encode what ends a command or a property."""
    for character in f"%{more}":
        text = text.replace(character, f"%{ord(character):02X}")
    return visible(text)
