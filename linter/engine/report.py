"""From diagnostics to findings: places in words, lines and columns, fixes as edits of the source."""

from __future__ import annotations

from linter.editing.compose import Composition
from linter.engine.outcome import Lint
from linter.model.changes import Refusal, SourceEdit
from linter.model.diagnostic import Diagnostic, Fix, Place, Replace, SetLabel
from linter.model.document import Block
from linter.model.report import (
    Context,
    FileReport,
    Finding,
    Paragraph,
    Position,
    Range,
    Repair,
    Where,
    Whole,
)
from linter.model.resolution import Element, Resolution
from linter.model.source import LineIndex, Span
from linter.model.sourcemap import source_span

_LONGEST = 10_000  # letters of a paragraph: thousands of repairs of a longer one take minutes to work out


def file_report(lint: Lint, *, whole: bool = False, repairs: bool = True) -> FileReport:
    """Everything a reporter prints of one linted document, with ``whole`` the draft itself too, if it is one.

    Working out the ``repairs`` takes most of the time: who only shows the findings can do without.
    """
    resolution = lint.resolution
    source = resolution.document.source
    lines = LineIndex(source.text) if source.has_lines else None
    teller = _Teller(resolution, lines, repairs=repairs)
    return FileReport(
        path=source.path,
        format=source.format,
        language=resolution.language,
        organ=resolution.organ,
        stage=resolution.stage,
        symbol=resolution.symbol or None,
        findings=tuple(teller.finding(diagnostic, lint) for diagnostic in lint.diagnostics),
        suppressed=lint.suppressed,
        notes=lint.notes,
        whole=_whole(resolution) if whole and resolution.is_draft else None,
    )


def _whole(resolution: Resolution) -> Whole:
    source = resolution.document.source
    paragraphs = (
        Paragraph(
            element.block.index,
            element.block.kind,
            element.role,
            in_words(element, resolution),
            element.level,
            _context(element.block),
        )
        for element in resolution.elements
    )
    return Whole(source.text if source.has_lines else "", tuple(paragraphs))


class _Teller:
    """Tells diagnostics of one document in the terms of its reader."""

    def __init__(self, resolution: Resolution, lines: LineIndex | None, *, repairs: bool) -> None:
        self._repairs = repairs
        self._resolution = resolution
        self._document = resolution.document
        self._composition = Composition.of(resolution.document)
        self._lines = lines
        self._elements = {element.block.index: element for element in resolution.elements}

    def finding(self, diagnostic: Diagnostic, lint: Lint) -> Finding:
        rule = lint.rules[diagnostic.rule]
        block = self._document.blocks[diagnostic.place.block]
        return Finding(
            rule=rule.name,
            convention=rule.convention,
            severity=diagnostic.severity,
            message=diagnostic.message,
            why=rule.why,
            authority=rule.authority,
            section=rule.section,
            where=self.where(diagnostic.place),
            context=_context(block),
            excerpt=block.text[diagnostic.place.start : diagnostic.place.end],
            related=tuple(self.where(place) for place in diagnostic.related),
            repair=self._repair(diagnostic.fix),
            document_wide=rule.collapse is not None and bool(diagnostic.related),
            agreed=diagnostic.agreed,
        )

    def where(self, place: Place) -> Where:
        """A place in words and, where the source has lines, in lines."""
        element = self._elements[place.block]
        part = self._resolution.parts[element.part].label if element.part is not None else ""
        return Where(
            role=element.role,
            label=_label(element) or None,
            text=in_words(element, self._resolution),
            part=part or None,
            block=place.block,
            start=place.start,
            end=place.end,
            range=self._range(element.block, place),
        )

    def _range(self, block: Block, place: Place) -> Range | None:
        if self._lines is None:
            return None
        if place.start == place.end and block.label is not None and block.label.source is not None:
            span = block.label.source
        else:
            span = source_span(block, place.start, place.end)
        if span.start == span.end:
            span = _widened(block, span)
        start, end = (Position(offset, *self._lines.position(offset)) for offset in span)
        return Range(start, end)

    def _repair(self, fix: Fix | None) -> Repair | None:
        if fix is None or not self._repairs:
            return None
        if any(len(self._document.blocks[edit.block].text) > _LONGEST for edit in fix.edits):
            return None
        if not all(self._composition.allows(edit) for edit in fix.edits):
            return None
        edits: tuple[SourceEdit, ...] | None = None
        if self._lines is not None:
            from linter.writers import source_edits

            try:
                edits = source_edits(self._document, self._composition.changes_by(fix.edits))
            except Refusal:
                return None
        return Repair(fix.title, fix.safety, edits, fix.edits, _preview(fix))


def _preview(fix: Fix) -> str:
    return fix.edits[0].text if len(fix.edits) == 1 and isinstance(fix.edits[0], Replace | SetLabel) else ""


def _widened(block: Block, span: Span) -> Span:
    """The character before a gap, so that there is something to underline."""
    if span.start > block.span.start:
        return Span(span.start - 1, span.end)
    return Span(span.start, min(span.end + 1, block.span.end))


def _context(block: Block) -> Context:
    return Context(
        label=block.label.text if block.label else "",
        text=block.text,
        styles=tuple((Span(mark.start, mark.end), mark.style) for mark in block.marks),
        notes=tuple((mark.offset, mark.label) for mark in block.notes),
    )


def _label(element: Element) -> str:
    if element.label:
        return element.label
    return str(element.ordinal) if element.role in ("preambular", "operative") and element.ordinal else ""


def in_words(element: Element, resolution: Resolution) -> str:
    """What a drafter calls this place: "operative paragraph 5 (a)", "footnote 2", "title"."""
    label = _label(element)
    if element.role == "subparagraph" and element.parent is not None:
        above = in_words(resolution.elements[element.parent], resolution)
        return f"{above} {label or f'item {element.ordinal}'}"
    if element.role in ("preambular", "operative"):
        return f"{element.role} paragraph {label}".rstrip()
    if element.role in ("subparagraph", "footnote"):
        return f"{element.role} {label}".rstrip()
    if element.role == "other" and resolution.kind == "amendment":
        return f"instruction {label}".rstrip()
    names = {"organ": "organ line", "agenda-item": "agenda item", "adoption": "adoption line"}
    return {**names, "vote": "vote line", "other": "text"}.get(element.role, element.role)
