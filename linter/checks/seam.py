"""``seam``: a paragraph that the source breaks in two in the middle of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.checks.base import Hit, Request, Subject, place, replacing
from linter.model.diagnostic import Severity
from linter.model.values import dataclass

_WORD_BEFORE = re.compile(r"\S+\Z")
_TITLE = "join the two halves"
_WORD_AFTER = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Params:
    """A paragraph stands in one piece: no end of a paragraph cuts its sentence.

    It takes no parameters. What a page break cuts, with a header or a footer between the halves, is left
    alone.
    """


PLACEHOLDERS = ("found", "expected")


def check(params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:  # noqa: ARG001
    """One item for each paragraph; only advice in texts, which a conversion may have cut page by page."""
    severity: Severity | None = "advice" if subject.document.source.has_lines else None
    for element in subject.elements(request.roles, all_text=True):
        block = element.block
        seams = [segment for segment in block.segments if segment.seam]
        if not seams:
            yield None
        for seam in seams:
            before = _WORD_BEFORE.search(block.text, 0, seam.start)
            after = _WORD_AFTER.search(block.text, seam.end)
            if before is None or after is None:
                continue
            values = {"found": before[0], "expected": after[0]}
            edits = replacing(block, seam.start, seam.end, " ")
            yield Hit(place(block, *before.span()), values, edits, title=_TITLE, severity=severity)
