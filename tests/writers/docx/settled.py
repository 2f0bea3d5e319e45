"""All tracked changes of a Word file accepted or rejected: for the tests alone, from the standard.

Knows what ``resolint redline`` writes: insertions, deletions, moves, changed looks, changed paragraph
properties, and marks of paragraphs that come and go.
"""

from __future__ import annotations

import re
from typing import Literal

from lxml import etree

from tests.ooxml.wordfiles import unzipped, zipped

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STORIES = re.compile(r"word/(document|footnotes|endnotes|header\d*)\.xml")
_RANGES = ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd")
Outcome = Literal["accepted", "rejected"]
Node = etree._Element


def w(name: str) -> str:
    return f"{{{_W}}}{name}"


def settled(data: bytes, outcome: Outcome) -> bytes:
    files = unzipped(data)
    for name, content in files.items():
        if _STORIES.fullmatch(name):
            root = etree.fromstring(content)
            _Story(root, outcome).settle()
            files[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return zipped(files)


class _Story:
    def __init__(self, root: Node, outcome: Outcome) -> None:
        self.root = root
        accepted = outcome == "accepted"
        self.accepted = accepted
        self.stays = ("ins", "moveTo") if accepted else ("del", "moveFrom")
        self.goes = ("del", "moveFrom") if accepted else ("ins", "moveTo")

    def settle(self) -> None:
        for change in self._all("rPrChange", "pPrChange"):
            self._properties(change)
        for one in self._all(*_RANGES):
            one.getparent().remove(one)
        gone = self._marks()
        for one in self._all(*self.goes):
            if one.getparent() is not None:
                one.getparent().remove(one)
        for one in self._all(*self.stays):
            self._unwrap(one)
        for paragraph in reversed(gone):
            self._join(paragraph)
        assert not self._all(*self.stays, *self.goes)

    def _all(self, *kinds: str) -> list[Node]:
        return [one for kind in kinds for one in self.root.iter(w(kind))]

    def _properties(self, change: Node) -> None:
        properties = change.getparent()
        properties.remove(change)
        if self.accepted:
            return
        kept = (
            [one for one in properties if one.tag in (w("rPr"), w("sectPr"))]
            if change.tag == w("pPrChange")
            else []
        )
        for one in list(properties):
            properties.remove(one)
        properties.extend(list(change[0]) + kept)

    def _marks(self) -> list[Node]:
        """The paragraphs whose marks go; the flags on all marks are taken away."""
        gone = []
        for paragraph in self.root.iter(w("p")):
            for kind in (*self.stays, *self.goes):
                flag = paragraph.find(f"{w('pPr')}/{w('rPr')}/{w(kind)}")
                if flag is not None:
                    flag.getparent().remove(flag)
                    if kind in self.goes:
                        gone.append(paragraph)
        return gone

    def _unwrap(self, change: Node) -> None:
        for node in change.iter(w("delText")):
            node.tag = w("t")
        for node in change.iter(w("delInstrText")):
            node.tag = w("instrText")
        for one in list(change):
            change.addprevious(one)
        change.getparent().remove(change)

    def _join(self, paragraph: Node) -> None:
        """A paragraph without its mark runs on into the next, which gives it its properties."""
        following = next(paragraph.itersiblings(), None)
        while following is not None and following.tag not in (w("p"), w("tbl")):
            following = next(following.itersiblings(), None)
        content = [one for one in paragraph if one.tag != w("pPr")]
        assert following is not None, "the last mark of a story cannot go"
        if following.tag == w("tbl"):
            assert not [one for one in content if one.tag == w("r")], "words cannot run on into a table"
        else:
            at = 0 if following.find(w("pPr")) is None else 1
            following[at:at] = content
        paragraph.getparent().remove(paragraph)
