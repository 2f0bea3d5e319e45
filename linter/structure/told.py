"""Texts told in prose: a decision as the record of a meeting has it, a statement by the President."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from linter.model.fold import fold
from linter.model.resolution import Element, Organ, Resolution
from linter.model.values import NamedTuple
from linter.structure.lines import Line

_HEAD_LINES = 40
_LONGEST_HEAD = 400
_LONGEST_SENTENCE_OF_HEAD = 60
_READ = 2000  # characters of a paragraph in which its form shows
_ORGANS: dict[str, Organ] = {
    "general assembly": "ga", "human rights council": "hrc", "economic and social council": "ecosoc",
}  # fmt: skip
_ORGAN = re.compile(rf"\bthe ({'|'.join(_ORGANS)})\b")
_MEETING = re.compile(r"at (?:its|the) [^.;:]{0,80}?\bmeetings?\b")
_DATE = re.compile(r"\bon \d{1,2} [^.;:]{0,80}?\b\d{4}\b")
_VERB = re.compile(
    r"\b(?:(?P<past>decided|took note|elected|appointed|approved)"
    r"|(?P<present>decides|takes note|elects|appoints|approves))\b"
)
_STATEMENT = re.compile(
    r"\b(?:made|makes|issued|issues) the following statement on behalf of the (?:security )?council\b"
)
_PRESIDENT = re.compile(r"\bthe president of the (?:security )?council\b")
_OPENING_MARKS = ("“", '"')
_CLOSING_MARKS = ("”", '"')


class Told(NamedTuple):
    """A text told in prose: its kind, the line with which it begins, and the organ that it names."""

    kind: Literal["decision", "statement"]
    line: int
    organ: Organ


class Telling(NamedTuple):
    """How a paragraph tells a decision: whether it names meeting and date, and its verb at ``start``."""

    organ: Organ
    meeting: bool
    date: bool
    past: bool
    start: int
    end: int


def told(lines: Sequence[Line]) -> Told | None:
    """The decision or statement that ``lines`` hold, if the words of the first paragraph leave no doubt."""
    for index, seen in enumerate(lines[:_HEAD_LINES]):
        if seen.label is not None or seen.opens_quote:
            return None
        if opens_statement(seen.text):
            return Told("statement", index, "sc")
        telling = decision(seen.text)
        if telling is not None:
            alone = telling.meeting or not any(later.text for later in lines[index + 1 :])
            return Told("decision", index, telling.organ) if alone else None
        if not _may_stand_above(seen):
            return None
    return None


def _may_stand_above(seen: Line) -> bool:
    sentence = seen.stop in (".", ";", ",") and len(seen.text) > _LONGEST_SENTENCE_OF_HEAD
    return len(seen.text) <= _LONGEST_HEAD and not sentence


def opens_statement(text: str) -> bool:
    """Whether a paragraph is the formula that leads into a statement by the President of the Council."""
    plain = _plain(text)
    return bool(_STATEMENT.search(plain)) and bool(_PRESIDENT.search(plain))


def names_occasion(text: str) -> bool:
    """Whether the formula of a statement names date, item, and meeting (or the procedure instead of one)."""
    plain = _plain(text)
    held = bool(_MEETING.match(plain)) or "procedure" in plain
    return held and bool(_DATE.search(plain)) and "item" in plain


def decision(text: str) -> Telling | None:
    """How a paragraph tells a decision of one of the main organs; None if it is no such paragraph."""
    plain = _plain(text)
    meeting = _MEETING.match(plain)
    organ = _ORGAN.search(plain) if meeting else _ORGAN.match(plain)
    verb = _VERB.search(plain, organ.end()) if organ else None
    if organ is None or verb is None or "." in plain[organ.end() : verb.start()]:
        return None
    if meeting is None and (not verb[0].startswith("decide") or not plain.endswith(".")):
        return None
    date = bool(_DATE.search(plain, 0, organ.start()))
    return Telling(_ORGANS[organ[1]], meeting is not None, date, bool(verb["past"]), *verb.span())


def statement(resolution: Resolution) -> tuple[Element, ...]:
    """The formula of a statement and its paragraphs up to the closing mark; () for any other text.

    Where no paragraph opens with a quotation mark, all that follow are taken.
    """
    if resolution.kind != "statement":
        return ()
    elements = [one for one in resolution.elements if one.role not in ("masthead", "footnote")]
    first = next((i for i, one in enumerate(elements) if opens_statement(one.block.text)), len(elements))
    following = elements[first + 1 :]
    quoted = [i for i, one in enumerate(following) if one.block.text.startswith(_OPENING_MARKS)]
    end = len(following)
    for index in quoted:
        closed = following[index].block.text.endswith(_CLOSING_MARKS)
        if closed and index + 1 not in quoted:
            end = index + 1
            break
    else:
        end = quoted[-1] + 1 if quoted else end
    return tuple(elements[first : first + 1 + end])


def _plain(text: str) -> str:
    return fold(text[:_READ])
