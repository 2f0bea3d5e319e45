"""From the hits of a rule to its diagnostics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.checks.base import Hit
from linter.model.diagnostic import Diagnostic, Fix
from linter.packs.rule import Collapse, Rule


def diagnose(rule: Rule, hits: Sequence[Hit], applied: int) -> Iterator[Diagnostic]:
    """The diagnostics of a rule's hits: one each, or one for all where the slip is the whole document's."""
    collapse = rule.collapse
    collapsed = collapse and len(hits) >= collapse.least and len(hits) > collapse.over * applied
    if collapse and collapsed and len(hits) > 1:
        yield _collapsed(rule, collapse, hits, applied)
        return
    for hit in hits:
        severity = collapse.severity if collapse and collapsed else hit.severity or rule.severity
        message = rule.message.format_map(hit.values)
        yield Diagnostic(rule.name, severity, message, hit.place, hit.related, _fix(rule, hit))


def _collapsed(rule: Rule, collapse: Collapse, hits: Sequence[Hit], applied: int) -> Diagnostic:
    edits = tuple(edit for hit in hits for edit in hit.edits)
    title = f"mend all {len(hits)} places"
    fix = Fix(title, edits, "suggested") if edits and rule.fix != "none" else None
    message = collapse.message.format_map({"count": str(len(hits)), "places": str(applied)})
    related = tuple(hit.place for hit in hits[1:])
    return Diagnostic(rule.name, collapse.severity, message, hits[0].place, related, fix)


def _fix(rule: Rule, hit: Hit) -> Fix | None:
    if rule.fix == "none" or not hit.edits:
        return None
    title = hit.title or _title(hit)
    return Fix(title, hit.edits, hit.safety or rule.fix)


def _title(hit: Hit) -> str:
    found, expected = hit.values.get("found", ""), hit.values.get("expected", "")
    return f"replace “{found}” with “{expected}”" if expected else f"remove “{found}”"
