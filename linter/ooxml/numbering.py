"""Automatic numbers: ``numbering.xml`` and the paragraphs in order give the label that a reader sees."""

from __future__ import annotations

import re

from linter.model.values import NamedTuple
from linter.ooxml.numerals import numeral
from linter.ooxml.styles import Styles
from linter.ooxml.xml import Element, child, children, get, integer, toggled, value

_PLACEHOLDER = re.compile(r"%([1-9])")
_BULLET = "•"
_LEVELS = 9
_MAX_LINKS = 8


class Number(NamedTuple):
    """The label of a paragraph, as printed, and the level of its numbering, counted from 1."""

    text: str
    level: int


class _Level(NamedTuple):
    start: int
    form: str
    text: str
    restart: int | None
    legal: bool
    style: str | None


class _List:
    """One ``w:num``: its levels, and the count that it shares with its abstract definition."""

    __slots__ = ("abstract", "levels", "overrides")

    def __init__(self, abstract: str, levels: list[_Level], overrides: dict[int, int]) -> None:
        self.abstract = abstract
        self.levels = levels
        self.overrides = overrides


class Numbering:
    """The lists of a document. ``number`` is asked once for each paragraph, in reading order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts: dict[str, Element] = {}
        self._nums: dict[str, Element] = {}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._abstracts = {get(e, "abstractNumId") or "": e for e in children(root, "abstractNum")}
            self._nums = {get(e, "numId") or "": e for e in children(root, "num")}

    def number(self, properties: Element | None, style: str) -> Number | None:
        """The label of the next paragraph, with these ``w:pPr`` and this style; None without a number."""
        name, level = self._reference(properties, style)
        found = self._list(name) if name not in (None, "0") else None
        if found is None or name is None:
            return None
        if level is None:
            level = next((i for i, one in enumerate(found.levels) if one.style == style), 0)
        if not 0 <= level < len(found.levels):
            return None
        counts = self._advance(name, found, level)
        text = _label(found, level, counts)
        return Number(text, level + 1) if text else None

    def _reference(self, properties: Element | None, style: str) -> tuple[str | None, int | None]:
        """List and level that a paragraph names; level None where its style's place in the list decides."""
        direct = child(properties, "numPr")
        inherited = self._styles.style(style)
        if direct is None:
            linked = self._linked(inherited.num_id, style)
            return inherited.num_id, None if linked else inherited.level
        name = value(direct, "numId")
        level = integer(value(direct, "ilvl"), -1)
        if name is None:
            return inherited.num_id, max(level, 0)
        return name, level if level >= 0 else None

    def _linked(self, name: str | None, style: str) -> bool:
        found = self._list(name) if name else None
        return found is not None and any(level.style == style for level in found.levels)

    def _list(self, name: str) -> _List | None:
        if name not in self._lists:
            self._lists[name] = self._load(name)
        return self._lists[name]

    def _load(self, name: str) -> _List | None:
        num = self._nums.get(name)
        abstract_name = value(num, "abstractNumId")
        abstract = self._follow(abstract_name)
        if num is None or abstract is None or abstract_name is None:
            return None
        levels = [_Level(1, "none", "", None, False, None)] * _LEVELS
        for element in children(abstract, "lvl"):
            _set_level(levels, element)
        overrides: dict[int, int] = {}
        for override in children(num, "lvlOverride"):
            level = integer(get(override, "ilvl"), -1)
            if (own := child(override, "lvl")) is not None:
                _set_level(levels, own)
            if (start := value(override, "startOverride")) is not None:
                overrides[level] = integer(start, 1)
        return _List(abstract_name, levels, overrides)

    def _follow(self, name: str | None) -> Element | None:
        """The abstract definition of this name, through the numbering style that it may only point to."""
        for _ in range(_MAX_LINKS):
            abstract = self._abstracts.get(name or "")
            link = value(abstract, "numStyleLink")
            if link is None:
                return abstract
            name = value(self._nums.get(self._styles.style(link).num_id or ""), "abstractNumId")
        return None

    def _advance(self, name: str, found: _List, level: int) -> list[int | None]:
        """Count one paragraph at ``level``; the counts of all levels afterwards."""
        counts = self._counts.setdefault(found.abstract, [None] * _LEVELS)
        first = (name, level) not in self._begun
        self._begun.add((name, level))
        current = counts[level]
        if current is None or (first and level in found.overrides):
            counts[level] = found.overrides.get(level, found.levels[level].start)
        else:
            counts[level] = current + 1
        for deeper in range(level + 1, _LEVELS):
            restart = found.levels[deeper].restart
            if restart is None or level < restart:
                counts[deeper] = None
        for higher in range(level):
            if counts[higher] is None:
                counts[higher] = found.overrides.get(higher, found.levels[higher].start)
        return counts


def _set_level(levels: list[_Level], element: Element) -> None:
    index = integer(get(element, "ilvl"), -1)
    if not 0 <= index < _LEVELS:
        return
    restart = value(element, "lvlRestart")
    levels[index] = _Level(
        start=integer(value(element, "start"), 0),
        form=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        restart=None if restart is None else integer(restart, 0),
        legal=bool(toggled(element, "isLgl")),
        style=value(element, "pStyle"),
    )


def _label(found: _List, level: int, counts: list[int | None]) -> str:
    own = found.levels[level]
    if own.form == "bullet":
        return _BULLET if own.text else ""

    def shown(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        if index > level:
            return ""
        form = "decimal" if own.legal and index < level else found.levels[index].form
        return numeral(counts[index] or 0, form)

    return _PLACEHOLDER.sub(shown, own.text).strip()
