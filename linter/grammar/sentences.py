"""What is sent of a paragraph: words that read as a sentence, since that is what LanguageTool knows."""

from __future__ import annotations

import re

from linter.grammar.client import Match
from linter.model.document import Block
from linter.model.fold import straighten
from linter.model.resolution import Element
from linter.model.values import dataclass, replace

_THAT = re.compile(r" that (?=[a-z])")
_ASKING = re.compile(r"(?:agree|ask|call|decid|demand|direct|insist|propos|recommend|request|urg)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """``text`` stands in for the words of ``block`` from ``start`` on, one character for one."""

    block: Block
    start: int
    text: str

    def placed(self, match: Match) -> Match:
        """A match in the text as one in the block; what stands in for a small letter is one again."""
        offered = match.replacements
        if match.start == 0 and not self.block.text.startswith(self.text[:1], self.start):
            offered = tuple(text[:1].lower() + text[1:] for text in offered)
        start, end = match.start + self.start, match.end + self.start
        return replace(match, start=start, end=end, replacements=offered)


def sentence(element: Element) -> Sentence:
    """The clause behind an opening phrase and “that” with a capital and a full stop, else the paragraph.

    A clause that says what is to be (“insists that the Government remove”) would be no sentence.
    """
    text = straighten(element.block.text)
    start, opening = 0, element.opening
    states = opening is not None and _ASKING.match(opening.base) is None
    if opening is not None and states and (that := _THAT.match(text, opening.span.end)):
        start = that.end()
        text = text[start].upper() + text[start + 1 :]
    if text.endswith((",", ";")):
        text = f"{text[:-1]}."
    return Sentence(element.block, start, text)
