"""GitLab's code quality report (a subset of Code Climate's)."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import Any

from linter.model.fingerprint import fingerprint
from linter.model.report import FileReport, Finding, Report
from linter.reporters.as_json import dump

_SEVERITIES = {"error": "major", "warning": "minor", "advice": "info"}


def render(report: Report, *, color: bool, width: int) -> str:  # noqa: ARG001
    """A list of issues; failures have no place in it."""
    seen: Counter[str] = Counter()
    issues = [_issue(file, finding, seen) for file in report.files for finding in file.findings]
    return dump(issues, indent=2)


def _issue(file: FileReport, finding: Finding, seen: Counter[str]) -> dict[str, Any]:
    path = file.path.removeprefix("./")
    line = finding.where.range.start.line if finding.where.range else 1
    return {
        "description": f"{finding.where.text}: {finding.message}",
        "check_name": finding.rule,
        "fingerprint": _fingerprint(path, finding, seen),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": path, "lines": {"begin": line}},
    }


def _fingerprint(path: str, finding: Finding, seen: Counter[str]) -> str:
    """The same for the same words of the same paragraph wherever it stands, and never twice in a report."""
    known = f"{path}\0{fingerprint(finding)}"
    seen[known] += 1
    return hashlib.sha256(f"{known}\0{seen[known]}".encode("utf-8", "replace")).hexdigest()
