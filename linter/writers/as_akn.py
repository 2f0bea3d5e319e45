"""A recognised draft as AKN4UN, the United Nations' XML, in the shape of its official files.

What the markup itself does not tell of a paragraph, such as that it is about the vote, is said with
``refersTo="#role_vote"``, so that nothing is lost on the way back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from linter.model.resolution import Citation, Element, Resolution
from linter.writers.akn_body import main_body, preamble
from linter.writers.akn_elements import Markup, joined
from linter.writers.akn_meta import Dates, meta, references
from linter.writers.akn_words import Words, Wrap

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_COVER, _PREFACE, _PREAMBLE, _BODY, _CONCLUSIONS, _ANNEX = range(6)
_ZONES = {
    "masthead": _COVER, "agenda-item": _COVER, "sponsors": _COVER, "title": _PREFACE, "organ": _PREAMBLE,
    "preambular": _PREAMBLE, "operative": _BODY, "adoption": _CONCLUSIONS, "vote": _CONCLUSIONS,
    "annex": _ANNEX,
}  # fmt: skip
_NUMBER = re.compile(r"(?:S-|ES-|PRST )?\d{1,4}(?:/[\d.…]+| [A-Z])?(?: \([\dIVXLC-]+\))?\.?(?=\s)")
_DECISION = re.compile(r"\bdecision\b", re.IGNORECASE)
_DATE_LINE = re.compile(r"\d{1,2}\s\S.*\d{4}\W*")


def to_akn(resolution: Resolution, links: Mapping[Citation, str], dates: Dates) -> str:
    """The draft as an AKN4UN document, valid against the schema of Akoma Ntoso 3.0.

    ``links`` are the addresses of what is cited. A file of several resolutions is a collection of them.
    Reading the result gives the same words, styles, labels, notes and roles.
    """
    markup = Markup(Words(resolution.document, links), resolution.document.directives)
    parts = _parts(resolution)
    content = _collection(resolution, parts, markup, dates) if len(parts) > 1 else ""
    content = content or _Statement(resolution, markup, dates).text(parts[0], whole=True)
    return f'{_HEAD}\n<akomaNtoso xmlns="{_NAMESPACE}">\n{content}\n</akomaNtoso>\n'


def _collection(
    resolution: Resolution, parts: Sequence[Sequence[Element]], markup: Markup, dates: Dates
) -> str:
    components = []
    for number, elements in enumerate(parts, 1):
        statement = _Statement(resolution, markup, dates, f"!resolution_{number}").text(elements)
        components.append(f'<component eId="component_{number}">\n{statement}\n</component>')
    components[-1] = _with_unmarked(components[-1], markup)
    head = meta(resolution, dates, "!collection", references(resolution, markup.roles))
    body = "\n".join(["<collectionBody>", *components, "</collectionBody>"])
    return f'<documentCollection name="publication">\n{head}\n{body}\n</documentCollection>'


def _parts(resolution: Resolution) -> list[list[Element]]:
    """The elements of each resolution of the file; one that another quotes stays within it."""
    parts: list[list[Element]] = [[]]
    current = 0
    for element in resolution.elements:
        if element.block.kind == "note":
            continue
        own = current if element.part is None or element.quoted else element.part
        if own > current and parts[-1]:
            parts.append([])
        current = max(own, current)
        parts[-1].append(element)
    return parts


class _Statement:
    """One resolution."""

    def __init__(
        self, resolution: Resolution, markup: Markup, dates: Dates, component: str = "!main"
    ) -> None:
        self._resolution = resolution
        self._markup = markup
        self._dates = dates
        self._component = component

    def text(self, elements: Sequence[Element], *, whole: bool = False) -> str:
        """The ``statement``; one that is the ``whole`` file says itself what it refers to."""
        zones = _zoned(elements)
        told = " ".join(element.block.text for element in zones[_COVER] + zones[_PREFACE])
        name = "decision" if _DECISION.search(told) else "resolution"
        parts = [
            _part("coverPage", (self._cover(element) for element in zones[_COVER])),
            _part("preface", (self._preface(element) for element in zones[_PREFACE])),
            _part("preamble", preamble(zones[_PREAMBLE], self._markup)),
            _part("mainBody", main_body(zones[_BODY], self._markup)) or "<mainBody>\n<p/>\n</mainBody>",
            _part("conclusions", (self._conclusion(element) for element in zones[_CONCLUSIONS])),
            self._annex(zones[_ANNEX]),
        ]
        text = "\n".join(filter(None, parts))
        if whole:
            text = _with_unmarked(text, self._markup)
        known = references(self._resolution, self._markup.roles) if whole else ()
        head = meta(self._resolution, self._dates, self._component, known)
        return f'<statement name="{name}">\n{head}\n{text}\n</statement>'

    def _cover(self, element: Element) -> str:
        whole, role = (0, len(element.block.text)), element.role
        if role == "agenda-item":
            return self._block(
                element, "agenda-item", Wrap(*whole, '<inline name="agenda item">', "</inline>")
            )
        if role == "sponsors":
            return self._block(element, "sponsors", Wrap(*whole, '<inline name="sponsors">', "</inline>"))
        symbol = self._resolution.symbol
        start = element.block.text.find(symbol) if symbol else -1
        if start < 0:
            return self._block(element, "masthead")
        wrap = Wrap(start, start + len(symbol), '<docNumber refersTo="#symbol">', "</docNumber>")
        return self._block(element, "masthead", wrap)

    def _preface(self, element: Element) -> str:
        if element.role != "title":
            return self._block(element, "heading")
        text = element.block.text
        number = _NUMBER.match(text)
        end = number.end() if number else 0
        rest = len(text) - len(text[end:].lstrip())
        title = Wrap(rest, len(text), '<docTitle refersTo="#resolutionTitle">', "</docTitle>")
        wraps = [Wrap(0, end, "<docNumber>", "</docNumber>"), title] if number else [title]
        return self._block(element, "title", *wraps)

    def _conclusion(self, element: Element) -> str:
        text, date = element.block.text, self._resolution.date
        if element.role == "adoption" and date and _DATE_LINE.fullmatch(text):
            opening = f'<docDate date="{date}" refersTo="#adoptionDate">'
            return self._block(element, "adoption", Wrap(0, len(text), opening, "</docDate>"))
        return self._block(element, "adoption")

    def _block(self, element: Element, told: str, *wraps: Wrap) -> str:
        return self._markup.block(element, told=told, wraps=wraps)

    def _annex(self, elements: Sequence[Element]) -> str:
        if not elements:
            return ""
        body = "\n".join(main_body(elements, self._markup, annex=True))
        head = meta(self._resolution, self._dates, f"{self._component}/annex")
        doc = f'<doc name="annex">\n{head}\n<mainBody>\n{body}\n</mainBody>\n</doc>'
        name = self._markup.name("attachment")
        return f'<attachments>\n<attachment eId="{name}">\n{doc}\n</attachment>\n</attachments>'


def _with_unmarked(text: str, markup: Markup) -> str:
    """The notes without a mark go to the end of the last paragraph."""
    notes, place = markup.unmarked(), text.rfind("</p>")
    return text[:place] + notes + text[place:] if notes and place >= 0 else text


def _zoned(elements: Sequence[Element]) -> list[list[Element]]:
    """The elements by the container each belongs to, never back to an earlier one."""
    zones: list[list[Element]] = [[] for _ in range(6)]
    current = _COVER
    for element in elements:
        natural = _ZONES.get(element.role, current)
        if element.role == "subparagraph" and current < _PREAMBLE:
            natural = _BODY
        current = max(current, natural)
        zones[current].append(element)
    return zones


def _part(name: str, content: Iterator[str]) -> str:
    written = joined(*content)
    return joined(f"<{name}>", written, f"</{name}>") if written else ""
