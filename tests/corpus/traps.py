"""Drafts of ours in which all is right, though a naive rule would find something: ``traps.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

_FILE = Path(__file__).parent / "traps.yaml"
_ORGANS = {"ga": "*The General Assembly*", "sc": "*The Security Council*"}
_SYMBOLS = {"ga": "A/80/L.7", "sc": "S/2025/407"}
_FIRST = "*Guided* by the purposes and principles of the Charter of the United Nations,"
_ELSE = ("*Affirms* the importance of dialogue;",)
_LAST = "*Decides* to remain seized of the matter."


@dataclass(frozen=True, slots=True)
class Trap:
    """A whole draft, or paragraphs to be set in one; operative ones stand without their numbers."""

    name: str
    operative: tuple[str, ...] = _ELSE
    preamble: tuple[str, ...] = ()
    organ: str = "ga"
    notes: tuple[str, ...] = ()
    symbol: str = ""
    whole: str = ""

    def draft(self) -> str:
        """The whole draft, in Markdown."""
        if self.whole:
            return self.whole
        blocks = [self.symbol or _SYMBOLS[self.organ], f"{_ORGANS[self.organ]},", _FIRST, *self.preamble]
        number = 0
        for paragraph in (*self.operative, _LAST):
            number += paragraph.startswith("*")
            blocks.append(f"{number}. {paragraph}" if paragraph.startswith("*") else paragraph)
        blocks += [f"[^{label}]: {note}" for label, note in enumerate(self.notes, 1)]
        return "\n\n".join(blocks) + "\n"


def traps() -> tuple[Trap, ...]:
    """All of them."""
    data = yaml.safe_load(_FILE.read_text("utf-8"))
    return tuple(
        Trap(**{key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()})
        for entry in data
    )
