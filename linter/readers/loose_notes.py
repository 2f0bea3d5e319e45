"""Footnotes of which a conversion left nothing but signs stuck to words.

Digits: "9 March 19931" and, at the foot, "1 See …"; asterisks: "Draft resolution*" and "* Reissued …".
"""

from __future__ import annotations

import re
from bisect import bisect_left

from linter.model.document import Label, NoteMark
from linter.model.source import Span
from linter.model.values import NamedTuple, replace
from linter.readers.assembly import Passage
from linter.readers.words import Words, trimmed, without

_DEFINITION = re.compile(r"(\d{1,3})(?:\t[ \t]*|[ ]{1,3}|\u00a0)(?=[A-Z“\"(\[«])")
_STARRED = re.compile(r"(\*{1,3})[ \t\u00a0]+(?=[A-Z“\"(\[«])")
_STAR = re.compile(r"(?<=[\w)\]”’\".,])\*{1,3}(?=[\s,;.)]|\Z)")
_DATE = re.compile(r"\d{1,2}\s+[^\W\d_]+\.?(?:\s+\d{4}\b|\s*[-–]\s*\d|\s+to\s+\d)")
_DIGITS = re.compile(r"\d{1,7}(?=[\s,;:.)]|\Z)")
_GLUE = frozenset(',;:.)]”’"»')
_NUMBERED = re.compile(
    r"(?:\b(?:Corr|Add|Rev|Amend|Nos?|Suppl|chaps?|sects?|vols?|paras?|arts?|pp?)|/\S*|\b[A-Z]{1,3})\.\Z|\b[A-Z]{1,3}\Z"
)
_YEAR = re.compile(r"(?<![\d./])(?:1[89]|20)\d\d\Z")


class _Mark(NamedTuple):
    """A note mark glued to the words of a passage: ``words[start:end]`` is its digits."""

    passage: int
    start: int
    end: int
    label: str


def loose_notes(passages: list[Passage]) -> list[Passage]:
    """Turn signs stuck to words into note marks where paragraphs of their own define them."""
    _lift_stars(passages)
    _lift_digits(passages)
    return passages


def _lift_stars(passages: list[Passage]) -> None:
    """Make paragraphs that begin with asterisks notes when a word carries the same asterisks."""
    definitions = {
        match[1]: index
        for index, passage in enumerate(passages)
        if passage.kind == "paragraph" and (match := _STARRED.match(passage.words.text))
    }
    if not definitions:
        return
    marks = [
        _Mark(index, *match.span(), match[0])
        for index, passage in enumerate(passages)
        if passage.kind != "note" and index not in definitions.values()
        for match in _STAR.finditer(passage.words.text)
        if match[0] in definitions
    ]
    _lift(passages, marks)
    for label in {mark.label for mark in marks}:
        _define(passages[definitions[label]], label, _STARRED)


def _lift(passages: list[Passage], marks: list[_Mark]) -> None:
    by_passage: dict[int, list[_Mark]] = {}
    for mark in marks:
        by_passage.setdefault(mark.passage, []).append(mark)
    for index, group in by_passage.items():
        passages[index].words = _lifted(passages[index].words, group)


def _lift_digits(passages: list[Passage]) -> None:
    """Make the last row of paragraphs numbered like notes notes, when most of their marks are found."""
    definitions = _definitions(passages)
    if not definitions:
        return
    marks = _in_order(_marks(passages, {label for label, _ in definitions}, definitions[0][1]))
    if len(marks) * 3 < len(definitions) * 2:
        return
    _lift(passages, marks)
    for label, index in definitions:
        _define(passages[index], label, _DEFINITION)


def _definitions(passages: list[Passage]) -> list[tuple[str, int]]:
    """Labels and places of the longest row of paragraphs numbered like notes; the last of equals."""
    best: list[tuple[str, int]] = []
    row: list[tuple[str, int]] = []
    for index, passage in enumerate(passages):
        label = _note_label(passage)
        if label is None:
            continue
        if row and int(label) == int(row[-1][0]) + 1:
            row.append((label, index))
        else:
            row = [(label, index)]
        if len(row) >= len(best):
            best = row
    return list(best)


def _note_label(passage: Passage) -> str | None:
    if passage.kind != "paragraph" or passage.label or passage.words.notes:
        return None
    match = _DEFINITION.match(passage.words.text)
    return match[1] if match and not _DATE.match(passage.words.text) else None


def _marks(passages: list[Passage], labels: set[str], stop: int) -> list[_Mark]:
    """Digits glued to words that could be marks of the notes ``labels``, in order."""
    marks = []
    for index, passage in enumerate(passages[:stop]):
        if passage.kind == "note":
            continue
        text = passage.words.text
        for match in _DIGITS.finditer(text):
            start, end = match.span()
            if end - start > 3:
                start += 4
            label = text[start:end]
            if label in labels and start and _is_glued(text, start):
                marks.append(_Mark(index, start, end, label))
    return marks


def _is_glued(text: str, start: int) -> bool:
    """Whether the digits at ``start`` stick to a word, a year or a sign, and are no part of it."""
    before = text[start - 1]
    if before.isdigit():
        return _YEAR.search(text[max(start - 6, 0) : start]) is not None
    return (before.isalpha() or before in _GLUE) and not _NUMBERED.search(text[max(start - 24, 0) : start])


def _in_order(marks: list[_Mark]) -> list[_Mark]:
    """The longest row of marks whose numbers rise; of several marks of one number the first."""
    tails: list[int] = []
    numbers: list[int] = []
    previous: list[int] = []
    for index, mark in enumerate(marks):
        number = int(mark.label)
        place = bisect_left(numbers, number)
        previous.append(tails[place - 1] if place else -1)
        if place == len(tails):
            tails.append(index)
            numbers.append(number)
        elif numbers[place] != number:
            tails[place], numbers[place] = index, number
    found: list[_Mark] = []
    index = tails[-1] if tails else -1
    while index >= 0:
        found.append(marks[index])
        index = previous[index]
    return found[::-1]


def _lifted(words: Words, marks: list[_Mark]) -> Words:
    """``words`` with the digits of ``marks`` made into note marks."""
    notes = words.notes + [
        NoteMark(mark.start, mark.label, None, words.source_span(mark.start, mark.end)) for mark in marks
    ]
    notes.sort(key=lambda note: (note.offset, note.source or Span(0, 0)))
    lifted = replace(words, notes=notes)
    return trimmed(without(lifted, [(mark.start, mark.end) for mark in marks]))


def _define(passage: Passage, label: str, pattern: re.Pattern[str]) -> None:
    """Make a passage the note ``label``, which ``pattern`` finds at its head."""
    words = passage.words
    match = pattern.match(words.text)
    passage.kind = "note"
    source = words.source_span(0, len(label))
    passage.label = Label(label, source if source.end - source.start == len(label) else None)
    passage.words = trimmed(without(words, [(0, match.end() if match else 0)]))
