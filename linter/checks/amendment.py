"""``amendment``: the form in which a document asks for changes of a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from linter.checks.base import Hit, Request, Subject, place, replacing
from linter.model.document import Block
from linter.model.values import dataclass

if TYPE_CHECKING:
    from linter.structure.amendments import Instruction


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked of an amendment.

    ``draft``: the line of sponsors names the draft that is amended. ``paragraph``: an operative paragraph is
    called so, with its number, a preambular one by its ordinal. ``verb``: words are replaced, inserted or
    deleted. ``quoted``: the words in question stand in quotation marks, or as a paragraph below.
    """

    require: Literal["draft", "paragraph", "verb", "quoted"]


PLACEHOLDERS = ("found", "expected")
_NAMES_ONE = re.compile(r"[A-Z]+(?:/[A-Z0-9])|\b\d|\b[IVX]+\b")
_LOOSE = re.compile(r"\b(?:change|modify|amend|substitute|remove|strike(?: out)?|erase)\b", re.IGNORECASE)
_USUAL = {"change": "replace", "modify": "replace", "amend": "replace", "substitute": "replace"}
_WORDS_GO = re.compile(r"\bdelete the (?:words?|phrase|expression)\b", re.IGNORECASE)
_VERB = re.compile(r"\b(?:replace|insert|add)\b", re.IGNORECASE)
_SHORT = re.compile(r"\b(?:op|pp)\b", re.IGNORECASE)
_OF_ANOTHER = re.compile(r" (?:of|to|in) (?:the annex|(?:[a-z]+ ){0,4}(?:resolution|decision|declaration)\b)")


def check(params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each line of sponsors, paragraph that is named, or instruction."""
    if subject.resolution.kind != "amendment":
        return
    if params.require == "draft":
        yield from _draft(subject, request)
        return
    from linter.structure.amendments import instructions

    judge = {"paragraph": _paragraphs, "verb": _verb, "quoted": _quoted}[params.require]
    for instruction in instructions(subject.resolution):
        yield from judge(subject, instruction)


def _draft(subject: Subject, request: Request) -> Iterator[Hit | None]:
    from linter.structure.amendments import amended_draft

    for element in subject.elements(request.roles):
        match = re.search(r"\bamendments?\b", subject.folded(element.block))
        if match is None:
            continue
        if _NAMES_ONE.search(amended_draft(subject.straight(element.block))):
            yield None
        else:
            yield _hit(element.block, *match.span(), "")


def _paragraphs(subject: Subject, instruction: Instruction) -> Iterator[Hit | None]:
    block = subject.resolution.elements[instruction.element].block
    for target in instruction.targets:
        start, end = target.span
        if target.regular or _OF_ANOTHER.match(subject.folded(block), end):
            yield None
        elif _SHORT.match(block.text, start):
            yield _hit(block, start, end, target.name, fixed=True)
        else:
            yield _hit(block, start, end, target.name)


def _verb(subject: Subject, instruction: Instruction) -> Iterator[Hit | None]:
    if instruction.asked:
        yield None
        return
    block = subject.resolution.elements[instruction.element].block
    if not instruction.targets and not instruction.quotations:
        return
    for match in _LOOSE.finditer(block.text):
        if not any(match.start() < one.span.end and one.span.start < match.end()
                   for one in instruction.quotations):  # fmt: skip
            yield _hit(block, *match.span(), _USUAL.get(match[0].lower(), "delete"))
            return


def _quoted(subject: Subject, instruction: Instruction) -> Iterator[Hit | None]:
    block = subject.resolution.elements[instruction.element].block
    if instruction.quotations or instruction.shown or block.text.rstrip().endswith(":"):
        yield None
        return
    match = _WORDS_GO.search(block.text) if instruction.asked == "delete" else _VERB.search(block.text)
    yield _hit(block, *match.span(), "") if match else None


def _hit(block: Block, start: int, end: int, expected: str, *, fixed: bool = False) -> Hit:
    found = block.text[start:end]
    edits = replacing(block, start, end, expected) if fixed else ()
    return Hit(place(block, start, end), {"found": found, "expected": expected}, edits)
