"""The real Word files among the reference documents, with edits all over them."""

from __future__ import annotations

from pathlib import Path

from linter.editing.compose import Composition
from linter.model.changes import BlockChange
from linter.model.diagnostic import Edit, Replace, SetStyle
from linter.model.document import Document
from linter.writers.docx import refusals

NAMES = (
    "A_80_6_Income_sect._1",
    "A_80_6_Plan_outline",
    "A_80_6_Sect._24_Corr.1",
    "A_80_6_Sect._29",
    "A_80_6_Sect._35",
    "A_80_6_Sect._3_Add.6",
    "ECE_TRADE_C_CEFACT_2018_1",
    "ECE_TRADE_C_CEFACT_2019_26",
)


def real(shared: Path, name: str) -> bytes:
    return (shared / "corpus" / "other" / "docx" / f"{name}.docx").read_bytes()


def edited(document: Document) -> tuple[Composition, list[BlockChange]]:
    """Another word and a few italics in each paragraph and note that has room, and those that can be made."""
    wanted: list[Edit] = []
    for block in document.blocks:
        at = block.text.find("the ", 2)
        if len(block.text) > 20 and at > 0:
            wanted += [Replace(block.index, at, at + 3, "these"), SetStyle(block.index, 0, 2, "italic", True)]
    composition = Composition.of(document).apply(wanted)
    return composition, [one for one in composition.changes() if not refusals(document, [one])]
