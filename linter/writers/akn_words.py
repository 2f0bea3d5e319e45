"""The words of a block as AKN4UN: styles, notes where their marks stand, links of what is cited."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from linter.model.document import Block, Document, Mark
from linter.model.resolution import Citation
from linter.model.values import NamedTuple
from linter.writers.html import MARKUP as HTML

_CLASSES = ("bold", "italic", "underline", "strike")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Wrap(NamedTuple):
    """An element around ``text[start:end]`` of a block."""

    start: int
    end: int
    opening: str
    closing: str


def escape(text: str) -> str:
    """Text with entities for markup, a reference for each tab, and no characters that XML forbids."""
    return HTML.escape(_FORBIDDEN.sub("\ufffd", text), "", "").replace("\t", "&#9;")


def attribute(text: str) -> str:
    """Text for between quotation marks."""
    return escape(text).replace('"', "&quot;")


class Words:
    """Writes the words of the blocks of one document; a note is written where its first mark stands.

    ``links`` are the addresses of the citations to be linked.
    """

    def __init__(self, document: Document, links: Mapping[Citation, str]) -> None:
        self._document = document
        self._links: dict[int, list[Wrap]] = {}
        for citation, address in links.items():
            text = document.blocks[citation.block].text
            start = text.find(citation.number, *citation.span)
            if start >= 0:
                wrap = Wrap(start, start + len(citation.number), f'<a href="{attribute(address)}">', "</a>")
                self._links.setdefault(citation.block, []).append(wrap)
        self._notes: dict[int, str] = {}

    def of(self, block: Block, wraps: Sequence[Wrap] = ()) -> str:
        """All words of a block; ``wraps`` do not cross each other."""
        inner = [
            link for link in self._links.get(block.index, []) if not any(_cross(link, wrap) for wrap in wraps)
        ]
        around = [*wraps, *inner]
        edges = {0, len(block.text), *(note.offset for note in block.notes)}
        edges |= {edge for mark in block.marks for edge in (mark.start, mark.end)}
        edges |= {edge for wrap in around for edge in (wrap.start, wrap.end)}
        cuts = sorted(edges)
        written = []
        for start, end in zip(cuts, [*cuts[1:], cuts[-1]], strict=True):
            written += [wrap.closing for wrap in reversed(around) if wrap.end == start > wrap.start]
            written += self._marks(block, start)
            written += [wrap.opening for wrap in around if wrap.start == start < wrap.end]
            written.append(_styled(escape(block.text[start:end]), block.marks, start))
        return "".join(written)

    def unmarked(self) -> str:
        """The notes to which no mark led so far."""
        notes = (block for block in self._document.blocks if block.kind == "note")
        left = [block for block in notes if block.index not in self._notes and block.label is not None]
        return "".join(
            self._note(block, block.label.text if block.label else "", "unmarked") for block in left
        )

    def _marks(self, block: Block, offset: int) -> Iterator[str]:
        for mark in block.notes:
            if mark.offset != offset:
                continue
            known = self._notes.get(-1 if mark.note is None else mark.note)
            if mark.note is None or known is not None:
                yield f'<noteRef marker="{attribute(mark.label)}" href="#{known or ""}"/>'
            else:
                yield self._note(self._document.blocks[mark.note], mark.label)

    def _note(self, block: Block, label: str, kind: str = "") -> str:
        name = f"authorialNote_{len(set(self._notes.values())) + 1}"
        paragraphs = [block]
        for later in self._document.blocks[block.index + 1 :]:
            if later.kind != "note" or later.label is not None:
                break
            paragraphs.append(later)
        self._notes |= {paragraph.index: name for paragraph in paragraphs}
        words = "".join(f'<p xml:space="preserve">{self.of(paragraph)}</p>' for paragraph in paragraphs)
        classes = f' class="{kind}"' if kind else ""
        opening = f'<authorialNote marker="{attribute(label)}" placement="bottom"{classes} eId="{name}">'
        return f"{opening}{words}</authorialNote>"


def _cross(one: Wrap, other: Wrap) -> bool:
    return one.start < other.start < one.end or one.start < other.end < one.end


def _styled(words: str, marks: Sequence[Mark], start: int) -> str:
    """Words in the styles in force at ``start``."""
    styles = {mark.style for mark in marks if mark.start <= start < mark.end}
    if not words or not styles:
        return words
    if "superscript" in styles:
        words = f"<sup>{words}</sup>"
    classes = " ".join(name for name in _CLASSES if name in styles)
    return f'<span class="{classes}">{words}</span>' if classes else words
