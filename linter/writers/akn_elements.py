"""The elements of AKN4UN that a draft is made of: paragraphs, their numbers, lists, and their roles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from linter.model.document import Directive
from linter.model.resolution import Element
from linter.writers.akn_words import Words, Wrap, escape

_LIKE_LABEL = re.compile(r"\(\w{1,6}\)|\w{1,4}[.)]|\d|PP|OP|[•▪◦●○‣·–—-]\s")
_STOPS = ",;:."


def joined(*parts: str) -> str:
    """The parts that are not empty, a line each."""
    return "\n".join(filter(None, parts))


class Markup:
    """Writes elements; ``roles`` are those that it had to name, for which the metadata need a definition."""

    def __init__(self, words: Words, directives: Sequence[Directive]) -> None:
        self._words = words
        self._directives: dict[int, list[str]] = {}
        for directive in directives:
            self._directives.setdefault(directive.before, []).append(directive.text)
        self._counts: Counter[str] = Counter()
        self.roles: set[str] = set()

    def name(self, kind: str) -> str:
        """A name of its own for an element, as in ``eId="para_5"``."""
        self._counts[kind] += 1
        return f"{kind}_{self._counts[kind]}"

    def comments(self, element: Element) -> str:
        """What is said to resolint before a block."""
        said = self._directives.pop(element.block.index, ())
        return "".join(f"<!-- resolint: {text} -->\n" for text in said if "--" not in text)

    def words(self, element: Element, wraps: Sequence[Wrap] = ()) -> str:
        """The words of an element's block."""
        return self._words.of(element.block, wraps)

    def text(self, element: Element, *, told: str, wraps: Sequence[Wrap] = ()) -> str:
        """A ``p``; ``told`` is the role that the elements around it tell, if any."""
        role = self.role(element, told)
        return f'{self.comments(element)}<p xml:space="preserve"{role}>{self.words(element, wraps)}</p>'

    def role(self, element: Element, told: str) -> str:
        """The attribute that names the role, "" where the markup tells it."""
        guessed = element.role in ("preambular", "operative") and element.opening is None
        if element.role == told and not guessed and not self._misleads(element):
            return ""
        self.roles.add(element.role)
        return f' refersTo="#role_{element.role}"'

    @staticmethod
    def _misleads(element: Element) -> bool:
        """Whether the words look like a number and a paragraph, or like a heading, and are not."""
        block = element.block
        if block.label is not None:
            return False
        whole = any(mark.start == 0 and mark.end == len(block.text) for mark in block.marks)
        heading = whole and block.text[-1:] not in _STOPS and element.role not in ("heading", "masthead")
        return heading or _LIKE_LABEL.match(block.text) is not None

    def unmarked(self) -> str:
        """The notes to which no mark led so far."""
        return self._words.unmarked()

    def number(self, element: Element) -> str:
        """The ``num``, or ""."""
        label = element.block.label
        return f"<num>{escape(label.text)}</num>" if label else ""

    def block(self, element: Element, *, told: str, wraps: Sequence[Wrap] = ()) -> str:
        """A ``p`` or, with a number, a list of one item, where no numbered paragraphs may stand."""
        if element.block.label is None:
            return self.text(element, told=told, wraps=wraps)
        opening = f'<blockList eId="{self.name("blockList")}">'
        return joined(
            opening, "<item>", self.number(element), self.text(element, told=""), "</item>", "</blockList>"
        )
