"""From changes of blocks to edits of the source, for every format that is text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from linter.model.changes import BlockChange, Refusal, SourceEdit
from linter.model.document import Document
from linter.model.source import Format
from linter.writers.markup import Markup
from linter.writers.weaving import weave


def source_edits(document: Document, changes: Sequence[BlockChange]) -> tuple[SourceEdit, ...]:
    """The smallest edits of the source that make the changes: sorted, none overlapping another.

    Raises Refusal, with the reason, when a change cannot be made without touching something else.
    """
    markup = markup_of(document.source.format)
    edits: list[SourceEdit] = []
    for change in changes:
        edits += weave(document.source.text, document.blocks[change.block], change, markup)
    edits.sort()
    for before, edit in pairwise(edits):
        if edit.start < before.end:
            raise Refusal("two changes meet in one place of the source; make one, then the other")
    return tuple(edits)


def refusals(document: Document, changes: Sequence[BlockChange]) -> dict[int, str]:
    """For each block whose change the source does not allow, the reason."""
    found: dict[int, str] = {}
    for change in changes:
        try:
            source_edits(document, (change,))
        except Refusal as refusal:
            found[change.block] = str(refusal)
    return found


def apply(text: str, edits: Sequence[SourceEdit]) -> str:
    """``text`` with edits made that are sorted and do not overlap."""
    parts: list[str] = []
    position = 0
    for edit in edits:
        parts += (text[position : edit.start], edit.replacement)
        position = edit.end
    parts.append(text[position:])
    return "".join(parts)


def markup_of(format: Format) -> Markup:  # noqa: A002
    """The markup of a text format. Raises Refusal for one that has no source of lines."""
    if format == "text":
        from linter.writers.text import MARKUP as TEXT

        return TEXT
    if format == "markdown":
        from linter.writers.markdown import MARKUP as MARKDOWN

        return MARKDOWN
    if format == "html":
        from linter.writers.html import MARKUP as HTML

        return HTML
    if format == "akn4un":
        from linter.writers.akn import MARKUP as AKN

        return AKN
    raise Refusal(f"a file of format {format} is not edited as text")
