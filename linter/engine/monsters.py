"""Drafts that no person wrote are refused, lest the rules take hours over them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from linter.model.diagnostic import Diagnostic
from linter.model.document import Block
from linter.model.errors import ReadError
from linter.model.resolution import Resolution

_WAY_OUT = "is too long to be checked: put an empty line between the paragraphs of the draft"
_LETTERS = 50_000  # a whole resolution without an empty line has fewer
_MARKS = 300
_WORK = 20_000_000  # letters of a paragraph, for each of its findings: what it takes to show and repair them


def refuse_monsters(resolution: Resolution) -> None:
    """Raise ReadError, with the line, for a paragraph that is too long, or has too many notes."""
    for block in resolution.document.blocks:
        problem = _problem(block)
        if problem:
            raise _refusal(resolution, block, problem)


def refuse_crowds(resolution: Resolution, found: Iterable[Diagnostic]) -> None:
    """Raise ReadError, with the line, for a long paragraph in which nearly all is wrong."""
    for index, number in Counter(one.place.block for one in found).items():
        block = resolution.document.blocks[index]
        if number * len(block.text) > _WORK:
            problem = f"a paragraph with {number:,} findings, beginning “{block.text[:30]}”, {_WAY_OUT}"
            raise _refusal(resolution, block, problem)


def _refusal(resolution: Resolution, block: Block, problem: str) -> ReadError:
    source = resolution.document.source
    start = block.segments[0].source_start if block.segments else block.span.start
    line = source.text.count("\n", 0, start) + 1 if source.has_lines else None
    return ReadError(problem, source.path, line)


def _problem(block: Block) -> str:
    if len(block.text) > _LETTERS:
        return f"a paragraph of {len(block.text):,} letters, beginning “{block.text[:30]}”, {_WAY_OUT}"
    if len(block.notes) > _MARKS:
        return (
            f"a paragraph with {len(block.notes):,} footnote marks, beginning “{block.text[:30]}”, cannot be"
            " checked: take out those that a conversion has left"
        )
    return ""
