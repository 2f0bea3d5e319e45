"""JUnit's XML: a suite for each draft, a failed case for each finding."""

from __future__ import annotations

from linter.model.report import Failure, FileReport, Finding, Report
from linter.reporters.markup import HEAD, escaped, tag


def render(report: Report, *, color: bool, width: int) -> str:  # noqa: ARG001
    """A draft without findings is a case that passed; a file that could not be done is an error."""
    suites = [*map(_suite, report.files), *map(_broken, report.failures)]
    failed = sum(len(file.findings) for file in report.files)
    counts = {
        "name": "resolint",
        "tests": sum(len(file.findings) or 1 for file in report.files) + len(report.failures),
        "failures": failed,
        "errors": len(report.failures),
    }
    return HEAD + tag("testsuites", counts, "\n" + "".join(f"{suite}\n" for suite in suites)) + "\n"


def _suite(file: FileReport) -> str:
    cases = [_case(file, finding) for finding in file.findings] or [
        tag("testcase", {"name": "no findings", "classname": file.path})
    ]
    counts = {"name": file.path, "tests": len(cases), "failures": len(file.findings), "errors": 0}
    return tag("testsuite", counts, "\n" + "".join(f"{case}\n" for case in cases))


def _case(file: FileReport, finding: Finding) -> str:
    place = finding.where.range
    line = f"{file.path}:{place.start.line}:{place.start.column}" if place else file.path
    told = [f"{line}: {finding.where.text}", f"“{finding.excerpt}”"]
    if finding.repair:
        told.append(f"fix: {finding.repair.title}")
    told.append(", ".join(filter(None, (finding.authority, finding.section))))
    failure = tag("failure", {"type": finding.severity, "message": finding.message}, escaped("\n".join(told)))
    return tag("testcase", {"name": f"{finding.rule}: {finding.where.text}", "classname": file.path}, failure)


def _broken(failure: Failure) -> str:
    case = tag(
        "testcase", {"name": "read", "classname": failure.path}, tag("error", {"message": failure.message})
    )
    return tag("testsuite", {"name": failure.path, "tests": 1, "failures": 0, "errors": 1}, case)
