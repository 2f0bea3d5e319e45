"""Paragraphs with their subparagraphs in AKN4UN: of the preamble, the operative part, an annex."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.model.resolution import Element
from linter.writers.akn_elements import Markup, joined
from linter.writers.akn_words import attribute

_UNTOLD = ""


def preamble(elements: Sequence[Element], markup: Markup) -> Iterator[str]:
    """Organ line, preambular paragraphs and headings between them."""
    for head, items in _grouped(elements):
        if head is not None and head.role == "organ" and head.block.label is None and not items:
            name = markup.name("formula")
            opening = f'<formula name="enactingFormula" eId="{name}">'
            yield joined(opening, markup.text(head, told="organ"), "</formula>")
        else:
            kind = attribute(_opening(head) or head.role) if head is not None else "items"
            opening = f'<container name="{kind}" eId="{markup.name("container")}">'
            words = _in_preamble(head, markup) if head is not None else ""
            yield joined(opening, words, _items(items, markup) if items else "", "</container>")


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
        words = markup.text(head, told="subparagraph")
        deeper = _items(below, markup) if below else ""
        written.append(joined("<item>", markup.number(head), words, deeper, "</item>"))
    return joined(f'<blockList eId="{markup.name("blockList")}">', *written, "</blockList>")


def main_body(elements: Sequence[Element], markup: Markup, *, annex: bool = False) -> Iterator[str]:
    """Operative paragraphs with their subparagraphs and headings, or all of an annex."""
    for head, items in _grouped(elements):
        if head is not None and _is_heading(head):
            role = markup.role(head, "annex" if annex else "heading")
            words = f"<subheading{role}>{markup.words(head)}</subheading>"
            opening = f'<paragraph eId="{markup.name("para")}" class="H23">'
            yield joined(markup.comments(head), opening, markup.number(head), words, "</paragraph>")
            head = None  # noqa: PLW2901
        if head is not None or items:
            yield _paragraph(head, items, markup, annex=annex)


def _paragraph(head: Element | None, items: Sequence[Element], markup: Markup, *, annex: bool) -> str:
    """A paragraph with its subparagraphs, or subparagraphs alone."""
    name = markup.name("para")
    words = markup.text(head, told="annex" if annex else _told(head)) if head is not None else ""
    if items:
        intro = joined(f'<intro eId="{name}__intro">', words, "</intro>") if words else ""
        points = _points(items, markup, f"{name}__list")
        inner = joined(f'<list eId="{name}__list">', intro, points, "</list>")
    else:
        inner = joined(f'<content eId="{name}__content">', words, "</content>")
    number = markup.number(head) if head is not None else ""
    return joined(f'<paragraph eId="{name}" class="SingleTxt">', number, inner, "</paragraph>")


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
    for place, (head, below) in enumerate(_levelled(elements), 1):
        point = f"{name}__point_{place}"
        words = joined("<content>", markup.text(head, told="subparagraph"), "</content>")
        written.append(joined(f'<point eId="{point}">', markup.number(head), words, "</point>"))
        if below:
            deeper = _points(below, markup, f"{point}__sublist")
            written.append(joined(f'<sublist eId="{point}__sublist">', deeper, "</sublist>"))
    return joined(*written)


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
