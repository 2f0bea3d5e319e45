"""``label``: the form of what stands before a paragraph: "1.", "(a)", "(i)"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from linter.checks.base import Hit, Request, Subject
from linter.model.diagnostic import Edit, Place, SetLabel
from linter.model.document import Label
from linter.model.resolution import Element


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked of a label.

    ``form``: it looks like ``{}`` in ``like`` set round its number or letters, at ``level`` (0: any), and
    these are of the ``series``; with ``bullet`` it is no bullet or dash. ``present``: there is one, when its part has
    more than one such paragraph. ``absent``: there is none. ``alone``: a single paragraph of its part, or a
    single subparagraph of its paragraph, has none.
    """

    require: Literal["form", "present", "absent", "alone"]
    like: str = "{}."
    series: Literal["any", "digit", "letter", "roman", "bullet"] = "any"
    level: int = 0


PLACEHOLDERS = ("found", "expected")
_SERIES = {
    "any": re.compile(r".*"),
    "digit": re.compile(r"\d+"),
    "letter": re.compile(r"([a-z])\1?"),
    "roman": re.compile(r"[ivxl]+"),
}


def check(params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each paragraph that the requirement speaks of."""
    counts = Counter(_fellows(element) for element in subject.elements(request.roles))
    numbered = {element.part for element in subject.elements(request.roles) if element.block.label}
    for element in subject.elements(request.roles):
        if params.level and element.level != params.level:
            continue
        if params.require == "form":
            yield from _form(params, element)
        elif params.require == "absent" or (params.require == "alone" and counts[_fellows(element)] == 1):
            yield _absent(element)
        elif params.require == "present" and counts[_fellows(element)] > 1 and element.part in numbered:
            yield _present(element)


def _fellows(element: Element) -> tuple[int | None, int | None, int]:
    """What paragraphs that are counted together have in common."""
    return element.part, element.parent, element.level


def _form(params: Params, element: Element) -> Iterator[Hit | None]:
    label = element.block.label
    if params.series == "bullet":
        yield _bullet(element)
        return
    core = re.search(r"[A-Za-z0-9]+", label.text) if label else None
    if label is None or core is None:
        return
    if params.level and re.fullmatch(r"\d+\.", label.text):
        return  # the items of a programme or an agenda
    expected = params.like.format(core[0]) if _SERIES[params.series].fullmatch(core[0]) else ""
    yield None if label.text == expected else _wrong(element, label, expected)


def _bullet(element: Element) -> Hit | None:
    block = element.block
    if block.label is not None and re.search(r"[A-Za-z0-9]", block.label.text):
        return None
    if block.label is None and block.hint != "li":
        return None
    found = block.label.text if block.label else "•"
    return Hit(Place(block.index, 0, min(len(block.text), 1)), {"found": found, "expected": ""})


def _wrong(element: Element, label: Label, expected: str) -> Hit:
    edits: tuple[Edit, ...] = (SetLabel(element.block.index, expected),) if label.source and expected else ()
    values = {"found": label.text, "expected": expected}
    return Hit(Place(element.block.index, 0, 0), values, edits, title=f"write the label as “{expected}”")


def _absent(element: Element) -> Hit | None:
    label = element.block.label
    if label is None or not label.text:
        return None
    edits: tuple[Edit, ...] = (SetLabel(element.block.index, ""),) if label.source else ()
    values = {"found": label.text, "expected": ""}
    return Hit(Place(element.block.index, 0, 0), values, edits, title=f"remove the label “{label.text}”")


def _present(element: Element) -> Hit | None:
    if element.block.label is not None:
        return None
    return Hit(Place(element.block.index, 0, min(len(element.block.text), 1)), {"found": "", "expected": ""})
