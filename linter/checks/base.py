"""What every kind of rule is given, and what it gives back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from linter.matching.words import Phrases, Spot, WordIndex
from linter.model.diagnostic import Edit, Place, Replace, Safety, Severity
from linter.model.document import Block
from linter.model.errors import RuleError
from linter.model.fold import fold, straighten
from linter.model.resolution import Citation, Element, Resolution, Role
from linter.model.source import Span
from linter.model.values import dataclass, field
from linter.model.vocabulary import Vocabulary
from linter.structure.citations import by_block
from linter.structure.dates import DateMention, find
from linter.structure.spans import protected, touched
from linter.tables.location import resolutions_table

if TYPE_CHECKING:
    from linter.alignment import Alignment
    from linter.facts import Facts

Result = TypeVar("Result")
# An editor has the same paragraphs at each keystroke.
_folded, _straight = lru_cache(maxsize=1024)(fold), lru_cache(maxsize=1024)(straighten)
_FEW = 3  # elements that are sooner looked at one by one
TEXT_ROLES: tuple[Role, ...] = ("preambular", "operative", "subparagraph")


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a convention is broken.

    ``values`` fill the placeholders of the rule's message. ``edits`` put it right; without them there is
    no fix. ``title`` says the fix in words where "replace … by …" would not do. ``severity`` replaces the
    rule's own where a kind knows that this case weighs less, ``safety`` likewise.
    """

    place: Place
    values: dict[str, str] = field(default_factory=dict)
    edits: tuple[Edit, ...] = ()
    related: tuple[Place, ...] = ()
    title: str = ""
    severity: Severity | None = None
    safety: Safety | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """One rule's call of its kind: the roles it looks at, and whether the words it matches may be quoted."""

    roles: tuple[Role, ...]
    rule: str


# A check yields one item for each place that its convention applies to: a Hit where the convention is
# broken, None where it is kept. The counts are the evidence for the rule.
Check = Callable[[Any, "Subject", Request], Iterator[Hit | None]]


@dataclass(frozen=True, slots=True)
class Look:
    """A check that looks at each paragraph alone: at ``which`` of them, and how it judges one.

    It sees words, marks, notes and citations of the paragraph, its role, label and opening, and what the
    draft as a whole is (organ, session, language), but no other paragraph, neither its place nor its source:
    what was found in a paragraph then holds as long as that stays as it is.
    """

    which: Callable[[Any, Subject, Request], Iterable[Element]]
    judge: Callable[[Any, Subject, Element], Iterator[Hit | None]]

    def check(self, params: Any, subject: Subject, request: Request) -> Iterator[Hit | None]:
        """The items of all paragraphs, in order."""
        for element in self.which(params, subject, request):
            yield from self.judge(params, subject, element)


