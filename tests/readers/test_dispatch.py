"""The format is found by content and name, and what cannot be read is refused with the way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.model.errors import ReadError
from linter.model.source import Format
from linter.readers import detect, read

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 64


@pytest.mark.parametrize(
    ("path", "data", "expected"),
    [
        ("a.md", b"x", "markdown"),
        ("A.MARKDOWN", b"x", "markdown"),
        ("a.txt", b"x", "text"),
        ("a", b"x", "text"),
        ("-", b"x", "text"),
        ("a.html", b"x", "html"),
        ("a.txt", b"<!DOCTYPE html><p>x", "html"),
        ("a", b"\n <html lang=en>", "html"),
        ("a.xml", b"<?xml version='1.0'?><akomaNtoso>", "akn4un"),
        ("a", b"<akomaNtoso xmlns='x'>", "akn4un"),
        ("a.xml", b"<html>", "html"),
        ("a.md", b"PK\x03\x04...", "docx"),
        ("a.docx", b"x", "docx"),
        ("a.md", b"%PDF-1.7", "pdf"),
        ("dir.md/name", b"x", "text"),
    ],
)
def test_content_goes_before_name(path: str, data: bytes, expected: Format) -> None:
    assert detect(path, data) == expected


@pytest.mark.parametrize(
    ("path", "data", "said"),
    [
        ("a.doc", OLE, "not a Word file, or it is damaged"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("a.pdf", b"%PDF-1.7", "damaged"),
        ("a.docx", b"", "empty"),
    ],
)
def test_what_is_not_read_is_refused_with_the_way_out(path: str, data: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=said):
        read(path, data)


def test_a_missing_file_a_folder_and_an_unreadable_file_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file"):
        read(str(tmp_path / "missing.md"))
    with pytest.raises(ReadError, match="folder"):
        read(str(tmp_path))
    with pytest.raises(ReadError, match="name of a file"):
        read("a\0b")


def test_a_file_is_read_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text("*Recalling* its resolution,\n", encoding="utf-8")
    document = read(str(path))
    assert document.source.path == str(path)
    assert document.blocks[0].text == "Recalling its resolution,"


@pytest.mark.parametrize(
    "text",
    [
        "*Recalling* its resolution,",
        "**Draft**",
        "_The General Assembly_,",
        "# General Assembly",
        "the report,[^1] and\n\n[^1]: See A/1.",
        "the report,<sup>1</sup> and",
        "<i>Recalling</i> its resolution,",
    ],
)
def test_text_with_emphasis_is_read_as_markdown(text: str) -> None:
    document = read("draft.txt", text.encode())
    assert document.source.format == "markdown"
    assert document.carries.emphasis


@pytest.mark.parametrize(
    "text", ["A/80/L.5* and A/80/L.6*", "*2326235*", "____________", "# 7", "5 * 3 * 2", "a_b_c"]
)
def test_signs_in_plain_text_are_no_emphasis(text: str) -> None:
    document = read("draft.txt", text.encode())
    assert document.source.format == "text"
    assert not document.carries.emphasis
    assert document.blocks[0].text == text


def test_a_format_can_be_forced() -> None:
    assert read("draft.txt", b"plain words", format="markdown").source.format == "markdown"
