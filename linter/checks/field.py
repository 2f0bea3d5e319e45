"""``field``: lines of the masthead, the title and the adoption line, by their form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from linter.checks.base import Hit, Request, Subject, place, replacing
from linter.matching.searches import expression
from linter.model.document import Block
from linter.model.figures import figure
from linter.model.fold import fold, straighten
from linter.model.resolution import Element
from linter.model.values import dataclass
from linter.structure.sessions import ordinal_value, ordinal_words


@dataclass(frozen=True, slots=True)
class Params:
    r"""Lines that ``where`` recognises have the form ``match``, or are ``one_of`` these.

    The place is what ``where`` finds. ``repair`` rewrites it (``\1`` for the groups of ``where``). With
    ``one_of`` a line that resembles one of them by four fifths or more is meant, and rewritten as that one.
    A line that matches ``beside``, in the same roles, excuses all.
    ``compose`` rewrites a session ("80th session") or the number of an agenda item ("Agenda Item 71(c)").
    """

    where: str = ""
    match: str = ""
    beside: str = ""
    repair: str | None = None
    one_of: tuple[str, ...] = ()
    compose: Literal["session", "agenda-item"] | None = None


PLACEHOLDERS = ("found", "expected")
_RESEMBLES = 0.8
_ITEM = re.compile(r"(\d{1,3})(?: ?(\([a-z]{1,2}\)))?")


def check(params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each line that is meant."""
    meant = expression(params.where).pattern
    elements = tuple(subject.elements(request.roles))
    if params.beside and any(_matches(params.beside, subject, element) for element in elements):
        return
    for element in elements:
        found = meant.search(subject.straight(element.block))
        if found is None or not element.block.text:
            continue
        if params.one_of:
            yield from _among(params.one_of, element.block)
        elif expression(params.match).pattern.search(found.string):
            yield None
        else:
            yield _hit(params, element.block, found)


def _matches(pattern: str, subject: Subject, element: Element) -> bool:
    return expression(pattern).pattern.search(subject.straight(element.block)) is not None


def _hit(params: Params, block: Block, found: re.Match[str]) -> Hit:
    start, end = found.span()
    values = {"found": block.text[start:end], "expected": ""}
    expected = _composed(params, found)
    if not expected or not expression(params.match).pattern.search(expected):
        return Hit(place(block, start, end), values)
    edits = replacing(block, start, end, expected)
    return Hit(place(block, start, end), {**values, "expected": expected}, edits)


def _composed(params: Params, found: re.Match[str]) -> str:
    """What the line should be; "" where that cannot be told."""
    if params.repair is not None:
        return found.expand(params.repair)
    if params.compose == "agenda-item":
        return _agenda_item(found[0])
    if params.compose == "session":
        words = found[0].lower().removesuffix(" session")
        number = re.match(r"\d+", words)
        value = figure(number[0]) if number else ordinal_value(words)
        return f"{ordinal_words(value).capitalize()} session" if value else ""
    return ""


def _agenda_item(text: str) -> str:
    """The form of "Agenda items 20, 35 and 71 (c)", from any writing of it."""
    items = [f"{number} {letter}".rstrip() for number, letter in _ITEM.findall(text)]
    if len(items) == 1:
        return f"Agenda item {items[0]}"
    return f"Agenda items {', '.join(items[:-1])} and {items[-1]}"


def _among(lines: tuple[str, ...], block: Block) -> Iterator[Hit | None]:
    whole = straighten(block.text)
    text = whole.removeprefix('"')  # a President's statement is a quotation
    if any(straighten(line) == text for line in lines):
        yield None
        return
    candidates = [line for line in map(fold, lines) if _is_as_long(line, text)]
    if not candidates:
        return
    from difflib import get_close_matches  # few drafts have such a line

    close = get_close_matches(fold(text), candidates, 1, _RESEMBLES)
    if not close:
        return
    expected = next(line for line in lines if fold(line) == close[0])
    start, left, right = _difference(text, straighten(expected))
    lead = len(whole) - len(text)
    edits = replacing(block, lead + start, lead + left, expected[start:right])
    yield Hit(place(block, lead, len(whole)), {"found": block.text[lead:], "expected": expected}, edits)


def _is_as_long(one: str, other: str) -> bool:
    """Whether two texts may resemble each other, if the shorter stands in the longer as a whole."""
    return 2 * min(len(one), len(other)) >= _RESEMBLES * (len(one) + len(other))


def _difference(one: str, other: str) -> tuple[int, int, int]:
    """Where two texts begin to differ, and where each of them does so no longer."""
    start = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    left, right = len(one), len(other)
    while left > start and right > start and one[left - 1] == other[right - 1]:
        left, right = left - 1, right - 1
    return start, left, right