class Subject:
    """A recognised draft under examination, with what several rules need of it worked out once.

    ``base`` is the text that it was made from or amends, None where that is not at hand. With ``only`` it is
    these blocks alone that are looked at.
    """

    def __init__(
        self,
        resolution: Resolution,
        vocabulary: Vocabulary,
        own_facts: tuple[Path, ...] = (),
        base: Resolution | None = None,
        only: Sequence[int] | None = None,
    ) -> None:
        self.resolution = resolution
        self.base = base
        self.vocabulary = vocabulary
        self._own_facts = own_facts
        self._facts: Facts | None = None
        self.document = resolution.document
        self._folded: dict[int, str] = {}
        self._straight: dict[int, str] = {}
        self._dates: dict[int, tuple[DateMention, ...]] = {}
        self._protected: dict[int, tuple[Span, ...]] = {}
        self._all: str | None = None
        self._once: dict[Callable[[Subject], Any], Any] = {}
        self._words: WordIndex | None = None
        self._elements: dict[tuple[frozenset[Role], bool], dict[int, Element]] = {}
        self._found: dict[Phrases, dict[int, list[tuple[Spot, str]]]] = {}
        self._verbs: frozenset[str] | None = None
        self._alignment: Alignment | None = None
        self._by_block = {element.block.index: element for element in resolution.elements}
        self._cited = by_block(resolution.citations)
        self._seen = resolution.elements if only is None else tuple(self._by_block[block] for block in only)

    def elements(self, roles: Iterable[Role], *, all_text: bool = False) -> Iterator[Element]:
        """Elements of these roles in order; with ``all_text`` those of declarations and quoted drafts too.

        These follow other conventions.
        """
        return iter(self._chosen(frozenset(roles), all_text).values())

    def _chosen(self, roles: frozenset[Role], all_text: bool) -> dict[int, Element]:
        """Elements by the index of their block."""
        found = self._elements.get((roles, all_text))
        if found is None:
            found = self._elements[roles, all_text] = {
                element.block.index: element
                for element in self._seen
                if element.role in roles and (all_text or not (element.declaration or element.quoted))
            }
        return found

    def elements_with(
        self, words: tuple[str, ...], roles: Iterable[Role], *, all_text: bool
    ) -> Iterator[Element]:
        """Those of :meth:`elements` whose folded text holds one of ``words``; all of them without words."""
        chosen = self._chosen(frozenset(roles), all_text)
        if not words:
            return iter(chosen.values())
        if len(chosen) <= _FEW:
            few = chosen.values()
            return (one for one in few if any(word in self.folded(one.block) for word in words))
        index = self.words()
        held = frozenset[int]().union(*(index.holding(word) for word in words))
        return (chosen[block] for block in sorted(held & chosen.keys()))

    def citing(self) -> Iterator[Element]:
        """Elements that cite something, in order."""
        return (element for element in self._seen if element.block.index in self._cited)

    def citations(self, block: Block) -> Sequence[Citation]:
        """What a block cites, in order."""
        return self._cited.get(block.index, ())

    def elements_having(self, words: Iterable[str], roles: Iterable[Role]) -> Iterator[Element]:
        """Those of :meth:`elements` whose folded text has one of ``words`` as a whole."""
        chosen = self._chosen(frozenset(roles), False)
        return (chosen[block] for block in sorted(self.words().having(words) & chosen.keys()))

    def facts(self) -> Facts:
        """What is known of resolutions: the built-in table, and the user's own."""
        if self._facts is None:
            from linter.facts import facts_in  # only drafts that cite something pay for it

            self._facts = facts_in(resolutions_table(), self._own_facts)
        return self._facts

    def alignment(self) -> Alignment | None:
        """What answers to what between the base and the draft; None for a draft without a base."""
        if self._alignment is None and self.base is not None:
            from linter.alignment import align

            self._alignment = align(self.base, self.resolution)
        return self._alignment

    def folded(self, block: Block) -> str:
        """The block's text folded (lower case, straight quotes, plain spaces and hyphens)."""
        text = self._folded.get(block.index)
        if text is None:
            text = self._folded[block.index] = _folded(block.text)
        return text

    def straight(self, block: Block) -> str:
        """The block's text with straight quotes, plain spaces and hyphens, its case kept."""
        text = self._straight.get(block.index)
        if text is None:
            text = self._straight[block.index] = _straight(block.text)
        return text

    def once(self, work: Callable[[Subject], Result]) -> Result:
        """What ``work`` makes of this subject, done once for all the rules that ask for it."""
        if work not in self._once:
            self._once[work] = work(self)
        result: Result = self._once[work]
        return result

    def dates(self, block: Block) -> tuple[DateMention, ...]:
        """The full dates in the block's text, in order."""
        found = self._dates.get(block.index)
        if found is None:
            found = self._dates[block.index] = tuple(find(block.text, self.vocabulary))
        return found

    def all_folded(self) -> str:
        """The whole draft folded, for asking cheaply whether a word occurs at all."""
        if self._all is None:
            self._all = "\n".join(self.folded(block) for block in self.document.blocks)
        return self._all

    def element(self, block: int) -> Element:
        """The element of the block with this index."""
        return self._by_block[block]

    def opening_verbs(self) -> frozenset[str]:
        """The folded first words of all opening phrases."""
        if self._verbs is None:
            self._verbs = frozenset(phrase.split(" ", 1)[0] for phrase in self.vocabulary.openings)
        return self._verbs

    def words(self) -> WordIndex:
        """The words of the draft, by word."""
        if self._words is None:
            self._words = WordIndex({one.block.index: self.folded(one.block) for one in self._seen})
        return self._words

    def found(self, phrases: Phrases) -> Mapping[int, Sequence[tuple[Spot, str]]]:
        """Where phrases stand, by block; looked up once for all the rules that share them."""
        found = self._found.get(phrases)
        if found is None:
            found = self._found[phrases] = {}
            for spot, phrase in self.words().find(phrases):
                found.setdefault(spot.block, []).append((spot, phrase))
        return found

    def in_session(self, condition: str) -> bool:
        """Whether a condition on the session (">=80") holds; a draft of unknown session is one of today."""
        session = self.resolution.session
        return holds(session, condition) if session else not condition.startswith("<")

    def is_protected(self, block: Block, start: int, end: int) -> bool:
        """Whether ``[start, end)`` touches words that are not the drafter's: quotations, titles, names."""
        spans = self._protected.get(block.index)
        if spans is None:
            spans = protected(block, negotiated=self.resolution.stage == "negotiation")
            self._protected[block.index] = spans
        return touched(spans, start, end)


def replacing(block: Block, start: int, end: int, text: str) -> tuple[Edit, ...]:
    """The edit that puts ``text`` in the place of ``[start, end)``."""
    return (Replace(block.index, start, end, text),)


def place(block: Block, start: int, end: int) -> Place:
    """``[start, end)`` of ``block``; an empty place is widened to the character before it."""
    if start == end and block.text:
        return Place(block.index, max(start - 1, 0), max(end, 1))
    return Place(block.index, start, end)


def like(model: str, text: str) -> str:
    """``text`` in the case pattern of ``model``: all capitals, a capital first, or as it is.

    An abbreviation ("NGOs") has capitals of its own, which say nothing of the words in its place.
    """
    if model[1:2].isupper() and not model.isupper():
        return text
    letters = [character for character in model if character.isalpha()]
    if len(letters) > 1 and all(character.isupper() for character in letters):
        return text.upper()
    if letters and letters[0].isupper():
        return text[:1].upper() + text[1:]
    return text


def holds(value: int | str, condition: str) -> bool:
    """Whether a comparison such as ">=80" or "<2024-09-01" is true of ``value``.

    Raises RuleError for what is no comparison.
    """
    match = re.fullmatch(r"(<=|>=|<|>|==)\s*(\S+)", condition)
    if match is None:
        raise RuleError(f"“{condition}” is no comparison: write it like >=80")
    sign, text = match.groups()
    if isinstance(value, int):
        compared = (value > int(text)) - (value < int(text))
    else:
        compared = (value > text) - (value < text)
    return compared in {"<": (-1,), "<=": (-1, 0), ">": (1,), ">=": (0, 1), "==": (0,)}[sign]
