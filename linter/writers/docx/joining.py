"""Two paragraphs of a Word file made one: the mark between them is deleted, tracked or plainly."""

from __future__ import annotations

from itertools import pairwise

from linter.ooxml.xml import Element, child, get, local
from linter.writers.docx.properties import make
from linter.writers.docx.surgery import parent

_APART = "the two halves stand in different places of the file"
_SECTION = "a section of the document ends between the two halves"
_UNLIKE = "the two halves are set differently: their style, number or indent"
_BEFORE_MARK = ("ins",)  # what the schema has before the deletion of a paragraph's mark
_AFTER_MARK = frozenset({"sectPr", "pPrChange"})


def obstacle(elements: list[Element]) -> str | None:
    """Why these paragraphs cannot be made one, or None."""
    for before, after in pairwise(elements):
        if following(before) is not after:
            return _APART
        if child(child(before, "pPr"), "sectPr") is not None:
            return _SECTION
    return None if _settings(elements[0]) == _settings(elements[-1]) else _UNLIKE


def following(element: Element) -> Element | None:
    """The paragraph or table directly after a paragraph; marks of bookmarks and comments do not count."""
    beside = element.getnext()
    while beside is not None and local(beside) not in ("p", "tbl", "sdt", "customXml", "AlternateContent"):
        beside = beside.getnext()
    return beside


def mark_of(element: Element) -> Element:
    """The ``w:rPr`` of a paragraph's mark, made where there is none."""
    properties = child(element, "pPr")
    if properties is None:
        properties = make(element, "pPr")
        element.insert(0, properties)
    mark = child(properties, "rPr")
    if mark is None:
        mark = make(properties, "rPr")
        last = next((one for one in properties if local(one) in _AFTER_MARK), None)
        if last is None:
            properties.append(mark)
        else:
            last.addprevious(mark)
    return mark


def delete_mark(element: Element, change: Element, author: str) -> bool:
    """Record ``change``, a ``w:del``, on the mark of a paragraph.

    False where the mark is an insertion of the same ``author``, whose deletion leaves no trace.
    """
    mark = mark_of(element)
    inserted = child(mark, "ins")
    if inserted is not None and get(inserted, "author") == author:
        return False
    mark.insert(sum(local(one) in _BEFORE_MARK for one in mark), change)
    return True


def merge(element: Element, rest: Element) -> None:
    """Bring what ``rest`` holds into ``element``, which stands before it, and take ``rest`` out."""
    for one in list(rest):
        if local(one) != "pPr":
            element.append(one)
    parent(rest).remove(rest)


def _settings(paragraph: Element) -> list[tuple[object, ...]]:
    properties = child(paragraph, "pPr")
    return [] if properties is None else [_shape(one) for one in properties if local(one) != "rPr"]


def _shape(element: Element) -> tuple[object, ...]:
    return element.tag, sorted(element.attrib.items()), [_shape(one) for one in element]
