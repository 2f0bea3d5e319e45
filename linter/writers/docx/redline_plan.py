"""What turns a Word file into another text: its paragraphs in their final order, each kept, dropped or new.

Offsets are those of the source text of the Word document that is the base.
"""

from __future__ import annotations

from linter.model.document import Style
from linter.model.source import Span
from linter.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """New words; without ``styles`` they look like the words beside them."""

    text: str
    styles: frozenset[Style] | None = None


@dataclass(frozen=True, slots=True)
class NewNote:
    """A new footnote: its own mark, "" where Word is to number it, and its words."""

    mark: str
    words: tuple[Words, ...]


Content = Words | NewNote


@dataclass(frozen=True, slots=True)
class Insertion:
    """New content after (or ``before``) the character at ``at``, in the looks of the one at ``model``."""

    at: int
    before: bool
    model: int
    content: tuple[Content, ...]


@dataclass(frozen=True, slots=True)
class Restyle:
    """Switch italics on or off on a stretch of the base."""

    span: Span
    on: bool


@dataclass(frozen=True, slots=True)
class Rewrite:
    """All that changes within one block of the base, in reading order; none of it overlaps."""

    strikes: tuple[Span, ...] = ()
    insertions: tuple[Insertion, ...] = ()
    restyles: tuple[Restyle, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """A block of the base that stays; ``unnumbered`` takes the number away that Word makes for it."""

    block: int
    rewrite: Rewrite
    unnumbered: bool = False


@dataclass(frozen=True, slots=True)
class Dropped:
    """A block of the base that goes; with ``move``, a name, it stands again where that move leads."""

    block: int
    move: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """A new paragraph set like the block ``like`` of the base, None where the base has none.

    ``numbered`` lets Word number it as it does that one; a typed label is part of ``content``.
    """

    content: tuple[Content, ...]
    like: int | None
    numbered: bool = False
    move: str = ""


Row = Kept | Dropped | Added


@dataclass(frozen=True, slots=True)
class Plan:
    """The rows of the body in their final order, those of the base in its own; then the notes that change."""

    rows: tuple[Row, ...]
    notes: tuple[Kept, ...]
