"""Notes that repeat the source of the note before: "Ibid., vol. 2515, No. 44910."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.checks.base import Hit, Subject, place
from linter.model.diagnostic import Edit, Replace, SetStyle, Severity
from linter.model.values import dataclass

_TREATIES = "United Nations, Treaty Series"
_VOLUME = re.compile(r"ibid\.?,? vols?\.")
_RECORDS = re.compile(
    r"ibid\.?,? (?:[a-z-]+ (?:(?:emergency )?special )?session|supplement|\d{4}, supplement)"
)
_BRACKETS = re.compile(r"\([^()]*\)|“[^”]*”")
_SYMBOL = re.compile(r"\b[A-Z]{1,4}(?:/[\w.-]*\d[\w.-]*)(?:/[\w.-]+)*")


def repeated(subject: Subject) -> Iterator[Hit | None]:
    """A note that cites what the note before it cites; a remark without a number in it may be repeated."""
    before: str | None = None
    for element in subject.elements(("footnote",), all_text=True):
        block = element.block
        text = subject.straight(block)
        source = source_of(text)
        if source and before == source:
            end = len(block.text) if source == text else len(source)
            expected = "Ibid."
            edits: tuple[Edit, ...] = (Replace(block.index, 0, end, expected),)
            if any(mark.style == "italic" for mark in block.marks):
                edits = (SetStyle(block.index, 0, end, "italic", False), *edits)
            yield Hit(
                place(block, 0, end),
                {"label": element.label, "found": text[:end], "expected": expected},
                edits,
            )
        elif text.startswith("Ibid"):
            yield None
            continue
        before = source


def source_of(text: str) -> str:
    """What "Ibid." would stand for: the Treaty Series, else a whole note that names something by number."""
    if text.startswith(_TREATIES):
        return _TREATIES
    return text if any(character.isdigit() for character in text) and ";" not in text else ""


@dataclass(frozen=True, slots=True)
class _Source:
    """What a chain of "Ibid." goes back to: whether it has volumes, is a record, or is more than one."""

    volumes: bool
    records: bool
    several: bool


def follows(subject: Subject) -> Iterator[Hit | None]:
    """One item for each "Ibid." after a note: what it changes must be there, and the source must be one."""
    source: _Source | None = None
    part: int | None = None
    for element in subject.elements(("footnote",), all_text=True):
        text = subject.folded(element.block)
        if element.part != part:
            source, part = None, element.part
        if not text.startswith("ibid"):
            source = _read(subject.straight(element.block))
        elif source is not None:
            lacking = _lacking(text, source)
            end = min(len(text), 5)
            values = {"label": element.label, "found": element.block.text[:40], "expected": lacking}
            weight: Severity | None = "advice" if source.several and text.rstrip(". ") == "ibid" else None
            yield Hit(place(element.block, 0, end), values, severity=weight) if lacking else None


def _lacking(text: str, source: _Source) -> str:
    """Why "Ibid." cannot stand for ``source``, in words; "" where it can."""
    if source.several:
        return "cites several sources"
    if _VOLUME.match(text) and not source.volumes:
        return "has no volumes"
    if _RECORDS.match(text) and not source.records:
        return "is not from the Official Records"
    return ""


def _read(text: str) -> _Source:
    plain = _BRACKETS.sub("", text)
    symbols = _SYMBOL.findall(plain)
    several = len({symbol for symbol in symbols if not symbol.startswith(f"{symbols[0]}/")}) > 1
    folded = text.lower()
    return _Source("vol" in folded or "series" in folded, "official records" in folded, several)
