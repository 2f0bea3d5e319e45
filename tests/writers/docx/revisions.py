"""Accepting and rejecting tracked changes: for the tests alone, from the standard, without the writer."""

from __future__ import annotations

import re

from lxml import etree

from tests.ooxml.wordfiles import unzipped, zipped

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TEXT_PARTS = re.compile(r"word/(document|footnotes|endnotes|header\d*)\.xml")


def w(name: str) -> str:
    return f"{{{_W}}}{name}"


def accept_all(data: bytes, author: str | None = None) -> bytes:
    """The file with the changes of ``author`` (of everybody, if None) accepted."""
    return _settle(data, author, keep="ins", drop="del")


def reject_all(data: bytes, author: str | None = None) -> bytes:
    """The file with the changes of ``author`` (of everybody, if None) rejected."""
    return _settle(data, author, keep="del", drop="ins")


def _settle(data: bytes, author: str | None, keep: str, drop: str) -> bytes:
    files = unzipped(data)
    for name, content in files.items():
        if _TEXT_PARTS.fullmatch(name):
            root = etree.fromstring(content)
            _settle_part(root, author, keep, drop)
            files[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return zipped(files)


def _settle_part(root: etree._Element, author: str | None, keep: str, drop: str) -> None:
    def changes(kind: str) -> list[etree._Element]:
        return [one for one in root.iter(w(kind)) if author in (None, one.get(w("author")))]

    for change in changes("rPrChange"):
        properties = change.getparent()
        properties.remove(change)
        if drop == "ins":
            properties[:] = list(change[0])
    _settle_marks(changes("del"), deleted=drop == "del")
    for change in changes(drop):
        if change.getparent() is not None:
            change.getparent().remove(change)
    for change in changes(keep):
        if keep == "del" and change.xpath("not(ancestor::w:del)", namespaces={"w": _W}):
            for node in change.iter(w("delText")):
                node.tag = w("t")
        for child in list(change):
            change.addprevious(child)
        change.getparent().remove(change)


def _settle_marks(changes: list[etree._Element], *, deleted: bool) -> None:
    """Deletions of paragraphs' marks: the words go to the head of the next paragraph, or nothing happens."""
    for change in changes:
        paragraph = change.getparent().getparent().getparent()
        if change.getparent().tag != w("rPr") or paragraph.tag != w("p"):
            continue
        change.getparent().remove(change)
        if deleted:
            following = next(paragraph.itersiblings(w("p")))
            at = 1 if following.find(w("pPr")) is not None else 0
            following[at:at] = [one for one in paragraph if one.tag != w("pPr")]
            paragraph.getparent().remove(paragraph)
