"""``ending``: the mark that ends a paragraph, by its role and its position."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from linter.checks.base import Hit, Request, Subject, place
from linter.model.diagnostic import Edit, Replace
from linter.model.document import Block
from linter.model.resolution import Element

Position = Literal["any", "middle", "last", "chapeau", "item", "last-item"]
_MARKS = ",;.:"
# White space and marks of direction that a drafter does not see at the end of a line.
_UNSEEN = " \t\u00a0\u202f\u2007\u200b\u200e\u200f\ufeff"


@dataclass(frozen=True, slots=True)
class Params:
    """Paragraphs in ``position`` end with ``mark``, or one of ``accept``.

    ``middle`` and ``last`` are paragraphs with and without another of their role after them in the part;
    ``chapeau`` introduces displayed subparagraphs; ``item`` and ``last-item`` are subparagraphs (the last of
    the last paragraph of a part takes the paragraph's own mark). ``bracketed`` also accepts an ending in
    square brackets, as drafts under negotiation have them.
    """

    mark: str
    position: Position = "any"
    accept: tuple[str, ...] = ()


PLACEHOLDERS = ("found", "expected")


def check(params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each paragraph in the position."""
    positions = _positions(subject)
    for element in subject.elements(request.roles):
        if not element.block.text.strip(_UNSEEN):
            continue
        if params.position != "any" and positions.get(element.block.index) != params.position:
            continue
        if params.position == "any" and positions.get(element.block.index) == "chapeau":
            continue
        yield _judge(params, element.block)


def _judge(params: Params, block: Block) -> Hit | None:
    text = block.text.rstrip(_UNSEEN)
    last = text[-1]
    if last == params.mark or last in params.accept or _ends_with_abbreviation(text, params.mark):
        return None
    start = len(text) - 1
    if last in _MARKS:
        edit: Edit = Replace(block.index, start, len(text), params.mark)
        return Hit(place(block, start, len(text)), {"found": last, "expected": params.mark}, (edit,))
    insert: Edit = Replace(block.index, len(text), len(text), params.mark)
    title = f"insert “{params.mark}”"
    return Hit(
        place(block, start, len(text)), {"found": last, "expected": params.mark}, (insert,), title=title
    )


def _ends_with_abbreviation(text: str, mark: str) -> bool:
    """Whether the full stop of "p.m." stands before the mark that is asked for."""
    return text.endswith((f"p.m{mark}", f"a.m{mark}"))


def _positions(subject: Subject) -> dict[int, Position]:
    """The position of each paragraph and subparagraph, by block index."""
    elements = subject.resolution.elements
    found: dict[int, Position] = {}
    parents = {element.parent for element in elements if element.parent is not None}
    ordered = [
        (index, element)
        for index, element in enumerate(elements)
        if element.role in ("preambular", "operative", "subparagraph")
        and not element.declaration
        and not element.quoted
    ]
    for place_in_order, (index, element) in enumerate(ordered):
        following = ordered[place_in_order + 1][1] if place_in_order + 1 < len(ordered) else None
        if index in parents:
            found[element.block.index] = "chapeau"
        elif element.role == "subparagraph":
            found[element.block.index] = "last-item" if _closes_text(element, following) else "item"
        else:
            found[element.block.index] = "last" if _closes_text(element, following) else "middle"
    return found


def _closes_text(element: Element, following: Element | None) -> bool:
    """Whether the operative part ends here: no paragraph follows in this part."""
    return following is None or following.part != element.part
