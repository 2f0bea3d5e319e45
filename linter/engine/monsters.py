"""Drafts that no person wrote are refused, lest the rules take hours over them."""

from __future__ import annotations

from linter.model.document import Block
from linter.model.errors import ReadError
from linter.model.resolution import Resolution

_LETTERS = 50_000  # a whole resolution without an empty line has fewer
_MARKS = 300


def refuse_monsters(resolution: Resolution) -> None:
    """Raise ReadError, with the line, for a paragraph that is too long, or has too many notes."""
    source = resolution.document.source
    for block in resolution.document.blocks:
        problem = _problem(block)
        if problem:
            start = block.segments[0].source_start if block.segments else block.span.start
            line = source.text.count("\n", 0, start) + 1 if source.has_lines else None
            raise ReadError(problem, source.path, line)


def _problem(block: Block) -> str:
    if len(block.text) > _LETTERS:
        return (
            f"a paragraph of {len(block.text):,} letters, beginning “{block.text[:30]}”, is too long to be"
            " checked: put an empty line between the paragraphs of the draft"
        )
    if len(block.notes) > _MARKS:
        return (
            f"a paragraph with {len(block.notes):,} footnote marks, beginning “{block.text[:30]}”, cannot be"
            " checked: take out those that a conversion has left"
        )
    return ""
