"""``label``: the form of what stands before a paragraph: "1.", "(a)", "(i)"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal

from linter.checks.base import Hit, Request, Subject
from linter.checks.numbering import nth
from linter.model.diagnostic import Edit, Place, SetLabel
from linter.model.document import Label
from linter.model.resolution import Element
from linter.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked of a label.

    ``form``: it looks like ``{}`` in ``like`` set round its number or letters, at ``level`` (0: any), and
    these are of the ``series``; with ``bullet`` it is no bullet or dash. ``present``: another paragraph of
    its section has one, and so has this. ``absent``: there is none. ``alone``: a single paragraph of its
    part, or a single subparagraph of its paragraph, has none. ``negotiated``: none is of the kind PP1, OP3
    or 4 bis. ``spaced``: a space follows it in the source.
    ``asterisk``: notes that begin with ``match`` have asterisks, no number.
    """

    require: Literal["form", "present", "absent", "alone", "negotiated", "spaced", "asterisk"]
    like: str = "{}."
    series: Literal["any", "digit", "letter", "roman", "bullet"] = "any"
    level: int = 0
    match: str = ""


PLACEHOLDERS = ("found", "expected")
_SERIES = {
    "any": re.compile(r".*"),
    "digit": re.compile(r"\d+"),
    "letter": re.compile(r"([a-z])\1?"),
    "roman": re.compile(r"[ivxl]+"),
}


def check(params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each paragraph that the requirement speaks of."""
    counts = Counter(_fellows(element) for element in subject.elements(request.roles))
    numbered = _numbered_sections(subject, request)
    for element in subject.elements(request.roles):
        if params.level and element.level != params.level:
            continue
        if params.require == "form":
            yield from _form(params, element)
        elif params.require == "negotiated":
            yield _negotiated(element)
        elif params.require == "spaced":
            yield from _spaced(element, subject.document.source.text)
        elif params.require == "asterisk":
            yield from _asterisk(params, element)
        elif params.require == "absent" or (
            params.require == "alone" and counts[_fellows(element)] == 1 and not _heads(element)
        ):
            yield _absent(element)
        elif params.require == "present" and element.block.index in numbered:
            yield _present(element)


def _numbered_sections(subject: Subject, request: Request) -> set[int]:
    """The blocks of paragraphs that stand between two headings with numbered ones."""
    sections: list[list[Element]] = [[]]
    for element in subject.elements((*request.roles, "heading", "organ")):
        if element.role in request.roles:
            sections[-1].append(element)
        else:
            sections.append([])
    numbered = (section for section in sections if any(element.block.label for element in section))
    return {element.block.index for section in numbered for element in section}


def _heads(element: Element) -> bool:
    """Whether the label is a capital letter, which heads a section."""
    return element.label[:1].isupper()


def _fellows(element: Element) -> tuple[int | None, int | None, int]:
    """What paragraphs that are counted together have in common."""
    return element.part, element.parent, element.level


def _form(params: Params, element: Element) -> Iterator[Hit | None]:
    label = element.block.label
    if params.series == "bullet":
        yield _bullet(element)
        return
    core = re.search(r"[A-Za-z0-9]+", label.text) if label else None
    if label is None or core is None:
        return
    if params.level and re.fullmatch(r"(?:\d+|[A-Z]+)\.", label.text):
        return  # the items of a programme or an agenda, and headings
    foreign = not _SERIES[params.series].fullmatch(core[0])
    expected = params.like.format(nth(params.series, element.ordinal) if foreign else core[0])
    yield None if label.text == expected else _wrong(element, label, expected, certain=not foreign)


def _bullet(element: Element) -> Hit | None:
    block = element.block
    if block.label is not None and re.search(r"[A-Za-z0-9]", block.label.text):
        return None
    if block.label is None and block.hint != "li":
        return None
    found = block.label.text if block.label else "•"
    return Hit(Place(block.index, 0, min(len(block.text), 1)), {"found": found, "expected": ""})


def _wrong(element: Element, label: Label, expected: str, *, certain: bool) -> Hit:
    """``certain`` tells that the label only lacks the form; its place in a series may be meant otherwise."""
    edits: tuple[Edit, ...] = (SetLabel(element.block.index, expected),) if label.source and certain else ()
    values = {"found": label.text, "expected": expected}
    return Hit(Place(element.block.index, 0, 0), values, edits, title=f"write the label as “{expected}”")


def _asterisk(params: Params, element: Element) -> Iterator[Hit | None]:
    if not re.match(params.match, element.block.text):
        return
    if not re.search(r"\d", element.label):
        yield None
        return
    last = min(len(element.block.text), 1)
    yield Hit(Place(element.block.index, 0, last), {"found": element.label, "expected": "*"})


def _spaced(element: Element, source: str) -> Iterator[Hit | None]:
    label, first = element.block.label, element.block.text[:1]
    if label is None or label.source is None or not source or not first:
        return
    following = source[label.source.end : label.source.end + 1]
    if following not in (first, "*", "_"):
        yield None
        return
    values = {"found": label.text, "expected": label.text}
    yield Hit(Place(element.block.index, 0, 0), values)


def _negotiated(element: Element) -> Hit | None:
    label = element.block.label
    if label is None or not re.search(r"PP|OP|bis|ter|quater|alt", label.text):
        return None
    return Hit(Place(element.block.index, 0, 0), {"found": label.text, "expected": ""})


def _absent(element: Element) -> Hit | None:
    label = element.block.label
    if label is None or not label.text:
        return None
    edits: tuple[Edit, ...] = (SetLabel(element.block.index, ""),) if label.source else ()
    values = {"found": label.text, "expected": ""}
    return Hit(Place(element.block.index, 0, 0), values, edits, title=f"remove the label “{label.text}”")


def _present(element: Element) -> Hit | None:
    if element.block.label is not None:
        return None
    return Hit(Place(element.block.index, 0, min(len(element.block.text), 1)), {"found": "", "expected": ""})
