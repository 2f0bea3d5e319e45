"""What is wrong, where, and what would put it right."""

from __future__ import annotations

from typing import Literal

from linter.model.document import Style
from linter.model.values import dataclass

Severity = Literal["error", "warning", "advice"]
Safety = Literal["safe", "suggested"]


@dataclass(frozen=True, slots=True)
class Replace:
    """Put ``text`` in the place of ``[start, end)`` of a block; an empty span inserts.

    New text takes the style of the first character it replaces, or, inserted, of the one before it (at
    the head of a block, of the one after it). A footnote mark at the place of an insertion comes to stand
    after the new text, with ``after_note`` before it.
    """

    block: int
    start: int
    end: int
    text: str
    after_note: bool = False


@dataclass(frozen=True, slots=True)
class SetStyle:
    """Set or clear a style on ``[start, end)`` of a block."""

    block: int
    start: int
    end: int
    style: Style
    on: bool


@dataclass(frozen=True, slots=True)
class MoveNote:
    """Move the footnote mark that stands at ``offset`` (the ``nth`` there, from 0) to ``to``."""

    block: int
    offset: int
    to: int
    nth: int = 0


@dataclass(frozen=True, slots=True)
class SetLabel:
    """Write ``text`` as the label of a block whose label is typed."""

    block: int
    text: str


Edit = Replace | SetStyle | MoveNote | SetLabel


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that belong together: all are made or none. ``title`` completes "resolint can …"."""

    title: str
    edits: tuple[Edit, ...]
    safety: Safety


@dataclass(frozen=True, slots=True)
class Place:
    """``[start, end)`` of the block with this index."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One violation of one rule. ``related`` lists further places of the same slip.

    ``agreed`` tells whether the words, and the slip, stand unchanged in the text that the draft is based on;
    None where there is none.
    """

    rule: str
    severity: Severity
    message: str
    place: Place
    related: tuple[Place, ...] = ()
    fix: Fix | None = None
    agreed: bool | None = None
