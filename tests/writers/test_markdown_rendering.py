"""What is written into Markdown is what was meant, and nothing else changes."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from linter.editing.compose import Composition
from linter.model.changes import BlockChange, Refusal
from linter.model.document import Document
from linter.readers import read
from linter.readers.labels import find_label
from linter.writers import render, source_edits
from tests.writers.drafts import drafts, edits, seen


def unchanged(document: Document) -> list[BlockChange]:
    return [BlockChange(block.index, (), block.marks, block.notes) for block in document.blocks]


def is_paragraph(text: str) -> bool:
    """Whether a text can stand as a paragraph's words: no label before it, no white space around it."""
    return text == text.strip() != "" and find_label(text) is None


@given(drafts())
def test_rendering_without_changes_gives_the_same_bytes(text: str) -> None:
    document = read("a.md", text.encode())
    assert source_edits(document, unchanged(document)) == ()
    assert render(document, unchanged(document)) == text.encode()


@settings(max_examples=300)
@given(drafts(), st.data())
def test_a_change_that_is_made_reads_back_as_meant(text: str, data: st.DataObject) -> None:
    document = read("a.md", text.encode())
    composition = Composition.of(document).apply(data.draw(edits(document)))
    assume(all(is_paragraph(block.text) for block in composition.document.blocks))
    try:
        written = render(document, composition.changes())
    except Refusal:
        assume(False)
        return
    assert seen(read("a.md", written)) == seen(composition.document)
