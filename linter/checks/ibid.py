"""Notes that repeat the source of the note before: "Ibid., vol. 2515, No. 44910."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from linter.checks.base import Hit, Subject, place
from linter.model.diagnostic import Edit, Replace, SetStyle, Severity
from linter.model.fold import fold
from linter.model.resolution import Element
from linter.structure.sources import Source, of_notes

_TREATIES = "United Nations, Treaty Series"
_TREATY_NUMBER = re.compile(r", nos?\. \d")
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


def follows(subject: Subject) -> Iterator[Hit | None]:
    """One item for each "Ibid." after a note: what it changes must be there, and the source must be one."""
    notes = list(subject.elements(("footnote",), all_text=True))
    for _, part in groupby(notes, key=lambda element: element.part):
        elements = list(part)
        texts = [subject.straight(element.block) for element in elements]
        several = False
        for element, text, source in zip(elements, texts, [None, *of_notes(texts)], strict=False):
            if not fold(text).startswith("ibid"):
                several = _has_several(text)
            elif source is not None:
                yield _judged(element, text, source, several=several)


def _judged(element: Element, text: str, source: Source, *, several: bool) -> Hit | None:
    lacking = "cites several sources" if several else _lacking(fold(text), source)
    if not lacking:
        return None
    values = {"label": element.label, "found": element.block.text[:40], "expected": lacking}
    weight: Severity | None = "advice" if several and fold(text).rstrip(". ") == "ibid" else None
    return Hit(place(element.block, 0, min(len(text), 5)), values, severity=weight)


def _lacking(text: str, source: Source) -> str:
    """Why "Ibid." with its changes cannot stand for ``source``, in words; "" where it can."""
    has_volumes = source.kind == "treaty" or re.search(r"\bvols?\b|\bseries\b", source.number, re.IGNORECASE)
    if _VOLUME.match(text) and not has_volumes and (source.kind == "other" or _TREATY_NUMBER.search(text)):
        return "has no such volumes"
    is_record = source.kind == "records" or "official records" in source.number.lower()
    if _RECORDS.match(text) and not is_record:
        return "is not from the Official Records"
    return ""


def _has_several(text: str) -> bool:
    symbols = _SYMBOL.findall(_BRACKETS.sub("", text))
    return len({symbol for symbol in symbols if not symbol.startswith(f"{symbols[0]}/")}) > 1
