"""Counts, organs and places in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from linter.model.report import FileReport, Finding, Report, Where
from linter.model.resolution import ORGAN_NAMES, Resolution

_LISTED = 12


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 file", "2 files"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def enumeration(items: list[str]) -> str:
    """Items as a sentence lists them: "a, b and c"."""
    return " and ".join(filter(None, (", ".join(items[:-1]), items[-1])))


def findings_of(report: Report) -> Iterator[Finding]:
    """All findings in order."""
    return (finding for file in report.files for finding in file.findings)


def tally(report: Report) -> dict[str, int]:
    """Findings by severity, most severe first, all three always there."""
    totals = {"error": 0, "warning": 0, "advice": 0}
    for finding in findings_of(report):
        totals[finding.severity] += 1
    return totals


def fixable(report: Report) -> tuple[int, int]:
    """How many findings have a safe and how many a suggested fix."""
    safeties = [finding.repair.safety for finding in findings_of(report) if finding.repair]
    return safeties.count("safe"), safeties.count("suggested")


def summary(report: Report) -> str:
    """One sentence on the whole run."""
    totals = tally(report)
    files = count(len(report.files), "file")
    if not any(totals.values()):
        return f"Nothing to remark in {files}."
    counts = [
        count(totals["error"], "error"),
        count(totals["warning"], "warning"),
        count(totals["advice"], "piece of advice", "pieces of advice"),
    ]
    said = enumeration([text for text, number in zip(counts, totals.values(), strict=True) if number])
    return f"{said} in {files}{_repairable(*fixable(report))}."


def _repairable(safe: int, suggested: int) -> str:
    if safe and suggested:
        return f"; {safe:,} can be repaired with `resolint fix`, {suggested:,} more with `--suggested`"
    if safe:
        return f"; {safe:,} can be repaired with `resolint fix`"
    if suggested:
        return f"; {suggested:,} can be repaired with `resolint fix --suggested`"
    return ""


def heading(file: FileReport | Resolution) -> str:
    """What is known of a draft: "General Assembly, draft, A/C.3/80/L.12"."""
    return ", ".join(filter(None, (ORGAN_NAMES.get(file.organ or ""), file.stage, file.symbol)))


def places(wheres: Iterable[Where]) -> str:
    """Places in few words: "preambular paragraphs 2, 5 and 7, title"."""
    return gathered(where.text for where in wheres)


def gathered(names: Iterable[str]) -> str:
    """Names of places in few words: "preambular paragraphs 2, 5 and 7, title"."""
    said = []
    for what, group in groupby((_split(name) for name in names), key=lambda pair: pair[0]):
        numbers = list(dict.fromkeys(number for _, number in group if number))
        if len(numbers) > _LISTED:
            numbers = [*numbers[:_LISTED], f"{len(numbers) - _LISTED:,} more"]
        said.append(f"{what}{'s' * (len(numbers) > 1)} {enumeration(numbers)}" if numbers else what)
    return ", ".join(dict.fromkeys(said))


def _split(name: str) -> tuple[str, str]:
    parts = re.fullmatch(r"(.*?\D) (\d.*)", name)
    return (parts[1], parts[2]) if parts else (name, "")
