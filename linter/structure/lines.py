"""What can be seen of a block at a glance, computed once for all that look at it."""

from __future__ import annotations

import re

from linter.model.document import Block
from linter.model.fold import fold
from linter.model.resolution import Opening
from linter.model.values import dataclass, field
from linter.model.vocabulary import OpeningRole, Vocabulary
from linter.structure.labels import Label
from linter.structure.labels import parse as parse_label
from linter.structure.openings import parse as parse_opening

_CLOSING = "”\"’'»)] \u200e\u202f\t"
_QUOTED_LABEL = re.compile(r"[“\"«„]\s*(\d{1,3}[.)]|\([a-z]{1,4}\))\s+")
_TERMINAL = ".;:,?!"
_HEAD = 200


@dataclass(slots=True)
class Line:
    """A block with its label read, the folded head of its words, and how it ends.

    ``label_text`` is the printed label, also where it stands behind an opening quotation mark. ``stop`` is
    the last sign of punctuation ("" for a letter or digit).
    """

    block: Block
    label: Label | None
    label_text: str
    head: str
    stop: str
    opens_quote: bool
    vocabulary: Vocabulary
    _openings: dict[OpeningRole, Opening | None] = field(default_factory=dict)

    def opening(self, role: OpeningRole) -> Opening | None:
        """The opening phrase that the block has if it is of this role."""
        if role not in self._openings:
            self._openings[role] = parse_opening(self.block, role, self.vocabulary)
        return self._openings[role]

    def known(self, role: OpeningRole) -> bool:
        """Whether the block opens with a phrase of the table."""
        opening = self.opening(role)
        return opening is not None and opening.known

    @property
    def text(self) -> str:
        """The words of the block."""
        return self.block.text


def line(block: Block, vocabulary: Vocabulary) -> Line:
    """Look at one block."""
    text = block.text
    opens = text[:1] in ("“", '"', "«", "„")
    label_text = block.label.text if block.label else ""
    if not label_text:
        within = _QUOTED_LABEL.match(text)
        label_text = within[1] if within else ""
    tail = text[-12:].rstrip(_CLOSING)
    if tail.endswith((" and", " or")):
        tail = tail.rsplit(None, 1)[0]
    stop = tail[-1] if tail and tail[-1] in _TERMINAL else ""
    label = parse_label(label_text) if label_text else None
    return Line(block, label, label_text, fold(text[:_HEAD]).strip('“”" \t'), stop, opens, vocabulary)
