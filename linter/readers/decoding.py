"""From bytes to text: which encoding a draft is in, or why it cannot be read."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from linter.model.errors import ReadError
from linter.model.values import NamedTuple

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\v\f\r")
_SAMPLE = 65536
_UTF16_BE_MARKED = "utf-16-be-sig"


class Decoded(NamedTuple):
    """A text without byte-order mark, and the codec that turns it back into the same bytes."""

    text: str
    encoding: str


def decode(data: bytes, path: str) -> Decoded:
    """Decode a text file: UTF-8, UTF-16 or, for what is neither, Windows-1252.

    Raises ReadError for an empty file, for one that is not text, and for one that is damaged.
    """
    if not data.strip():
        raise ReadError("the file is empty; write or paste the draft into it first", path)
    decoded = _marked(data, path) or _wide(data, path) or _plain(data, path)
    if not decoded.text.strip():
        raise ReadError(
            "the file holds nothing but white space; write or paste the draft into it first", path
        )
    return decoded


def _marked(data: bytes, path: str) -> Decoded | None:
    """Decode what its byte-order mark declares."""
    if data.startswith(codecs.BOM_UTF8):
        return Decoded(_strict(data, "utf-8-sig", "UTF-8", path), "utf-8-sig")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        little = data.startswith(codecs.BOM_UTF16_LE)
        text = _strict(data[2:], "utf-16-le" if little else "utf-16-be", "UTF-16", path)
        if "\0" in text:
            raise _not_text("zero bytes in what its mark says is UTF-16", path)
        return Decoded(text, "utf-16" if little else _UTF16_BE_MARKED)
    return None


def _wide(data: bytes, path: str) -> Decoded | None:
    """Decode UTF-16 without a mark, told by a zero in every other byte."""
    sample = data[: _SAMPLE & ~1]
    if b"\0" not in sample or len(data) % 2:
        return None
    pairs = len(sample) // 2
    for codec, zeros, others in (
        ("utf-16-le", sample[1::2], sample[0::2]),
        ("utf-16-be", sample[0::2], sample[1::2]),
    ):
        if zeros.count(0) * 10 > pairs * 7 and others.count(0) * 20 < pairs:
            return Decoded(_strict(data, codec, "UTF-16", path), codec)
    return None


def _plain(data: bytes, path: str) -> Decoded:
    """Decode a file of single bytes: UTF-8, else Windows-1252."""
    if b"\0" in data:
        raise _not_text("it holds zero bytes", path)
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls * 50 > len(sample):
        raise _not_text("it holds control bytes", path)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _western(data, error, controls > 0, path)


def _western(data: bytes, error: UnicodeDecodeError, controls: bool, path: str) -> Decoded:
    """Decode as Windows-1252 what is not UTF-8 with some damage."""
    sound = data.decode("utf-8", "ignore")
    if sum(character > "\x7f" for character in sound) >= len(data) - len(sound.encode()):
        line = data.count(b"\n", 0, error.start) + 1
        message = "the file is UTF-8, but this line is damaged; repair it or save the file as UTF-8 again"
        raise ReadError(message, path, line) from error
    try:
        text = "" if controls else data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if not text:
        raise _not_text("it is neither UTF-8, UTF-16 nor Windows-1252", path) from error
    return Decoded(text, "cp1252")


def _strict(data: bytes, codec: str, name: str, path: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        message = f"the file is marked as {name} but does not hold it (byte {error.start}); save it as UTF-8"
        raise ReadError(message, path) from error


def _not_text(found: str, path: str) -> ReadError:
    tried = "tried UTF-8, UTF-16 and Windows-1252"
    return ReadError(
        f"not a text file: {found} ({tried}); save the draft as .docx, .md, .html or UTF-8 text", path
    )


def _big_endian_marked(name: str) -> codecs.CodecInfo | None:
    """Codec of UTF-16 with a big-endian mark; Python's own writes the mark of the machine alone."""
    if name.replace("_", "-") != _UTF16_BE_MARKED:
        return None

    def encode(text: str, errors: str = "strict") -> tuple[bytes, int]:
        return codecs.BOM_UTF16_BE + text.encode("utf-16-be", errors), len(text)

    def decode_marked(data: ReadableBuffer, errors: str = "strict") -> tuple[str, int]:
        content = bytes(data)
        return content.decode("utf-16", errors), len(content)

    return codecs.CodecInfo(encode=encode, decode=decode_marked, name=_UTF16_BE_MARKED)


codecs.register(_big_endian_marked)
