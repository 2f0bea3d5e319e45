"""A finding as a note in the margin: what is wrong, the repair, the authority."""

from __future__ import annotations

from collections.abc import Iterator

from linter.model.diagnostic import Replace
from linter.model.report import Finding, Repair, Where
from linter.reporters.change import both
from linter.reporters.page.elements import Html, element, together
from linter.reporters.page.words import Numbered

_WORDS = {"error": "Error", "warning": "Warning", "advice": "Advice"}
_LISTED = 12


def note(one: Numbered, anchor: str) -> Html:
    """The note on one finding; ``anchor`` begins the ids of the paragraphs of its draft."""
    finding = one.finding
    kind = f"ref {finding.severity}"
    head = element(
        "header",
        element(
            "a",
            str(one.number),
            class_=kind,
            href=f"#r{one.number}",
            aria_label=f"{one.number}, to the words",
        ),
        " ",
        element("strong", _WORDS[finding.severity], class_=f"severity {finding.severity}"),
        " ",
        element("span", _place(finding.where), class_="place"),
    )
    return element(
        "article", head, element("p", finding.message), *_details(finding, anchor),
        id=one.id, class_=f"finding {finding.severity}", tabindex="-1",
        aria_label=f"{_WORDS[finding.severity]} {one.number}", data_severity=finding.severity,
        data_rule=finding.rule, data_fix=finding.repair.safety if finding.repair else "none",
    )  # fmt: skip


def _details(finding: Finding, anchor: str) -> Iterator[Html]:
    if finding.repair:
        yield element("p", element("b", "Fix: "), *_fix(finding, finding.repair), class_="fix")
    if finding.related:
        yield element("p", element("b", "Also in: "), *_related(finding, anchor))
    if finding.agreed:
        yield element("p", element("b", "Agreed: "), "the words stand so in the base")
    authority = ", ".join(filter(None, (finding.authority, finding.section)))
    said = together(authority, " " if authority else "", element("code", finding.rule, title="the rule"))
    if finding.why:
        yield element("details", element("summary", said, title="why"), element("p", finding.why))
    else:
        yield element("p", said, class_="source")


def _place(where: Where) -> str:
    return f"{where.text}, line {where.range.start.line}" if where.range else where.text


def _fix(finding: Finding, repair: Repair) -> Iterator[str]:
    edits = repair.block_edits
    only = edits[0] if len(edits) == 1 else None
    if isinstance(only, Replace) and only.block == finding.where.block:
        before, after = both(finding.context.text, only)
        yield element("del", before)
        yield " → "
        yield element("ins", after) if after else "(nothing)"
    else:
        yield repair.title
    suggested = repair.safety == "suggested"
    yield element("span", " (a person should look)" if suggested else " (safe)", class_="safety")


def _related(finding: Finding, anchor: str) -> Iterator[str]:
    """Links to the other places, each paragraph once."""
    places = list({where.block: where.text for where in finding.related}.items())
    for number, (block, text) in enumerate(places[:_LISTED]):
        yield together(", " if number else "", element("a", text, href=f"#{anchor}{block}"))
    if len(places) > _LISTED:
        yield f" and {len(places) - _LISTED:,} more"
