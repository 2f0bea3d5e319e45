"""What an amendment asks for: the paragraphs it names, the words it takes out, the words it puts in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from linter.model.figures import figure
from linter.model.fold import fold
from linter.model.resolution import Element, Resolution
from linter.model.source import Span
from linter.model.values import dataclass
from linter.model.vocabulary import OpeningRole
from linter.structure.sessions import ordinal_value, ordinal_words

_ORDINAL = r"(?:one hundred(?: and)? )?[a-z]+(?:-[a-z]+)?"
_AND = r"(?:, and |, or |, | and | or | to )"
_PREAMBULAR = re.compile(
    rf"(?P<ordinals>{_ORDINAL}(?:{_AND}(?:the )?{_ORDINAL})*) preambular paragraphs?\b(?! ?\d)"
    rf"|\bpreambular paragraphs? (?P<numbers>\d+(?:{_AND}\d+)*)|\bpp\.? ?(?P<short>\d+)\b"
)
_LETTERED = r"\d+(?: ?\([a-z]{1,4}\))*"
_OPERATIVE = re.compile(
    rf"\b(?P<name>operative paragraphs?|paragraphs?|op\.? para(?:s|graphs?)?\.?|op\.?) ?"
    rf"(?P<numbers>{_LETTERED}(?:{_AND}{_LETTERED})*)"
)
_NUMBER = re.compile(r"(\d+)((?: ?\([a-z]{1,4}\))*)|\b(to)\b")
_LETTERS = re.compile(r"\(([a-z]{1,4})\)")
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_QUOTED = re.compile(r'"([^"]*)"')
_ANSWERS = re.compile(
    r"\b(delete|deleting|remove|strike(?: out)?|replace|replacing|change|substitute|after|before|between|"
    r"insert|inserting|add|adding|with|by|to read|reading|read|to)\b"
)
_OLD = ("delete", "deleting", "remove", "strike", "strike out", "replace", "replacing", "change", "after",
        "before", "between")  # fmt: skip
_VERB = re.compile(
    r"\b(?:delet(?:e|ing)|replac(?:e|ing)|insert(?:ing)?|add(?:ing)?|mov(?:e|ing)|merg(?:e|ing)|renumber)\b"
)
_NEW_FOLLOWS = re.compile(r"(?:reading|follows|following(?: [a-z ]+)?|read|text|paragraphs?):\s*$")
_PART = re.compile(
    r"\b(?:(?P<preambular>preamb(?:le|ular)\b|pp\b)|(?P<operative>operative\b|op\b|paragraphs? \d))"
)
_AMENDED = re.compile(r"\bamendments? (?:by .{1,80} )?to (?:the )?(?P<draft>.+)$", re.IGNORECASE)
_SYMBOL = re.compile(r"[A-Z]+(?:/[A-Z0-9][A-Za-z0-9.-]*)+")
_ASKS = re.compile(
    r"\b(?:delete|replace|insert|add|move|merge|change|remove|amend|substitute|strike|reword|modify)\b"
)
_LABEL = re.compile(r"\b(?:op|pp) ?\d")
_MOST = 60

Asked = Literal["delete", "replace", "insert", ""]


@dataclass(frozen=True, slots=True)
class Target:
    """A paragraph that an instruction names, at ``span``: "operative paragraph 3 (b)".

    ``regular`` tells whether it is named as conventions ask: an operative paragraph by its number, a
    preambular one by its ordinal in words.
    """

    role: Literal["preambular", "operative"]
    number: int
    letters: tuple[str, ...]
    span: Span
    regular: bool

    @property
    def name(self) -> str:
        """What to call the paragraph: "operative paragraph 3 (b)", "the third preambular paragraph"."""
        if self.role == "preambular":
            return f"the {ordinal_words(self.number)} preambular paragraph"
        letters = (f"({letter})" for letter in self.letters)
        return " ".join(("operative paragraph", str(self.number), *letters))


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks, without the marks; ``old`` if they stand in the draft that is amended."""

    span: Span
    old: bool


@dataclass(frozen=True, slots=True)
class Instruction:
    """One paragraph of an amendment. ``element`` is its index among the elements of the resolution.

    ``shown`` are the indexes of the elements that follow and give a paragraph in full: the words of the draft
    where ``asked`` is "delete", new ones otherwise.
    """

    element: int
    asked: Asked
    targets: tuple[Target, ...]
    quotations: tuple[Quotation, ...]
    shown: tuple[int, ...]


