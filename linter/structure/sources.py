"""What a text names besides resolutions and documents: treaties, official records, provisions, meetings.

Texts are given with plain quotes, spaces and hyphens (:func:`linter.model.fold.straighten`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from linter.model.source import Span
from linter.model.values import NamedTuple

_NUMBERS = r"\d[\d-]*(?:(?:,| and| to) \d[\d-]*)*"
_VOLUME = rf"vols?\. [^;.]+?, Nos?\. {_NUMBERS}"
_SESSION = r"(?:[A-Z][a-z]+(?:-[a-z]+)? (?:Emergency )?(?:Special )?Session|\d{4})"
_SUPPLEMENT = r"Supplement No\. \d+[A-Z]?"
_TREATY = re.compile(
    rf"(?P<series>(?:United Nations|League of Nations), Treaty Series), (?P<number>{_VOLUME})"
)
_RECORDS = re.compile(
    rf"(?P<series>Official Records of the [A-Z][\w ]+?), (?P<session>{_SESSION}), (?P<number>{_SUPPLEMENT})"
)
_IBID = re.compile(r"(?:See )?[Ii]bid\b\.?,? ?(?P<change>.*?)\.?\s*$", re.DOTALL)
_CHANGES = {
    "treaty": re.compile(rf"(?P<number>{_VOLUME})"),
    "records": re.compile(rf"(?:(?P<session>{_SESSION}), )?(?P<number>{_SUPPLEMENT})"),
}
_ITEM = r"(?:\d+|[IVXLC]+\b)(?: \(\w{1,4}\))*"
_PROVISION = re.compile(
    r"\b(?P<what>[Aa]rticle|[Pp]aragraph|[Cc]hapter|[Ss]ection)s? "
    rf"(?P<numbers>{_ITEM}(?:(?:, and |, | and | or | to ){_ITEM})*)"
    r"(?:,? (?:sub)?paragraphs? [\d(][\w() ]*?)?,? of (?:the |its )?"
    r"(?P<of>[A-Z][^,;:.()]*|(?:resolution|decision)s? [^,;:]*)"
)
_EACH = re.compile(r"(?<!\()\b(?:\d+|[IVXLC]+)\b(?!\))")
_WHAT: dict[str, Literal["article", "paragraph", "chapter", "section"]] = {
    "article": "article",
    "paragraph": "paragraph",
    "chapter": "chapter",
    "section": "section",
}
_MEETING = re.compile(r"\b(?P<number>\d{1,4})(?:st|nd|rd|th) (?P<plenary>plenary )?meeting\b", re.IGNORECASE)


class Source(NamedTuple):
    """The source that a footnote gives.

    ``series`` is the publication ("United Nations, Treaty Series", "Official Records of the General
    Assembly") and ``number`` the place in it ("vol. 1577, No. 27531", "Supplement No. 53A"), ``session`` what
    stands between ("Seventy-third Session", "2005"). Of any ``other`` source ``number`` is the whole note.
    """

    kind: Literal["treaty", "records", "other"]
    series: str
    session: str
    number: str


class Provision(NamedTuple):
    """Articles, paragraphs, chapters or sections of an instrument: "article 6, paragraph 2, of the Covenant".

    ``numbers`` are those of ``what``, each as it is printed; ``of`` is what follows "of the", up to the next
    mark, and ``at`` where that begins.
    """

    what: Literal["article", "paragraph", "chapter", "section"]
    numbers: tuple[str, ...]
    of: str
    at: int
    span: Span


class Meeting(NamedTuple):
    """A meeting that is named by its number, "72nd plenary meeting"."""

    number: int
    plenary: bool
    span: Span


def of_notes(texts: Iterable[str]) -> list[Source | None]:
    """The source of each footnote, in their order; "Ibid." has that of the note before, with its changes.

    None for an "Ibid." with no note before it.
    """
    found: list[Source | None] = []
    before: Source | None = None
    for text in texts:
        before = _of_note(text, before)
        found.append(before)
    return found


def _of_note(text: str, before: Source | None) -> Source | None:
    ibid = _IBID.match(text)
    if ibid is not None:
        return before and _changed(before, ibid["change"])
    if match := _TREATY.search(text):
        return Source("treaty", match["series"], "", match["number"])
    if match := _RECORDS.search(text):
        return Source("records", match["series"], match["session"], match["number"])
    return Source("other", "", "", text.strip().rstrip("."))


def _changed(before: Source, change: str) -> Source:
    """What "Ibid., vol. 2515, No. 44910" stands for after ``before``."""
    pattern = _CHANGES.get(before.kind)
    match = pattern.match(change) if pattern else None
    if match is not None:
        session = match.groupdict().get("session") or before.session
        return before._replace(session=session, number=match["number"])
    if before.kind == "other" and change:
        return before._replace(number=f"{before.number}, {change}")
    return before


def provisions(text: str) -> Iterator[Provision]:
    """The provisions of instruments and resolutions that a paragraph names."""
    for match in _PROVISION.finditer(text):
        what = _WHAT[match["what"].lower()]
        numbers = tuple(_EACH.findall(match["numbers"]))
        yield Provision(what, numbers, match["of"].strip(), match.start("of"), Span(*match.span()))


def meetings(text: str) -> Iterator[Meeting]:
    """The meetings that a text names."""
    for match in _MEETING.finditer(text):
        yield Meeting(int(match["number"]), bool(match["plenary"]), Span(*match.span()))
