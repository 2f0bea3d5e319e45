"""Whole drafts reviewed: accepted, rejected, reviewed again, and compared with what came in."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.readers import read
from linter.writers.docx.template import build
from tests.ooxml.wordfiles import unzipped
from tests.writers.docx import slipped
from tests.writers.docx.drafts import shown
from tests.writers.docx.offices import LINTER, geneva, new_york, reviewed
from tests.writers.docx.revisions import accept_all, reject_all
from tests.writers.docx.validity import OURS, invalid_parts


def drafts(root: Path) -> dict[str, bytes]:
    example = root / "examples" / "school-meals.md"
    return {
        "example": build(read(str(example))),
        "new-york": new_york(),
        "geneva": geneva(),
    }


@pytest.mark.parametrize("name", ["example", "new-york", "geneva"])
def test_a_reviewed_draft_holds_both_texts_and_nothing_else_is_touched(root: Path, name: str) -> None:
    data = drafts(root)[name]
    fixed, result = reviewed(data)
    assert len(fixed.made) > 5
    assert shown(read("accepted.docx", accept_all(result))) == shown(fixed.composed)
    assert shown(read("rejected.docx", reject_all(result, "resolint"))) == shown(read("draft.docx", data))
    assert invalid_parts(result) == invalid_parts(data)
    before, after = unzipped(data), unzipped(result)
    assert {part for part in before if before[part] != after[part] and not OURS.fullmatch(part)} == set()
    assert set(after) - set(before) <= {"word/comments.xml"}


@pytest.mark.parametrize("name", ["example", "new-york", "geneva"])
def test_a_second_review_changes_not_a_byte(root: Path, name: str) -> None:
    _, once = reviewed(drafts(root)[name])
    again, twice = reviewed(once)
    assert again.made == ()
    assert twice == once


def test_drafts_full_of_slips_are_reviewed_once_and_hold_both_texts() -> None:
    for name, data in slipped.drafts():
        fixed, once = reviewed(data)
        assert len(fixed.made) > 10, name
        accepted = LINTER.paragraphs(read("accepted.docx", accept_all(once)))
        assert shown(accepted) == shown(fixed.composed), name
        rejected = read("rejected.docx", reject_all(once, "resolint"))
        assert shown(rejected) == shown(read("draft.docx", data)), name
        assert invalid_parts(once) == invalid_parts(data), name
        assert reviewed(once)[1] == once, name


def test_texts_of_the_reference_documents_are_reviewed_once(shared: Path) -> None:
    texts = sorted((shared / "seeds").glob("*.txt"))
    official = sorted((shared / "corpus" / "akn4un" / "GA").glob("*.xml"))[::480]
    assert texts
    for path in [*texts, *official]:
        data = build(read(str(path)))
        fixed, once = reviewed(data)
        accepted = LINTER.recognise(read("accepted.docx", accept_all(once))).document
        assert shown(accepted) == shown(fixed.composed), path.name
        assert shown(read("rejected.docx", reject_all(once, "resolint"))) == shown(read("d.docx", data)), (
            path.name
        )
        assert reviewed(once)[1] == once, path.name
