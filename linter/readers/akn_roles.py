"""What the elements of AKN4UN say a block is (guidelines of the United Nations for AKN4UN, part 3)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from linter.model.values import dataclass, field

_OF_ELEMENT = {
    "agenda item": "agenda-item", "agenda item name": "agenda-item", "sponsors": "sponsors",
    "#resolutionNumber": "title", "#resolutionTitle": "title", "#title1": "title",
}  # fmt: skip
_HEADING_CLASS = re.compile(r"H\d+|HCh|.*Heading.*")
_HEADINGS = frozenset({"heading", "subheading"})
_SUBORDINATE = frozenset({"point", "item", "sublist"})
_STATED = "#role_"
_ANNEX = re.compile(r"Annex(?:es)?(?:\s+[IVX\d]{1,5})?", re.IGNORECASE)


@dataclass(slots=True)
class Context:
    """The elements around a block (names from the outermost in), and what was seen of it.

    ``classes`` are those of the elements around it; ``said`` is what the elements within it name.
    """

    names: Sequence[str]
    classes: Sequence[str]
    said: set[str] = field(default_factory=set)


def stated(named: Iterable[str]) -> str:
    """The role that a block names outright (``refersTo="#role_vote"``), or "".

    ``named`` is what ``said`` told of the elements within it.
    """
    return next((name[len(_STATED) :] for name in named if name.startswith(_STATED)), "")


def said(name: str, attributes: Mapping[str, str]) -> str:
    """The role that an element within a block gives to the block, or ""."""
    refers = attributes.get("refersTo", "")
    if refers.startswith(_STATED):
        return refers
    if name in _HEADINGS or (name == "block" and attributes.get("name") == "subheading"):
        return "heading"
    if name == "crossHeading":
        return "preambular" if refers == "#preamble" else "heading"
    if name not in ("inline", "docTitle"):
        return ""
    keys = attributes.get("name", ""), refers
    return next((_OF_ELEMENT[key] for key in keys if key in _OF_ELEMENT), "")


def role(context: Context, level: int, *, opens: bool, styled: bool) -> str:
    """The role of a block.

    ``level`` is that of its label; ``opens`` tells whether its first words alone are italic, as an opening
    phrase is, ``styled`` whether all of it is set off and no stop ends it, as in a heading.
    """
    names = context.names
    outright = stated(context.said)
    if outright:
        return outright
    if "coverPage" in names:
        return _spoken(context, "masthead")
    if "conclusions" in names:
        return "adoption"
    if "preface" in names:
        return _spoken(context, "heading")
    if "preamble" in names:
        return _preamble(context, level, styled)
    return _body(context, level, opens=opens, styled=styled) if "mainBody" in names else ""


def _spoken(context: Context, default: str) -> str:
    roles = ("agenda-item", "sponsors", "title")
    return next((role for role in roles if role in context.said), default)


def _preamble(context: Context, level: int, styled: bool) -> str:
    if "formula" in context.names:
        return "organ"
    if styled or "heading" in context.said:
        return "heading"
    return "subparagraph" if level > 1 or not _SUBORDINATE.isdisjoint(context.names) else "preambular"


def _body(context: Context, level: int, *, opens: bool, styled: bool) -> str:
    if "title" in context.said:
        return "title"
    if "preambular" in context.said:
        return "preambular"
    if styled or "heading" in context.said or any(_HEADING_CLASS.fullmatch(name) for name in context.classes):
        return "heading"
    if level > 1 or not _SUBORDINATE.isdisjoint(context.names):
        return "subparagraph"
    if "paragraph" not in context.names or "table" in context.names:
        return ""
    return "operative" if level == 1 or opens else ""


def begins_annex(text: str) -> bool:
    """Whether a heading of the body opens an annex, which the markup need not set apart."""
    return _ANNEX.fullmatch(text) is not None
