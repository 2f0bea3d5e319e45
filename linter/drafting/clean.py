"""Take out of a text under negotiation what served the negotiation alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from linter.editing.compose import Composition
from linter.engine.report import in_words
from linter.model.diagnostic import Diagnostic, Edit, Fix, Place, Replace, SetLabel
from linter.model.document import Block
from linter.model.resolution import Element, Resolution
from linter.model.source import Span
from linter.model.values import dataclass
from linter.model.vocabulary import OpeningRole, Vocabulary
from linter.structure import labels, openings

RULE = "clean"
_ROLES = ("preambular", "operative", "subparagraph")
_OPENING_ROLES: tuple[OpeningRole, ...] = ("preambular", "operative")
_NAME = r"[A-Z][\w&.’'-]*"
_NAMES = rf"{_NAME}(?:(?:, ?| and | of (?:the )?| ?/ ?| ?\+ ?| ){_NAME})*"
# Behind a name can stand what its owner wants done, in place of words for the text.
_WISH = r"(?:add|del|delete|keep|merge|move|prefer|propose|replace|reserve|retain|suggest|support)\w*\b"
_STATE = r"(?:agreed(?: ad ref(?:erendum)?)?|ad ref(?:erendum)?|closed)\.?"
_STATUS = re.compile(rf"(?<!\s)\s*+(?:\[\s*{_STATE}\s*\]|\(\s*{_STATE}\s*\))", re.IGNORECASE)
# "[Parties: EU]" has the words first and then whose they are.
_OWNED = r"[A-Z][A-Z0-9-]+(?:(?:, ?| and | ?/ ?| ?\+ ?)[A-Z][A-Z0-9-]+)*\s*\]"
_AUTHOR_IN_BRACKETS = re.compile(rf"(?<=\[)\s*{_NAMES}\s*:\s*+(?!{_WISH}|{_OWNED})")
_AUTHOR_AT_START = re.compile(rf"\(({_NAMES})\):?\s+")
_NUMBER = r"\d{1,3}(?:\s?(?:bis|ter|quater|quinquies|alt)\b)*"
_LABEL_IN_BRACKETS = re.compile(rf"\[\s*(PP\s?{_NUMBER}[.:]?\s+)", re.IGNORECASE)
_REFERENCE = re.compile(rf"\b(PP|OP)\s?({_NUMBER})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cleaning:
    """``found`` carries the edits as one fix, None when there are none; ``doubts`` are for a person."""

    found: Diagnostic | None
    doubts: tuple[str, ...]


def clean(resolution: Resolution, vocabulary: Vocabulary) -> Cleaning:
    """Number operative paragraphs, take labels off preambular ones, and take out whose words they were.

    What goes: labels (PP1, OP2 bis), remarks on the state of a paragraph ("[agreed ad ref]"), the names of
    those who proposed words ("[EU: …]", "(Mexico) Requests …"), and struck text outside of square brackets.
    Square brackets around words stay, since only the negotiators can settle them. A text that is not under
    negotiation stays as it is.
    """
    if resolution.stage != "negotiation":
        return Cleaning(None, ("this is no text under negotiation: there is nothing to clean",))
    job = _Job(resolution, vocabulary)
    edits = tuple(job.edits())
    if not edits:
        return Cleaning(None, tuple(job.doubts))
    fix = Fix("take out what served the negotiation", edits, "safe")
    place = Place(edits[0].block, 0, 0)
    message = "Labels and names of the negotiation stand in the text."
    return Cleaning(Diagnostic(RULE, "advice", message, place, (), fix), tuple(job.doubts))


class _Job:
    """The edits of one text."""

    def __init__(self, resolution: Resolution, vocabulary: Vocabulary) -> None:
        self._resolution = resolution
        self._vocabulary = vocabulary
        self._composition = Composition.of(resolution.document)
        self._numbers = dict(_numbers(resolution))
        self.doubts: list[str] = []

    def edits(self) -> Iterator[Edit]:
        became = self._became()
        for element in self._resolution.elements:
            if element.role in _ROLES and not element.quoted:
                here = [*self._label(element), *self._words(element), *self._references(element, became)]
                if all(map(self._composition.allows, here)):
                    yield from here
                else:
                    self._doubt(element, "its label or its words cannot be edited here: change them by hand")

    def _doubt(self, element: Element, text: str) -> None:
        number = self._numbers.get(element.block.index, "").rstrip(".")
        name = f"operative paragraph {number}" if number else in_words(element, self._resolution)
        self.doubts.append(f"{name}: {text}")

    def _label(self, element: Element) -> Iterator[Edit]:
        label = element.block.label
        parsed = labels.parse(label.text) if label else None
        if parsed is not None and parsed.kind in ("pp", "op"):
            yield SetLabel(element.block.index, self._numbers.get(element.block.index, ""))

    def _words(self, element: Element) -> Iterator[Edit]:
        text = element.block.text
        spans = [Span(*match.span()) for match in _STATUS.finditer(text)]
        spans += [Span(*match.span()) for match in _AUTHOR_IN_BRACKETS.finditer(text)]
        author = _AUTHOR_AT_START.match(text)
        if author and self._opens(text[author.end() :]) and not self._opens(author[1]):
            spans.append(Span(*author.span()))
        labelled = _LABEL_IN_BRACKETS.match(text)
        if labelled:
            spans.append(Span(*labelled.span(1)))
        spans += self._struck(element)
        for start, end in _merged(spans):
            yield Replace(element.block.index, start, _without_double_space(text, start, end), "")

    def _opens(self, words: str) -> bool:
        """Whether a paragraph can begin so."""
        block = Block(0, "paragraph", words, (), Span(0, 0))
        found = (openings.parse(block, role, self._vocabulary) for role in _OPENING_ROLES)
        return any(opening is not None and opening.known for opening in found)

    def _struck(self, element: Element) -> Iterator[Span]:
        block = element.block
        for mark in block.marks:
            before = block.text[: mark.start]
            if mark.style != "strike" or before.count("[") > before.count("]"):
                continue
            if any(mark.start < note.offset <= mark.end for note in block.notes):
                self._doubt(element, "a footnote hangs on struck words: take them out by hand")
            else:
                yield Span(mark.start, mark.end)

    def _became(self) -> Mapping[str, set[str]]:
        """What each label of an operative paragraph ("2bis") is called afterwards."""
        became: dict[str, set[str]] = {}
        for element in self._resolution.elements:
            if element.block.index in self._numbers:
                number = self._numbers[element.block.index].rstrip(".")
                became.setdefault("".join(element.label.lower().split()), set()).add(number)
        return became

    def _references(self, element: Element, became: Mapping[str, set[str]]) -> Iterator[Edit]:
        text = element.block.text
        labelled = _LABEL_IN_BRACKETS.match(text)
        for match in _REFERENCE.finditer(text, labelled.end() if labelled else 0):
            new = became.get("".join(match[2].lower().split()), set()) if match[1].upper() == "OP" else set()
            if len(new) == 1:
                yield Replace(element.block.index, *match.span(), f"paragraph {next(iter(new))}")
            else:
                self._doubt(
                    element, f"“{match[0]}” is the negotiation's name of a paragraph: write which one"
                )


def _numbers(resolution: Resolution) -> Iterator[tuple[int, str]]:
    """The number of each operative paragraph that has a label of the negotiation, by block."""
    operative = (
        element for element in resolution.elements if element.role == "operative" and not element.quoted
    )
    for _, part in groupby(operative, key=lambda element: element.part):
        number = 0
        for element in part:
            label = element.block.label
            parsed = labels.parse(label.text) if label else None
            number = parsed.value if parsed is not None and parsed.kind == "number" else number + 1
            if parsed is not None and parsed.kind == "op":
                yield element.block.index, f"{number}."


def _merged(spans: list[Span]) -> Iterator[Span]:
    """Spans in order, those that meet as one."""
    held: Span | None = None
    for span in sorted(spans):
        if held is not None and span.start <= held.end:
            held = Span(held.start, max(held.end, span.end))
            continue
        if held is not None:
            yield held
        held = span
    if held is not None:
        yield held


def _without_double_space(text: str, start: int, end: int) -> int:
    """The end of what is taken out, with the space that would be left over."""
    alone = start == 0 or text[start - 1].isspace()
    return end + 1 if alone and text[end : end + 1].isspace() else end
