"""A summary in Markdown, for the discussion of a pull request."""

from __future__ import annotations

import re

from linter.model.report import FileReport, Finding, Report
from linter.reporters.terminal import visible
from linter.reporters.wording import heading, summary

_ICONS = {"error": "❌", "warning": "⚠️", "advice": "💡"}
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&@!$%^])")
_NAMES = re.compile(r"(?<=[@#])")  # a person or an issue


def render(report: Report, *, color: bool, width: int) -> str:  # noqa: ARG001
    """A table for each draft with findings, under one sentence on the whole."""
    parts = ["### resolint", escaped(summary(report)).replace("\\`", "`")]
    parts += [_file(file) for file in report.files if file.findings]
    if report.failures:
        parts.append(
            "\n".join(f"- {escaped(failure.path)}: {escaped(failure.message)}" for failure in report.failures)
        )
    return "\n\n".join(parts) + "\n"


def _file(file: FileReport) -> str:
    known = heading(file)
    title = f"#### {escaped(file.path)}" + (f" ({escaped(known)})" if known else "")
    rows = [_row(finding) for finding in file.findings]
    return "\n".join([title, "", "| | where | finding | fix |", "|---|---|---|---|", *rows])


def _row(finding: Finding) -> str:
    place = finding.where.range
    line = f"<br>line {place.start.line}" if place else ""
    authority = ", ".join(filter(None, (finding.authority, finding.section)))
    said = f"{escaped(finding.message)}<br><sub>{finding.rule} · {escaped(authority)}</sub>"
    fix = escaped(finding.repair.title) if finding.repair else ""
    cells = (f"{_ICONS[finding.severity]} {finding.severity}", escaped(finding.where.text) + line, said, fix)
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """``text`` as words alone: neither Markdown, nor names that a code host sends messages to.

    GitHub looks for names when the backslashes are read and gone; a space without width stops it.
    """
    return _NAMES.sub("&#8203;", _SPECIAL.sub(r"\\\1", visible(text)))
