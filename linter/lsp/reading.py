"""One version of an open draft, read and recognised: what every request asks."""

from __future__ import annotations

from pathlib import Path

from linter.engine.lint import Linter
from linter.engine.outcome import Lint
from linter.engine.report import file_report
from linter.lsp.desk import Desk
from linter.lsp.text import Text
from linter.model.document import Block, Document
from linter.model.errors import ReadError
from linter.model.report import FileReport
from linter.model.resolution import Citation, Element, Resolution
from linter.model.source import Format, Span
from linter.model.sourcemap import source_span
from linter.model.values import dataclass
from linter.readers import read

_MOST = 2_000_000  # an editor opens logs and data too


@dataclass(frozen=True, slots=True)
class Reading:
    """A draft as it is understood. ``document`` is as it was read, before ``resolution`` joined anything."""

    text: Text
    linter: Linter
    document: Document
    resolution: Resolution

    def block_at(self, offset: int) -> Block | None:
        """The block whose words stand at an offset of the text, the shortest if several do."""
        blocks = self.resolution.document.blocks
        found = [block for block in blocks if block.span.start <= offset <= block.span.end]
        return min(found, key=lambda block: block.span.end - block.span.start, default=None)

    def element(self, block: Block) -> Element:
        """What a block is."""
        return self.resolution.elements[block.index]

    def citation_at(self, offset: int) -> Citation | None:
        """The citation whose number or date stands at an offset of the text."""
        block = self.block_at(offset)
        if block is None:
            return None
        place = text_offset(block, offset)
        for citation in self.resolution.citations:
            if citation.block == block.index:
                for span in (citation.span, citation.date_span):
                    if span is not None and span.start <= place <= span.end:
                        return citation
        return None

    def source_of(self, citation: Citation) -> Span:
        """Where the number of a citation stands in the text."""
        return source_span(self.resolution.document.blocks[citation.block], *citation.span)


@dataclass(frozen=True, slots=True)
class Findings:
    """What the rules say of a draft, with the places in terms of its text."""

    reading: Reading
    lint: Lint
    report: FileReport


def understand(text: Text, path: Path, format: Format | None, desk: Desk) -> Reading | None:  # noqa: A002
    """Read and recognise a text; None for what is no draft, far too long for one, or not to be looked at.

    Raises ConfigError, RuleError and ReadError for settings, packs and a base text that are wrong.
    """
    linter = desk.linter(path) if len(text.content) <= _MOST else None
    if linter is None:
        return None
    try:
        document = read(str(path), text.readable.encode(), format=format)
    except ReadError:
        return None
    if not document.source.has_lines or document.source.text != text.readable:
        return None
    resolution = linter.recognise(document)
    return Reading(text, linter, document, resolution) if resolution.is_draft else None


def examine(reading: Reading) -> Findings:
    """Run the rules. The repairs are left out: they take their time, and nobody has asked for them yet."""
    lint = reading.linter.lint_resolution(reading.resolution)
    return Findings(reading, lint, file_report(lint, repairs=False))


def with_repairs(findings: Findings) -> Findings:
    """The same findings with their repairs."""
    return Findings(findings.reading, findings.lint, file_report(findings.lint))


def text_offset(block: Block, source: int) -> int:
    """The offset in a block's text of what stands at ``source``, or of what comes next."""
    for segment in block.segments:
        if source < segment.source_end:
            ahead = max(source - segment.source_start, 0)
            return segment.start + ahead if segment.linear else segment.start
    return len(block.text)
