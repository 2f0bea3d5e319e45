"""A PDF that cannot be read is refused with the way out, whatever was done to it, and soon."""

from __future__ import annotations

import importlib.util
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.model.errors import ReadError
from linter.readers import read
from linter.readers.pdf import extraction
from tests.readers.conformance import check_document
from tests.readers.pdf.pdffiles import Set, assembled, column, pdf

DRAFT = pdf(column("*Recalling* its work,", "*Noting* more of it,"))
LOCKED = (
    "/ID[(0123456789abcdef)(0123456789abcdef)]"
    f"/Encrypt<</Filter/Standard/V 1/R 2/Length 40/P -4/O({'o' * 32})/U({'u' * 32})>>"
)
IMAGE = "/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1"
PICTURE = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
    "<</Length 24>>stream\n600 0 0 700 0 0 cm /X Do \nendstream",
    f"<</Type/XObject{IMAGE}>>stream\na\nendstream",
]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (pdf(column("words"), extra=LOCKED), "password"),
        (b"%PDF-1.7\n", "damaged"),
        (DRAFT[: len(DRAFT) // 3], "damaged"),
        (pdf([]), "no text"),
        (assembled(PICTURE), "scan"),
    ],
)
def test_what_cannot_be_read_is_told_with_the_way_out(data: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=said) as refused:
        read("draft.pdf", data)
    assert refused.value.path == "draft.pdf"


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(ReadError, match=r"pip install 'resolint\[pdf\]'"):
        read("draft.pdf", DRAFT)


def test_time_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "SECONDS", 0.001)
    with pytest.raises(ReadError, match="seconds"):
        read("draft.pdf", DRAFT)


def limited(monkeypatch: pytest.MonkeyPatch, folder: Path, limit: str, lower: str) -> None:
    """Let files be read by the same program with a lower limit."""
    program = Path(extraction.__file__).read_text("utf-8")
    assert limit in program
    (folder / "limited.py").write_text(program.replace(limit, lower), "utf-8")
    monkeypatch.setattr(extraction, "__file__", str(folder / "limited.py"))


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    limited(monkeypatch, tmp_path, "1 << 30", "1 << 28")
    packer = zlib.compressobj(9, wbits=-15)
    megabyte = packer.compress(b" " * (1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    content = b"\x78\xda" + megabyte * 400 + b"\x03\x00"
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>"
    stream = f"<</Length {len(content)}/Filter/FlateDecode>>stream\n{content.decode('latin-1')}\nendstream"
    with pytest.raises(ReadError, match="MB"):
        read("draft.pdf", assembled([*PICTURE[:2], page, stream]))


def test_a_file_of_too_many_words_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    limited(monkeypatch, tmp_path, "2_000_000", "20")
    with pytest.raises(ReadError, match="split it"):
        read("draft.pdf", DRAFT)


def test_words_that_stand_nowhere_are_passed_over() -> None:
    lines = column("*Recalling* its work,", "*Noting* more of it,")
    far = [Set(lines[0].x, lines[0].y, "Nowhere", 1e39), *lines]
    assert [block.text for block in read("draft.pdf", pdf(far)).blocks][-1] == "Noting more of it,"


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(DRAFT) - 1), st.integers(0, 255)), min_size=1, max_size=40))
def test_whatever_is_damaged_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    data = bytearray(DRAFT)
    for place, value in changes:
        data[place] = value
    try:
        found = read("draft.pdf", bytes(data), format="pdf")
    except ReadError:
        return
    check_document(found)
