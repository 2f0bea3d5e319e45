"""How often each rule found something, in place of the findings."""

from __future__ import annotations

from collections.abc import Iterator

from linter.model.report import Finding, Report
from linter.model.values import dataclass
from linter.reporters.terminal import Paint
from linter.reporters.wording import summary

_LEVELS = ("error", "warning", "advice")


@dataclass(slots=True)
class _Row:
    """The findings of one rule at one level, in how many files, and how many of them have a fix."""

    rule: str
    severity: str
    count: int = 0
    files: int = 0
    safe: int = 0
    suggested: int = 0

    def add(self, finding: Finding) -> None:
        self.count += 1
        self.safe += finding.repair is not None and finding.repair.safety == "safe"
        self.suggested += finding.repair is not None and finding.repair.safety == "suggested"


def render(report: Report, format_name: str, *, color: bool) -> str:
    """A line for each rule, the most frequent first, as text ("full") or as data ("json")."""
    rows = _rows(report)
    if format_name == "json":
        return _json(report, rows)
    return "".join(f"{line}\n" for line in _lines(report, rows, Paint(color=color)))


def _rows(report: Report) -> list[_Row]:
    rows: dict[tuple[str, str], _Row] = {}
    for file in report.files:
        here = set()
        for finding in file.findings:
            key = finding.rule, finding.severity
            rows.setdefault(key, _Row(*key)).add(finding)
            here.add(key)
        for key in here:
            rows[key].files += 1
    return sorted(rows.values(), key=lambda row: (-row.count, _LEVELS.index(row.severity), row.rule))


def _lines(report: Report, rows: list[_Row], paint: Paint) -> Iterator[str]:
    room = max((len(row.rule) for row in rows), default=0)
    wide = len(f"{rows[0].count:,}") if rows else 0
    for row in rows:
        fixes = ((row.safe, "safe"), (row.suggested, "suggested"))
        repair = ", ".join(f"{number:,} {safety}" for number, safety in fixes if number)
        files = f"{row.files:,} file{'s' * (row.files != 1)}"
        line = f"{row.count:{wide},}  {row.severity:7}  {row.rule:{room}}  {files}"
        yield f"{line}; fixes: {repair}" if repair else line
    if rows:
        yield ""
    if report.files:
        yield paint(summary(report), "bold")


def _json(report: Report, rows: list[_Row]) -> str:
    from linter.reporters.as_json import SCHEMA, dump

    keys = ("rule", "severity", "count", "files", "safe", "suggested")
    return dump(
        {
            "schema": SCHEMA,
            "files": len(report.files),
            "statistics": [{key: getattr(row, key) for key in keys} for row in rows],
            "errors": [{"path": failure.path, "message": failure.message} for failure in report.failures],
        },
        indent=2,
    )
