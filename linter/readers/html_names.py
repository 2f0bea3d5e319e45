"""Names of HTML elements by what they do to the text, and of what exporters call footnotes."""

from __future__ import annotations

import re
from collections.abc import Mapping

BLOCKS = frozenset({
    "html", "head", "body", "header", "main", "footer", "section", "article", "aside", "nav", "div", "p",
    "h1", "h2", "h3", "h4", "h5", "h6", "hgroup", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead",
    "tbody", "tfoot", "tr", "td", "th", "caption", "blockquote", "pre", "address", "figure", "figcaption",
    "form", "fieldset", "details", "summary", "center",
})  # fmt: skip
VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
})  # fmt: skip
LINES = frozenset({
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "dt", "dd", "caption", "pre", "blockquote",
})  # fmt: skip
CARRIED = frozenset({
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
})  # fmt: skip
ENDS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "td": (frozenset({"td", "th"}), frozenset({"table"})),
    "th": (frozenset({"td", "th"}), frozenset({"table"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
}
NOTE_WORDS = frozenset({
    "footnotes", "footnote", "endnotes", "endnote", "doc-footnote", "doc-endnote", "doc-endnotes",
    "msofootnotetext", "msoendnotetext",
})  # fmt: skip
NOTE_NAME = re.compile(r"_?(?:fn|ftn|edn|footnote|endnote|sdfootnote|note)[-_:]?\d+(?:sym)?", re.IGNORECASE)
