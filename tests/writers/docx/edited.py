"""Word files as they are after edits, with what must hold in any case."""

from __future__ import annotations

import re

import pytest

from linter.editing.compose import Composition
from linter.model.changes import Refusal
from linter.model.diagnostic import Edit
from linter.readers.docx import read
from linter.writers.docx import Mode, refusals, render
from tests.ooxml.wordfiles import unzipped
from tests.writers.docx.drafts import DATE, shown
from tests.writers.docx.revisions import accept_all, reject_all
from tests.writers.docx.validity import invalid_parts


def body_of(data: bytes) -> str:
    """The body's XML with dates, authors and identifiers left out, for comparing by eye."""
    text = unzipped(data)["word/document.xml"].decode()
    text = text[text.index("<w:body>") + 8 : text.index("</w:body>")]
    return re.sub(r' w:(id|date|author)="[^"]*"| xml:space="preserve"', "", text)


def edited(data: bytes, *edits: Edit, mode: Mode = "tracked") -> bytes:
    """The file with edits made: valid, read as meant, with the draft as it was behind tracked changes."""
    document = read(data, "draft.docx")
    composition = Composition.of(document).apply(edits)
    result = render(document, composition.changes(), mode=mode, date=DATE)
    assert shown(read(result, "result.docx")) == shown(composition.document)
    if mode == "tracked":
        assert shown(read(accept_all(result), "accepted.docx")) == shown(composition.document)
        assert shown(read(reject_all(result, "resolint"), "rejected.docx")) == shown(document)
    assert invalid_parts(result) == invalid_parts(data)
    return result


def refused(data: bytes, *edits: Edit, mode: Mode = "tracked") -> str:
    """Why edits of the first block are refused."""
    document = read(data, "draft.docx")
    changes = Composition.of(document).apply(edits).changes()
    with pytest.raises(Refusal) as caught:
        render(document, changes, mode=mode)
    assert refusals(document, changes, tracked=mode == "tracked") == {0: str(caught.value)}
    return str(caught.value)
