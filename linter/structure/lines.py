"""What can be seen of a block at a glance, computed once for all that look at it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from linter.model.document import Block
from linter.model.fold import fold
from linter.structure.labels import Label
from linter.structure.labels import parse as parse_label

_CLOSING = "”\"’'»)] \u200e\u202f\t"
_QUOTED_LABEL = re.compile(r"[“\"«„]\s*(\d{1,3}[.)]|\([a-z]{1,4}\))\s+")
_TERMINAL = ".;:,?!"
_HEAD = 200


@dataclass(frozen=True, slots=True)
class Line:
    """A block with its label read, the folded head of its words, and how it ends.

    ``label_text`` is the printed label, also where it stands after an opening quotation mark and is thus
    part of the text. ``stop`` is the last sign of punctuation ("" for a letter or digit).
    """

    block: Block
    label: Label | None
    label_text: str
    head: str
    stop: str
    opens_quote: bool

    @property
    def text(self) -> str:
        """The words of the block."""
        return self.block.text


def line(block: Block) -> Line:
    """Look at one block."""
    text = block.text
    opens = text[:1] in ("“", '"', "«", "„")
    label_text = block.label.text if block.label else ""
    if opens and not label_text:
        quoted = _QUOTED_LABEL.match(text)
        label_text = quoted[1] if quoted else ""
    tail = text[-12:].rstrip(_CLOSING)
    stop = tail[-1] if tail and tail[-1] in _TERMINAL else ""
    label = parse_label(label_text) if label_text else None
    return Line(block, label, label_text, fold(text[:_HEAD]).strip("“”\" \t"), stop, opens)
