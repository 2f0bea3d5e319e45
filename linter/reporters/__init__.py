"""Output formats: each module renders a finished report as text, and is imported when it is asked for."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType

from linter.model.report import Report

FORMATS = MappingProxyType(
    {
        "full": "linter.reporters.full",
        "concise": "linter.reporters.concise",
        "json": "linter.reporters.as_json",
        "jsonl": "linter.reporters.jsonl",
        "sarif": "linter.reporters.sarif",
        "github": "linter.reporters.github",
        "gitlab": "linter.reporters.gitlab",
        "junit": "linter.reporters.junit",
        "checkstyle": "linter.reporters.checkstyle",
        "rdjson": "linter.reporters.rdjson",
        "markdown": "linter.reporters.markdown",
        "html": "linter.reporters.html",
    }
)
# The formats that show the draft itself, and need ``FileReport.whole``.
SHOWING = frozenset({"html", "rdjson"})


def render(report: Report, format_name: str, *, color: bool = False, width: int = 100) -> str:
    """The report in one of ``FORMATS``, with a line ending at its end unless it is empty.

    ``color`` and ``width`` (in columns) matter to formats that people read.
    """
    text: str = import_module(FORMATS[format_name]).render(report, color=color, width=width)
    return text
