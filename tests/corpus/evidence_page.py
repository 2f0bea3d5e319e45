"""The page ``rules/EVIDENCE.md``: the figures of a run as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linter.packs import load
from linter.packs.rule import Rule
from tests.corpus.counts import CORPORA, Evidence, RuleCount
from tests.corpus.mutations import Result
from tests.corpus.readings import Reading, readings

_HEAD = """\
# Evidence

How the rules fare with real texts. This page is generated (`make evidence`) where the reference documents
are at hand; edit the rules, not this.

## Findings in texts that were adopted

Texts that professional editors have seen: nearly every error and warning here should be a slip that they
missed, and each false alarm costs a drafter's trust. Plain text carries no italics and few footnotes; rules
about those do not apply to it. Only rules that are on by default count here.
"""
_RULES = """\
## Rule by rule

**Places** are those where a rule could have found something, **kept** the share in which it did not; rules
that look for wrong words see only those and have no share. **Documents** is in how many something was found.
**Read** is how many findings a person has read, and of these how many were slips, false alarms and unclear.
"""
_MUTATIONS = """\
## Slips planted one at a time

Into regular texts, ours and adopted ones, one slip of a known kind is planted. **Found**: a new finding of
the fitting convention stands at the place. **Restored**: `resolint fix --suggested` gives the text back to
the letter; “–” where only a person can tell what should stand.
"""


def page(evidence: Evidence, mutations: Sequence[Result]) -> str:
    """The whole page, in Markdown."""
    known = readings()
    parts = [_HEAD, _table(_corpora(evidence)), _RULES, _table(_rules(evidence, known))]
    notes = [f"- {rule}: {reading.note}" for rule, reading in sorted(known.items()) if reading.note]
    if notes:
        parts += ["## What the readings say\n", "\n".join(notes) + "\n"]
    return "\n".join([*parts, _MUTATIONS, _table(_planted(mutations))])


def _table(rows: Iterable[Sequence[str]]) -> str:
    head, *body = rows
    rule = ["---" if i == 0 else "---:" for i in range(len(head))]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *body)) + "\n"


def _corpora(evidence: Evidence) -> Iterator[Sequence[str]]:
    yield ("texts", "documents", "errors a document", "warnings", "advice", "with an error or warning",
           "without any finding", "findings of previews")  # fmt: skip
    for corpus in CORPORA:
        number = evidence.documents[corpus]
        yield (
            corpus,
            f"{number:,}",
            *(
                f"{evidence.per_document(corpus, severity):.2f}"
                for severity in ("error", "warning", "advice")
            ),
            _share(evidence.touched[corpus, "error or warning"], number),
            _share(number - evidence.touched[corpus, "any"], number),
            f"{evidence.previews[corpus]:,}",
        )


def _rules(evidence: Evidence, known: dict[str, Reading]) -> Iterator[Sequence[str]]:
    yield ("rule", "level", "places", "findings", "kept", "documents", "of these General Assembly", "read",
           "slips", "false", "unclear")  # fmt: skip
    for rule in sorted(load().all_rules(), key=lambda rule: rule.name):
        count, assembly = evidence.rule(rule.name), evidence.rule(rule.name, "General Assembly")
        share = assembly.documents / max(evidence.documents["General Assembly"], 1)
        yield (
            rule.name,
            _level(rule),
            f"{count.applied:,}",
            f"{count.findings:,}",
            _kept(rule, count),
            f"{count.documents:,}",
            f"{assembly.documents:,} ({share:.1%})",
            *_reading(known.get(rule.name)),
        )


def _level(rule: Rule) -> str:
    return rule.severity if rule.status == "stable" else "preview"


def _kept(rule: Rule, count: RuleCount) -> str:
    """The share of places in which a rule is kept; words are often only seen where they are wrong."""
    if rule.kind in {"pattern", "terms"} and count.applied == count.broken:
        return "–"
    return _share(count.applied - count.broken, count.applied)


def _reading(reading: Reading | None) -> Sequence[str]:
    if reading is None:
        return ("–",) * 4
    return tuple(str(number) for number in (reading.read, reading.true, reading.false, reading.unclear))


def _share(part: int, whole: int) -> str:
    return f"{max(part, 0) / whole:.1%}" if whole else "–"


def _planted(results: Sequence[Result]) -> Iterator[Sequence[str]]:
    yield ("slip", "planted", "found", "to be restored", "restored")
    for result in results:
        restored = (str(result.restorable), str(result.restored)) if result.restorable else ("–", "–")
        yield (result.kind, str(result.planted), str(result.found), *restored)
    planted, found = sum(r.planted for r in results), sum(r.found for r in results)
    restorable, restored_all = sum(r.restorable for r in results), sum(r.restored for r in results)
    shares = (_share(found, planted), _share(restored_all, restorable))
    yield (f"all {len(results)}", str(planted), f"{found} ({shares[0]})", str(restorable),
           f"{restored_all} ({shares[1]})")  # fmt: skip
