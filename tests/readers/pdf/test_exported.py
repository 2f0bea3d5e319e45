"""A Word draft and the PDF that an office program makes of it read alike."""

from __future__ import annotations

from pathlib import Path

from linter.model.resolution import Resolution
from linter.readers import read
from linter.structure import recognise
from linter.tables import vocabulary
from tests.ooxml.libreoffice import converted, needed


def paragraphs(resolution: Resolution) -> list[tuple[str, str, str, list[str], list[str]]]:
    """Role, label, words, italics and marks of each paragraph, with single spaces: a line may have more."""
    return [
        (
            element.role,
            element.label,
            " ".join(element.block.text.split()),
            [
                " ".join(element.block.text[mark.start : mark.end].split())
                for mark in element.block.marks
                if mark.style == "italic"
            ],
            [mark.label for mark in element.block.notes],
        )
        for element in resolution.elements
    ]


@needed
def test_a_word_draft_and_its_pdf_read_alike(root: Path, tmp_path: Path) -> None:
    word = (root / "examples/school-meals.docx").read_bytes()
    printed = converted({"draft": word}, tmp_path, "pdf")["draft"]
    found = [
        recognise(read(name, data), vocabulary()) for name, data in (("a.docx", word), ("a.pdf", printed))
    ]
    assert paragraphs(found[0]) == paragraphs(found[1])
