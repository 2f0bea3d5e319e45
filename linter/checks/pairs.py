"""``pairs``: marks that come in twos: quotation marks, brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import repeat, zip_longest
from typing import Literal

from linter.checks.base import Hit, Look, Request, Subject, place
from linter.model.diagnostic import Edit, Replace
from linter.model.document import Block
from linter.model.resolution import Element
from linter.model.values import dataclass

_OPENERS = " \t\u00a0\u202f([{“‘—–-/\n"


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked.

    ``curly-double`` and ``curly-single``: no straight quotation mark or apostrophe. ``closed``: each
    opening mark of ``marks`` (the opening and the closing one) is closed in its paragraph, and the other
    way about. ``quoted-draft``: each paragraph of a draft that is quoted opens with a quotation mark, and
    only the last is closed.
    """

    require: Literal["curly-double", "curly-single", "closed", "quoted-draft"]
    marks: str = "()"


_ITS = re.compile(r"(?<!\w)[Ii]t's\b")
PLACEHOLDERS = ("found", "expected")


def look(params: Params) -> Look | None:
    """At each mark, curly or straight; pairs may reach over several paragraphs."""
    return Look(_paragraphs, _curly) if params.require in ("curly-double", "curly-single") else None


def _paragraphs(_: Params, subject: Subject, request: Request) -> Iterator[Element]:
    return subject.elements(request.roles, all_text=True)


def check(params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each paragraph with a pair, or of a quoted draft."""
    if params.require == "quoted-draft":
        yield from _quoted_draft(subject, request)
        return
    statement = any(
        element.block.text.startswith(params.marks[0]) for element in subject.elements(("organ",))
    )
    for element in subject.elements(request.roles, all_text=True):
        statement = statement or _begins_quotation(params, element.block.text)
        yield from _closed(params, element.block, statement=statement)


def _quoted_draft(subject: Subject, request: Request) -> Iterator[Hit | None]:
    quoted = [one for one in subject.elements(request.roles, all_text=True) if one.quoted]
    for element, following in zip_longest(quoted, quoted[1:]):
        block, text = element.block, element.block.text
        printed = block.label.text + text if block.label else text
        closed = text.rstrip(",;.: ")
        if not printed.startswith(("“", '"')):
            yield Hit(place(block, 0, len(text.split(maxsplit=1)[0])))
        elif following and following.part == element.part and _closes_itself(closed):
            yield Hit(place(block, len(closed) - 1, len(closed)))
        else:
            yield None


def _closes_itself(text: str) -> bool:
    """Whether the mark that opens a paragraph is closed by the one at its end, and by none before."""
    depth = 0
    for offset, character in enumerate(text):
        depth += (character == "“") - (character == "”")
        if depth == 0:
            return offset == len(text) - 1
    return False


def _begins_quotation(params: Params, text: str) -> bool:
    """Whether a paragraph begins with a quotation mark that it does not close: others go on with it."""
    return params.marks == "“”" and text.startswith("“") and text.count("“") > text.count("”")


def _curly(params: Params, _: Subject, element: Element) -> Iterator[Hit | None]:
    block = element.block
    straight, opening, closing = ('"', "“", "”") if params.require == "curly-double" else ("'", "‘", "’")
    yield from repeat(None, block.text.count(opening) + block.text.count(closing))
    for match in re.finditer(straight, block.text):
        if straight == "'" and _ITS.match(block.text, max(match.start() - 2, 0)):
            continue  # a misspelling, which has a rule of its own
        before = block.text[match.start() - 1 : match.start()]
        expected = opening if not before or before in _OPENERS else closing
        if straight == "'" and re.match(r"'\d\ds?\b", block.text[match.start() :]):
            expected = closing
        edits: tuple[Edit, ...] = (Replace(block.index, match.start(), match.end(), expected),)
        yield Hit(place(block, *match.span()), {"found": straight, "expected": expected}, edits)


def _closed(params: Params, block: Block, *, statement: bool) -> Iterator[Hit | None]:
    """``statement`` tells that a quotation of several paragraphs has begun, which a later one closes."""
    left, right = params.marks[0], params.marks[1]
    if left not in block.text and right not in block.text:
        return
    depth: list[int] = []
    for offset, character in enumerate(block.text):
        if character == left:
            depth.append(offset)
        elif character == right:
            if not depth and statement and not block.text[offset + 1 :].strip(",;."):
                continue
            if not depth and not _is_a_list_letter(block.text, offset):
                yield Hit(place(block, offset, offset + 1), {"found": right, "expected": left})
                return
            if depth:
                depth.pop()
    if depth and not (depth == [0] and statement):
        yield Hit(place(block, depth[-1], depth[-1] + 1), {"found": left, "expected": right})
        return
    yield None


def _is_a_list_letter(text: str, offset: int) -> bool:
    """Whether the bracket closes "a)" or "1)" in running text."""
    return re.search(r"(?:^|\s)(?:[a-z]|[ivx]+|\d{1,2})$", text[:offset]) is not None
