"""Small PDF files set line by line, as a printer would: what stands where, in which font and size."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

_TOKEN = re.compile(r"\*\*|\*|\^")
_FONTS = ("Times-Roman", "Times-Italic", "Times-Bold", "Times-BoldItalic")


@dataclass(frozen=True)
class Set:
    """A line: left edge, baseline, words; ``*italic*``, ``**bold**``, ``^raised^``, ``~`` for an asterisk."""

    x: float
    y: float
    words: str
    size: float = 10


def pdf(*pages: Sequence[Set], rotate: int = 0, extra: str = "") -> bytes:
    """A file of these pages; ``extra`` goes into the trailer."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    fonts = "".join(f"/F{number} {3 + number} 0 R" for number in range(len(_FONTS)))
    objects += [f"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>" for name in _FONTS]
    kids = []
    for lines in pages:
        content = zlib.compress("".join(map(_line, lines)).encode("cp1252"))
        kids.append(len(objects) + 1)
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Rotate {rotate}"
            f"/Resources<</Font<<{fonts}>>>>/Contents {len(objects) + 2} 0 R>>"
        )
        stream = content.decode("latin-1")
        objects.append(f"<</Length {len(content)}/Filter/FlateDecode>>stream\n{stream}\nendstream")
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(f'{kid} 0 R' for kid in kids)}]>>"
    return assembled(objects, extra)


def assembled(objects: Sequence[str], extra: str = "") -> bytes:
    """A file of these objects, the first of which is the catalogue."""
    out = b"%PDF-1.7\n"
    places = []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}"
    tail = f"trailer\n<</Size {len(places) + 1}/Root 1 0 R{extra}>>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + (head + tail).encode("latin-1")


def column(
    *paragraphs: str, top: float = 700, left: float = 123, indent: float = 24, size: float = 10
) -> list[Set]:
    """Paragraphs below each other; "|" is the end of a line, the first line of each is indented."""
    lines, y = [], top
    for paragraph in paragraphs:
        for number, words in enumerate(paragraph.split("|")):
            lines.append(Set(left + (indent if not number else 0), y, words, size))
            y -= 1.2 * size
        y -= 0.6 * size
    return lines


def _line(line: Set) -> str:
    italic = bold = raised = False
    shown = [f"BT {line.x} {line.y} Td "]
    for part in re.split(f"({_TOKEN.pattern})", line.words):
        if part == "*":
            italic = not italic
        elif part == "**":
            bold = not bold
        elif part == "^":
            raised = not raised
        elif part:
            size, rise = (line.size * 0.65, line.size * 0.35) if raised else (line.size, 0)
            text = re.sub(r"([\\()])", r"\\\1", part.replace("~", "*"))
            shown.append(f"/F{italic + 2 * bold} {size} Tf {rise} Ts ({text}) Tj ")
    return "".join([*shown, "ET\n"])
