"""Word drafts (.docx, .docm, .dotx, .dotm), read as a person sees them with all tracked changes accepted."""

from __future__ import annotations

from linter.model.document import Block, Carries, Directive, Document
from linter.model.source import Source, Span
from linter.ooxml.draft import Draft
from linter.ooxml.package import Package
from linter.ooxml.story import read_draft
from linter.ooxml.xml import children, get, local
from linter.readers.docx.blocks import BlockBuilder

_PREFIX = "resolint:"
_UNREAD = (
    "numbers that Word makes with LISTNUM or AUTONUM fields, and the file does not hold, were not read: {};"
    " type them, or number the paragraphs with a list"
)


def read(data: bytes, path: str) -> Document:
    """The draft in a Word file: header of the first page, body, then its notes.

    ``Source.text`` is the text of all runs in reading order, paragraphs ended by line feeds; macros and
    embedded objects are not touched. Raises ReadError for a file that is encrypted, damaged, enormous or
    not of Word.
    """
    package = Package(data, path)
    draft = read_draft(package)
    blocks = _blocks(draft)
    source = Source(path, "docx", draft.text, data=data)
    directives = _directives(package, draft, blocks)
    carries = Carries(emphasis=True, footnotes=True, numbering=True)
    return Document(source, blocks, carries, directives, _remarks(draft))


def _remarks(draft: Draft) -> tuple[str, ...]:
    return (_UNREAD.format(draft.unread),) if draft.unread else ()


def _blocks(draft: Draft) -> tuple[Block, ...]:
    builder = BlockBuilder(draft)
    blocks: list[Block] = []
    for paragraph in draft.paragraphs:
        if (block := builder.body(len(blocks), paragraph)) is not None:
            blocks.append(block)
    first_note = len(blocks)
    blocks += (builder.note(first_note + index, note) for index, note in enumerate(draft.notes))
    return tuple(builder.linked(block, first_note) for block in blocks)


def _directives(package: Package, draft: Draft, blocks: tuple[Block, ...]) -> tuple[Directive, ...]:
    part = package.related("comments")
    if part is None or not blocks or _PREFIX.encode() not in package.read(part):
        return ()
    found = []
    for comment in children(package.tree(part), "comment"):
        text = "".join(node.text or "" for node in comment.iter() if local(node) == "t").strip()
        anchor = draft.comments.get(get(comment, "id") or "")
        if anchor is None or not text.startswith(_PREFIX):
            continue
        before = next((block.index for block in blocks if anchor.start < block.span.end), blocks[-1].index)
        found.append(Directive(text[len(_PREFIX) :].strip(), before, Span(anchor.start, anchor.end)))
    return tuple(found)
