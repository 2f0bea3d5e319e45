"""A finished report: everything a reporter prints, with nothing left to look up."""

from __future__ import annotations

from linter.model.changes import SourceEdit
from linter.model.diagnostic import Edit, Safety, Severity
from linter.model.document import BlockKind, Style
from linter.model.resolution import Role
from linter.model.source import Format, Span
from linter.model.values import dataclass


@dataclass(frozen=True, slots=True)
class Position:
    """A place in the source: code points from 0, line and column from 1."""

    offset: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Range:
    """A half-open range of the source."""

    start: Position
    end: Position


@dataclass(frozen=True, slots=True)
class Where:
    """A place in the terms of a drafter.

    ``text`` is "operative paragraph 5 (a)", "footnote 2", "title"; ``role``, ``label``, ``part`` are the
    element's ("part" is "A", "B" … or None); ``range`` is None where the source has no lines.
    """

    role: Role
    label: str | None
    text: str
    part: str | None
    block: int
    start: int
    end: int
    range: Range | None


@dataclass(frozen=True, slots=True)
class Context:
    """The text of the block a finding stands in, for showing it: its label, words, styles and note marks.

    ``notes`` are pairs of an offset in ``text`` and the mark's label.
    """

    label: str
    text: str
    styles: tuple[tuple[Span, Style], ...]
    notes: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Repair:
    """A fix ready to be made: for text formats as edits of the source, else as edits of blocks.

    ``preview`` is the repaired words for a person ("Also requests"), empty where there is none to show.
    """

    title: str
    safety: Safety
    source_edits: tuple[SourceEdit, ...] | None
    block_edits: tuple[Edit, ...]
    preview: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One diagnostic with all that is said of it.

    ``authority`` and ``section`` name the source of the convention; ``why`` is its reason;
    ``convention`` lists the entries of the conventions catalogue; ``excerpt`` is the words found.
    ``agreed`` tells whether it stands in agreed language, None where the draft has no base.
    ``document_wide`` marks a slip of the whole draft that is told once, with its places under ``related``.
    """

    rule: str
    convention: tuple[str, ...]
    severity: Severity
    message: str
    why: str
    authority: str
    section: str
    where: Where
    context: Context
    excerpt: str
    related: tuple[Where, ...]
    repair: Repair | None
    document_wide: bool = False
    agreed: bool | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of a draft as a page shows it; ``name`` is what a drafter calls it, ``level`` its depth.

    ``kind`` is the block's ("paragraph", "heading", "note", "cell").
    """

    block: int
    kind: BlockKind
    role: Role
    name: str
    level: int
    context: Context


@dataclass(frozen=True, slots=True)
class Whole:
    """The draft itself, for formats that show it: its source ("" where it has no lines) and paragraphs."""

    source: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class FileReport:
    """The findings of one file, by place and rule. ``notes`` are remarks on the file as a whole.

    ``suppressed`` counts what comments and settings keep silent, ``baselined`` what a baseline does,
    ``unchanged`` what was left out since it stands where nothing has changed.
    ``whole`` is there for the formats that show the draft.
    """

    path: str
    format: Format
    language: str
    organ: str | None
    stage: str | None
    symbol: str | None
    findings: tuple[Finding, ...]
    suppressed: int = 0
    notes: tuple[str, ...] = ()
    baselined: int = 0
    unchanged: int = 0
    whole: Whole | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A file, rule or setting with which the work could not be done."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """A whole run, files in the order given and searched."""

    files: tuple[FileReport, ...]
    failures: tuple[Failure, ...] = ()
