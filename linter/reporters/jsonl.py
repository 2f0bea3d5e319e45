"""One JSON object a line, each what ``files`` holds in the JSON report: for streams and long runs."""

from __future__ import annotations

from linter.model.report import Report
from linter.reporters.as_json import dump, file_value


def render(report: Report, *, color: bool, width: int) -> str:  # noqa: ARG001
    """A line for each file that was read."""
    return "".join(dump(file_value(file)) for file in report.files)
