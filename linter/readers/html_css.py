"""As much of style sheets as says what is italic, bold, struck, raised or hidden, and how lists count."""

from __future__ import annotations

import re
from collections.abc import Mapping

from linter.model.document import Style

_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?(?:\.([\w-]+))?")
_ITEM_SELECTOR = re.compile(r"(?:ol|ul)?\.([\w-]+)\s*>\s*li:+before")
_COUNTER = re.compile(r"counter\([\w-]+,\s*([a-z-]+)\)")
_STRINGS = re.compile(r'"([^"]*)"')
_OF_TAG: Mapping[str, Mapping[Style, bool]] = {
    "i": {"italic": True}, "em": {"italic": True}, "cite": {"italic": True}, "dfn": {"italic": True},
    "var": {"italic": True}, "b": {"bold": True}, "strong": {"bold": True}, "u": {"underline": True},
    "s": {"strike": True}, "strike": {"strike": True}, "sup": {"superscript": True},
    "sub": {"superscript": False},
}  # fmt: skip
_LIGHT = frozenset({"normal", "lighter", "100", "200", "300", "400", "500"})


def declarations(text: str) -> dict[str, str]:
    """The property and value pairs of a ``style`` attribute or the inside of a rule."""
    found: dict[str, str] = {}
    for part in text.split(";"):
        name, colon, value = part.partition(":")
        if colon:
            found[name.strip().lower()] = value.replace("!important", "").strip()
    return found


class Sheet:
    """The rules of ``style`` elements with plain selectors ("p", ".c1", "span.c1"); others are left out."""

    def __init__(self) -> None:
        self._rules: dict[tuple[str, str], dict[str, str]] = {}
        self._items: dict[str, str] = {}

    def add(self, css: str) -> None:
        """Take in the content of a ``style`` element."""
        for rule in css.replace("<!--", " ").replace("-->", " ").split("}"):
            selectors, brace, body = rule.rpartition("{")
            if brace:
                for selector in selectors.split(","):
                    self._add_rule(selector.strip(), body)

    def _add_rule(self, selector: str, body: str) -> None:
        if item := _ITEM_SELECTOR.fullmatch(selector):
            self._items[item[1]] = declarations(body).get("content", "")
        elif (plain := _SELECTOR.fullmatch(selector.lower())) and selector:
            name = selector.partition(".")[2]
            self._rules.setdefault((plain[1] or "", name), {}).update(declarations(body))

    def of(self, tag: str, attributes: Mapping[str, str]) -> dict[str, str]:
        """What holds for an element: the rules of its tag, of its classes, its own attribute."""
        found = dict(self._rules.get((tag, ""), {}))
        for name in attributes.get("class", "").split():
            found.update(self._rules.get(("", name), {}))
            found.update(self._rules.get((tag, name), {}))
        found.update(declarations(attributes.get("style", "")))
        return found

    def item_label(self, attributes: Mapping[str, str]) -> tuple[str, str, str] | None:
        """How the items of a list are labelled by generated content: before, counting style, after."""
        for name in attributes.get("class", "").split():
            content = self._items.get(name, "")
            counter = _COUNTER.search(content)
            if counter:
                return _quoted(content[: counter.start()]), counter[1], _quoted(content[counter.end() :])
        return None


def _quoted(content: str) -> str:
    return "".join(_STRINGS.findall(content)).strip()


def styles(tag: str, css: Mapping[str, str]) -> dict[Style, bool]:
    """The styles that an element switches on or off, by its tag and by what holds for it."""
    found = dict(_OF_TAG.get(tag, {}))
    if slant := css.get("font-style"):
        found["italic"] = slant.startswith(("italic", "oblique"))
    if weight := css.get("font-weight"):
        found["bold"] = weight not in _LIGHT
    if raised := css.get("vertical-align"):
        found["superscript"] = raised == "super"
    decoration = css.get("text-decoration-line", css.get("text-decoration", ""))
    if "underline" in decoration:
        found["underline"] = True
    if "line-through" in decoration:
        found["strike"] = True
    return found


def alone(tag: str, attributes: Mapping[str, str], found: Mapping[Style, bool]) -> bool:
    """Whether the element does nothing of note but switch on one style."""
    if len(found) != 1 or not all(found.values()):
        return False
    if tag in _OF_TAG:
        return attributes.keys() <= {"class", "lang", "dir", "title"}
    return attributes.keys() == {"style"} and attributes["style"].count(":") == 1
