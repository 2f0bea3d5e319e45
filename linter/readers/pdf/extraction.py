"""Takes the text of a PDF out of it: a program of its own, run in a process of its own.

A library of C reads the file, and no file may take the program down with it, eat its memory or keep it for
ever. So this runs apart: the file on standard input, on standard output JSON. It imports nothing of ours,
and ``read_pages`` (``linter.readers.pdf.pages``) knows how to call it:

    python -I extraction.py FOLDER-OF-PYPDFIUM2 < draft.pdf

    {"error": "password"} or {"fonts": [[name, flags, angle, weight], ...],
     "pages": [[width, height, pictures, runs], ...]}

A run is [text, left, right, baseline, size, slanted, font, outside].
"""

from __future__ import annotations

import ctypes
import json
import sys
from collections.abc import Iterator
from typing import Any

MEMORY = 1 << 30
SECONDS = 20
_PAGES, _CHARACTERS = 2000, 2_000_000
_PASSWORD = 4
_PICTURE = 3
_HYPHENS = "\x02\ufffe"  # what the library writes for a hyphen at the end of a line
_STRIDE = 16
_SLANT = 0.1


class _Refused(Exception):
    """Why a file is not read: "password", "damaged" or "large"."""


class _Reader:
    """Goes through the pages of one file with the functions of the library ``pdfium``."""

    def __init__(self, pdfium: Any, data: bytes) -> None:
        self._lib = pdfium
        self._data = data  # the library reads in it until the end
        self._fonts: dict[int, int] = {}
        self.fonts: list[tuple[str, int, int, int]] = []
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._size, self._angle = ctypes.c_float(), ctypes.c_int()
        self._box, self._matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        prototype = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
        self._address = ctypes.cast(pdfium.FPDFText_GetTextObject, prototype)
        pdfium.FPDF_InitLibrary()
        self._document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        if not self._document:
            raise _Refused("password" if pdfium.FPDF_GetLastError() == _PASSWORD else "damaged")
        self._tagged = bool(pdfium.FPDFCatalog_IsTagged(self._document))
        self._room = _CHARACTERS
        self._corner = 0.0, 0.0

    def pages(self) -> Iterator[tuple[float, float, int, list[tuple[Any, ...]]]]:
        """Width, height, number of pictures and runs of each page; a page that is broken has none."""
        number = self._lib.FPDF_GetPageCount(self._document)
        if number > _PAGES:
            raise _Refused("large")
        for index in range(number):
            page = self._lib.FPDF_LoadPage(self._document, index)
            if page:
                yield self._page(page)
                self._lib.FPDF_ClosePage(page)

    def _page(self, page: Any) -> tuple[float, float, int, list[tuple[Any, ...]]]:
        lib = self._lib
        turns = lib.FPDFPage_GetRotation(page)
        width, height = lib.FPDF_GetPageWidthF(page), lib.FPDF_GetPageHeightF(page)
        lib.FPDF_GetPageBoundingBox(page, self._box)
        self._corner = self._box.left, self._box.bottom
        text_page = lib.FPDFText_LoadPage(page)
        runs = [] if not text_page else list(self._runs(text_page, turns, width, height))
        pictures = 0
        if not runs:
            objects = (lib.FPDFPage_GetObject(page, i) for i in range(lib.FPDFPage_CountObjects(page)))
            pictures = sum(lib.FPDFPageObj_GetType(item) == _PICTURE for item in objects)
        if text_page:
            lib.FPDFText_ClosePage(text_page)
        return round(width, 1), round(height, 1), pictures, runs

    def _runs(self, page: Any, turns: int, width: float, height: float) -> Iterator[tuple[Any, ...]]:
        """The stretches of text set in one go, in the order of the file."""
        count = self._lib.FPDFText_CountChars(page)
        self._room -= count
        if self._room < 0:
            raise _Refused("large")
        text = self._text(page, count)
        for start, end, item in self._stretches(page, count):
            left, low = self._turned(*self._origin(page, start), turns, width, height)
            last, high = self._turned(*self._origin(page, end - 1), turns, width, height)
            if abs(high - low) > abs(last - left):
                continue  # set across the page: a remark on its edge
            self._lib.FPDFText_GetLooseCharBox(page, end - 1, self._box)
            x, y = self._corner
            corners = (self._box.left - x, self._box.bottom - y), (self._box.right - x, self._box.top - y)
            right = max(self._turned(*corner, turns, width, height)[0] for corner in corners)
            size, slanted = self._look(item)
            font = self._font(item)
            outside = self._tagged and self._lib.FPDFPageObj_GetMarkedContentID(item) < 0
            yield (
                text[start:end],
                round(left, 2),
                round(right, 2),
                round(low, 2),
                round(size, 2),
                slanted,
                font,
                outside,
            )

    def _text(self, page: Any, count: int) -> str:
        buffer = (ctypes.c_ushort * (count + 1))()
        got = self._lib.FPDFText_GetText(page, 0, count, buffer) - 1
        text = bytes(buffer)[: 2 * got].decode("utf-16-le", "replace")
        if len(text) != count:
            codes = (self._lib.FPDFText_GetUnicode(page, index) for index in range(count))
            text = "".join(chr(code) if 0 < code < 0x110000 else " " for code in codes)
        for hyphen in _HYPHENS:
            text = text.replace(hyphen, "-")
        return text

    def _stretches(self, page: Any, count: int) -> Iterator[tuple[int, int, Any]]:
        """Start and end of the characters of each text object, and the object.

        Its characters stand together, so that their end is found in leaps.
        """
        find, position = self._address, 0
        while position < count:
            own = find(page, position)
            if not own:
                position += 1
                continue
            low = position
            while low + _STRIDE < count and find(page, low + _STRIDE) == own:
                low += _STRIDE
            high = min(low + _STRIDE, count)
            while low + 1 < high:
                middle = (low + high) // 2
                low, high = (middle, high) if find(page, middle) == own else (low, middle)
            yield position, low + 1, self._lib.FPDFText_GetTextObject(page, position)
            position = low + 1

    def _origin(self, page: Any, index: int) -> tuple[float, float]:
        self._lib.FPDFText_GetCharOrigin(page, index, self._x, self._y)
        return self._x.value - self._corner[0], self._y.value - self._corner[1]

    @staticmethod
    def _turned(x: float, y: float, turns: int, width: float, height: float) -> tuple[float, float]:
        """A point of the page as it is shown; ``width`` and ``height`` are those that are shown."""
        if turns == 1:
            return y, height - x
        if turns == 2:
            return width - x, height - y
        return (width - y, x) if turns == 3 else (x, y)

    def _look(self, item: Any) -> tuple[float, bool]:
        """The size that letters of a text object have on the page, and whether they are slanted."""
        self._lib.FPDFTextObj_GetFontSize(item, self._size)
        self._lib.FPDFPageObj_GetMatrix(item, self._matrix)
        matrix = self._matrix
        upright = (matrix.c**2 + matrix.d**2) ** 0.5
        return abs(self._size.value) * upright, not matrix.b and abs(matrix.c) > _SLANT * abs(matrix.d)

    def _font(self, item: Any) -> int:
        font = self._lib.FPDFTextObj_GetFont(item)
        if not font:
            return -1
        key = ctypes.addressof(font.contents)
        if key not in self._fonts:
            self._fonts[key] = len(self.fonts)
            name = ctypes.create_string_buffer(128)
            self._lib.FPDFFont_GetBaseFontName(font, name, 128)
            self._lib.FPDFFont_GetItalicAngle(font, self._angle)
            flags, weight = self._lib.FPDFFont_GetFlags(font), self._lib.FPDFFont_GetWeight(font)
            self.fonts.append((name.value.decode("utf-8", "replace"), flags, self._angle.value, weight))
        return self._fonts[key]


def _limit() -> None:
    """Bound memory and time where the system can."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        resource.setrlimit(kind, (most, most))


def main(folder: str) -> None:
    """Read a PDF from standard input and write what is in it to standard output."""
    sys.path.insert(0, folder)
    data = sys.stdin.buffer.read()
    import pypdfium2_raw  # type: ignore[import-untyped]

    _limit()
    try:
        reader = _Reader(pypdfium2_raw, data)
        found: dict[str, Any] = {"pages": list(reader.pages()), "fonts": reader.fonts}
    except _Refused as refusal:
        found = {"error": str(refusal)}
    json.dump(found, sys.stdout, ensure_ascii=True, separators=(",", ":"))


if __name__ == "__main__":
    main(sys.argv[1])
