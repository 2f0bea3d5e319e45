"""Ways to plant a slip: each looks at a regular text and yields the changes of its source that make one slip.

A change is given in the source, so that what is planted is what a person would have typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from linter.model.document import Block
from linter.model.fold import straighten
from linter.model.resolution import Element, Resolution, Role
from linter.model.sourcemap import source_span

TEXT: tuple[Role, ...] = ("preambular", "operative", "subparagraph")


@dataclass(frozen=True, slots=True)
class Change:
    """``source[start:end]`` becomes ``text``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A regular text, as read; ``number`` tells it from others."""

    number: int
    source: str
    resolution: Resolution

    def elements(self, *roles: Role) -> Iterator[Element]:
        """Elements of these roles that follow the conventions of resolutions."""
        for element in self.resolution.elements:
            if element.role in roles and not (element.declaration or element.quoted):
                yield element

    def paragraphs(self, role: Role) -> list[Element]:
        """The same of one role, as a list."""
        return list(self.elements(role))


Slip = tuple[Change, ...]
Planter = Callable[[Text], Iterable[Slip]]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of slip.

    ``restorable``: from the slip alone it is plain what should stand. ``anywhere``: the finding may stand in
    another paragraph.
    """

    name: str
    expected: tuple[str, ...]
    plant: Planter
    restorable: bool = True
    anywhere: bool = False


def planted(source: str, slip: Slip) -> str:
    """The text with the slip in it."""
    for change in sorted(slip, key=lambda change: change.start, reverse=True):
        source = source[: change.start] + change.text + source[change.end :]
    return source


def put(block: Block, start: int, end: int, text: str) -> Iterator[Change]:
    """The change that puts ``text`` in the place of ``[start, end)``, unless delimiters stand there."""
    span = source_span(block, start, end)
    if span.end - span.start == end - start:
        yield Change(span.start, span.end, text)


def words(right: str, wrong: str | Callable[[re.Match[str]], str], *roles: Role) -> Planter:
    """Words that match ``right`` (plain spaces, straight quotes) become ``wrong``, a template or a function.

    Words in quotation marks, whose form is another's, and words half italic are left alone.
    """
    expression = re.compile(right)

    def plant(text: Text) -> Iterator[Slip]:
        for element in text.elements(*(roles or TEXT)):
            plain = straighten(element.block.text)
            for match in expression.finditer(plain):
                if plain.count('"', 0, match.start()) % 2 == 0:
                    text_now = match.expand(wrong) if isinstance(wrong, str) else wrong(match)
                    yield from each(put(element.block, *match.span(), text_now))

    return plant


def quotation(wrong: str, follows: str = "") -> Planter:
    """A closing quotation mark, with what ``follows`` it, becomes ``wrong``."""

    def plant(text: Text) -> Iterator[Slip]:
        for element in text.elements(*TEXT):
            for match in re.finditer("”" + follows, element.block.text):
                yield from each(put(element.block, *match.span(), wrong))

    return plant


def each(changes: Iterable[Change]) -> Iterator[Slip]:
    """Each change as a slip of its own."""
    return ((change,) for change in changes)


def either(*planters: Planter) -> Planter:
    """Any of several forms of one slip."""
    return lambda text: (slip for planter in planters for slip in planter(text))


def ending(role: Role, mark: str, wrong: str, *, last: bool | None = None) -> Planter:
    """The ``mark`` that ends paragraphs of a role becomes ``wrong``; in the last one only, or in others."""

    def plant(text: Text) -> Iterator[Slip]:
        elements = text.paragraphs(role)
        for number, element in enumerate(elements, 1):
            block = element.block
            if block.text.endswith(mark) and last in (None, number == len(elements)):
                yield from each(put(block, len(block.text) - len(mark), len(block.text), wrong))

    return plant


def chapeau(wrong: str) -> Planter:
    """The colon before displayed subparagraphs becomes ``wrong``."""

    def plant(text: Text) -> Iterator[Slip]:
        for element, following in pairwise(text.resolution.elements):
            block = element.block
            if element.role == "operative" and following.role == "subparagraph" and block.text.endswith(":"):
                yield from each(put(block, len(block.text) - 1, len(block.text), wrong))

    return plant


def label(role: Role, change: Callable[[str], str | None]) -> Planter:
    """The label of a paragraph becomes what ``change`` makes of it, None for nothing."""

    def plant(text: Text) -> Iterator[Slip]:
        for element in text.elements(role):
            mark = element.block.label
            wrong = change(mark.text) if mark else None
            if mark and mark.source and wrong is not None and wrong != mark.text:
                yield (Change(*mark.source, wrong),)

    return plant


def labelled(role: Role, wrong: str) -> Planter:
    """A paragraph without a label gets one."""

    def plant(text: Text) -> Iterator[Slip]:
        for element in text.elements(role):
            if element.block.label is None:
                yield (Change(element.block.span.start, element.block.span.start, wrong),)

    return plant


def shifted(by: int) -> Callable[[str], str | None]:
    """A label counted wrongly: "5." becomes "6.", "(c)" becomes "(d)"; the first one stays."""

    def change(found: str) -> str | None:
        if match := re.fullmatch(r"(\d+)\.", found):
            return f"{int(match[1]) + by}." if int(match[1]) + by > 0 and match[1] != "1" else None
        if match := re.fullmatch(r"\(([b-y])\)", found):
            return f"({chr(ord(match[1]) + by)})" if match[1] not in "ivx" else None
        return None

    return change


def formed(pattern: str, wrong: str) -> Callable[[str], str | None]:
    """A label of another form."""
    return lambda found: re.sub(pattern, wrong, found) if re.fullmatch(pattern, found) else None
