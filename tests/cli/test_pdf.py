"""PDF drafts at the command line: checked and shown, never changed."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.cli.conftest import Resolint
from tests.readers.pdf.pdffiles import Set, column, pdf


@pytest.fixture
def published(resolint: Resolint) -> Path:  # noqa: ARG001
    """A draft with one slip, in the empty folder where the program runs."""
    path = Path("draft.pdf")
    page = [
        Set(123, 734, "United Nations"),
        Set(480, 734, "A/C.3/90/L.7"),
        *column(
            "**Rights of the reader**",
            "*The General Assembly*,",
            "*Recalling* the report of the Secretary-General on “reading”,",
            "1. *Requests* the Secretary General to read;",
            "2. *Decides* to remain seized of the matter.",
        ),
    ]
    path.write_bytes(pdf(page))
    return path


def test_a_pdf_is_checked_and_its_places_are_paragraphs(resolint: Resolint, published: Path) -> None:
    outcome = resolint("check", "--format", "json", published)
    (file,) = outcome.data["files"]
    assert (file["format"], file["symbol"]) == ("pdf", "A/C.3/90/L.7")
    (found,) = [item for item in file["diagnostics"] if "Secretary General" in item["excerpt"]]
    assert (found["range"], found["place"]["text"]) == (None, "operative paragraph 1")
    assert set(found["fix"]["edits"][0]) == {"block", "start", "end", "replacement"}
    told = resolint("check", "--format", "concise", published)
    assert told.out.startswith("draft.pdf: operative paragraph 1: ")


def test_a_pdf_is_found_in_a_folder(resolint: Resolint, published: Path) -> None:
    assert published.is_file()
    assert [file["path"] for file in resolint("check", "--format", "json", ".").data["files"]] == [
        "./draft.pdf"
    ]


def test_outline_and_text_show_a_pdf(resolint: Resolint, published: Path) -> None:
    roles = [
        element["role"] for element in resolint("outline", "--format", "json", published).data["elements"]
    ]
    assert roles == ["masthead", "title", "organ", "preambular", "operative", "operative"]
    assert "1. *Requests* the Secretary General to read;\n" in resolint("text", published).out


@pytest.mark.parametrize("options", [(), ("--diff",), ("--suggested",), ("--output", "fixed.pdf")])
def test_fix_says_that_a_pdf_is_only_read_and_offers_text(
    resolint: Resolint, published: Path, options: tuple[str, ...]
) -> None:
    before = published.read_bytes()
    outcome = resolint("fix", *options, published)
    assert outcome.status == 2
    assert "only read" in outcome.err
    assert "`resolint text draft.pdf --output draft.md`" in outcome.err
    assert published.read_bytes() == before
    assert list(Path().iterdir()) == [published]


def test_the_text_of_a_pdf_from_a_pipe_gets_a_name(
    resolint: Resolint, published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with published.open("rb") as piped:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(piped))
        outcome = resolint("fix", "-")
    assert outcome.status == 2
    assert "`resolint text - --output draft.md`" in outcome.err


def test_fix_passes_over_a_pdf_that_it_finds_in_a_folder(resolint: Resolint, published: Path) -> None:
    outcome = resolint("fix", ".")
    assert outcome.status == 1
    assert "not repaired: a PDF is only read" in outcome.err
    assert published.read_bytes().startswith(b"%PDF")


def test_a_review_needs_a_word_file(resolint: Resolint, published: Path) -> None:
    outcome = resolint("review", published)
    assert outcome.status == 2
    assert "`resolint text draft.pdf --output draft.md`" in outcome.err


def test_a_draft_made_of_a_pdf_can_be_repaired(resolint: Resolint, published: Path) -> None:
    assert resolint("text", published, "--output", "draft.md").status == 0
    assert resolint("fix", "--suggested", "draft.md").status == 0
    assert "the Secretary-General to read;" in Path("draft.md").read_text("utf-8")


def test_a_file_that_is_no_pdf_is_refused(resolint: Resolint) -> None:
    Path("broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    outcome = resolint("check", "broken.pdf")
    assert outcome.status == 2
    assert "broken.pdf: the PDF is damaged" in outcome.err
