"""A report made by hand: what the engine would say of a short draft."""

from __future__ import annotations

from dataclasses import replace

from linter.model.changes import SourceEdit
from linter.model.diagnostic import Replace, SetStyle
from linter.model.report import (
    Context,
    Failure,
    FileReport,
    Finding,
    Position,
    Range,
    Repair,
    Report,
    Where,
)
from linter.model.source import Span

PARAGRAPH = (
    "Requests the Secretary-General to submit to the General Assembly at its eighty-second session a report "
    "on the implementation of the present resolution, including on the measures taken by Member States"
)
OPERATIVE = Context("5.", PARAGRAPH, ((Span(0, 8), "italic"),), ((87, "2"),))


def where(start: int, end: int, *, line: int | None = 31, text: str = "operative paragraph 5") -> Where:
    place = line and Range(Position(1042 + start, line, 4 + start), Position(1042 + end, line, 4 + end))
    return Where("operative", "5", text, None, 17, start, end, place or None)


SEQUENCE = Finding(
    rule="operative-also-missing",
    convention=("seq-operative-same-addressee",),
    severity="warning",
    message="“Requests” opens the paragraph after another “Requests”: write “Also requests”.",
    why="A second paragraph with the same verb is marked.",
    authority="United Nations Editorial Manual",
    section="Resolutions, Drafting and editing",
    where=where(0, 8),
    context=OPERATIVE,
    excerpt="Requests",
    related=(),
    repair=Repair(
        "write “Also requests”",
        "suggested",
        (SourceEdit(1042, 1050, "Also requests"),),
        (Replace(17, 0, 8, "Also requests"),),
        "Also requests",
    ),
)
SPACES = replace(
    SEQUENCE,
    rule="double-space",
    convention=(),
    severity="error",
    message="Two spaces stand between words.",
    section="",
    where=where(71, 73, line=31),
    context=replace(OPERATIVE, text="Requests the report at its seventieth  session, in 2015,", notes=()),
    excerpt="  ",
    repair=Repair(
        "leave one space", "safe", (SourceEdit(1113, 1115, " "),), (Replace(17, 37, 39, " "),), " "
    ),
)
SPACES = replace(SPACES, where=where(37, 39))
ROMAN = replace(
    SEQUENCE,
    rule="opening-roman",
    severity="advice",
    message="Opening words stand in roman in a draft that has italics elsewhere.",
    where=where(0, 8),
    excerpt="Requests",
    related=(*(where(0, 8, text=f"preambular paragraph {n}") for n in (2, 5, 7)), where(0, 3, text="title")),
    repair=None,
)
WORD = replace(
    SEQUENCE,
    where=where(0, 8, line=None),
    repair=Repair(
        "write it so",
        "safe",
        None,
        (Replace(17, 0, 8, "Also requests"), SetStyle(17, 0, 13, "italic", on=True)),
        "Also",
    ),
)

MARKDOWN = FileReport(
    "drafts/water.md", "markdown", "en", "ga", "draft", "A/C.3/80/L.12", (SPACES, SEQUENCE, ROMAN)
)
DOCX = FileReport("water.docx", "docx", "en", "hrc", None, None, (WORD,), suppressed=1, notes=("A remark.",))
REPORT = Report((MARKDOWN, DOCX), (Failure("gone.md", "there is no such file or folder"),))
