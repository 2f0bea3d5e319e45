"""Notes behind the name of a treaty or a declaration: the source that they give is that of the text named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from linter.checks.base import Hit, Request, Subject, place, replacing
from linter.checks.treaty_notes import outermost
from linter.matching.words import Phrases, Spot, by_first_word
from linter.model.document import Block
from linter.model.fold import fold
from linter.model.values import NamedTuple
from linter.tables.names import instruments

_TREATY = re.compile(r"(?:see )?(?:united nations, treaty series|ibid\.), (?P<key>vol\. \d+, no\. \d+)\.?")
_RESOLUTION = re.compile(
    r"(?:see )?(?:general assembly )?resolution (?P<key>\d+(?:/\d+)?(?: [a-z])?(?: \([xvi]+\))?)"
    r"(?P<annex>, annex[a-z ]{0,20})?\.?"
)
# "the midterm review of the Sendai Framework", "the Protocol to the Convention" have sources of their own.
_BELONGS = re.compile(r"\b(?:for|from|of|on|supplementing|to|towards)(?: the)? $")
_LISTED = re.compile(r"\band(?: the)? $")  # one note may stand for the whole list
_BEHIND = re.compile(r"[,;”\"’)]{0,3}")
_SHORTEST = 16  # letters of a short name that no other text bears


class Source(NamedTuple):
    """Where a text is published, at ``[start, end)`` of its note: volume or resolution, and the annex."""

    key: str
    annex: str
    start: int
    end: int


def check(subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each name with a note behind it that gives one source of the kind that is known."""
    known = _known(subject.resolution.language)
    elements = {element.block.index: element for element in subject.elements(request.roles)}
    for spot, name in outermost(subject, _phrases(subject.resolution.language)):
        element = elements.get(spot.block)
        note = _note_behind(subject, element.block, spot) if element else None
        if element is not None and note is not None:
            before = subject.folded(element.block)[: spot.start]
            protected = subject.is_protected(element.block, spot.start, spot.end)
            if not protected and not _BELONGS.search(before):
                found = element.block.text[spot.start : spot.end]
                yield from _judge(note, _source(subject.folded(note)), found, known[name], before)


def _judge(note: Block, given: Source | None, found: str, cite: str, before: str) -> Iterator[Hit | None]:
    expected = _source(fold(cite))
    if given is None or expected is None or ("vol." in given.key) != ("vol." in expected.key):
        return
    other = given.key != expected.key
    if other or (bool(given.annex) != bool(expected.annex) and not _LISTED.search(before)):
        right = cite[expected.start : expected.end]
        edits = replacing(note, given.start, given.end, right)
        values = {"label": "", "found": found, "expected": cite}
        where = place(note, given.start, given.end)
        yield Hit(where, values, edits, severity=None if other else "advice")
    else:
        yield None


def _note_behind(subject: Subject, block: Block, spot: Spot) -> Block | None:
    behind = _BEHIND.match(block.text, spot.end)
    end = behind.end() if behind else spot.end
    marks = [mark for mark in block.notes if spot.end <= mark.offset <= end]
    if len(marks) != 1 or marks[0].note is None:
        return None
    return subject.document.blocks[marks[0].note]


def _source(text: str) -> Source | None:
    """The one source that a folded note gives; None where it gives others, or more."""
    text = text.rstrip()
    found = _TREATY.fullmatch(text)
    if found:
        return Source(found["key"], "", *found.span("key"))
    found = _RESOLUTION.fullmatch(text)
    if found is None:
        return None
    return Source(found["key"], found["annex"] or "", found.start("key"), len(text.rstrip(".")))


@cache
def _known(language: str) -> Mapping[str, str]:
    """The note of each text by its folded names."""
    found: dict[str, str] = {}
    for one in instruments(language):
        if one.cite and _source(fold(one.cite)):
            for name in (one.name, *(short for short in one.short if len(short) >= _SHORTEST)):
                found.setdefault(fold(name), one.cite)
    return found


@cache
def _phrases(language: str) -> Phrases:
    return Phrases(by_first_word(_known(language)))
