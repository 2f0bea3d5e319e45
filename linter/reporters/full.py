"""For people: the words in their line, what is wrong with them, what would put it right, who says so."""

from __future__ import annotations

from collections.abc import Iterator

from linter.model.diagnostic import Replace
from linter.model.report import FileReport, Finding, Repair, Report, Where
from linter.model.source import Span
from linter.model.values import dataclass
from linter.reporters.change import change
from linter.reporters.excerpt import excerpt
from linter.reporters.terminal import Paint, visible, wrap
from linter.reporters.wording import count, heading, places, summary

_COLORS = {"error": "red", "warning": "yellow", "advice": "cyan"}
_INDENT = "  "
_KEY = 9  # columns of the words on the left: "warning" and two spaces


def render(report: Report, *, color: bool, width: int) -> str:
    """The report for a person to read; files without findings are only counted."""
    if not report.files:
        return ""
    page = _Page(Paint(color=color), width)
    lines: list[str] = []
    for file in report.files:
        if file.findings or file.notes:
            lines.extend(_file(file, page))
    lines.append(page.paint(summary(report), "bold"))
    return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class _Page:
    """What is written on."""

    paint: Paint
    width: int

    def entry(self, key: str, text: str, key_style: str, text_style: str = "") -> Iterator[str]:
        """A word on the left, and beside it what it says, hanging."""
        for number, line in enumerate(wrap(visible(text), self.width - len(_INDENT) - _KEY)):
            left = self.paint(key, key_style) + " " * (_KEY - len(key)) if number == 0 else " " * _KEY
            yield _INDENT + left + self.paint(line, text_style)


def _file(file: FileReport, page: _Page) -> Iterator[str]:
    known = heading(file)
    path = page.paint(visible(file.path), "bold")
    yield f"{path}  {page.paint(visible(known), 'dim')}" if known else path
    remarks = list(file.notes)
    if file.suppressed:
        remarks.append(f"{count(file.suppressed, 'finding')} kept silent by comments or settings")
    for remark in remarks:
        yield from page.entry("note", remark, "dim")
    yield ""
    for finding in sorted(file.findings, key=lambda finding: bool(finding.agreed)):
        yield from _finding(file, finding, page)
        yield ""


def _finding(file: FileReport, finding: Finding, page: _Page) -> Iterator[str]:
    color = _COLORS[finding.severity]
    yield _place(file, finding.where, page.paint)
    found = Span(finding.where.start, finding.where.end)
    for line in excerpt(finding.context, found, page.width - 2 * len(_INDENT), page.paint, color):
        yield 2 * _INDENT + line
    yield from page.entry(finding.severity, finding.message, f"bold {color}")
    if finding.repair:
        yield from page.entry("fix", _fix(finding, finding.repair), "green", "green")
    if finding.related:
        yield from page.entry("also in", places(finding.related), "")
    authority = ", ".join(filter(None, (finding.authority, finding.section)))
    if authority:
        yield from page.entry("source", authority, "dim", "dim")
    if finding.agreed:
        yield from page.entry("agreed", "the words stand so in the base", "dim", "dim")
    yield from page.entry("rule", finding.rule, "dim", "dim")


def _place(file: FileReport, where: Where, paint: Paint) -> str:
    lines = f":{where.range.start.line}:{where.range.start.column}" if where.range else ""
    return f"{paint(visible(file.path) + lines, 'cyan')}  {visible(where.text)}"


def _fix(finding: Finding, repair: Repair) -> str:
    edits = repair.block_edits
    said = repair.title
    if len(edits) == 1 and isinstance(edits[0], Replace) and edits[0].block == finding.where.block:
        said = change(finding.context.text, edits[0])
    return f"{said}  (suggested: a person should look)" if repair.safety == "suggested" else said
