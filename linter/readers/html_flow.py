"""Tags made into raw paragraphs: which runs of text stand in one block, and what holds for them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from linter.model.source import Span
from linter.model.values import dataclass, field
from linter.readers.html_css import Sheet, alone, styles
from linter.readers.html_lists import Counter, counter
from linter.readers.html_names import BLOCKS, CARRIED, ENDS, LINES, NOTE_NAME, NOTE_WORDS, VOID
from linter.readers.html_tokens import Token, tokens
from linter.readers.markup_text import Inline, Run

_DIRECTIVE = re.compile(r"\s*resolint:\s*(.*\S)\s*", re.DOTALL)
_DEEPEST = 200


@dataclass(slots=True)
class RawParagraph:
    """The runs of one block and what its surroundings say of it.

    ``tag`` is the innermost block element; ``label`` is the list item's, ``depth`` how many numbered lists it
    stands in.
    """

    runs: list[Run]
    span: Span
    tag: str
    in_header: bool = False
    in_cell: bool = False
    label: str = ""
    depth: int = 0


@dataclass(slots=True)
class Flow:
    """All paragraphs.

    ``anchors`` gives the paragraphs of the element with an identifier (first index and the one after the
    last), ``notes`` those of the elements that hold notes by their name; ``comments`` are directives with the
    index of the paragraph that they stand before.
    """

    paragraphs: list[RawParagraph] = field(default_factory=list)
    anchors: dict[str, tuple[int, int]] = field(default_factory=dict)
    notes: list[tuple[int, int]] = field(default_factory=list)
    comments: list[tuple[str, int, Span]] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class _Element:
    name: str
    block: bool
    first: int
    names: tuple[str, ...]
    notes: bool = False
    inline: Inline | None = None
    counter: Counter | None = None
    label: str = ""


def flow(source: str) -> Flow:
    """Lay out ``source``."""
    layout = _Layout()
    for token in tokens(source):
        layout.take(token)
    layout.finish()
    return layout.result


class _Layout:
    def __init__(self) -> None:
        self.result = Flow()
        self._sheet = Sheet()
        self._stack: list[_Element] = []
        self._within: tuple[Inline, ...] | None = ()
        self._hidden: list[str] = []
        self._runs: list[Run] = []
        self._start: int | None = None
        self._end = 0
        self._owner: _Element | None = None
        self._broken = False

    def take(self, token: Token) -> None:
        if token.kind == "open":
            self._open(token)
        elif token.kind == "close":
            self._close(token)
        elif token.kind == "raw":
            if self._stack and self._stack[-1].name == "style":
                self._sheet.add(token.text)
        elif token.kind == "comment":
            self._comment(token)
        elif not self._hidden:
            self._text(token.text, token.start, token.end)

    def _text(self, text: str, start: int, end: int) -> None:
        run = Run(text, start, end, self._inlines())
        if not run.blank:
            self._reach(start, end)
            self._broken = False
        self._runs.append(run)

    def _reach(self, start: int, end: int) -> None:
        """The block under way extends over ``[start, end)``."""
        if self._start is None:
            self._start = start
        self._end = end

    def _comment(self, token: Token) -> None:
        directive = _DIRECTIVE.fullmatch(token.text)
        if directive and not self._hidden:
            begun = any(not run.blank for run in self._runs)
            place = len(self.result.paragraphs) + begun
            self.result.comments.append((directive[1], place, Span(token.start, token.end)))

    def _open(self, token: Token) -> None:
        name = token.text
        if self._hidden:
            if name == self._hidden[-1]:
                self._hidden.append(name)
        elif name == "br":
            self._line_break(token)
        elif name in VOID:
            if name == "hr":
                self.flush()
        else:
            css = self._sheet.of(name, token.attributes)
            if name == "del" or css.get("display") == "none":
                self._hidden.append(name)
            elif len(self._stack) < _DEEPEST:
                self._push(token, css)

    def _line_break(self, token: Token) -> None:
        innermost = next((element.name for element in reversed(self._stack) if element.block), "")
        if self._broken or innermost not in LINES:
            self.flush()
        elif any(not run.blank for run in self._runs):
            self._runs.append(Run(" ", token.start, token.end, self._inlines()))
            self._broken = True

    def _push(self, token: Token, css: Mapping[str, str]) -> None:
        name, attributes = token.text, token.attributes
        block = name in BLOCKS
        if block:
            self.flush()
            self._imply_ends(name)
        names = tuple(attributes[key] for key in ("id", "name") if attributes.get(key))
        element = _Element(name, block, len(self.result.paragraphs), names)
        element.notes = block and _holds_notes(attributes)
        href = attributes.get("href", "") if name == "a" else ""
        given = styles(name, css)
        if given or href.startswith("#"):
            only = not block and not href and alone(name, attributes, given)
            element.inline = Inline(name, Span(token.start, token.end), given, only, href[1:])
            self._within = None
        if name in ("ol", "ul"):
            element.counter = self._counter(token, css)
        elif name == "li":
            element.label = self._item_label(attributes, css)
        self._stack.append(element)
        if name in LINES or name == "div":
            self._owner, self._start, self._end = element, token.start, token.end
        elif not block:
            self._reach(token.start, token.end)

    def _counter(self, token: Token, css: Mapping[str, str]) -> Counter:
        attributes = token.attributes
        made = self._sheet.item_label(attributes)
        style = css.get("list-style-type", css.get("list-style", "").split(" ")[0])
        start = attributes.get("start", "")
        found = counter(token.text, attributes.get("type", ""), made[1] if made else style, start)
        if made:
            found.before, found.after = made[0], made[2]
        return found

    def _item_label(self, attributes: Mapping[str, str], css: Mapping[str, str]) -> str:
        for element in reversed(self._stack):
            if element.counter:
                return element.counter.label(attributes.get("value", ""), css.get("list-style-type", ""))
        return ""

    def _imply_ends(self, name: str) -> None:
        """End the elements that the start of this one ends without a tag."""
        closing, barrier = ENDS.get(name, (frozenset(), frozenset()))
        for place in range(len(self._stack) - 1, -1, -1):
            element = self._stack[place]
            if element.name == "p" or element.name in closing:
                self._drop(place)
                if element.name != "p":
                    return
            elif element.block and (element.name in barrier or not closing):
                return

    def _close(self, token: Token) -> None:
        name = token.text
        if self._hidden:
            if name == self._hidden[-1]:
                self._hidden.pop()
            return
        for place in range(len(self._stack) - 1, -1, -1):
            if self._stack[place].name == name:
                self._end_element(place, token)
                return
        if name in BLOCKS:
            self.flush()

    def _end_element(self, place: int, token: Token) -> None:
        element = self._stack[place]
        if element.inline:
            element.inline.closing = Span(token.start, token.end)
        if not element.block:
            if self._start is not None:
                self._end = token.end
        elif self._owner is element:
            self._end = token.end
            self.flush()
        else:
            self.flush()
        self._drop(place)

    def _drop(self, place: int) -> None:
        """Take an element off the stack; formatting left open within it goes on, all else ends with it."""
        ended = [element for element in self._stack[place + 1 :] if element.name not in CARRIED]
        carried = [element for element in self._stack[place + 1 :] if element.name in CARRIED]
        for element in (self._stack[place], *ended):
            self._note_extent(element)
        self._stack[place:] = carried
        self._within = None

    def _note_extent(self, element: _Element) -> None:
        """Note which paragraphs an element that ends held."""
        extent = (element.first, max(len(self.result.paragraphs), element.first + 1))
        for name in element.names:
            self.result.anchors.setdefault(name, extent)
        if element.notes:
            self.result.notes.append(extent)

    def finish(self) -> None:
        """End the source."""
        self.flush()
        for element in self._stack:
            self._note_extent(element)

    def _inlines(self) -> tuple[Inline, ...]:
        if self._within is None:
            self._within = tuple(element.inline for element in self._stack if element.inline)
        return self._within

    def flush(self) -> None:
        """End the block under way."""
        if any(not run.blank for run in self._runs):
            blocks = [element for element in self._stack if element.block]
            start = self._start if self._start is not None else self._runs[0].start
            paragraph = RawParagraph(
                self._runs, Span(start, max(self._end, start)), blocks[-1].name if blocks else ""
            )
            paragraph.in_header = any(element.name == "header" for element in blocks)
            paragraph.in_cell = any(element.name in ("td", "th") for element in blocks)
            paragraph.label, paragraph.depth = _take_label(blocks)
            self.result.paragraphs.append(paragraph)
        self._runs = []
        self._start = self._owner = None
        self._broken = False


def _take_label(blocks: list[_Element]) -> tuple[str, int]:
    """The label of the list item that begins here, and how deep in numbered lists it stands."""
    depth = sum(1 for element in blocks if element.name == "ol")
    for element in reversed(blocks):
        if element.name == "li":
            label, element.label = element.label, ""
            return label, depth
    return "", depth


def _holds_notes(attributes: Mapping[str, str]) -> bool:
    """Whether an element is by its name a footnote or a container of them."""
    words = attributes.get("class", "").lower().split() + attributes.get("role", "").lower().split()
    return not NOTE_WORDS.isdisjoint(words) or NOTE_NAME.fullmatch(attributes.get("id", "")) is not None
