"""A summary in Markdown, for the discussion of a pull request."""

from __future__ import annotations

import re

from linter.model.report import FileReport, Finding, Report
from linter.reporters.terminal import visible
from linter.reporters.wording import heading, summary

_ICONS = {"error": "❌", "warning": "⚠️", "advice": "💡"}
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&@!$%^])")
_REFERS = re.compile(
    r"(?<=[@#])"
)  # to a person or an issue, for code hosts that look after reading the escape


def render(report: Report, *, color: bool, width: int) -> str:  # noqa: ARG001
    """A table for each draft with findings, under one sentence on the whole."""
    parts = ["### resolint", _escaped(summary(report)).replace("\\`", "`")]
    parts += [_file(file) for file in report.files if file.findings]
    if report.failures:
        parts.append(
            "\n".join(
                f"- {_escaped(failure.path)}: {_escaped(failure.message)}" for failure in report.failures
            )
        )
    return "\n\n".join(parts) + "\n"


def _file(file: FileReport) -> str:
    known = heading(file)
    title = f"#### {_escaped(file.path)}" + (f" ({_escaped(known)})" if known else "")
    rows = [_row(finding) for finding in file.findings]
    return "\n".join([title, "", "| | where | finding | fix |", "|---|---|---|---|", *rows])


def _row(finding: Finding) -> str:
    place = finding.where.range
    line = f"<br>line {place.start.line}" if place else ""
    authority = ", ".join(filter(None, (finding.authority, finding.section)))
    said = f"{_escaped(finding.message)}<br><sub>{finding.rule} · {_escaped(authority)}</sub>"
    fix = _escaped(finding.repair.title) if finding.repair else ""
    cells = (f"{_ICONS[finding.severity]} {finding.severity}", _escaped(finding.where.text) + line, said, fix)
    return f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    return _REFERS.sub("&#8203;", _SPECIAL.sub(r"\\\1", visible(text)))
