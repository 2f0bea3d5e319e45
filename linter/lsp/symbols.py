"""The structure of a draft as an editor's outline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from lsprotocol import types

from linter.engine.report import in_words
from linter.lsp.reading import Reading
from linter.lsp.text import Text
from linter.model.resolution import Element
from linter.model.source import Span
from linter.model.values import dataclass

_ROOM = 60
_GROUPS = {
    "masthead": "Masthead", "agenda-item": "Masthead", "sponsors": "Masthead", "title": "Masthead",
    "organ": "Preamble", "preambular": "Preamble", "operative": "Operative part",
    "subparagraph": "Operative part", "adoption": "Adoption", "vote": "Adoption", "annex": "Annex",
    "footnote": "Footnotes",
}  # fmt: skip
_KINDS = {
    "title": types.SymbolKind.File,
    "organ": types.SymbolKind.Class,
    "preambular": types.SymbolKind.Property,
    "operative": types.SymbolKind.Method,
    "subparagraph": types.SymbolKind.Field,
    "heading": types.SymbolKind.Namespace,
    "footnote": types.SymbolKind.Constant,
}


@dataclass(slots=True)
class _Node:
    """An element with what hangs on it, or a group of elements."""

    name: str
    detail: str
    kind: types.SymbolKind
    span: Span
    chosen: Span
    children: list[_Node]

    @property
    def reach(self) -> Span:
        """The range of the node with its children."""
        spans = [self.span, *(child.reach for child in self.children)]
        return Span(min(span.start for span in spans), max(span.end for span in spans))


def symbols(reading: Reading) -> list[types.DocumentSymbol]:
    """The outline: the parts of each resolution, their paragraphs, and the subparagraphs of these."""
    return [_symbol(node, reading.text) for node in _outline(reading)]


def flat_symbols(reading: Reading, uri: str) -> list[types.SymbolInformation]:
    """The same as a list, for an editor that shows no tree."""

    def walk(nodes: Sequence[_Node], container: str) -> Iterator[types.SymbolInformation]:
        for node in nodes:
            location = types.Location(uri, reading.text.range(*node.reach))
            yield types.SymbolInformation(location, node.name, node.kind, container_name=container or None)
            yield from walk(node.children, node.name)

    return list(walk(_outline(reading), ""))


def _outline(reading: Reading) -> list[_Node]:
    nodes = _nodes(reading)
    elements = reading.resolution.elements
    tops = [index for index, element in enumerate(elements) if index in nodes and element.parent is None]
    several = len(reading.resolution.parts) > 1
    outline: list[_Node] = []
    for part, indexes in groupby(tops, key=lambda index: elements[index].part if several else None):
        groups = _grouped([(elements[index], nodes[index]) for index in indexes])
        label = reading.resolution.parts[part].label if part is not None else ""
        outline += [_group(f"Part {label}", groups)] if label else groups
    return outline


def _nodes(reading: Reading) -> dict[int, _Node]:
    """A node for each element, hung on its parent; what is no part of the resolution is left out."""
    nodes: dict[int, _Node] = {}
    for index, element in enumerate(reading.resolution.elements):
        if element.role != "other" and element.block.text:
            nodes[index] = _node(element, reading)
            if element.parent in nodes:
                nodes[element.parent].children.append(nodes[index])
    return nodes


def _node(element: Element, reading: Reading) -> _Node:
    block = element.block
    words = " ".join(block.text.split())
    name = words if len(words) <= _ROOM else f"{words[: _ROOM - 1].rstrip()}…"
    if element.role in ("operative", "subparagraph", "footnote") and element.label:
        name = f"{element.label}{'.' if element.label.isdecimal() else ''} {name}"
    kind = _KINDS.get(element.role, types.SymbolKind.String)
    chosen = (
        Span(block.segments[0].source_start, block.segments[0].source_end) if block.segments else block.span
    )
    start, end = block.span
    inside = Span(min(max(chosen.start, start), end), max(min(chosen.end, end), start))
    return _Node(name, in_words(element, reading.resolution), kind, block.span, inside, [])


def _grouped(members: Sequence[tuple[Element, _Node]]) -> list[_Node]:
    """Neighbours of one group under its name; a heading and what it heads stay where they stand."""
    groups: list[_Node] = []
    for name, found in groupby(members, key=lambda member: _GROUPS.get(member[0].role, "")):
        nodes = [node for _, node in found]
        groups += [_group(name, nodes)] if name else nodes
    return groups


def _group(name: str, nodes: list[_Node]) -> _Node:
    first = nodes[0]
    return _Node(name, "", types.SymbolKind.Namespace, first.span, first.chosen, nodes)


def _symbol(node: _Node, text: Text) -> types.DocumentSymbol:
    return types.DocumentSymbol(
        name=node.name,
        kind=node.kind,
        range=text.range(*node.reach),
        selection_range=text.range(*node.chosen),
        detail=node.detail or None,
        children=[_symbol(child, text) for child in node.children],
    )
