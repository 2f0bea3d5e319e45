"""What of a Word file may not be edited, or not be edited across, and why: fields, content controls."""

from __future__ import annotations

from linter.ooxml.draft import Atom
from linter.ooxml.xml import Element, child, local, value

FIELD_LOCK = "these words are the result of a field, which Word writes anew"
CONTROL_LOCK = "these words stand in a locked content control"
FORM_LOCK = "these words are filled in by a content control"
MOVED_LOCK = "someone has moved these words with changes tracked"
BOX_LOCK = "these words stand in a drawn text box, which the file holds twice"
FORMULA_LOCK = "these words are a formula"
RUBY_LOCK = "these words carry a reading aid"

DELETED_BARRIER = "someone's tracked deletion stands within these words"
JOIN_BARRIER = "someone has joined two paragraphs within these words with changes tracked"
HIDDEN_BARRIER = "hidden text stands within these words"
FIELD_BARRIER = "a field begins or ends within these words"

_NUMBERS = ("AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM")
_FILLED = ("dataBinding", "dropDownList", "comboBox", "date", "showingPlcHdr")


class Field:
    """A field that has begun: its instruction, whether its result has been reached, what that shows."""

    __slots__ = ("atoms", "code", "in_result")

    def __init__(self) -> None:
        self.code: list[str] = []
        self.in_result = False
        self.atoms: list[Atom] = []

    @property
    def lock(self) -> str:
        """Why the result may not be edited; the words of a link may."""
        return "" if is_link("".join(self.code)) else FIELD_LOCK


def is_link(instruction: str) -> bool:
    """Whether a field is a link, whose words are typed."""
    return instruction.split()[:1] == ["HYPERLINK"]


def numbers(instruction: str) -> str:
    """The name of a field that shows a number which Word counts and the file does not hold, or ""."""
    name = next(iter(instruction.split()), "")
    return name if name in _NUMBERS else ""


def noted(instruction: str) -> str:
    """The bookmark at the mark of the note whose number a field shows, in small letters, or ""."""
    name, bookmark, *_ = *instruction.split(), "", ""
    return bookmark.strip('"').lower() if name == "NOTEREF" else ""


def control_lock(element: Element) -> str:
    """Why the text of a content control may not be edited, or ""."""
    properties = child(element, "sdtPr")
    if value(properties, "lock") in ("contentLocked", "sdtContentLocked"):
        return CONTROL_LOCK
    if properties is not None and any(local(one) in _FILLED for one in properties):
        return FORM_LOCK
    return ""
