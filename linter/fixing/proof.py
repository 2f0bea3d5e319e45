"""Prove a repaired file: read it back, and see that it is what was meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from linter.editing.block import EditedBlock
from linter.engine.lint import Linter
from linter.model.changes import BlockChange
from linter.model.document import Block, Document
from linter.model.errors import WriteError
from linter.readers import read
from linter.writers import render

if TYPE_CHECKING:
    from linter.fixing.rounds import Fixed

Render = Callable[[Document, Sequence[BlockChange]], bytes]


def rendered(fixed: Fixed, linter: Linter, write: Render = render) -> bytes:
    """The bytes of the repaired file that ``write`` makes, read back and found to be what was composed.

    Raises WriteError, so that nothing is written, when they are not.
    """
    if fixed.proven is not None and write is render:
        return fixed.proven
    data = write(fixed.document, fixed.changes)
    wrong = _first_difference(fixed, linter, data)
    if wrong is not None:
        message = (
            f"the repaired text does not read back as it was meant (at “{wrong.text[:40]}”): nothing was "
            "written. This is a fault of resolint: please report it with the draft"
        )
        raise WriteError(message, fixed.document.source.path)
    return data


def proof(fixed: Fixed, linter: Linter) -> bytes | int | None:
    """The bytes of a repaired text file that reads back as meant, else the changed block at fault.

    None where there is nothing to prove yet: no change, or a format that is proven when it is written.
    """
    if not fixed.changes or not fixed.document.source.has_lines:
        return None
    data = render(fixed.document, fixed.changes)
    wrong = _first_difference(fixed, linter, data)
    if wrong is None:
        return data
    changed = [change.block for change in fixed.changes]
    return max((block for block in changed if block <= wrong.index), default=changed[0])


def _first_difference(fixed: Fixed, linter: Linter, data: bytes) -> Block | None:
    source = fixed.document.source
    got = linter.paragraphs(read(source.path, data, format=source.format))
    meant = fixed.composed
    return next(
        (one for one, other in zip(meant.blocks, got.blocks, strict=False) if _seen(one) != _seen(other)),
        None if len(meant.blocks) == len(got.blocks) else meant.blocks[-1],
    )


def _seen(block: Block) -> tuple[object, ...]:
    """What a reader sees of a block: words, the styles of their letters, note marks, label.

    White space at its edges is not seen.
    """
    words = block.text.strip()
    before = len(block.text) - len(block.text.lstrip())
    styles: list[object] = []
    if block.marks:
        letters = enumerate(zip(block.text, EditedBlock.of(block).styles, strict=True), -before)
        styles = [(offset, style) for offset, (letter, style) in letters if style and not letter.isspace()]
    marks = tuple((min(max(note.offset - before, 0), len(words)), note.label) for note in block.notes)
    return words, styles, marks, block.label.text if block.label and block.label.text else None
