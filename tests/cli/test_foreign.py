"""Drafts in .doc, .odt and .rtf at the command line: read through LibreOffice, repaired in a Word copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.readers import read
from linter.writers.docx.template import build
from tests.cli.conftest import DRAFT, Resolint
from tests.ooxml import libreoffice
from tests.ooxml.wordfiles import unzipped
from tests.writers.docx.test_comments import commented

COPY = Path("draft.reviewed.docx")
RICH = rb"{\rtf1\ansi {\i The General Assembly},\par}"


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A draft with a slip and a remark, as .rtf and .doc."""
    data = build(read("draft.md", DRAFT.format("red kolor").encode()))
    folder = tmp_path_factory.mktemp("foreign")
    return {name: libreoffice.converted({"draft": data}, folder, name)["draft"] for name in ("rtf", "doc")}


@libreoffice.needed
def test_it_is_checked_like_any_draft_and_found_in_folders(house: Resolint, drafts: dict[str, bytes]) -> None:
    Path("draft.rtf").write_bytes(drafts["rtf"])
    [file] = house("check", "--format", "json", ".").data["files"]
    assert (file["path"], file["format"], file["organ"]) == ("./draft.rtf", "docx", "ga")
    assert {found["rule"] for found in file["diagnostics"]} == {"house-colour", "house-red"}
    assert {found["range"] for found in file["diagnostics"]} == {None}


@libreoffice.needed
@pytest.mark.parametrize(("command", "comments"), [("fix", 0), ("review", 1)])
def test_the_repairs_are_tracked_in_a_word_copy_and_the_draft_stays(
    house: Resolint, drafts: dict[str, bytes], command: str, comments: int
) -> None:
    path = Path("draft.doc")
    path.write_bytes(drafts["doc"])
    assert house(command, path).status == 1
    body = unzipped(COPY.read_bytes())["word/document.xml"].decode()
    assert 'w:author="resolint"' in body
    assert ">kolor</w:delText>" in body
    assert len(commented(COPY.read_bytes())) == comments if comments else "commentReference" not in body
    assert path.read_bytes() == drafts["doc"]
    again = house(command, path)
    assert again.status == 2
    assert "stands there already for this very draft" in again.err
    assert sorted(Path().iterdir()) == [path, COPY]


@libreoffice.needed
def test_it_is_shown_as_markdown(resolint: Resolint, drafts: dict[str, bytes]) -> None:
    Path("draft.rtf").write_bytes(drafts["rtf"])
    heading = "The colours of the house"  # rich text does not tell that it is one
    wanted = DRAFT.format("red kolor").replace(f"## {heading}", f"**{heading}**")
    assert resolint("text", "draft.rtf").out == wanted
    assert "operative       1  Affirms the importance" in resolint("outline", "draft.rtf").out


def test_without_libreoffice_the_others_are_done(house: Resolint, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("draft.rtf").write_bytes(RICH)
    Path("other.md").write_text(DRAFT.format("azure"), "utf-8")
    monkeypatch.setenv("PATH", "")
    assert house("check", "--format", "concise", ".").status == 0
    outcome = house("check", "--format", "json", "draft.rtf", "other.md")
    assert outcome.status == 2
    assert [file["path"] for file in outcome.data["files"]] == ["other.md"]
    [error] = outcome.data["errors"]
    assert error["path"] == "draft.rtf"
    assert "LibreOffice, and that is not installed: install it" in error["message"]
    outcome = house("fix", "draft.rtf")
    assert outcome.status == 2
    assert sorted(path.name for path in Path().iterdir()) == ["draft.rtf", "other.md"]
