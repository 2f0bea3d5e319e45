"""``element``: which parts a draft has, and in which order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Literal

from linter.checks.base import TEXT_ROLES, Hit, Request, Subject
from linter.model.diagnostic import Place
from linter.model.resolution import Element, Role
from linter.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked of the elements whose roles the rule names.

    ``present``: the draft has one. ``before``: they stand before every element of ``other`` in their part
    (``restart``: a heading lets them begin again). ``absent``: there is none. ``last``: no paragraph of
    the body follows. ``last-of-role``: a paragraph with this ``opening`` is the last of its role in its part.
    """

    require: Literal["present", "before", "absent", "last", "last-of-role"]
    opening: str = ""
    other: Role = "operative"
    restart: bool = True


PLACEHOLDERS = ("found", "expected")


def check(params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each part (``present``), or for each element."""
    if params.require == "present":
        yield from _present(subject, request)
    elif params.require == "absent":
        for element in subject.elements(request.roles):
            yield _hit(element)
    elif params.require == "last-of-role":
        yield from _last_of_role(params.opening, subject, request)
    elif params.require == "last":
        yield from _last(subject, request)
    else:
        yield from _before(params, subject, request)


def _hit(element: Element) -> Hit:
    words = element.block.text[:60]
    return Hit(Place(element.block.index, 0, len(words)), {"found": words, "expected": ""})


def _present(subject: Subject, request: Request) -> Iterator[Hit | None]:
    elements = subject.resolution.elements
    if any(element.role in request.roles for element in elements):
        yield None
        return
    first = next((element for element in elements if element.role in ("preambular", "operative")), None)
    if first is not None and not _needs_none(subject, first):
        yield Hit(Place(first.block.index, 0, min(1, len(first.block.text))), {"found": "", "expected": ""})


def _needs_none(subject: Subject, first: Element) -> bool:
    """Whether this is a decision told in prose ("The General Assembly decides …") or an amendment."""
    above = subject.elements(("masthead", "sponsors", "title", "other"), all_text=True)
    return first.block.text.startswith("The ") or any(
        "amendment" in subject.folded(one.block) for one in above
    )


def _before(params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:
    passed: int | None = None
    for element in subject.elements((*request.roles, params.other, "heading", "organ")):
        if element.role in ("heading", "organ"):
            if params.restart:
                passed = None
        elif element.role == params.other:
            passed = element.part
        elif passed is not None and passed == element.part:
            yield _hit(element)
        else:
            yield None


def _last(subject: Subject, request: Request) -> Iterator[Hit | None]:
    held: Element | None = None
    for element in subject.elements((*request.roles, *TEXT_ROLES)):
        if element.role in request.roles:
            held = held or element
        elif held is not None and held.part == element.part:
            yield _hit(held)
            held = None
    if held is not None:
        yield None


def _last_of_role(opening: str, subject: Subject, request: Request) -> Iterator[Hit | None]:
    elements = list(subject.elements((*request.roles, "organ")))
    for element, following in zip_longest(elements, elements[1:]):
        if element.opening is None or element.opening.base != opening:
            continue
        if following is None or following.part != element.part or following.role == "organ":
            yield None
            continue
        start, end = element.opening.span
        values = {"found": element.block.text[start:end], "expected": ""}
        yield Hit(Place(element.block.index, start, end), values)
