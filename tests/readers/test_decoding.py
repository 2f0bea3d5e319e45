"""Every encoding that is read is written back byte for byte; what is no text is refused in words."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.model.errors import ReadError
from linter.readers import read

DRAFT = "The General Assembly,\r\n\r\nRecalling the “Asunción” declaration – again,\n"
MARKED_BE = codecs.BOM_UTF16_BE + DRAFT.encode("utf-16-be")


@pytest.mark.parametrize(
    "data",
    [
        DRAFT.encode("utf-8"),
        DRAFT.encode("utf-8-sig"),
        codecs.BOM_UTF16_LE + DRAFT.encode("utf-16-le"),
        MARKED_BE,
        DRAFT.encode("utf-16-le"),
        DRAFT.encode("utf-16-be"),
        DRAFT.encode("cp1252"),
    ],
)
def test_the_text_is_read_and_the_bytes_come_back(data: bytes) -> None:
    source = read("draft.txt", data).source
    assert source.text == DRAFT
    assert source.text.encode(source.encoding) == data


@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1),
    st.sampled_from(("utf-8", "utf-8-sig")),
)
def test_any_text_in_utf8_comes_back(text: str, encoding: str) -> None:
    data = (text + "x").encode(encoding)
    source = read("draft.md", data).source
    assert source.text.encode(source.encoding) == data


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        ("\u00a0\u2003\n".encode(), "white space"),
        (b"The General\0Assembly" * 9, "zero bytes"),
        (bytes(range(1, 32)) * 20, "control bytes"),
        (b"caf\x81\x8d", "neither UTF-8, UTF-16 nor Windows-1252"),
        (codecs.BOM_UTF8 + b"caf\xe9", "marked as UTF-8"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x00", "marked as UTF-16"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=said) as caught:
        read("draft.txt", data)
    assert caught.value.path == "draft.txt"


def test_damaged_utf8_is_not_taken_for_windows_1252() -> None:
    data = "One “quotation”\nand\n".encode() + b"one \xe2\x80 more\n"
    with pytest.raises(ReadError, match="damaged") as caught:
        read("draft.txt", data)
    assert caught.value.line == 3


def test_zero_bytes_after_a_mark_are_no_text() -> None:
    with pytest.raises(ReadError, match="what its mark says is UTF-16"):
        read("draft.txt", codecs.BOM_UTF16_LE + "a\0b".encode("utf-16-le"))
