"""``ending``: the mark that ends a paragraph, by its role and its position."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from linter.checks.base import Hit, Request, Subject, place
from linter.model.diagnostic import Edit, Replace
from linter.model.document import Block
from linter.model.resolution import Element
from linter.model.values import dataclass

Position = Literal["any", "organ", "middle", "last", "chapeau", "item", "last-item", "preambular-item"]
_MARKS = ",;.:"
# White space and marks of direction that a drafter does not see at the end of a line.
_UNSEEN = " \t\u00a0\u202f\u2007\u200b\u200e\u200f\ufeff"
_JOINED = re.compile(r"\s+(?:and|or)$")  # the affair of a rule of its own
_REMARK = re.compile(r"\s+(?:\[[^\][]*\]|\([^()]*\))\Z")  # of negotiators: "[agreed]", "(EU, Mexico)"
_FLATTENED = re.compile(r"(?<=[,;.:])\s?(?:\d{1,3}|\*{1,3})$")  # the mark of a note, flattened
_PARAGRAPHS = ("preambular", "operative", "subparagraph")


@dataclass(frozen=True, slots=True)
class Params:
    """Paragraphs in ``position`` end with ``mark``, or one of ``accept``.

    ``any`` is every paragraph but one that introduces displayed items, a quoted text or a table, which is a
    ``chapeau``. ``middle`` and ``last`` are operative paragraphs with and without another after them; the
    last of a section is neither. ``item``, ``last-item`` and ``preambular-item`` are displayed
    subparagraphs: in the operative part, at the end of a text, in the preamble. ``organ`` is an organ line
    before a preamble.
    """

    mark: str
    position: Position = "any"
    accept: tuple[str, ...] = ()


PLACEHOLDERS = ("found", "expected")


def check(params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each paragraph in the position."""
    positions = subject.once(_positions)
    for element in subject.elements(request.roles):
        position = positions.get(element.block.index)
        if not element.block.text.strip(_UNSEEN):
            continue
        if position == params.position or (params.position == "any" and position != "chapeau"):
            negotiated = subject.resolution.stage == "negotiation"
            yield None if _ends_well(params, element.block, negotiated) else _hit(params, element.block)


def _ends_well(params: Params, block: Block, negotiated: bool) -> bool:
    text = block.text.rstrip(_UNSEEN)
    accepted = (params.mark, *params.accept)
    if text.endswith((*accepted, f"{params.mark}”")) or _ends_with_abbreviation(text, params.mark):
        return True
    brackets = "]" + _UNSEEN if negotiated or "[" in text else _UNSEEN
    while negotiated and (remark := _REMARK.search(text)):
        text = text[: remark.start()]
    return _JOINED.sub("", _FLATTENED.sub("", text.rstrip(brackets))).endswith(accepted)


def _hit(params: Params, block: Block) -> Hit:
    text = block.text.rstrip(_UNSEEN)
    start, last = len(text) - 1, text[-1]
    values = {"found": last if last in _MARKS else text.split()[-1], "expected": params.mark}
    if last in _MARKS:
        edit: Edit = Replace(block.index, start, len(text), params.mark)
        return Hit(place(block, start, len(text)), values, (edit,))
    insert: Edit = Replace(block.index, len(text), len(text), params.mark)
    return Hit(place(block, start, len(text)), values, (insert,), title=f"insert “{params.mark}”")


def _ends_with_abbreviation(text: str, mark: str) -> bool:
    """Whether the full stop of "p.m." stands before the mark that is asked for."""
    return text.endswith((f"p.m{mark}", f"a.m{mark}"))


def _positions(subject: Subject) -> dict[int, Position | None]:
    """The position of each paragraph, subparagraph and organ line by block index; None where it has none."""
    elements = subject.resolution.elements
    parents = {element.parent for element in elements if element.parent is not None and _is_item(element)}
    body = [i for i, element in enumerate(elements) if element.role in (*_PARAGRAPHS, "organ")]
    found: dict[int, Position | None] = {}
    for index, after in zip(body, [*body[1:], None], strict=False):
        element = elements[index]
        following = elements[after] if after is not None and elements[after].part == element.part else None
        if element.role == "organ":
            opens = following is not None and following.role == "preambular"
            found[element.block.index] = "organ" if opens else None
        elif index in parents or _displays(elements, index) or _goes_deeper(element, following):
            found[element.block.index] = "chapeau"
        elif element.role == "subparagraph" and _heads(element, elements[index + 1 : index + 2]):
            found[element.block.index] = None
        elif element.role == "subparagraph" and _acts(element, subject) and _in_preamble(elements, element):
            found[element.block.index] = None  # "(a) Expresses …" below the preamble: operative, if lettered
        else:
            found[element.block.index] = _position(elements, element, following)
    return found


def _heads(element: Element, following: Sequence[Element]) -> bool:
    """Whether "(a) Protection of civilians" stands above paragraphs without a letter, as a heading."""
    text = element.block.text.rstrip(_UNSEEN)
    if not following or text.endswith(tuple(_MARKS)):
        return False
    return following[0].role in ("subparagraph", "other") and following[0].block.label is None


def _acts(element: Element, subject: Subject) -> bool:
    """Whether a subparagraph opens as an operative paragraph does."""
    first = subject.folded(element.block).split(" ", 1)[0]
    return first.endswith("s") and first in subject.opening_verbs()


def _is_item(element: Element) -> bool:
    """Whether a subparagraph is an item of a list, not words that go on after one, a table or an agenda."""
    label = element.block.label
    return element.block.hint == "li" if label is None else label.text.lstrip("(")[:1].islower()


def _goes_deeper(element: Element, following: Element | None) -> bool:
    """Whether the next paragraph is an item of this one ("(i)" after "(a)")."""
    return following is not None and _is_item(following) and following.level > element.level > 0


def _position(elements: Sequence[Element], element: Element, following: Element | None) -> Position | None:
    if element.role == "preambular":
        return "middle"
    if element.role == "subparagraph" and not _is_item(element):
        return None
    if _in_preamble(elements, element):
        return "preambular-item"
    if following is not None and (following.role in ("preambular", "organ") or following.label == "1"):
        return (
            None  # the last of a section, which ends with a semicolon in some texts and a full stop in others
        )
    if element.role == "operative":
        return "middle" if following else "last"
    return "item" if following else "last-item"


def _displays(elements: Sequence[Element], index: int) -> bool:
    """Whether a paragraph that ends in a colon introduces a quoted text, a declaration or a table."""
    element = elements[index]
    following = elements[index + 1] if index + 1 < len(elements) else None
    text = element.block.text.rstrip(_UNSEEN)
    if not text.endswith(":"):
        return False
    if following is None or following.role not in ("preambular", "operative"):
        return following is not None and following.role not in ("adoption", "footnote")
    return following.declaration or following.quoted or text.endswith(("follows:", "following:"))


def _in_preamble(elements: Sequence[Element], element: Element) -> bool:
    while element.parent is not None:
        element = elements[element.parent]
    return element.role == "preambular"
