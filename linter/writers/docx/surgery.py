"""Cutting the runs of a Word file so that each change stands in runs of its own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from copy import deepcopy

from linter.ooxml.draft import Atom, Paragraph
from linter.ooxml.xml import XML, Element, legal, local, namespace

_PASSING = frozenset({"lastRenderedPageBreak"})
_CHARACTERS = re.compile("([\t\u2011\n])")
_ELEMENTS = {"\t": "tab", "\u2011": "noBreakHyphen", "\n": "br"}


class Piece:
    """A text-bearing node under edit, with the stretch of the draft's text that it shows."""

    __slots__ = ("atom", "end", "node", "paragraph", "start")

    def __init__(self, atom: Atom, node: Element, start: int, end: int, paragraph: Paragraph) -> None:
        self.atom = atom
        self.node = node
        self.start = start
        self.end = end
        self.paragraph = paragraph


class Pieces:
    """All text-bearing nodes of a draft in reading order; found by offset, cut where need be."""

    def __init__(self, paragraphs: Iterable[Paragraph]) -> None:
        self._pieces = [
            Piece(atom, atom.node, atom.start, atom.end, paragraph)
            for paragraph in paragraphs
            for atom in paragraph.atoms
        ]
        self._starts = [piece.start for piece in self._pieces]

    def at(self, offset: int) -> Piece:
        """The piece that shows the character at ``offset``."""
        return self._pieces[max(bisect_right(self._starts, offset) - 1, 0)]

    def within(self, start: int, end: int) -> Iterator[Piece]:
        """The pieces from ``start`` to ``end``, cut at both."""
        self.cut(start)
        self.cut(end)
        index = bisect_right(self._starts, start) - 1
        while index < len(self._pieces) and self._pieces[index].start < end:
            if self._pieces[index].start >= start:
                yield self._pieces[index]
            index += 1

    def cut(self, offset: int) -> None:
        """Make a piece begin at ``offset``."""
        index = max(bisect_right(self._starts, offset) - 1, 0)
        piece = self._pieces[index]
        if not piece.start < offset < piece.end:
            return
        node = piece.node
        text = node.text or ""
        rest = deepcopy(node)
        rest.tail = None
        _set_text(node, text[: offset - piece.start])
        _set_text(rest, text[offset - piece.start :])
        node.addnext(rest)
        self._pieces.insert(index + 1, Piece(piece.atom, rest, offset, piece.end, piece.paragraph))
        self._starts.insert(index + 1, offset)
        piece.end = offset


def _set_text(node: Element, text: str) -> None:
    node.text = text
    if text[:1].isspace() or text[-1:].isspace():
        node.set(f"{{{XML}}}space", "preserve")


def write(run: Element, text: str) -> None:
    """Add ``text`` to a run: tabs, line breaks and no-break hyphens have elements of their own."""
    space = namespace(run)
    for part in filter(None, _CHARACTERS.split(legal(text))):
        node = run.makeelement(f"{{{space}}}{_ELEMENTS.get(part, 't')}")
        if part not in _ELEMENTS:
            _set_text(node, part)
        run.append(node)


def neighbours(nodes: Iterable[Element]) -> list[list[Element]]:
    """``nodes`` grouped by run, as far as only nodes without consequence stand between them."""
    groups: list[list[Element]] = []
    for node in nodes:
        if groups and _follows(groups[-1][-1], node):
            groups[-1].append(node)
        else:
            groups.append([node])
    return groups


def _follows(before: Element, node: Element) -> bool:
    following = before.getnext()
    while following is not None and following is not node and local(following) in _PASSING:
        following = following.getnext()
    return following is node


def isolate(nodes: list[Element]) -> Element:
    """The run that holds ``nodes``, after whatever else it held has gone to copies before and after it."""
    run = parent(nodes[0])
    cut_after(nodes[-1])
    cut_before(nodes[0])
    return run


def cut_after(node: Element) -> Element:
    """Cut the run of ``node`` behind it; the run."""
    run = parent(node)
    rest = list(node.itersiblings())
    if rest:
        following = _emptied(run)
        following.extend(rest)
        run.addnext(following)
    return run


def cut_before(node: Element) -> Element:
    """Cut the run of ``node`` before it; the run, which now begins with it."""
    run = parent(node)
    rest = [one for one in node.itersiblings(preceding=True) if local(one) != "rPr"]
    if rest and any(local(one) not in _PASSING for one in rest):
        before = _emptied(run)
        before.extend(reversed(rest))
        run.addprevious(before)
    return run


def _emptied(run: Element) -> Element:
    """A copy of a run with its properties alone."""
    copy = _like(run)
    if len(run) and local(run[0]) == "rPr":
        copy.append(deepcopy(run[0]))
    return copy


def _like(element: Element) -> Element:
    """An element of the same name and attributes, without content."""
    copy = element.makeelement(element.tag)
    copy.attrib.update(element.attrib)
    return copy


def split_around(element: Element, container: Element) -> Element | None:
    """Cut ``container`` behind its child ``element``; the second half, None where nothing follows."""
    rest = list(element.itersiblings())
    if not rest:
        return None
    half = _like(container)
    half.extend(rest)
    container.addnext(half)
    return half


def parent(node: Element) -> Element:
    """The parent of a node that has one."""
    found = node.getparent()
    if found is None:
        raise ValueError(node.tag)
    return found
