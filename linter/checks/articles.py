"""Articles that are cited of instruments, against the number of articles that those have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from linter.checks.base import Hit, Request, Subject, place
from linter.model.figures import figure
from linter.model.fold import straighten
from linter.model.resolution import Element
from linter.tables.names import instruments

if TYPE_CHECKING:
    from linter.structure.sources import Provision

_NUMBER = re.compile(r"(?<!\()\b(\d+)\b(?!\))")


def paragraphs(_: object, subject: Subject, request: Request) -> Iterator[Element]:
    """The paragraphs that may cite an article."""
    return subject.elements_with(("article",), request.roles, all_text=True)


def judge(_: object, subject: Subject, element: Element) -> Iterator[Hit | None]:
    """One item for each article that is cited of an instrument whose articles are counted."""
    from linter.structure.sources import provisions

    counts, text = _counts(subject.resolution.language), subject.straight(element.block)
    for provision in provisions(text):
        name = _named(text, provision, counts) if provision.what == "article" else ""
        for match in _NUMBER.finditer(text, provision.span.start, provision.at) if name else ():
            if match[1] not in provision.numbers:
                continue
            values = {"found": match[1], "expected": "", "number": name, "last": str(counts[name])}
            there = figure(match[1]) <= counts[name]
            yield None if there else Hit(place(element.block, *match.span()), values)


def _named(text: str, provision: Provision, counts: Mapping[str, int]) -> str:
    """The instrument whose whole title follows; a protocol to it has articles of its own."""
    for name in counts:
        if text.startswith(name, provision.at):
            return name
    return ""


@cache
def _counts(language: str) -> Mapping[str, int]:
    counted = ((straighten(one.name), one.articles) for one in instruments(language) if one.articles)
    return dict(sorted(counted, reverse=True))
