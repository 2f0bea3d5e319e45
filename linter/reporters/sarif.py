"""SARIF 2.1.0, for code scanning: findings with their fixes, and the rules with their reasons."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from linter import __version__
from linter.model.fingerprint import fingerprint
from linter.model.report import Failure, FileReport, Finding, Repair, Report, Where
from linter.reporters.as_json import dump
from linter.reporters.wording import findings_of

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "advice": "note"}


def render(report: Report, *, color: bool, width: int) -> str:  # noqa: ARG001
    """One run with all files."""
    rules: dict[str, Finding] = {}
    for finding in findings_of(report):
        rules.setdefault(finding.rule, finding)
    index = {name: number for number, name in enumerate(rules)}
    driver = {
        "name": "resolint",
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in rules.values()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.failures,
                "toolExecutionNotifications": [_notification(failure) for failure in report.failures],
            }
        ],
        "artifacts": [{"location": {"uri": _uri(file.path)}} for file in report.files],
        "results": [_result(file, finding, index) for file in report.files for finding in file.findings],
    }
    return dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(finding: Finding) -> dict[str, Any]:
    authority = ", ".join(filter(None, (finding.authority, finding.section)))
    return {
        "id": finding.rule,
        "shortDescription": {"text": finding.rule.replace("-", " ").capitalize()},
        "fullDescription": {"text": finding.why or finding.message},
        "help": {"text": f"{finding.why}\n\nSource: {authority}".strip()},
        "defaultConfiguration": {"level": _LEVELS[finding.severity]},
    }


def _result(file: FileReport, finding: Finding, index: dict[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(file, finding.where)],
        "partialFingerprints": {"resolintFinding/v1": fingerprint(finding)},
    }
    if finding.related:
        result["relatedLocations"] = [_location(file, where) for where in finding.related]
    if finding.repair and finding.repair.source_edits:
        result["fixes"] = [_fix(file, finding.repair)]
    return result


def _location(file: FileReport, where: Where) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(file.path)}}
    if where.range is not None:
        start, end = where.range.start, where.range.end
        physical["region"] = {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
            "charOffset": start.offset,
            "charLength": end.offset - start.offset,
        }
    return {"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": where.text}]}


def _fix(file: FileReport, repair: Repair) -> dict[str, Any]:
    replacements = [
        {
            "deletedRegion": {"charOffset": edit.start, "charLength": edit.end - edit.start},
            "insertedContent": {"text": edit.replacement},
        }
        for edit in repair.source_edits or ()
    ]
    change = {"artifactLocation": {"uri": _uri(file.path)}, "replacements": replacements}
    return {"description": {"text": repair.title}, "artifactChanges": [change]}


def _notification(failure: Failure) -> dict[str, Any]:
    location = {"physicalLocation": {"artifactLocation": {"uri": _uri(failure.path)}}}
    return {
        "level": "error",
        "message": {"text": failure.message},
        "locations": [location] if failure.path else [],
    }


def _uri(path: str) -> str:
    """A relative or file URI of a path."""
    uri = quote(path.removeprefix("./").encode("utf-8", "surrogatepass"))
    return f"file://{uri}" if path.startswith("/") else uri
