"""What a run looks like: direct formatting over character style over paragraph style over defaults."""

from __future__ import annotations

from linter.ooxml.xml import STRICT, TRANSITIONAL, Element, child, children, get, integer, value

ITALIC, BOLD, SUPERSCRIPT, UNDERLINE, STRIKE, HIDDEN = 1, 2, 4, 8, 16, 32

_NAMES = {
    "i": ITALIC, "b": BOLD, "strike": STRIKE, "vanish": HIDDEN, "vertAlign": SUPERSCRIPT, "u": UNDERLINE,
}  # fmt: skip
_BITS = {f"{{{space}}}{name}": bit for space in (TRANSITIONAL, STRICT) for name, bit in _NAMES.items()}
_BITS |= {f"{{{space}}}rStyle": 0 for space in (TRANSITIONAL, STRICT)}  # which names a character style
_FALSE = ("0", "false", "off")
_OFF = {
    ITALIC: _FALSE, BOLD: _FALSE, STRIKE: _FALSE, HIDDEN: _FALSE,
    SUPERSCRIPT: (None, "baseline", "subscript"), UNDERLINE: (None, "none"),
}  # fmt: skip
_TOGGLE_MASK = ITALIC | BOLD | STRIKE | HIDDEN
_MAX_DEPTH = 32


class Looks:
    """Bits that a level of formatting switches on and those it decides at all."""

    __slots__ = ("decided", "on")

    def __init__(self, on: int = 0, decided: int = 0) -> None:
        self.on = on
        self.decided = decided

    def over(self, below: Looks) -> Looks:
        """These looks where they decide, those of ``below`` elsewhere."""
        return Looks(self.on | (below.on & ~self.decided), self.decided | below.decided)


NOTHING = Looks()


def looks_of(properties: Element | None) -> Looks:
    """What a ``w:rPr`` itself says."""
    return NOTHING if properties is None else _direct(properties)[0]


def _direct(properties: Element) -> tuple[Looks, str | None]:
    """What a ``w:rPr`` itself says, and the character style that it names."""
    on = decided = 0
    style = None
    for element in properties:
        bit = _BITS.get(element.tag)
        if bit:
            decided |= bit
            on = on & ~bit | (bit if get(element, "val") not in _OFF[bit] else 0)
        elif bit == 0:
            style = get(element, "val")
    return Looks(on, decided) if decided else NOTHING, style


class Style:
    """One style with what it inherits."""

    __slots__ = ("id", "level", "looks", "name", "num_id", "outline")

    def __init__(
        self, identifier: str, name: str, looks: Looks, outline: int | None, number: tuple[str | None, int]
    ) -> None:
        self.id = identifier
        self.name = name
        self.looks = looks
        self.outline = outline
        self.num_id, self.level = number


class Styles:
    """The styles of a document; styles are resolved when first asked for."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._resolved: dict[str, Style] = {}
        self._combined: dict[tuple[str, str, int], int] = {}
        self._defaults = NOTHING
        self.default_paragraph = self._default_character = ""
        if root is not None:
            self._load(root)

    def _load(self, root: Element) -> None:
        defaults = child(child(child(root, "docDefaults"), "rPrDefault"), "rPr")
        self._defaults = looks_of(defaults)
        for element in children(root, "style"):
            name, kind = get(element, "styleId") or "", get(element, "type")
            self._elements.setdefault(name, element)
            if get(element, "default") in ("1", "true", "on"):
                if kind == "paragraph":
                    self.default_paragraph = name
                elif kind == "character":
                    self._default_character = name

    def style(self, name: str | None) -> Style:
        """The style with this identifier; an unknown one is a style that says nothing."""
        key = name or self.default_paragraph
        found = self._resolved.get(key)
        if found is None:
            found = self._resolved[key] = self._resolve(key, frozenset())
        return found

    def named(self, name: str) -> str | None:
        """Identifier of the style with this name, as Word's own styles are known in every language."""
        for identifier, element in self._elements.items():
            if (value(element, "name") or "").lower() == name:
                return identifier
        return None

    def _resolve(self, name: str, seen: frozenset[str]) -> Style:
        element = self._elements.get(name)
        if element is None or name in seen or len(seen) > _MAX_DEPTH:
            return Style(name, "", NOTHING, None, (None, 0))
        based_on = value(element, "basedOn")
        below = self._resolve(based_on, seen | {name}) if based_on else None
        paragraph = child(element, "pPr")
        outline_text = value(paragraph, "outlineLvl")
        number = _number(child(paragraph, "numPr"))
        looks = looks_of(child(element, "rPr"))
        outline = integer(outline_text, 9) if outline_text is not None else None
        if below is not None:
            looks = looks.over(below.looks)
            outline = below.outline if outline is None else outline
            number = (below.num_id, below.level) if number is None else number
        return Style(name, value(element, "name") or "", looks, outline, number or (None, 0))

    def table_parts(self, name: str | None) -> dict[str, Looks]:
        """What a table style says of the whole table ("") and of its parts ("firstRow"); {} where nothing."""
        found: dict[str, Looks] = {}
        for _ in range(_MAX_DEPTH):
            element = self._elements.get(name or "")
            if element is None:
                break
            said = {"": child(element, "rPr")}
            said |= {get(part, "type") or "": child(part, "rPr") for part in children(element, "tblStylePr")}
            for part, properties in said.items():
                looks = found.get(part, NOTHING).over(looks_of(properties))
                if looks.decided:
                    found[part] = looks
            name = value(element, "basedOn")
        return found

    def inherited(self, paragraph_style: str | None, run_style: str | None, table: int = 0) -> int:
        """What a run without direct formatting shows: toggles of two levels cancel, as Word has it.

        ``table`` are the bits that the style of a table switches on. ECMA-376 part 1, 17.7.3: a toggle
        property set by an odd number of style levels is on; set by the document defaults it is always on.
        """
        key = (paragraph_style or "", run_style or "", table)
        bits = self._combined.get(key)
        if bits is None:
            bits = self._combined[key] = self._inherit(paragraph_style, run_style, table)
        return bits

    def _inherit(self, paragraph_style: str | None, run_style: str | None, table: int) -> int:
        paragraph = self.style(paragraph_style).looks
        run = (
            self.style(run_style or self._default_character).looks
            if run_style or self._default_character
            else NOTHING
        )
        toggles = (paragraph.on ^ run.on ^ table) & _TOGGLE_MASK | self._defaults.on & _TOGGLE_MASK
        below = Looks(table, table).over(self._defaults)
        return toggles | (run.over(paragraph).over(below).on & ~_TOGGLE_MASK)

    def effective(self, properties: Element | None, paragraph_style: str | None, table: int = 0) -> int:
        """What a run with these properties, in a paragraph of this style and a table of one, shows."""
        if properties is None:
            return self.inherited(paragraph_style, None, table)
        direct, run_style = _direct(properties)
        below = self.inherited(paragraph_style, run_style, table)
        return direct.on | (below & ~direct.decided)


def _number(element: Element | None) -> tuple[str | None, int] | None:
    if element is None:
        return None
    return value(element, "numId"), integer(value(element, "ilvl"), 0)
