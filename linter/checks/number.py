"""``number``: figures and number words in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from linter.checks.base import Hit, Look, Request, Subject, place, replacing
from linter.matching.searches import Expression, expression
from linter.model.resolution import Element
from linter.model.values import dataclass

_UNITS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_AFTER = "hundred|thousand|million|billion|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_COUNTED = (
    "children|dollars|euros|experts|families|hectares|households|kilometres|men|metres|observers|officers|"
    "participants|people|persons|personnel|posts|refugees|schools|staff|students|teachers|tons|troops|women"
)
# "the 2374 sanctions list", "that 1325 remains": resolutions of the Security Council have such numbers.
_FOUR = rf"[12]\d{{3}}(?= (?:{_COUNTED})\b)|[3-9]\d{{3}}(?= [a-z]+s\b)"
_UNGROUPED = expression(
    rf"(?<![\w/.,–-])(\d{{5,30}}|\d{{1,3}}(?: \d{{3}}){{1,9}}|{_FOUR})(?=(?:\.\d+)?(?![\w/-]))"
)
_YEAR = re.compile(r"(?:1[7-9]|20)\d\d\d{0,3}")  # alone, or with the number of a note run into it
_NO_YEAR = re.compile(rf" (?:{_COUNTED}|United States dollars)\b")
_CITED = re.compile(r"\b(?:resolutions?|decisions?)\b[^;]{0,60}$")
_LABELLED = re.compile(r"(?:\b(?:[Nn]os?|vols?|[Cc]ases?|resolutions?|decisions?|number|item)\.?|[A-Z]+) $")
_BEGINNINGS = (*_TEENS, *_TENS)  # of the words that figures are to stand for
_DIGITS = ("2", "3", "4", "5", "6", "7", "8", "9")
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked.

    ``thousands``: figures have a comma before each three digits; one of four digits counts before a plural.
    ``figures``: numbers from 10 are in figures (not at the head of a sentence or a paragraph, nor in an
    ordinal). ``words``: numbers from 2 to 9 before one of ``nouns`` are in words.
    """

    require: Literal["thousands", "figures", "words"]
    nouns: tuple[str, ...] = ()


PLACEHOLDERS = ("found", "expected")


def look(_: Params) -> Look:
    """At each number that the requirement speaks of."""
    return Look(_paragraphs, _judge)


def _paragraphs(params: Params, subject: Subject, request: Request) -> Iterator[Element]:
    if params.require == "thousands":
        return subject.elements(request.roles)
    return subject.elements_having(_DIGITS if params.require == "words" else _BEGINNINGS, request.roles)


def _judge(params: Params, subject: Subject, element: Element) -> Iterator[Hit | None]:
    block, text = element.block, subject.straight(element.block)
    for start, end, expected in _NUMBERS[params.require](params, text):
        if subject.is_protected(block, start, end):
            continue
        if expected == text[start:end]:
            yield None
            continue
        values = {"found": block.text[start:end], "expected": expected}
        yield Hit(place(block, start, end), values, replacing(block, start, end, expected))


_Judged = Iterator[tuple[int, int, str]]


def _thousands(_params: Params, text: str) -> _Judged:
    for match in _UNGROUPED.matches(text):
        before = text[max(match.start() - 80, 0) : match.start()]
        short = len(match[0]) == 4
        a_year = _YEAR.fullmatch(match[0]) and (short or not _NO_YEAR.match(text, match.end()))
        if not (_LABELLED.search(before) or a_year or (short and _CITED.search(before))):
            yield *match.span(), f"{int(match[0].replace(' ', '')):,}"


@lru_cache(maxsize=1)
def _values() -> dict[str, int]:
    values = {word: 10 + place for place, word in enumerate(_TEENS)}
    for place_, tens in enumerate(_TENS, 2):
        values[tens] = 10 * place_
        values.update({f"{tens}-{unit}": 10 * place_ + ones for ones, unit in enumerate(_UNITS) if unit})
    return values


@lru_cache(maxsize=1)
def _number_words() -> Expression:
    words = "|".join(sorted(_values(), key=len, reverse=True))
    return expression(rf"(?<![\w-])(?:{words})(?![\w-])(?! ?[-–]? ?(?:{_AFTER})\b)")


def _figures(_params: Params, text: str) -> _Judged:
    for match in _number_words().matches(text):
        if text[: match.start()].rstrip(' "(')[-1:] not in ("", ".", ":"):
            yield *match.span(), str(_values()[match[0]])


@lru_cache(maxsize=8)
def _small(nouns: tuple[str, ...]) -> Expression:
    counted = rf"[2-9](?= (?:[a-z-]+ )?({'|'.join(nouns)})\b)|(?<=every )[2-9](?= years\b)"
    return expression(rf"(?<![\w.,/$€£()-])(?<!\d )(?:{counted})")


def _words(params: Params, text: str) -> _Judged:
    for match in _small(params.nouns).matches(text):
        before, after = text[max(match.start() - 40, 0) : match.start()], text[match.end() : match.end() + 44]
        labelled = re.search(
            r"(?:[A-Z][\w-]*|category|table|level|phase|class|type|annex|age|under|and|to|or|of) $", before
        )
        near = re.search(r" \d|\d ", _YEARS.sub("", before) + _YEARS.sub("", after))
        if not (labelled or near or _in_series(match[1] or "years", text)):
            yield *match.span(), _UNITS[int(match[0])]


def _in_series(noun: str, text: str) -> bool:
    """Whether larger numbers of the same things stand in the paragraph: "187 States", "2.5 reports"."""
    return re.search(rf"\d[.,]?\d (?:[a-z-]+ )?{noun}\b", text) is not None


_NUMBERS = {"thousands": _thousands, "figures": _figures, "words": _words}
