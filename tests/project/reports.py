"""The reports beside the example drafts: ``python -m tests.project.reports`` writes them anew."""

from __future__ import annotations

from pathlib import Path

import linter
from linter.model.report import Report
from linter.reporters import render

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
DRAFTS = ("school-meals.md", "river-communities.md", "ceasefire-monitoring.md", "shared-aquifers.md")


def report(name: str) -> str:
    """What ``resolint check`` prints of an example draft."""
    found = linter.lint((EXAMPLES / name).read_bytes(), name=name)
    return render(Report((found,)), "full", color=False, width=100)


def path_of(name: str) -> Path:
    """Where the report of a draft is kept."""
    return EXAMPLES / "reports" / f"{Path(name).stem}.txt"


if __name__ == "__main__":
    for draft in DRAFTS:
        path_of(draft).parent.mkdir(exist_ok=True)
        path_of(draft).write_text(report(draft), encoding="utf-8")
