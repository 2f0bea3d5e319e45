"""``field``: lines of the masthead, the title and the adoption line, by their form."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from linter.checks.base import Hit, Request, Subject, place, replacing
from linter.checks.pattern import compiled
from linter.model.document import Block
from linter.model.fold import fold, straighten
from linter.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Params:
    r"""Lines that ``where`` recognises have the form ``match``, or are ``one_of`` these.

    The place is what ``where`` finds. ``repair`` rewrites it (``\1`` for the groups of ``where``). With
    ``one_of`` a line that resembles one of them by four fifths or more is meant, and rewritten as that one.
    """

    where: str = ""
    match: str = ""
    repair: str | None = None
    one_of: tuple[str, ...] = ()


PLACEHOLDERS = ("found", "expected")
_RESEMBLES = 0.8


def check(params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each line that is meant."""
    meant = compiled(params.where, "exact")
    for element in subject.elements(request.roles):
        found = meant.search(subject.straight(element.block))
        if found is None or not element.block.text:
            continue
        if params.one_of:
            yield from _among(params.one_of, element.block)
        elif compiled(params.match, "exact").search(found.string):
            yield None
        else:
            yield _hit(params, element.block, found)


def _hit(params: Params, block: Block, found: re.Match[str]) -> Hit:
    start, end = found.span()
    values = {"found": block.text[start:end], "expected": ""}
    if params.repair is None:
        return Hit(place(block, start, end), values)
    expected = found.expand(params.repair)
    edits = replacing(block, start, end, expected)
    return Hit(place(block, start, end), {**values, "expected": expected}, edits)


def _among(lines: tuple[str, ...], block: Block) -> Iterator[Hit | None]:
    whole = straighten(block.text)
    text = whole.removeprefix('"')  # a President's statement is a quotation
    close = difflib.get_close_matches(fold(text), [fold(line) for line in lines], 1, _RESEMBLES)
    if not close:
        return
    expected = next(line for line in lines if fold(line) == close[0])
    if straighten(expected) == text:
        yield None
        return
    start, left, right = _difference(text, straighten(expected))
    lead = len(whole) - len(text)
    edits = replacing(block, lead + start, lead + left, expected[start:right])
    yield Hit(place(block, lead, len(whole)), {"found": block.text[lead:], "expected": expected}, edits)


def _difference(one: str, other: str) -> tuple[int, int, int]:
    """Where two texts begin to differ, and where each of them does so no longer."""
    start = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    left, right = len(one), len(other)
    while left > start and right > start and one[left - 1] == other[right - 1]:
        left, right = left - 1, right - 1
    return start, left, right
