"""What the style of a table makes its words look like, by their place in the table."""

from __future__ import annotations

from collections.abc import Mapping

from linter.ooxml.styles import NOTHING, Looks, Styles
from linter.ooxml.xml import Element, child, children, get, integer, value

# In the order in which each goes over those before it (ECMA-376 part 1, 17.7.6), with the bit of an old
# ``w:tblLook`` that switches it on.
_PARTS = {"firstRow": 0x20, "lastRow": 0x40, "firstCol": 0x80, "lastCol": 0x100}
_ATTRIBUTES = {"firstCol": "firstColumn", "lastCol": "lastColumn"}


class Table:
    """A table that is being walked; ``looks`` are the bits that its style gives the current cell."""

    def __init__(self, element: Element, styles: Styles) -> None:
        properties = child(element, "tblPr")
        self.looks = 0
        self._element = element
        self._parts: Mapping[str, Looks] = styles.table_parts(value(properties, "tblStyle"))
        self._on = _switched_on(child(properties, "tblLook")) if self._parts else frozenset()
        self._row: Element | None = None

    def enter_row(self, row: Element) -> None:
        """The walk has come to a row."""
        self._row = row

    def enter_cell(self, cell: Element) -> None:
        """The walk has come to a cell of that row."""
        if not self._parts or self._row is None:
            return
        looks = self._parts.get("", NOTHING)
        rows, cells = list(children(self._element, "tr")), list(children(self._row, "tc"))
        here = {
            "firstRow": self._row in rows[:1], "lastRow": self._row in rows[-1:],
            "firstCol": cell in cells[:1], "lastCol": cell in cells[-1:],
        }  # fmt: skip
        for part in _PARTS:
            if here[part] and part in self._on:
                looks = self._parts.get(part, NOTHING).over(looks)
        self.looks = looks.on


def _switched_on(look: Element | None) -> frozenset[str]:
    """The parts of a table style that hold for a table."""
    if look is None:
        return frozenset()
    bits = integer(get(look, "val"), 0, base=16)
    found = set()
    for part, bit in _PARTS.items():
        setting = get(look, _ATTRIBUTES.get(part, part))
        if setting in ("1", "true", "on") or (setting is None and bits & bit):
            found.add(part)
    return frozenset(found)
