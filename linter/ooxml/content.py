"""What the elements within a run or a paragraph show: text, a chosen branch, boxes in a drawing."""

from __future__ import annotations

from collections.abc import Iterator

from linter.ooxml.names import CHARACTERS, SOFT_HYPHEN, TAGS, UNDERSTOOD, Tag, symbol
from linter.ooxml.xml import MC, XML, Element, get, local


def text_of(node: Element, tag: Tag) -> str:
    """What a node of a run shows."""
    match tag:
        case "text":
            return _words(node)
        case "character":
            return CHARACTERS[local(node)]
        case "symbol":
            return symbol(get(node, "font") or "", get(node, "char") or "")
        case _:
            return SOFT_HYPHEN if tag == "soft hyphen" else ""


def _words(node: Element) -> str:
    """The text of a ``w:t``; without ``xml:space`` white space at its ends does not count."""
    text: str = node.text or ""
    if (text[:1].isspace() or text[-1:].isspace()) and not _preserves_space(node):
        text = node.text = text.strip(" \t\r\n")
    return text


def _preserves_space(node: Element) -> bool:
    one: Element | None = node
    while one is not None:
        if (setting := one.get(f"{{{XML}}}space")) is not None:
            return setting == "preserve"
        one = one.getparent()
    return False


def branch(alternate: Element) -> Element | None:
    """The branch of ``mc:AlternateContent`` that shows: the first that is understood, else the fallback."""
    for option in alternate:
        if option.tag == f"{{{MC}}}Choice":
            required = (option.get("Requires") or "").split()
            if required and all(option.nsmap.get(prefix) in UNDERSTOOD for prefix in required):
                return option
    return alternate.find(f"{{{MC}}}Fallback")


def boxes(element: Element) -> Iterator[Element]:
    """The text boxes of a drawing, not those within them."""
    for one in element:
        if local(one) == "txbxContent":
            yield one
        elif TAGS.get(one.tag) == "alternate":
            if (shown := branch(one)) is not None:
                yield from boxes(shown)
        else:
            yield from boxes(one)
