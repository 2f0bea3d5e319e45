"""``pattern``: words found by a regular expression, in text with straight quotes and plain spaces.

The expression is compiled only for a draft that holds one of the literal words in ``needs``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from linter.checks.base import Hit, Look, Request, Subject, like, place, replacing
from linter.matching.searches import Expression, expression
from linter.model.document import Block
from linter.model.fold import straighten
from linter.model.resolution import Element
from linter.model.values import dataclass
from linter.structure.spans import touched


@dataclass(frozen=True, slots=True)
class Params:
    r"""``match`` is searched in each block; ``group`` of it is the place (0: all of it).

    ``needs`` are folded words of which the draft must hold one. ``replace`` is the repaired text, with
    ``\1`` for groups; with ``case: any`` upper and lower case are one and the repair copies the case it
    finds. What equals its own repair is right, and what overlaps a match of ``unless``. ``protected: check``
    looks into quotations and titles too. ``all-text`` includes declarations and quoted drafts.
    """

    match: str
    needs: tuple[str, ...]
    group: int = 0
    replace: str | None = None
    unless: str | None = None
    case: Literal["exact", "any"] = "exact"
    protected: Literal["skip", "check"] = "skip"
    all_text: bool = True


PLACEHOLDERS = ("found", "expected")
_GROUP = re.compile(r"\\(?:g<)?(\d)>?")


def look(_: Params) -> Look:
    """At each paragraph that holds one of the words: one item a match."""
    return Look(_paragraphs, _judge)


def _paragraphs(params: Params, subject: Subject, request: Request) -> Iterator[Element]:
    return subject.elements_with(params.needs, request.roles, all_text=params.all_text)


def _judge(params: Params, subject: Subject, element: Element) -> Iterator[Hit | None]:
    """What a match says, or None where ``unless`` or protection excuses it."""
    block = element.block
    right: list[tuple[int, int]] | None = None
    for match in _expression(params.match, params).matches(subject.straight(block)):
        start, end = match.span(params.group)
        excused = start < 0 or _is_excused(params, subject, block, start, end)
        if not excused and params.unless is not None:
            if right is None:
                right = [one.span() for one in _expression(params.unless, params).matches(match.string)]
            excused = touched(right, start, end)
        yield None if excused else _hit(params, block, match, start, end)


def _expression(pattern: str, params: Params) -> Expression:
    return expression(pattern, re.IGNORECASE if params.case == "any" else 0)


def _is_excused(params: Params, subject: Subject, block: Block, start: int, end: int) -> bool:
    if any(start < mark.offset < end for mark in block.notes):  # in print a mark stands between the signs
        return True
    return params.protected == "skip" and subject.is_protected(block, start, end)


def _hit(params: Params, block: Block, match: re.Match[str], start: int, end: int) -> Hit | None:
    found = block.text[start:end]
    expected = _repaired(params, match, block.text)
    if expected is None:
        return Hit(place(block, start, end), {"found": found, "expected": ""})
    if straighten(expected) == match.string[start:end]:
        return None
    title = "" if found else "insert a space" if expected == " " else f"insert “{expected}”"
    values = {"found": found, "expected": expected}
    return Hit(place(block, start, end), values, replacing(block, start, end, expected), title=title)


def _repaired(params: Params, match: re.Match[str], text: str) -> str | None:
    """The repair, its groups as they stand in ``text``: curly, with their no-break spaces."""
    if params.replace is None:
        return None
    expected = _GROUP.sub(lambda group: text[slice(*match.span(int(group[1])))], params.replace)
    return like(text[slice(*match.span(params.group))], expected) if params.case == "any" else expected
