"""``told``: the form of a decision told in prose, and of a statement by the President."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from linter.checks.base import Hit, Request, Subject, place
from linter.model.document import Block
from linter.model.values import dataclass
from linter.structure.openings import parse
from linter.structure.told import decision, names_occasion, statement


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked.

    ``record``: a decision is told in the past tense, with meeting and date. ``text``: what "the following
    text:" announces opens with the name of the organ. ``occasion``: the formula of a statement names meeting,
    date and item. ``sentences``: its paragraphs are sentences, not clauses as in a resolution. ``full-stop``:
    they end with one. ``quoted``: each of them opens with a quotation mark.
    """

    require: Literal["record", "text", "occasion", "sentences", "full-stop", "quoted"]


PLACEHOLDERS = ("found",)
_ANNOUNCES = re.compile(r"\bthe following (?:text|decision):?$")
_ORGAN = re.compile(r'"?the human rights council\b')
_COUNCIL = re.compile(r"\bthe (?:security )?council\b|\bit\b")
_PARAGRAPH = re.compile(r'"?the (?:security )?council\b')
_CLAUSE_ENDS = (",", ";")
_CLOSING = "”\"’' "
_ENDS = (".", ":", "!", "?", "…", ")", "]")
_FIRST_WORDS = re.compile(r"\s*\S+(?:\s+\S+){0,3}")


def check(params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each paragraph that the convention concerns."""
    if subject.resolution.kind == "decision":
        judge = {"record": _record, "text": _text}.get(params.require)
        if judge is not None:
            yield from judge(subject, request)
    elif params.require == "occasion":
        yield from _occasion(subject)
    else:
        yield from _paragraphs(params.require, subject)


def _record(subject: Subject, request: Request) -> Iterator[Hit | None]:
    if subject.resolution.stage == "draft":  # what is yet to be decided stands in the present tense
        return
    for element in subject.elements(request.roles):
        telling = decision(element.block.text)
        if telling is None:
            continue
        kept = telling.meeting and telling.date and telling.past
        yield None if kept else _hit(element.block, telling.start, telling.end)


def _text(subject: Subject, request: Request) -> Iterator[Hit | None]:
    elements = list(subject.elements(request.roles))
    for element, following in pairwise(elements):
        told = decision(element.block.text)
        if told is None or not _ANNOUNCES.search(subject.folded(element.block).rstrip()):
            continue
        opened = _ORGAN.match(subject.folded(following.block))
        yield None if opened else _hit(following.block, 0, _first_words(following.block))


def _occasion(subject: Subject) -> Iterator[Hit | None]:
    for element in statement(subject.resolution)[:1]:
        text = element.block.text
        yield None if names_occasion(text) else _hit(element.block, 0, _first_words(element.block))


def _paragraphs(require: str, subject: Subject) -> Iterator[Hit | None]:
    judge = {"sentences": _sentence, "full-stop": _full_stop, "quoted": _quoted}.get(require)
    for element in statement(subject.resolution)[1:]:
        told = bool(_PARAGRAPH.match(subject.folded(element.block)))
        if judge and element.role == "other" and element.block.label is None:
            yield from judge(subject, element.block, told)


def _sentence(subject: Subject, block: Block, told: bool) -> Iterator[Hit | None]:
    """Whether it has the Council for its subject, and not the opening phrase of a resolution."""
    if told:
        yield None
        return
    openings = (parse(block, role, subject.vocabulary) for role in ("preambular", "operative"))
    opening = next((one for one in openings if one and one.known), None)
    if opening is not None:
        kept = _COUNCIL.search(subject.folded(block)) and not _tail(block).endswith(_CLAUSE_ENDS)
        yield None if kept else _hit(block, *opening.span)


def _full_stop(_: Subject, block: Block, told: bool) -> Iterator[Hit | None]:
    if told:
        tail = _tail(block)
        yield None if tail.endswith(_ENDS) else _hit(block, len(tail) - 1, len(tail))


def _quoted(subject: Subject, block: Block, told: bool) -> Iterator[Hit | None]:
    if told:
        opens = subject.folded(block).startswith('"')
        yield None if opens else _hit(block, 0, _first_words(block))


def _tail(block: Block) -> str:
    return block.text.rstrip(_CLOSING)


def _first_words(block: Block) -> int:
    """Where the first words of a paragraph end."""
    match = _FIRST_WORDS.match(block.text)
    return match.end() if match else len(block.text)


def _hit(block: Block, start: int, end: int) -> Hit:
    return Hit(place(block, start, end), {"found": block.text[start:end]})
