"""``order``: names in a list stand in alphabetical order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from linter.checks.base import Hit, Request, Subject, place, replacing
from linter.model.diagnostic import Edit
from linter.model.document import Block
from linter.model.source import Span
from linter.model.values import dataclass

_JOINED = re.compile(
    r"(?<=Antigua) and (?=Barbuda)|(?<=Bosnia) and (?=Herzegovina)|(?<=Tobago) and "
    r"|(?<=Trinidad) and (?=Tobago)|(?<=Saint Kitts) and (?=Nevis)"
    r"|(?<=Saint Vincent) and (?=the Grenadines)|(?<=Sao Tome) and (?=Principe)"
    r"|(?<=São Tomé) and (?=Príncipe)|(?<=Great Britain) and (?=Northern)"
)
_SEPARATOR = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")
_NAME = re.compile(r"[^\W\d_][^\d]*")
# States and others that are no Member States are listed after all Members.
_LAST = ("state of palestine", "holy see", "european union", "palestine")
# What the list of Member States puts behind the name: "Venezuela (Bolivarian Republic of)".
_BEHIND = re.compile(
    r"^(?:the )?(?:bolivarian republic of|islamic republic of|plurinational state of|federated states of"
    r"|kingdom of the) "
)


@dataclass(frozen=True, slots=True)
class Params:
    """``of``: the names of States in a line of sponsors or of votes."""

    of: Literal["states"]


PLACEHOLDERS = ("found", "expected", "previous")


def check(_params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each list; the first name out of order is the place."""
    for element in subject.elements(request.roles):
        names = listed_names(element.block)
        if len(names) > 1:
            yield _judge(element.block, names)


def listed_names(block: Block) -> list[Span]:
    """The names of States that ``block`` lists, as places; none where it is no list of names."""
    text = _JOINED.sub(lambda match: "_" + match[0][1:-1] + "_", block.text)
    start, end = max(
        _segments(text), key=lambda segment: text.count(",", *segment) + text.count(" and ", *segment)
    )
    found: list[Span] = []
    at = start
    for separator in [*_SEPARATOR.finditer(text, start, end), None]:
        stop = separator.start() if separator else end
        words = text[at:stop].strip(" \t\u00a0*[].;")
        if words:
            if not _NAME.fullmatch(words) or not words[0].isupper():
                return []
            left = text.index(words, at)
            found.append(Span(left, left + len(words)))
        at = separator.end() if separator else end
    return found


def _segments(text: str) -> Iterator[tuple[int, int]]:
    """The parts of a line before and after its colons."""
    start = 0
    for match in re.finditer(":", text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _judge(block: Block, names: list[Span]) -> Hit | None:
    previous = names[0]
    for name in names[1:]:
        before, here = (block.text[slice(*span)] for span in (previous, name))
        if alphabetical_key(here) < alphabetical_key(before):
            values = {"found": here, "expected": "", "previous": before}
            title = "put the names in alphabetical order"
            return Hit(place(block, *name), values, tuple(_sorting(block, names)), title=title)
        previous = name
    return None


def _sorting(block: Block, names: list[Span]) -> Iterator[Edit]:
    """The edits that put each name where it belongs; what stands between them stays."""
    texts = [block.text[slice(*span)] for span in names]
    for span, now, then in zip(names, texts, sorted(texts, key=alphabetical_key), strict=True):
        if now != then:
            yield from replacing(block, span.start, span.end, then)


def alphabetical_key(name: str) -> tuple[bool, str]:
    """What names of sponsors are ordered by: Member States in the alphabet, then others."""
    from unicodedata import combining, normalize

    plain = "".join(c for c in normalize("NFKD", name.lower()) if not combining(c))
    plain = re.sub(r"[^a-z ]", "", plain.replace("-", " ")).strip()
    return plain in _LAST, _BEHIND.sub("", plain)
