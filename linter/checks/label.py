"""``label``: the form of what stands before a paragraph: "1.", "(a)", "(i)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from linter.checks.base import Hit, Request, Subject
from linter.model.diagnostic import Edit, Place, SetLabel
from linter.model.resolution import Element


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked of a label.

    ``form``: it looks like ``{}`` in ``like`` set round its number or letters, at ``level`` (0: any).
    ``present``: there is one, when its part has more than one such paragraph. ``absent``: there is none.
    ``alone``: a single paragraph has none.
    """

    require: Literal["form", "present", "absent", "alone"]
    like: str = "{}."
    level: int = 0


PLACEHOLDERS = ("found", "expected")


def check(params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each paragraph that the requirement speaks of."""
    counts: dict[int | None, int] = {}
    for element in subject.elements(request.roles):
        counts[element.part] = counts.get(element.part, 0) + 1
    numbered = {element.part for element in subject.elements(request.roles) if element.block.label}
    for element in subject.elements(request.roles):
        if params.level and element.level != params.level:
            continue
        if params.require == "form":
            yield from _form(params, element)
        elif params.require == "absent" or (params.require == "alone" and counts[element.part] == 1):
            yield _absent(element)
        elif params.require == "present" and counts[element.part] > 1 and element.part in numbered:
            yield _present(element)


def _form(params: Params, element: Element) -> Iterator[Hit | None]:
    label = element.block.label
    core = re.search(r"[A-Za-z0-9]+", label.text) if label else None
    if label is None or core is None:
        return
    expected = params.like.format(core[0])
    if label.text == expected or re.fullmatch(r"(?:PP|OP)\s?\d+.*", label.text):
        yield None
        return
    edits: tuple[Edit, ...] = (SetLabel(element.block.index, expected),) if label.source else ()
    values = {"found": label.text, "expected": expected}
    yield Hit(Place(element.block.index, 0, 0), values, edits, title=f"write the label as “{expected}”")


def _absent(element: Element) -> Hit | None:
    label = element.block.label
    if label is None:
        return None
    edits: tuple[Edit, ...] = (SetLabel(element.block.index, ""),) if label.source else ()
    values = {"found": label.text, "expected": ""}
    return Hit(Place(element.block.index, 0, 0), values, edits, title=f"remove the label “{label.text}”")


def _present(element: Element) -> Hit | None:
    if element.block.label is not None:
        return None
    return Hit(Place(element.block.index, 0, min(len(element.block.text), 1)), {"found": "", "expected": ""})
