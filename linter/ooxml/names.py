"""What the elements of WordprocessingML mean to the walk, in both namespaces."""

from __future__ import annotations

from typing import Literal

from linter.ooxml.xml import MATH, MC, STRICT, TRANSITIONAL

# What the walk does with an element; a wrap is a container that shows what it holds.
Tag = Literal[
    "paragraph", "table", "row", "cell", "wrap", "control", "run", "link", "inserted", "moved", "deleted",
    "simple field", "alternate", "comment start", "comment end", "bookmark", "formula", "text", "character",
    "symbol", "soft hyphen", "field character", "instruction", "reference", "note mark",
    "comment reference", "drawn", "ruby",
]  # fmt: skip

_W: dict[str, Tag] = {
    "p": "paragraph", "tbl": "table", "tr": "row", "tc": "cell",
    "customXml": "wrap", "smartTag": "wrap", "dir": "wrap", "bdo": "wrap", "sdtContent": "wrap",
    "rubyBase": "wrap", "sdt": "control", "r": "run", "hyperlink": "link",
    "ins": "inserted", "moveTo": "moved", "del": "deleted", "moveFrom": "deleted",
    "fldSimple": "simple field", "commentRangeStart": "comment start", "commentRangeEnd": "comment end",
    "bookmarkStart": "bookmark",
    "t": "text", "tab": "character", "ptab": "character", "br": "character", "cr": "character",
    "noBreakHyphen": "character", "softHyphen": "soft hyphen", "sym": "symbol",
    "fldChar": "field character", "instrText": "instruction",
    "footnoteReference": "reference", "endnoteReference": "reference",
    "footnoteRef": "note mark", "endnoteRef": "note mark", "commentReference": "comment reference",
    "drawing": "drawn", "pict": "drawn", "object": "drawn", "ruby": "ruby",
}  # fmt: skip

TAGS: dict[str, Tag] = {
    f"{{{space}}}{name}": tag for space in (TRANSITIONAL, STRICT) for name, tag in _W.items()
}
TAGS[f"{{{MC}}}AlternateContent"] = "alternate"
for _space in MATH:
    TAGS[f"{{{_space}}}oMath"] = TAGS[f"{{{_space}}}oMathPara"] = "formula"

RUN_PROPERTIES = frozenset(f"{{{space}}}rPr" for space in (TRANSITIONAL, STRICT))
CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
SOFT_HYPHEN = "\u00ad"
NOTE_CHARACTER = "\x02"  # what Word itself holds in the place of a note reference

UNDERSTOOD = frozenset({
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    "http://schemas.microsoft.com/office/word/2010/wordml",
    "http://schemas.microsoft.com/office/word/2012/wordml",
})  # fmt: skip

# The letters that the Symbol font draws in the place of the Latin ones.
_SYMBOL_FONT = dict(zip(
    "ABCDEFGHIKLMNOPQRSTUWXYZabcdefghiklmnopqrstuwxyz",
    "ΑΒΧΔΕΦΓΗΙΚΛΜΝΟΠΘΡΣΤΥΩΞΨΖαβχδεφγηικλμνοπθρστυωξψζ",
    strict=True,
))  # fmt: skip
_SYMBOL_FONT |= {
    "\xb7": "•",
    "\xb3": "≥",
    "\xa3": "≤",
    "\xb1": "±",
    "\xb4": "×",
    "\xb0": "°",
    "\xae": "→",
    "\xbe": "—",
}
_PRIVATE = 0xF000


def symbol(font: str, code: str) -> str:
    """The character that ``w:sym`` shows; one of a picture font is a bullet."""
    try:
        point = int(code, 16)
    except ValueError:
        return "\ufffd"
    if _PRIVATE <= point <= _PRIVATE + 0xFF:
        point -= _PRIVATE
    elif not 0x20 <= point <= 0xFFFD or 0xD800 <= point <= 0xDFFF:
        return "\ufffd"
    character = chr(point)
    if font.lower() == "symbol":
        return _SYMBOL_FONT.get(character, character)
    return "•" if font.lower().startswith(("wingdings", "webdings")) else character
