"""All that is to change in a document, composed: what a writer carries out."""

from __future__ import annotations

from linter.model.diagnostic import Replace
from linter.model.document import Mark, NoteMark
from linter.model.values import NamedTuple, dataclass


@dataclass(frozen=True, slots=True)
class BlockChange:
    """The change of one block.

    ``replacements`` are in offsets of the original text, sorted, neither touching nor overlapping.
    ``marks`` and ``notes`` are those of the block afterwards, in offsets of the new text; ``notes`` keep
    their order and their ``source``. ``label`` is the new text of a typed label, None where it stays.
    """

    block: int
    replacements: tuple[Replace, ...]
    marks: tuple[Mark, ...]
    notes: tuple[NoteMark, ...]
    label: str | None = None


class SourceEdit(NamedTuple):
    """Put ``replacement`` in the place of ``source[start:end]``."""

    start: int
    end: int
    replacement: str


class Refusal(Exception):
    """An edit that cannot be made safely in this source; the message is the reason, for a person."""
