"""A package written anew with some parts changed: all else is copied byte for byte, still compressed."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

from lxml import etree

from linter.ooxml.package import Package
from linter.ooxml.xml import Element

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_HAS_DESCRIPTOR = 1 << 3
_UTF8 = 1 << 11
_DEFLATE_LEVEL = 6


def serialised(root: Element, original: bytes) -> bytes:
    """An XML part as bytes, with the declaration that it came with."""
    body = etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=False)
    head = (
        original[: original.find(b"?>") + 2] if original.lstrip(b"\xef\xbb\xbf").startswith(b"<?xml") else b""
    )
    after = original[len(head) : len(head) + 2]
    gap = after[: len(after) - len(after.lstrip(b"\r\n"))]
    if b"utf-8" not in head.lower():
        head, gap = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>', b"\n"
    return head + gap + body


def repacked(package: Package, changed: Mapping[str, bytes]) -> bytes:
    """The package with the parts in ``changed`` replaced, or added at its end where they are new.

    The order, the dates and the compressed bytes of all other entries stay as they are.
    """
    if not changed:
        return package.data
    out = bytearray()
    directory = bytearray()
    left = dict(changed)
    for info in package.entries:
        new = left.pop(info.filename, None)
        packed = _packed(package.data, info) if new is None else b""
        _write(out, directory, info, packed, new)
    for name, content in left.items():
        info = ZipInfo(name)
        info.compress_type = ZIP_DEFLATED
        _write(out, directory, info, b"", content)
    count = len(package.entries) + len(left)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), len(out), 0)
    return bytes(out + directory + end)


def _packed(data: bytes, info: ZipInfo) -> bytes:
    """The compressed bytes of an entry."""
    fields = _LOCAL.unpack_from(data, info.header_offset)
    start = info.header_offset + _LOCAL.size + fields[9] + fields[10]
    return data[start : start + info.compress_size]


def _write(out: bytearray, directory: bytearray, info: ZipInfo, packed: bytes, content: bytes | None) -> None:
    """Append one entry: its compressed bytes as they are, or new content."""
    method = info.compress_type
    if content is not None:
        method = ZIP_STORED if method == ZIP_STORED else ZIP_DEFLATED
        crc, size = zlib.crc32(content), len(content)
        packed = _deflated(content) if method == ZIP_DEFLATED else content
    else:
        crc, size = info.CRC, info.file_size
    flags = info.flag_bits & ~_HAS_DESCRIPTOR
    name = info.filename.encode("utf-8" if flags & _UTF8 else "cp437", "replace")
    if not flags & _UTF8 and not info.filename.isascii():
        name, flags = info.filename.encode(), flags | _UTF8
    year, month, day, hour, minute, second = info.date_time
    date = (year - 1980) << 9 | month << 5 | day
    time = hour << 11 | minute << 5 | second // 2
    version = max(info.extract_version, 20)
    offset = len(out)
    out += _LOCAL.pack(
        b"PK\x03\x04", version, flags, method, time, date, crc, len(packed), size, len(name), 0
    )
    out += name + packed
    made_by = info.create_version | info.create_system << 8
    directory += _CENTRAL.pack(
        b"PK\x01\x02", made_by, version, flags, method, time, date, crc, len(packed), size,
        len(name), 0, 0, 0, info.internal_attr, info.external_attr, offset,
    )  # fmt: skip
    directory += name


def _deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(_DEFLATE_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()
