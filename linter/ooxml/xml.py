"""XML of strangers, parsed without entities, DTDs or network; names in either WordprocessingML namespace."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from linter.model.errors import ReadError

Element = etree._Element  # noqa: SLF001 - the only name that lxml gives to the type

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATH = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
RELATIONSHIPS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_ILLEGAL = r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"  # not compiled before it is needed
XML = "http://www.w3.org/XML/1998/namespace"
_DIGITS = 18  # more than any program writes


def parse(data: bytes, part: str, path: str) -> Element:
    """Root element of an XML part. Raises ReadError when it is damaged or declares a document type."""
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(
            f"the Word file is damaged: {part} is not well-formed XML ({error.msg}); open it in Word, which"
            " may repair it, and save it anew",
            path,
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise ReadError(
            f"the Word file is refused: {part} declares a document type, which Word never writes;"
            " open it in Word and save it anew",
            path,
        )
    return root


def legal(text: str) -> str:
    """``text`` without the characters that XML cannot hold."""
    return text if text.isprintable() else re.sub(_ILLEGAL, "", text)


def namespace(element: Element) -> str:
    """Namespace of an element's name, "" without one."""
    tag = element.tag
    return tag[1 : tag.find("}")] if tag[:1] == "{" else ""


def local(element: Element) -> str:
    """Name of an element without its namespace; no such name for comments and instructions."""
    tag = str(element.tag)
    return tag[tag.find("}") + 1 :]


def get(element: Element, name: str) -> str | None:
    """Attribute ``name`` in the namespace of ``element``, as WordprocessingML writes its attributes."""
    tag = element.tag
    return element.get(f"{tag[: tag.index('}') + 1]}{name}")


def value(parent: Element | None, name: str) -> str | None:
    """``w:val`` of the child ``name``; None without the child or the attribute."""
    found = child(parent, name)
    return None if found is None else get(found, "val")


def child(parent: Element | None, name: str) -> Element | None:
    """First child ``name`` in the namespace of ``parent``."""
    if parent is None:
        return None
    tag = parent.tag
    return next(parent.iterchildren(f"{tag[: tag.index('}') + 1]}{name}"), None)


def children(parent: Element, name: str) -> Iterator[Element]:
    """Children ``name`` in the namespace of ``parent``."""
    tag = parent.tag
    return parent.iterchildren(f"{tag[: tag.index('}') + 1]}{name}")


def integer(text: str | None, default: int, base: int = 10) -> int:
    """``text`` as an integer, ``default`` for what is none, or is beyond all measure."""
    try:
        return int(text, base) if text and len(text) <= _DIGITS else default
    except ValueError:
        return default


def toggled(parent: Element | None, name: str) -> bool | None:
    """An on-off property: True or False as the child ``name`` says, None where it is not there."""
    found = child(parent, name)
    if found is None:
        return None
    return get(found, "val") not in ("0", "false", "off")
