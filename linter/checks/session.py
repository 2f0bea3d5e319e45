"""``session``: how sessions of organs are named in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from linter.checks.base import Hit, Request, Subject, like, place, replacing
from linter.structure.sessions import ordinal_value, ordinal_words

_FIGURES = re.compile(r"\b(\d{1,3})\s?(?:st|nd|rd|th)(?=\s+(?:[a-z]+ )?sessions?\b)", re.IGNORECASE)
_WORDS = re.compile(
    r"\b((?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -]?"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))"
    r"(?=\s+(?:[a-z]+ )?(?:sessions?|meeting)\b)",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\bat its ([a-z-]+) session\b")


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked.

    ``words``: an ordinal below one hundred is written in words. ``hyphen``: tens and units are joined by
    a hyphen. ``future``: a report asked for is due at a session to come, at most ``ahead`` from now.
    """

    require: Literal["words", "hyphen", "future"]
    ahead: int = 6


PLACEHOLDERS = ("found", "expected", "session")


def check(params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each session named."""
    if "session" not in subject.all_folded():
        return
    if params.require == "words":
        yield from _words(subject, request)
    elif params.require == "hyphen":
        yield from _hyphen(subject, request)
    else:
        yield from _future(params.ahead, subject, request)


def _words(subject: Subject, request: Request) -> Iterator[Hit | None]:
    for element in subject.elements(request.roles, all_text=True):
        block = element.block
        for match in _FIGURES.finditer(subject.straight(block)):
            number = int(match[1])
            if not 0 < number < 100 or subject.is_protected(block, *match.span()):
                continue
            expected = ordinal_words(number)
            values = {"found": match[0], "expected": expected, "session": ""}
            yield Hit(place(block, *match.span()), values, replacing(block, *match.span(), expected))


def _hyphen(subject: Subject, request: Request) -> Iterator[Hit | None]:
    for element in subject.elements(request.roles, all_text=True):
        block = element.block
        for match in _WORDS.finditer(subject.straight(block)):
            words = match[1]
            if "-" in words:
                yield None
                continue
            number = ordinal_value(words.replace(" ", "-")) or _joined(words)
            if number is None:
                continue
            expected = like(words, ordinal_words(number))
            values = {"found": words, "expected": expected, "session": ""}
            yield Hit(place(block, *match.span(1)), values, replacing(block, *match.span(1), expected))


def _joined(words: str) -> int | None:
    """The value of "seventyfirst"."""
    parts = re.fullmatch(r"([a-z]+?ty)([a-z]+)", words.lower())
    return ordinal_value(f"{parts[1]}-{parts[2]}") if parts else None


def _future(ahead: int, subject: Subject, request: Request) -> Iterator[Hit | None]:
    now = subject.resolution.session
    if not now:
        return
    for element in subject.elements(request.roles):
        text = subject.folded(element.block)
        if " to submit" not in text and " to report" not in text and " to present" not in text:
            continue
        for match in _ASKED.finditer(text):
            number = ordinal_value(match[1])
            before = text[: match.start()]
            asked = max(before.rfind(" to submit"), before.rfind(" to report"), before.rfind(" to present"))
            if number is None or asked < 0 or "submitted" in before[asked:] or "," in before[asked:]:
                continue
            if now <= number <= now + ahead:
                yield None
                continue
            values = {"found": match[1], "expected": "", "session": ordinal_words(now)}
            yield Hit(place(element.block, *match.span(1)), values)
