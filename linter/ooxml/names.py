"""What the elements of WordprocessingML mean to the walk, in both namespaces."""

from __future__ import annotations

from enum import IntEnum, auto

from linter.ooxml.xml import MATH, MC, STRICT, TRANSITIONAL


class Tag(IntEnum):
    """What the walk does with an element."""

    PARAGRAPH = auto()
    TABLE = auto()
    ROW = auto()
    CELL = auto()
    WRAP = auto()  # a container that shows what it holds
    CONTROL = auto()
    RUN = auto()
    LINK = auto()
    INSERTED = auto()
    MOVED = auto()
    DELETED = auto()
    SIMPLE_FIELD = auto()
    ALTERNATE = auto()
    COMMENT_START = auto()
    COMMENT_END = auto()
    BOOKMARK = auto()
    FORMULA = auto()
    TEXT = auto()
    CHARACTER = auto()
    SYMBOL = auto()
    SOFT_HYPHEN = auto()
    FIELD_CHARACTER = auto()
    INSTRUCTION = auto()
    REFERENCE = auto()
    NOTE_MARK = auto()
    COMMENT_REFERENCE = auto()
    DRAWN = auto()
    RUBY = auto()


_W = {
    "p": Tag.PARAGRAPH, "tbl": Tag.TABLE, "tr": Tag.ROW, "tc": Tag.CELL,
    "customXml": Tag.WRAP, "smartTag": Tag.WRAP, "dir": Tag.WRAP, "bdo": Tag.WRAP, "sdtContent": Tag.WRAP,
    "rubyBase": Tag.WRAP, "sdt": Tag.CONTROL, "r": Tag.RUN, "hyperlink": Tag.LINK,
    "ins": Tag.INSERTED, "moveTo": Tag.MOVED, "del": Tag.DELETED, "moveFrom": Tag.DELETED,
    "fldSimple": Tag.SIMPLE_FIELD, "commentRangeStart": Tag.COMMENT_START, "commentRangeEnd": Tag.COMMENT_END,
    "bookmarkStart": Tag.BOOKMARK,
    "t": Tag.TEXT, "tab": Tag.CHARACTER, "ptab": Tag.CHARACTER, "br": Tag.CHARACTER, "cr": Tag.CHARACTER,
    "noBreakHyphen": Tag.CHARACTER, "softHyphen": Tag.SOFT_HYPHEN, "sym": Tag.SYMBOL,
    "fldChar": Tag.FIELD_CHARACTER, "instrText": Tag.INSTRUCTION,
    "footnoteReference": Tag.REFERENCE, "endnoteReference": Tag.REFERENCE,
    "footnoteRef": Tag.NOTE_MARK, "endnoteRef": Tag.NOTE_MARK, "commentReference": Tag.COMMENT_REFERENCE,
    "drawing": Tag.DRAWN, "pict": Tag.DRAWN, "object": Tag.DRAWN, "ruby": Tag.RUBY,
}  # fmt: skip

TAGS: dict[str, Tag] = {
    f"{{{space}}}{name}": tag for space in (TRANSITIONAL, STRICT) for name, tag in _W.items()
}
TAGS[f"{{{MC}}}AlternateContent"] = Tag.ALTERNATE
for _space in MATH:
    TAGS[f"{{{_space}}}oMath"] = TAGS[f"{{{_space}}}oMathPara"] = Tag.FORMULA

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
