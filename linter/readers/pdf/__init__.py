"""PDF drafts: paragraphs, italics and notes, told by where and how the words are set."""

from __future__ import annotations

from bisect import bisect
from collections import Counter

from linter.model.document import Carries, Document, NoteMark
from linter.model.errors import ReadError
from linter.model.source import Source
from linter.model.values import replace
from linter.readers.assembly import Passage, document, number_labels
from linter.readers.loose_notes import loose_notes
from linter.readers.pdf.furniture import sheets
from linter.readers.pdf.hyphens import Hyphens
from linter.readers.pdf.lines import lines
from linter.readers.pdf.pages import Page, read_pages
from linter.readers.pdf.paragraphs import Measure, Paragraph, body, measure, notes
from linter.readers.pdf.scribe import Scribe

_SCAN = (
    "the PDF is a scan: it has pictures of pages and no text; recognise the text first (OCR), or use the"
    " draft itself"
)
_EMPTY = "the PDF has no text; use the draft itself"
_LONGEST_HEADING = 300


def read(data: bytes, path: str) -> Document:
    """The draft in a PDF, without what only its pages carry: running heads, page and job numbers.

    ``Source.text`` is the text in reading order, lines and paragraphs ended by line feeds. Raises ReadError
    for a file without text (a scan), and for one that is encrypted, damaged or enormous.
    """
    pages = read_pages(data, path)
    if not any(page.runs for page in pages):
        raise ReadError(_SCAN if any(page.pictures for page in pages) else _EMPTY, path)
    text, passages = _passages(pages)
    source = Source(path, "pdf", text, data=data)
    looks = {(run.italic, run.bold) for page in pages for run in page.runs}
    passages = [passage for passage in loose_notes(number_labels(passages)) if passage.words.text]
    return _linked(document(source, passages, Carries(len(looks) > 1, True, True), []))


def _passages(pages: list[Page]) -> tuple[str, list[Passage]]:
    """The text as written down, and its paragraphs and notes page by page."""
    written = [page for page in pages if page.runs]
    found = sheets(
        [lines(number, page) for number, page in enumerate(written)], [page.height for page in written]
    )
    measured = measure([sheet.body for sheet in found])
    own, below = body(found, measured), notes(found, measured)
    paragraphs = sorted([*own, *below], key=lambda paragraph: paragraph.lines[0].page)
    hyphens = Hyphens(line for paragraph in paragraphs for line in paragraph.lines)
    scribe = Scribe(hyphens, {paragraph.label for paragraph in paragraphs if paragraph.label})
    passages = []
    for paragraph in paragraphs:
        passage = scribe.passage(paragraph)
        level = _heading_level(paragraph, passage.words.text, measured)
        if level and passage.kind == "paragraph":
            passage.kind, passage.level = "heading", level
        passages.append(passage)
    return scribe.text, passages


def _heading_level(paragraph: Paragraph, text: str, measured: Measure) -> int:
    """Depth of a heading: all set off, short and without a stop; in italics alone it stands at the edge."""
    first = paragraph.lines[0]
    if len(text) > _LONGEST_HEADING or text.endswith((".", ";", ",", "]")):
        return 0
    at_edge = first.left < measured.left + first.size
    if not all(line.bold or (line.styled and at_edge) for line in paragraph.lines):
        return 0
    return 1 if first.size > measured.size + 0.5 else 2


def _linked(found: Document) -> Document:
    """Each mark led to its own note, where labels begin anew: the first to the first, or to the next one."""
    places: dict[str, list[tuple[int, int]]] = {}
    for block in found.blocks:
        if block.kind == "note" and block.label:
            places.setdefault(block.label.text, []).append((block.span.start, block.index))
    if all(len(known) == 1 for known in places.values()):
        return found
    number = Counter(mark.label for block in found.blocks for mark in block.notes)
    seen: Counter[str] = Counter()

    def answered(mark: NoteMark) -> NoteMark:
        known = places.get(mark.label)
        if known is None or mark.source is None:
            return mark
        order, seen[mark.label] = seen[mark.label], seen[mark.label] + 1
        if number[mark.label] != len(known):
            order = min(bisect(known, (mark.source.start, 0)), len(known) - 1)
        return replace(mark, note=known[order][1])

    blocks = (
        replace(block, notes=tuple(map(answered, block.notes))) if block.notes else block
        for block in found.blocks
    )
    return replace(found, blocks=tuple(blocks))
