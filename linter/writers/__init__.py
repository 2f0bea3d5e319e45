"""From changes to bytes: ``source_edits`` for text formats, ``render`` for all."""

from __future__ import annotations

from collections.abc import Sequence

from linter.model.changes import BlockChange, SourceEdit
from linter.model.document import Document
from linter.model.errors import WriteError
from linter.model.source import Source
from linter.writers.source_edits import apply, source_edits
from linter.writers.source_edits import refusals as source_refusals

__all__ = ["apply_edits", "must_write", "refusals", "render", "source_edits"]


def must_write(source: Source) -> None:
    """Raise WriteError for a format that is only read: PDF."""
    if source.format == "pdf":
        from pathlib import PurePath

        draft = "draft.md" if source.path == "-" else PurePath(source.path).with_suffix(".md")
        offer = f"make a draft of it with `resolint text {source.path} --output {draft}`"
        raise WriteError(f"a PDF is only read: {offer}, and repair that", source.path)


def render(document: Document, changes: Sequence[BlockChange]) -> bytes:
    """The file with the changes made and nothing else touched.

    Raises Refusal when a change cannot be made, WriteError when the file's encoding lacks a character or its
    format is only read.
    """
    must_write(document.source)
    if document.source.format == "docx":
        from linter.writers.docx import render as render_docx

        return render_docx(document, changes)
    return apply_edits(document.source, source_edits(document, changes))


def refusals(
    document: Document, changes: Sequence[BlockChange], *, tracked: bool = True, author: str = "resolint"
) -> dict[int, str]:
    """For each block whose change the source does not allow, the reason; for text formats of one block.

    Of a Word file it matters whether the changes are to be ``tracked``, and who their ``author`` is.
    """
    if document.source.format == "docx":
        from linter.writers.docx import refusals as docx_refusals

        return docx_refusals(document, changes, tracked=tracked, author=author)
    return {} if document.source.format == "pdf" else source_refusals(document, changes)


def apply_edits(source: Source, edits: Sequence[SourceEdit]) -> bytes:
    """The bytes of a text source with sorted edits made, in the encoding of the file.

    Raises WriteError when the encoding lacks a character.
    """
    text = apply(source.text, edits)
    try:
        return text.encode(source.encoding)
    except UnicodeEncodeError as error:
        character = text[error.start]
        message = (
            f"the file is in {source.encoding}, which has no “{character}”; save it as UTF-8 and run again"
        )
        raise WriteError(message, source.path) from error
