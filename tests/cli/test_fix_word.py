from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Resolint

COPY = Path("draft.reviewed.docx")


def word(colour: str, path: str = "draft.docx") -> Path:
    """A Word draft whose one slip, if any, is the word ``colour``."""
    document = docx.Document()
    for runs in (
        [("A/C.3/80/L.12", False)],
        [("The colours of the house", False)],
        [("The General Assembly", True), (",", False)],
        [("Guided", True), (" by the purposes and principles of the Charter of the United Nations,", False)],
        [("1.\t", False), ("Affirms", True), (f" the importance of the {colour} scheme;", False)],
        [("2.\t", False), ("Decides", True), (" to continue its consideration of the matter.", False)],
    ):
        paragraph = document.add_paragraph()
        for text, italic in runs:
            paragraph.add_run(text).italic = italic
    document.save(path)
    return Path(path)


def body(path: Path) -> str:
    return zipfile.ZipFile(path).read("word/document.xml").decode()


def test_the_repairs_are_tracked_changes_in_a_copy(house: Resolint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    path = word("kolor")
    before = path.read_bytes()
    outcome = house("fix", path)
    assert outcome.status == 0
    assert path.read_bytes() == before
    assert str(COPY) in outcome.err
    assert '<w:ins w:id="' in body(COPY)
    assert "<w:delText" in body(COPY)
    assert 'w:author="resolint"' in body(COPY)
    assert 'w:date="2027-01-15T08:00:00Z"' in body(COPY)


def test_the_signature_comes_from_the_settings(house: Resolint) -> None:
    Path("resolint.toml").write_text('[word]\nauthor = "Utopia"\ndate = 2026-11-20\n', "utf-8")
    house("fix", word("kolor"))
    assert 'w:author="Utopia"' in body(COPY)
    assert 'w:date="2026-11-20T00:00:00Z"' in body(COPY)


def test_a_clean_draft_has_no_copy(house: Resolint) -> None:
    assert house("fix", word("azure")).status == 0
    assert not COPY.exists()


def test_clean_edits_when_asked_for(house: Resolint) -> None:
    house("fix", "--accept", "--output", "clean.docx", word("kolor"))
    assert "colour" in body(Path("clean.docx"))
    assert "<w:ins " not in body(Path("clean.docx"))
    assert "<w:del " not in body(Path("clean.docx"))


def test_a_copy_is_written_anew_only_for_a_new_draft(house: Resolint) -> None:
    house("fix", word("kolor"))
    first = COPY.read_bytes()
    outcome = house("fix", "draft.docx")
    assert outcome.status == 2
    assert f"{COPY}: stands there already for this very draft" in outcome.err
    assert COPY.read_bytes() == first
    assert house("fix", word("nicer kolor")).status == 0
    assert "nicer" in body(COPY)


def test_a_copy_that_was_worked_on_is_not_replaced(house: Resolint) -> None:
    house("fix", word("kolor"))
    docx.Document(str(COPY)).save(str(COPY))
    worked_on = COPY.read_bytes()
    outcome = house("fix", word("nicer kolor"))
    assert outcome.status == 2
    assert "has been worked on" in outcome.err
    assert COPY.read_bytes() == worked_on
    assert house("fix", "--force", "draft.docx").status == 0
    assert COPY.read_bytes() != worked_on


def test_a_reviewed_copy_is_no_draft_of_its_own(house: Resolint) -> None:
    house("fix", word("kolor"))
    found = house("check", "--format", "json", ".").data["files"]
    assert [file["path"] for file in found] == ["./draft.docx"]


def test_a_diff_shows_both_as_markdown(house: Resolint) -> None:
    out = house("fix", "--diff", word("kolor")).out
    assert "-1. *Affirms* the importance of the kolor scheme;\n" in out
    assert "+1. *Affirms* the importance of the colour scheme;\n" in out
    assert not COPY.exists()


def test_places_in_word_are_blocks(house: Resolint) -> None:
    [file] = house("check", "--format", "json", word("kolor")).data["files"]
    [found] = file["diagnostics"]
    assert found["range"] is None
    assert found["place"]["text"] == "operative paragraph 1"
    start = len("Affirms the importance of the ")
    assert found["fix"]["edits"] == [{"block": 4, "start": start, "end": start + 5, "replacement": "colour"}]
