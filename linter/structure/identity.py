"""What a text says of itself: symbol, session, title, organ, stage, date."""

from __future__ import annotations

from collections.abc import Sequence

from linter.model.document import Block
from linter.model.resolution import Element, Organ, Part, Role, Stage
from linter.model.vocabulary import Vocabulary
from linter.structure import adoption, dates, masthead, organs

_HEAD: tuple[Role, ...] = ("masthead", "sponsors", "agenda-item", "title")
_PARAGRAPHS: tuple[Role, ...] = ("preambular", "operative", "subparagraph")


class Identity:
    """Reads the elements of the first part of a file, and what stands outside of all parts."""

    def __init__(self, elements: Sequence[Element], vocabulary: Vocabulary) -> None:
        self._elements = [element for element in elements if element.part in (None, 0)]
        self._vocabulary = vocabulary
        self._head = self._texts(*_HEAD)
        self.title = masthead.title(
            (element.block.label.text if element.block.label else "", element.block.text)
            for element in self._elements
            if element.role == "title"
        )
        self.symbol = masthead.symbol(self._texts("masthead"), self._texts("other"))
        self.session = masthead.session(self.symbol, self.title, self._head)
        self.stage = self._stage()
        self.date = self._date()

    def organ(self, parts: Sequence[Part]) -> Organ | None:
        """The organ: by the organ line, by the symbol, by the words of the masthead."""
        if parts and parts[0].organ:
            return parts[0].organ
        by_symbol = organs.of_symbol(self.symbol, self._vocabulary) if self.symbol else None
        if by_symbol is not None:
            return organs.as_organ(by_symbol)
        named = (organs.named(text, self._vocabulary) for text in self._head)
        return organs.as_organ(next((key for key in named if key), ""))

    def _texts(self, *roles: Role) -> list[str]:
        return [element.block.text for element in self._elements if element.role in roles]

    def _stage(self) -> Stage | None:
        """Labels or brackets of a negotiation, else what masthead and adoption say."""
        if any(_negotiated(element.block) for element in self._elements):
            return "negotiation"
        stated = masthead.stage(self.symbol, self.title, self._head)
        if stated == "adopted":
            return stated
        if any(_bracketed(element.block) for element in self._elements if element.role in _PARAGRAPHS):
            return "negotiation"
        return stated or ("adopted" if self._texts("adoption") else None)

    def _date(self) -> str:
        """The date of adoption: below the text, or else in the words "adopted … on"."""
        below = (adoption.spaced_date(text) for text in self._texts("adoption"))
        head = self._texts("masthead", "title")
        pairs = zip(head, (*head[1:], ""), strict=False)
        above = (f"{text} {after}" for text, after in pairs if _tells_adoption(text.lower()))
        for text in (*below, *above):
            for mention in dates.find(text, self._vocabulary):
                return mention.iso
        return ""


def _tells_adoption(lowered: str) -> bool:
    return "adopted" in lowered or lowered.startswith(("of ", "resolution "))


def _negotiated(block: Block) -> bool:
    return block.label is not None and block.label.text[:2].upper() in ("PP", "OP")


def _bracketed(block: Block) -> bool:
    """Whether words stand in the square brackets of a text under negotiation."""
    opened = block.text.startswith("[") or " [" in block.text
    return opened and "]" in block.text and "[sic]" not in block.text
