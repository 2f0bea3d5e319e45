"""Run properties: copied to new runs, and changed with the change recorded."""

from __future__ import annotations

from copy import deepcopy

from linter.ooxml.draft import Paragraph
from linter.ooxml.styles import BOLD, ITALIC, STRIKE, SUPERSCRIPT, UNDERLINE, Styles, looks_of
from linter.ooxml.xml import Element, child, local, namespace, value

# The order in which the schema (CT_RPr) has them.
_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline",
    "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing",
    "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText",
    "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange",
)  # fmt: skip
_ELEMENTS = {ITALIC: "i", BOLD: "b", SUPERSCRIPT: "vertAlign", UNDERLINE: "u", STRIKE: "strike"}
_VALUES = {SUPERSCRIPT: ("superscript", "baseline"), UNDERLINE: ("single", "none")}
_LINK_ONLY = ("rStyle", "color", "u")


def make(parent: Element, name: str, **attributes: str) -> Element:
    """A new element in the namespace of ``parent``, not yet placed."""
    space = namespace(parent)
    element = parent.makeelement(f"{{{space}}}{name}")
    for key, text in attributes.items():
        element.set(f"{{{space}}}{key}", text)
    return element


def properties_of(run: Element) -> Element | None:
    """The ``w:rPr`` of a run."""
    return child(run, "rPr")


def copied(run: Element, *, plain: bool = False) -> Element:
    """A copy of a run's properties for a new run; ``plain`` leaves out what makes a link look like one."""
    own = properties_of(run)
    copy = make(run, "rPr") if own is None else deepcopy(own)
    for element in list(copy):
        if local(element) in ("rPrChange", "ins", "del") or (plain and local(element) in _LINK_ONLY):
            copy.remove(element)
    return copy


def set_looks(properties: Element, wanted: int, mask: int, styles: Styles, paragraph: Paragraph) -> None:
    """Make the style bits in ``mask`` show as ``wanted``, with as little direct formatting as that takes."""
    inherited = styles.inherited(paragraph.style, value(properties, "rStyle"), paragraph.table_looks)
    direct = looks_of(properties)
    shown = direct.on | (inherited & ~direct.decided)
    for bit, name in _ELEMENTS.items():
        if not (shown ^ wanted) & mask & bit:
            continue
        if (present := child(properties, name)) is not None:
            properties.remove(present)
        if (inherited ^ wanted) & bit:
            _insert(properties, _element(properties, bit, name, on=bool(wanted & bit)))


def _element(properties: Element, bit: int, name: str, *, on: bool) -> Element:
    if bit in _VALUES:
        return make(properties, name, val=_VALUES[bit][0 if on else 1])
    return make(properties, name) if on else make(properties, name, val="0")


def _insert(properties: Element, element: Element) -> None:
    """Insert at the place that the schema has for it."""
    later = _ORDER[_ORDER.index(local(element)) :]
    for index, present in enumerate(properties):
        if local(present) in later:
            properties.insert(index, element)
            return
    properties.append(element)


def record(properties: Element, before: Element | None, change: Element) -> None:
    """Put ``change`` (a ``w:rPrChange``) into ``properties`` with what they were ``before``."""
    old = make(properties, "rPr")
    for element in () if before is None else before:
        if local(element) not in ("rPrChange", "ins", "del"):
            old.append(deepcopy(element))
    change.append(old)
    properties.append(change)
