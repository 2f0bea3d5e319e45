"""The pages of a PDF as stretches of text with their places, taken out in a process of its own."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from math import isfinite
from pathlib import Path
from typing import Any

from linter.model.errors import ReadError
from linter.model.values import NamedTuple
from linter.readers.pdf import extraction

_MISSING = (
    "PDF files are read with the extra “pdf”, which is not installed: run pip install 'resolint[pdf]', or"
    " save the draft as .docx, .html, .md or .txt, and check that"
)
_REASONS = {
    "password": "the PDF is protected by a password; take it off and save it again, or use the draft itself",
    "damaged": "the PDF is damaged and cannot be opened; export it again from the draft",
    "large": "the PDF has more pages or words than any draft; split it",
}
_BEYOND = (
    f"the PDF is damaged, or takes more than {extraction.SECONDS} seconds or {extraction.MEMORY >> 20} MB;"
    " print it to a new PDF, or use the draft itself"
)
_LARGEST = 100_000_000
_ITALIC, _BOLD = 1 << 6, 1 << 18
_ITALIC_NAME = re.compile(r"italic|oblique|kursiv|(?<![a-z])(?:it|ital|obl)(?![a-z])", re.IGNORECASE)
_BOLD_NAME = re.compile(r"bold|black|heavy|(?<![a-z])bd(?![a-z])", re.IGNORECASE)
_SEMIBOLD = 600
_BARCODE = re.compile(r"bar\s?code|code\s?39|3\s?of\s?9", re.IGNORECASE)


class Run(NamedTuple):
    """Text set in one go: its edges, its baseline (from the foot of the page) and its size in points.

    ``outside`` tells that the file itself calls it no part of the text, as it does headers and footers.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    italic: bool
    bold: bool
    outside: bool


class Page(NamedTuple):
    """A page: how large it is, its text in the order of the file, the number of pictures instead of text."""

    width: float
    height: float
    pictures: int
    runs: tuple[Run, ...]


def read_pages(data: bytes, path: str) -> list[Page]:
    """All pages of a PDF; bar codes and blanks are left out.

    Raises ReadError when the extra is not installed, and for a file that is encrypted, damaged or enormous.
    """
    folder = _library()
    if folder is None:
        raise ReadError(_MISSING, path)
    if len(data) > _LARGEST:
        raise ReadError(_REASONS["large"], path)
    found = _extracted(data, folder)
    if "error" in found:
        raise ReadError(_REASONS.get(found["error"], found["error"]), path)
    looks = [_looks(*font) for font in found["fonts"]]
    return [_page(page, looks) for page in found["pages"]]


def _library() -> str | None:
    """The folder that holds pypdfium2, None without it."""
    from importlib.util import find_spec

    found = find_spec("pypdfium2_raw")
    return str(Path(found.origin).parents[1]) if found and found.origin else None


def _extracted(data: bytes, folder: str) -> dict[str, Any]:
    command = [sys.executable, "-I", extraction.__file__, folder]
    try:
        done = subprocess.run(  # noqa: S603
            command, input=data, capture_output=True, timeout=extraction.SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return {"error": _BEYOND}
    except OSError as error:
        return {"error": f"the PDF cannot be read: Python does not start ({error.strerror})"}
    if done.returncode:
        return {"error": _BEYOND}
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def _looks(name: str, flags: int, angle: int, weight: int) -> tuple[bool, bool, bool]:
    """Whether a font is italic, bold, a bar code."""
    italic = bool(flags & _ITALIC) or angle != 0 or _ITALIC_NAME.search(name) is not None
    bold = bool(flags & _BOLD) or weight >= _SEMIBOLD or _BOLD_NAME.search(name) is not None
    return italic, bold, _BARCODE.search(name) is not None


def _page(page: list[Any], looks: list[tuple[bool, bool, bool]]) -> Page:
    width, height, pictures, found = page
    runs = []
    for text, left, right, base, size, slanted, font, outside in found:
        italic, bold, barcode = looks[font] if font >= 0 else (False, False, False)
        if text.strip() and not barcode and all(map(isfinite, (left, right, base, size))):
            runs.append(Run(text, left, right, base, size, italic or slanted, bold, outside))
    return Page(width, height, pictures, tuple(runs))
