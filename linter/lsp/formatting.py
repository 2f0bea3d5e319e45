"""Formatting: numbers in order and all safe repairs, as ``resolint fix --renumber`` makes them."""

from __future__ import annotations

from linter.drafting.notes import order_notes
from linter.drafting.renumber import renumber
from linter.engine.recognising import words_of
from linter.fixing import fix
from linter.lsp.reading import Reading
from linter.model.changes import SourceEdit
from linter.model.diagnostic import Diagnostic
from linter.model.resolution import Resolution
from linter.model.values import dataclass
from linter.writers import apply_edits, source_edits


@dataclass(frozen=True, slots=True)
class Formatted:
    """The edits of the draft's text, and what a person should look at."""

    edits: tuple[SourceEdit, ...]
    doubts: tuple[str, ...]


def formatted(reading: Reading) -> Formatted:
    """Put the numbers in order and make the safe repairs."""
    document, notes = order_notes(reading.document)
    words = words_of(reading.linter.settings)
    doubts: dict[str, None] = {}

    def first(resolution: Resolution) -> Diagnostic | None:
        numbered = renumber(resolution, words, notes)
        doubts.update(dict.fromkeys(numbered.doubts))
        return numbered.found

    fixed = fix(document, reading.linter, first=first)
    edits = source_edits(fixed.document, fixed.changes)
    if document is not reading.document:  # the notes stand in another order: there is no edit of each place
        source = fixed.document.source
        after = apply_edits(source, edits).decode(source.encoding)
        edits = (_difference(reading.document.source.text, after),)
    return Formatted(edits, tuple(doubts))


def _difference(before: str, after: str) -> SourceEdit:
    """One edit from the first character that differs to the last."""
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    return SourceEdit(start, len(before) - end, after[start : len(after) - end])


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    return next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