def instructs(text: str) -> bool:
    """Whether a line asks for a change: of a paragraph, or of words in quotation marks."""
    plain = fold(text)
    return bool(_ASKS.search(plain)) and ("paragraph" in plain or '"' in plain or bool(_LABEL.search(plain)))


def shows(text: str) -> OpeningRole | None:
    """The part of the draft that the paragraphs belong to which an instruction announces, if it says so."""
    plain = fold(text)
    if not _NEW_FOLLOWS.search(plain):
        return None
    named = list(_PART.finditer(_outside(plain, _quotations(plain))))
    if not named:
        return None
    return "preambular" if named[-1]["preambular"] else "operative"


def amended_draft(sponsors: str) -> str:
    """What the line of sponsors says is amended, "draft resolution A/HRC/61/L.3"; "" if it says nothing."""
    match = _AMENDED.search(sponsors)
    return match["draft"].strip() if match else ""


def symbol_of(draft: str) -> str:
    """The symbol in the words for a draft that is amended, or ""."""
    match = _SYMBOL.search(draft)
    return match[0].rstrip(".") if match else ""


def instructions(resolution: Resolution) -> tuple[Instruction, ...]:
    """The instructions of an amendment, in order; none for any other text."""
    if resolution.kind != "amendment":
        return ()
    elements = resolution.elements
    found = []
    for index, element in enumerate(elements):
        if _instructs(element, elements[:index]):
            shown = tuple(_shown(elements, index)) if _NEW_FOLLOWS.search(fold(element.block.text)) else ()
            found.append(_instruction(index, fold(element.block.text), shown))
    return tuple(found)


def _instructs(element: Element, above: tuple[Element, ...]) -> bool:
    below_head = any(one.role in ("sponsors", "title") for one in above)
    text = element.block.text
    return element.role == "other" and element.part is not None and below_head and len(text.split()) > 1


def _shown(elements: tuple[Element, ...], index: int) -> Iterator[int]:
    for place in range(index + 1, len(elements)):
        if elements[place].role not in ("preambular", "operative", "subparagraph"):
            return
        yield place


def _instruction(index: int, text: str, shown: tuple[int, ...]) -> Instruction:
    quotations = tuple(_quotations(text))
    outside = _outside(text, quotations)
    return Instruction(index, _asked(outside), tuple(_targets(outside)), quotations, shown)


def _outside(text: str, quotations: Iterable[Quotation]) -> str:
    """The text with blanks for what is quoted."""
    bare = list(text)
    for quotation in quotations:
        bare[slice(*quotation.span)] = " " * (quotation.span.end - quotation.span.start)
    return "".join(bare)


def _asked(outside: str) -> Asked:
    verb = _VERB.search(outside)
    if verb is None:
        return ""
    return "delete" if verb[0][0] == "d" else "replace" if verb[0][0] == "r" else "insert"


def _quotations(text: str) -> Iterator[Quotation]:
    old, last = False, 0
    for match in _QUOTED.finditer(text):
        words = _ANSWERS.findall(text, last, match.start())
        if words:
            old = words[-1] in _OLD
        last = match.end()
        yield Quotation(Span(*match.span(1)), old)


def _targets(outside: str) -> Iterator[Target]:
    found = [*_preambular(outside), *_operative(outside)]
    yield from sorted(found, key=lambda target: target.span)


def _preambular(outside: str) -> Iterator[Target]:
    for match in _PREAMBULAR.finditer(outside):
        if match["ordinals"]:
            for word in _WORD.finditer(outside, *match.span("ordinals")):
                number = ordinal_value(word[0])
                if number is not None:
                    yield Target("preambular", number, (), Span(*word.span()), True)
            continue
        group = "numbers" if match["numbers"] else "short"
        for token in re.compile(r"\d+").finditer(outside, *match.span(group)):
            yield Target("preambular", figure(token[0]), (), Span(*match.span()), False)


def _operative(outside: str) -> Iterator[Target]:
    for match in _OPERATIVE.finditer(outside):
        if outside[: match.start()].endswith("preambular "):
            continue
        regular = match["name"].startswith("operative")
        upto: int | None = None
        last = 0
        for token in _NUMBER.finditer(outside, *match.span("numbers")):
            if token[3]:
                upto = last
                continue
            number = figure(token[1])
            first = number if upto is None else upto + 1
            span = Span(*token.span()) if regular else Span(*match.span())
            for each in range(first, min(number, first + _MOST) + 1):
                yield Target("operative", each, tuple(_LETTERS.findall(token[2])), span, regular)
            upto, last = None, number
