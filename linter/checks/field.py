"""``field``: lines of the masthead, the title and the adoption line, by their form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from linter.checks.base import Hit, Request, Subject, place, replacing
from linter.checks.pattern import compiled
from linter.model.document import Block


@dataclass(frozen=True, slots=True)
class Params:
    r"""Lines that ``where`` recognises (a regular expression on the whole line) have the form ``match``.

    ``repair`` rewrites the line: what ``where`` finds is replaced with it (``\1`` for its groups).
    """

    where: str
    match: str
    repair: str | None = None


PLACEHOLDERS = ("found", "expected")


def check(params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each line that is meant."""
    meant, right = compiled(params.where, "exact"), compiled(params.match, "exact")
    for element in subject.elements(request.roles):
        text = subject.straight(element.block)
        found = meant.search(text)
        if found is None:
            continue
        yield None if right.search(text) else _hit(params, element.block, found)


def _hit(params: Params, block: Block, found: re.Match[str]) -> Hit:
    start, end = found.span()
    values = {"found": block.text[start:end], "expected": ""}
    if params.repair is None:
        return Hit(place(block, start, end), values)
    expected = found.expand(params.repair)
    edits = replacing(block, start, end, expected)
    return Hit(place(block, start, end), {**values, "expected": expected}, edits)
