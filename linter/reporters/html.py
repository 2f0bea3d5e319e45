"""A page for a browser, complete in one file: no network, no script but its own, safe to open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import count as counting
from pathlib import Path

from linter.model.report import Report
from linter.reporters.page.draft import draft
from linter.reporters.page.elements import Html, element, together
from linter.reporters.page.shell import shell, stylesheet
from linter.reporters.page.words import Numbered
from linter.reporters.wording import count, findings_of, summary, tally

_SEVERITIES = {"error": "Errors", "warning": "Warnings", "advice": "Advice"}
_FIXES = {"safe": "with a safe fix", "suggested": "with a fix to look at", "none": "for a person to mend"}


def render(report: Report, *, color: bool, width: int) -> str:  # noqa: ARG001
    """Every draft as in print, with its findings in the margin and filters above."""
    script = Path(__file__).with_name("page").joinpath("page.js").read_text("utf-8")
    return shell(f"resolint: {_title(report)}", stylesheet(), *_body(report), script=script)


def _title(report: Report) -> str:
    return report.files[0].path if len(report.files) == 1 else count(len(report.files), "draft")


def _body(report: Report) -> Iterable[Html]:
    numbers = counting(1)
    drafts = [
        draft(file, [Numbered(next(numbers), finding) for finding in file.findings], number)
        for number, file in enumerate(report.files, 1)
    ]
    yield element("a", "Skip to the draft", class_="skip", href="#drafts")
    yield element(
        "header",
        element("h1", "resolint: what an editor would say"),
        element("p", summary(report).replace("`", "")),
        _contents(report) if len(report.files) > 1 else "",
        _failures(report) if report.failures else "",
        _filters(report) if any(file.findings for file in report.files) else "",
        class_="top",
    )
    yield element("main", *drafts, id="drafts")


def _contents(report: Report) -> Html:
    items = [
        element("li", element("a", file.path, href=f"#d{number}"), f" {len(file.findings):,}")
        for number, file in enumerate(report.files, 1)
        if file.findings
    ]
    return element("nav", element("ol", *items), aria_label="Drafts with findings")


def _failures(report: Report) -> Html:
    items = [element("li", element("b", failure.path), f" {failure.message}") for failure in report.failures]
    return element("section", element("h2", "Could not be checked"), element("ul", *items), class_="failures")


def _filters(report: Report) -> Html:
    """Shown by the script, since nothing else can make them work."""
    found = tally(report)
    boxes = [
        element(
            "label",
            Html(f'<input type="checkbox" name="severity" value="{name}" checked>'),
            " ",
            element("span", title, class_=f"severity {name}"),
            f" {found[name]:,}",
        )
        for name, title in _SEVERITIES.items()
        if found[name]
    ]
    rules = Counter(finding.rule for finding in findings_of(report))
    fixes = Counter(finding.repair.safety if finding.repair else "none" for finding in findings_of(report))
    return element(
        "form",
        element("fieldset", element("legend", "Show"), *boxes),
        _choice("rule", "Rule", [(rule, f"{rule} ({rules[rule]:,})") for rule in sorted(rules)]),
        _choice(
            "fix", "Fix", [(key, f"{said} ({fixes[key]:,})") for key, said in _FIXES.items() if fixes[key]]
        ),
        element("output", "", name="shown", aria_live="polite"),
        class_="filters",
        aria_label="Filters",
        hidden=True,
    )


def _choice(name: str, title: str, options: Sequence[tuple[str, str]]) -> Html:
    every = element("option", "all", value="")
    shown = [element("option", said, value=value) for value, said in options]
    return element("label", together(title, " "), element("select", every, *shown, name=name))
