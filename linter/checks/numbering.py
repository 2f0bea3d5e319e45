"""``numbering``: numbers and letters run on without gap or repetition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from linter.checks.base import Hit, Request, Subject, place
from linter.model.diagnostic import Edit, Place, SetLabel
from linter.model.document import Block
from linter.model.figures import figure
from linter.model.resolution import Element
from linter.model.values import dataclass, replace

_ROMAN = (("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))


@dataclass(frozen=True, slots=True)
class Params:
    """Which series: the numbers of operative paragraphs, the letters of subparagraphs, or notes."""

    of: Literal["operative", "subparagraph", "footnote"]


PLACEHOLDERS = ("found", "expected")


def check(params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each numbered paragraph, subparagraph or note of a series."""
    if params.of == "operative":
        yield from _gathered(_operative(subject, request))
    elif params.of == "subparagraph":
        yield from _gathered(_subparagraphs(subject, request))
    else:
        yield from _footnotes(subject)


def _gathered(items: Iterator[tuple[object, Hit | None]]) -> Iterator[Hit | None]:
    """One hit for all numbers that are wrong by the same amount: a gap shifts everything behind it."""
    held: dict[object, list[Hit]] = {}
    for key, hit in items:
        if hit is None:
            yield None
        else:
            held.setdefault(key, []).append(hit)
    for first, *others in held.values():
        typed = all(hit.edits for hit in (first, *others))
        edits = tuple(edit for hit in (first, *others) for edit in hit.edits) if typed else ()
        title = f"{first.title}{_and_others(len(others))}"
        yield replace(first, edits=edits, related=tuple(hit.place for hit in others), title=title)
        yield from (None for _ in others)


def _and_others(number: int) -> str:
    if number == 0:
        return ""
    return " and move up the one that follows" if number == 1 else f" and move up the {number} that follow"


def _operative(subject: Subject, request: Request) -> Iterator[tuple[object, Hit | None]]:
    part: int | None = None
    expected = 1
    headed = False
    bare = 0  # paragraphs whose number is missing, since the last that has one
    for element in subject.elements((*request.roles, "heading")):
        if element.part != part:
            part, expected, bare = element.part, 1, 0
        if element.role == "heading":
            headed = True
            continue
        number = _number(element.label)
        if number is None:
            bare += 1
            continue
        if number == expected + bare:
            expected = number
        if number == 1 and headed:  # sections of one text may each begin at 1
            expected = 1
        wrong = number != expected
        hit = _wrong(element.block, str(number), str(expected)) if wrong else None
        yield (part, number - expected), hit
        expected, headed, bare = expected + 1, False, 0


def _number(label: str) -> int | None:
    digits = re.fullmatch(r"\D{0,3}(\d{1,4})\D{0,2}", label)
    return int(digits[1]) if digits else None


def _wrong(block: Block, found: str, expected: str) -> Hit:
    label = block.label
    edits: tuple[Edit, ...] = ()
    if label is not None and label.source is not None and found in label.text:
        edits = (SetLabel(block.index, label.text.replace(found, expected)),)
    values = {"found": found, "expected": expected}
    return Hit(Place(block.index, 0, 0), values, edits, title=f"number it “{expected}”")


def _subparagraphs(subject: Subject, request: Request) -> Iterator[tuple[object, Hit | None]]:
    series: dict[tuple[int | None, int], int] = {}
    run: dict[int, int] = {}
    current: tuple[int | None, int] | None = None
    for element in subject.elements(request.roles):
        here = (element.parent, element.level)
        if current is not None and element.level < current[1]:
            series = {key: value for key, value in series.items() if key[1] <= element.level}
        current = here
        found = element.label.strip("().")
        if not found:
            continue
        position = series.get(here, 0) + 1
        if (
            position == 1
            and found not in ("a", "i")
            and found == nth("letter", run.get(element.level, 0) + 1)
        ):
            position = run.get(element.level, 0) + 1  # letters that run on under the next roman numeral
        if position > 2 and found in ("a", "i") and found != nth("letter", position):
            position = 1  # a second list in one paragraph
        series[here] = position
        style = _style_of(found, position, first=position == 1)
        if style is None:
            series[here] = 0
            continue
        run[element.level] = position
        expected = nth(style, position)
        yield here, None if found == expected else _wrong(element.block, found, expected)


def _style_of(found: str, position: int, *, first: bool) -> str | None:
    """Whether the series is of letters, roman numerals or figures; None for what is no series (dashes)."""
    if found.isdigit():
        return "digit"
    if re.fullmatch(r"[ivx]+", found) and (found == nth("roman", position) or (first and found == "i")):
        return "roman"
    if re.fullmatch(r"([a-z])\1?", found):
        return "letter"
    return "roman" if re.fullmatch(r"[ivx]+", found) else None


def nth(style: str, position: int) -> str:
    """The figure, letter or roman numeral at this position of a series, from 1."""
    if style == "digit":
        return str(position)
    if style == "letter":
        letter = chr(ord("a") + (position - 1) % 26)
        return letter * ((position - 1) // 26 + 1)
    roman = ""
    for numeral, value in _ROMAN:
        while position >= value:
            roman, position = roman + numeral, position - value
    return roman


def _footnotes(subject: Subject) -> Iterator[Hit | None]:
    marks = list(_marks(subject))
    if not marks or any(automatic for *_, automatic in marks):
        return
    first = marks[0][0]
    shifted = all(number == first + order for order, (number, *_) in enumerate(marks))
    if shifted:  # notes that begin at 2 were numbered by a converter or run on from a masthead note
        yield from (None for _ in marks)
        return
    for expected, (number, element, offset, _) in enumerate(marks, 1):
        if number == expected:
            yield None
            continue
        values = {"found": str(number), "expected": str(expected)}
        yield Hit(place(element.block, max(offset - 1, 0), offset), values)
        return


def _marks(subject: Subject) -> Iterator[tuple[int, Element, int, bool]]:
    """First marks of each note in reading order, with numeric labels."""
    seen: set[int | None] = set()
    for element in subject.resolution.elements:
        if element.role in ("footnote", "annex"):
            continue
        for mark in element.block.notes:
            if mark.label.isdecimal() and mark.note not in seen:
                seen.add(mark.note)
                yield figure(mark.label), element, mark.offset, mark.automatic
