"""What rolling a text forward speaks in: the occasion, and the changes."""

from __future__ import annotations

from linter.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Occasion:
    """What the next draft is for.

    ``session`` is its number, or the year where the organ counts in years; ``steps`` how many sessions it is
    from the base, ``years`` how many years.
    """

    session: int
    steps: int
    years: int


@dataclass(frozen=True, slots=True)
class Change:
    """One change from the base to the next draft.

    ``what`` it is about: "session", "date", "latest", "recalled", "pursuant", "report", "done" … ``where`` is
    what a drafter calls the place in the base, "" for what is new. ``found`` is what stood there, "" for what
    is new; ``written`` what stands now, "" for what is left out. ``decide`` tells that a person must: what is
    written stands in square brackets. ``block`` is the base's, None for what is new.
    """

    what: str
    where: str
    found: str
    written: str
    decide: bool
    block: int | None


@dataclass(frozen=True, slots=True)
class Rolled:
    """The next draft: its ``session`` (a year where the organ counts in years), text and changes."""

    session: int
    markdown: str
    changes: tuple[Change, ...]
