"""Two texts paired by content: what stands unchanged, what changed word by word, what is new or gone."""

from __future__ import annotations

from linter.alignment.texts import align, shows_italics
from linter.alignment.values import Alignment, NoteChange, Pair, PairKind, Stretch, StretchKind

__all__ = ["Alignment", "NoteChange", "Pair", "PairKind", "Stretch", "StretchKind", "align", "shows_italics"]
