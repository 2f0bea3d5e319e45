"""Paragraphs with their subparagraphs in AKN4UN: of the preamble, the operative part, an annex."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.model.resolution import Element
from linter.writers.akn_elements import Markup
from linter.writers.akn_words import attribute

_UNTOLD = ""


def preamble(elements: Sequence[Element], markup: Markup) -> Iterator[str]:
    """Organ line, preambular paragraphs and headings between them."""
    for head, items in _grouped(elements):
        if head is None:
            name = markup.name("container")
            yield f'<container name="items" eId="{name}">{_items(items, markup)}</container>'
        elif head.role == "organ" and head.block.label is None and not items:
            words = markup.text(head, told="organ")
            yield f'<formula name="enactingFormula" eId="{markup.name("formula")}">{words}</formula>'
        else:
            name = attribute(_opening(head) or head.role)
            words = _in_preamble(head, markup)
            below = _items(items, markup) if items else ""
            yield f'<container name="{name}" eId="{markup.name("container")}">{words}{below}</container>'


def _opening(element: Element) -> str:
    opening = element.opening
    return element.block.text[opening.span.start : opening.span.end] if opening else ""


def _in_preamble(element: Element, markup: Markup) -> str:
    if element.role != "heading" or element.block.label is not None:
        return markup.block(element, told="preambular")
    role = markup.role(element, "heading")
    return f'{markup.comments(element)}<block name="subheading"{role}>{markup.words(element)}</block>'


def _items(elements: Sequence[Element], markup: Markup) -> str:
    """A list in the preamble, deeper ones within their items."""
    written = []
    for head, below in _levelled(elements):
        deeper = _items(below, markup) if below else ""
        words = markup.text(head, told="subparagraph")
        written.append(f"<item>{markup.number(head)}{words}{deeper}</item>")
    return f'<blockList eId="{markup.name("blockList")}">{"".join(written)}</blockList>'


def main_body(elements: Sequence[Element], markup: Markup, *, annex: bool = False) -> Iterator[str]:
    """Operative paragraphs with their subparagraphs and headings, or all of an annex."""
    for head, items in _grouped(elements):
        name = markup.name("para")
        points = _points(items, markup, name) if items else ""
        if head is None:
            yield f'<paragraph eId="{name}"><list eId="{name}__list">{points}</list></paragraph>'
        elif _is_heading(head):
            role = markup.role(head, "annex" if annex else "heading")
            words = f"{markup.number(head)}<subheading{role}>{markup.words(head)}</subheading>"
            yield f'{markup.comments(head)}<paragraph eId="{name}" class="H23">{words}</paragraph>'
            if items:
                rest = markup.name("para")
                yield f'<paragraph eId="{rest}"><list eId="{rest}__list">{points}</list></paragraph>'
        else:
            words = markup.text(head, told="annex" if annex else _told(head))
            inner = (
                f'<list eId="{name}__list"><intro eId="{name}__intro">{words}</intro>{points}</list>'
                if items
                else f'<content eId="{name}__content">{words}</content>'
            )
            yield f'<paragraph eId="{name}" class="SingleTxt">{markup.number(head)}{inner}</paragraph>'


def _is_heading(element: Element) -> bool:
    return element.role == "heading" or (element.role == "annex" and element.block.kind == "heading")


def _told(element: Element) -> str:
    """The role that a paragraph of the operative part has by its number or the italics it opens with."""
    label = element.block.label
    if label is not None:
        return "operative" if label.text[:1].isdigit() else _UNTOLD
    opens = any(mark.start == 0 and mark.style == "italic" for mark in element.block.marks)
    return "operative" if opens else _UNTOLD


def _points(elements: Sequence[Element], markup: Markup, name: str) -> str:
    """The points of a list; deeper ones in a list below the point they belong to."""
    written = []
    for head, below in _levelled(elements):
        words = markup.text(head, told="subparagraph")
        written.append(f"<point>{markup.number(head)}<content>{words}</content></point>")
        if below:
            written.append(f"<sublist>{_points(below, markup, name)}</sublist>")
    return "".join(written)


def _grouped(elements: Sequence[Element]) -> Iterator[tuple[Element | None, list[Element]]]:
    """Each element with the subparagraphs after it; None before subparagraphs that follow nothing."""
    head: Element | None = None
    items: list[Element] = []
    for element in elements:
        if element.role == "subparagraph":
            items.append(element)
            continue
        if head is not None or items:
            yield head, items
        head, items = element, []
    if head is not None or items:
        yield head, items


def _levelled(elements: Sequence[Element]) -> Iterator[tuple[Element, list[Element]]]:
    """Each item with those below it, which have a deeper level than the first of all."""
    level = elements[0].level
    head, below = elements[0], list[Element]()
    for element in elements[1:]:
        if element.level > level:
            below.append(element)
            continue
        yield head, below
        head, below = element, []
    yield head, below
