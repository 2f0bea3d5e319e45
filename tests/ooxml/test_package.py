from __future__ import annotations

import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.model.errors import ReadError
from linter.ooxml import package
from linter.readers.docx import read
from tests.ooxml.wordfiles import p, r, unzipped, word, zipped

DRAFT = word(p(r("Requests the Secretary-General to report;")))


def refused(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        read(data, "draft.docx")
    assert caught.value.path == "draft.docx"
    return caught.value.message


def with_part(name: str, content: bytes) -> bytes:
    return zipped(unzipped(DRAFT) | {name: content})


def without(name: str) -> bytes:
    return zipped({key: content for key, content in unzipped(DRAFT).items() if key != name})


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "the file is empty"),
        (b"just words", "no Word file, whatever its name says"),
        (DRAFT[: len(DRAFT) // 2], "cut short or broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "has a password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old kind (.doc)"),
        (zipped({"readme.txt": b"words"}), "not a Word file but another kind of zip file"),
        (zipped({"META-INF/manifest.xml": b"<m/>"}), "not a Word file but an OpenDocument file"),
        (without("_rels/.rels"), "has no main document part"),
        (with_part("word/document.xml", b"<w:document"), "word/document.xml is not well-formed XML"),
        (
            with_part("word/document.xml", b'<!DOCTYPE d [<!ENTITY e "x">]><d>&e;</d>'),
            "declares a document type",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_sound_word_file_is_refused_with_the_way_out(data: bytes, words: str) -> None:
    message = refused(data)
    assert words in message
    assert message == "the file is empty" or "save" in message


def test_a_workbook_is_named_as_what_it_is() -> None:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    assert "an Excel workbook" in refused(word("", main=kind))


def test_a_broken_part_is_refused() -> None:
    data = bytearray(DRAFT)
    with zipfile.ZipFile(BytesIO(DRAFT)) as source:
        offset = source.getinfo("word/document.xml").header_offset
    data[offset + 80] ^= 0xFF
    assert "word/document.xml cannot be unpacked" in refused(bytes(data))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    out = BytesIO(DRAFT)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as target:
        target.writestr("word/media/image1.bmp", bytes(32 << 20))
    assert "unpacks to 32 MB of repetition" in refused(out.getvalue())


def test_too_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_ENTRIES", 3)
    assert "more than 3" in refused(DRAFT)


def test_a_part_that_is_larger_than_it_says_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_PART", 100)
    assert "unpacks to more than" in refused(DRAFT)


def test_an_encrypted_entry_is_a_password() -> None:
    data = bytearray(DRAFT)
    with zipfile.ZipFile(BytesIO(DRAFT)) as source:
        start = source.start_dir
    data[start + 8] |= 1
    assert "has a password" in refused(bytes(data))


def test_a_part_that_is_packed_otherwise_is_refused() -> None:
    out = BytesIO(DRAFT)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_LZMA) as target:
        target.writestr("word/media/image1.bmp", b"picture")
    assert "image1.bmp is packed in a way that Word does not know" in refused(out.getvalue())


def test_two_parts_of_one_name_are_refused() -> None:
    out = BytesIO(DRAFT)
    with zipfile.ZipFile(out, "a") as target:
        target.writestr("WORD/document.xml", b"<x/>")
    assert "two parts have one name" in refused(out.getvalue())


def test_targets_outside_the_package_are_not_followed() -> None:
    files = unzipped(DRAFT)
    name = "word/_rels/document.xml.rels"
    files[name] = files[name].replace(b'Target="styles.xml"', b'Target="../../styles.xml"')
    assert read(zipped(files), "draft.docx").blocks[0].text == "Requests the Secretary-General to report;"


@pytest.mark.parametrize(
    "main",
    [
        "document.main+xml",
        "template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
@pytest.mark.parametrize("strict", [False, True])
def test_documents_templates_and_files_with_macros_are_read(main: str, strict: bool) -> None:
    document = read(word(p(r("Requests", "<w:i/>"), r(" more;")), main=main, strict=strict), "draft.docm")
    assert document.blocks[0].text == "Requests more;"
    assert [(mark.start, mark.end, mark.style) for mark in document.blocks[0].marks] == [(0, 8, "italic")]


def test_the_main_part_is_found_by_its_relationship() -> None:
    files = unzipped(DRAFT)
    files["word/document2.xml"] = files.pop("word/document.xml")
    files["word/_rels/document2.xml.rels"] = files.pop("word/_rels/document.xml.rels")
    for name in ("_rels/.rels", "[Content_Types].xml"):
        files[name] = files[name].replace(b"document.xml", b"document2.xml")
    assert read(zipped(files), "draft.docx").blocks[0].text == "Requests the Secretary-General to report;"


def test_the_word_files_of_the_secretariat_are_read(shared: Path) -> None:
    files = sorted((shared / "corpus" / "other" / "docx").glob("*.docx"))
    assert files
    for file in files:
        document = read(file.read_bytes(), file.name)
        assert len(document.blocks) > 30, file.name
        for block in document.blocks:
            assert "".join(block.text[one.start : one.end] for one in block.segments) == block.text
            for one in block.segments:
                assert document.source.text[one.source_start : one.source_end].split() == (
                    block.text[one.start : one.end].split()
                )


@given(st.lists(st.tuples(st.integers(0, len(DRAFT) - 1), st.integers(0, 255)), min_size=1, max_size=5))
def test_damage_of_any_kind_is_an_error_that_says_so(damage: list[tuple[int, int]]) -> None:
    data = bytearray(DRAFT)
    for offset, byte in damage:
        data[offset] = byte
    with suppress(ReadError):
        read(bytes(data), "draft.docx")
