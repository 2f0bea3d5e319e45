"""A Word file with all its tracked changes accepted: what a person sees, without the history."""

from __future__ import annotations

from collections.abc import Iterator

from linter.ooxml.package import Package
from linter.ooxml.repack import repacked, serialised
from linter.ooxml.xml import Element, child, local, namespace

_PARTS = frozenset({"footnotes", "endnotes", "header", "footer"})
_UNWRAPPED = frozenset({"ins", "moveTo"})
_TAKEN_OUT = frozenset({
    "del", "moveFrom", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange",
    "tcPrChange", "tblPrExChange", "numberingChange", "cellIns", "cellMerge",
    "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
})  # fmt: skip
_PROPERTIES = frozenset({"rPr", "trPr", "tcPr", "numPr"})


def settled(data: bytes, path: str) -> bytes:
    """The file with every tracked change accepted; the same bytes where there is none. Raises ReadError."""
    package = Package(data, path)
    changed = {}
    for part in _text_parts(package):
        root = package.tree(part)
        if _settle(root):
            changed[package.name(part)] = serialised(root, package.read(part))
    return repacked(package, changed)


def _text_parts(package: Package) -> Iterator[str]:
    yield package.main
    for relationship in package.relationships(package.main):
        if relationship.kind in _PARTS and package.has(relationship.target):
            yield relationship.target


def _settle(root: Element) -> bool:
    """Accept the changes in one part; whether there were any."""
    found = [one for one in root.iter() if local(one) in _UNWRAPPED | _TAKEN_OUT | {"cellDel"}]
    for element in _places_deleted(found):
        _take_out(element)
    for paragraph in _marks_deleted(found):
        _join_to_next(paragraph)
    for element in found:
        holder = element.getparent()
        if holder is None:
            continue
        if local(element) in _UNWRAPPED and local(holder) not in _PROPERTIES:
            for one in list(element):
                element.addprevious(one)
        _take_out(element)
    return bool(found)


def _places_deleted(found: list[Element]) -> Iterator[Element]:
    """The rows and cells of tables that are deleted."""
    for element in found:
        holder = element.getparent()
        row = holder is not None and local(holder) == "trPr" and local(element) == "del"
        if (row or local(element) == "cellDel") and holder is not None:
            place = holder.getparent()
            if place is not None:
                yield place


def _marks_deleted(found: list[Element]) -> list[Element]:
    """The paragraphs whose marks are deleted or moved away, from the last to the first."""
    paragraphs = []
    for element in found:
        mark = element.getparent()
        properties = None if mark is None else mark.getparent()
        paragraph = None if properties is None else properties.getparent()
        in_mark = properties is not None and local(properties) == "pPr"
        if in_mark and local(element) in ("del", "moveFrom") and paragraph is not None:
            paragraphs.append(paragraph)
    return paragraphs[::-1]


def _join_to_next(paragraph: Element) -> None:
    """Bring what a paragraph holds to the head of the next, whose mark and properties both then have."""
    following = next(paragraph.itersiblings(f"{{{namespace(paragraph)}}}p"), None)
    if following is None:
        return
    at = 0 if child(following, "pPr") is None else 1
    following[at:at] = [one for one in paragraph if local(one) != "pPr"]
    _take_out(paragraph)


def _take_out(element: Element) -> None:
    holder = element.getparent()
    if holder is not None:
        holder.remove(element)
