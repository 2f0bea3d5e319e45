"""The parts of a Word file against the schema of ECMA-376, as Word sees them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from lxml import etree

from tests.ooxml.wordfiles import unzipped

_SCHEMA = Path(__file__).parents[4] / "shared" / "schemas" / "ooxml" / "wml.xsd"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
# The parts that a review may change.
OURS = re.compile(
    r"word/(document|footnotes|endnotes|comments|header\d*|_rels/document)\.xml(\.rels)?|\[Content_Types\]\.xml"
)
_PARTS = re.compile(r"word/(document|footnotes|endnotes|comments|header\d*)\.xml")


@cache
def _schema() -> etree.XMLSchema | None:
    return etree.XMLSchema(etree.parse(_SCHEMA)) if _SCHEMA.exists() else None


def invalid_parts(data: bytes) -> set[tuple[str, str]]:
    """Name and message of what the schema refuses; nothing where the schema is not at hand."""
    schema = _schema()
    found: set[tuple[str, str]] = set()
    for name, content in unzipped(data).items():
        if schema is not None and _PARTS.fullmatch(name):
            root = _understood(etree.fromstring(content))
            schema.validate(root)
            found |= {(name, error.message) for error in schema.error_log}
    return found


def _understood(root: etree._Element) -> etree._Element:
    """The part without what ``mc:Ignorable`` names, and with the fallback of each alternative."""
    ignored = {root.nsmap[prefix] for prefix in (root.get(f"{{{_MC}}}Ignorable") or "").split()} | {_MC}
    for element in list(root.iter(etree.Element)):
        for name in list(element.attrib):
            if etree.QName(name).namespace in ignored:
                del element.attrib[name]
        if element.tag == f"{{{_MC}}}AlternateContent" and element.getparent() is not None:
            for one in list(element.iterfind(f"{{{_MC}}}Fallback/*")):
                element.addprevious(one)
            element.getparent().remove(element)
        elif etree.QName(element).namespace in ignored and element.getparent() is not None:
            element.getparent().remove(element)
    return root
