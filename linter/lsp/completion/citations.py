"""Citations with their dates after a number that is being typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lsprotocol import types

from linter.drafting.cite import Cited, day_in_words, in_text
from linter.facts import Known, Named, named, stem_of
from linter.lsp.completion.place import Offer, Place
from linter.lsp.hover import facts
from linter.structure.citations import find_in

_NUMBER = re.compile(r"(?<![\w/.,’'-])(?:E?S-)?\d{1,4}/\d{0,4}$")
_COUNCIL = re.compile(r"\bresolutions? (?:[^;]{0,80}(?:,| and) )?(\d{1,4})$", re.IGNORECASE)
_SYMBOL = re.compile(r"\b(?:A|A/HRC|E|S|E/CN\.4)/(?:RES|DEC)/(?:E?S-)?\d{0,4}(?:/\d{0,4})?$")
_DATED = re.compile(r"\S*(?:\s+\(\d{4}\))?\s+of\s+\d")
_WORTH_IT = 3
_TITLE_ROOM = 90


def offers(place: Place) -> Iterator[Offer]:
    """What begins with the number at the place, each with the date of its adoption."""
    before = place.before.replace("\n", " ").replace("\u00a0", " ").replace("\u2011", "-")
    symbol = _SYMBOL.search(before)
    if symbol:
        yield from _whole(place, symbol[0], symbol[0])
        return
    number = _NUMBER.search(before)
    if number is None:
        yield from _of_council(place, before)
        return
    head = _head(place, before if not before.endswith("/") else f"{before}1")
    if head is None:
        own = place.reading.resolution.organ
        yield from _whole(
            place, number[0], f"{stem_of(own if own == 'hrc' else 'ga', 'resolution')}{number[0]}"
        )
        return
    organ, kind = head
    stem = stem_of(organ or "ga", kind)
    if stem is not None:
        for known in _known(place, stem + number[0]):
            yield _numbered(place, number[0], stem, known)


def _of_council(place: Place, before: str) -> Iterator[Offer]:
    """Resolutions of the Security Council, which are known by a number alone."""
    number = _COUNCIL.search(before)
    if number is None or len(number[1]) < _WORTH_IT:
        return
    head = _head(place, f"{before} (2000)")
    if head is not None and head[0] == "sc":
        for known in _known(place, f"S/RES/{number[1]}"):
            yield _numbered(place, number[1], "S/RES/", known)


def _known(place: Place, symbol: str) -> list[Known]:
    """What begins with a symbol, 52/2 before 52/10."""
    found = facts(place.reading).beginning(symbol)
    return sorted(found, key=lambda known: (len(known.symbol), known.symbol))


def _head(place: Place, before: str) -> tuple[str | None, str] | None:
    """The organ and kind that the words before a number give it, as the recogniser reads them."""
    found = find_in(before, place.reading.resolution.organ, place.words)
    last = next((citation for citation in found if citation.span.end == len(before)), None)
    return (last.organ, last.kind) if last else None


def _numbered(place: Place, typed: str, stem: str, known: Known) -> Offer:
    """The number and its date, for a place that has the words before them."""
    number = known.symbol.removeprefix(stem)
    dated = known.adopted and known.certain and not _DATED.match(place.after)
    text = f"{number} of {_day(known.adopted)}" if dated else number
    return Offer(
        text, text, place.back(len(typed)), number, types.CompletionItemKind.Reference, *_said(known)
    )


def _whole(place: Place, typed: str, symbol: str) -> Iterator[Offer]:
    """Whole citations, with the organ's name, for what begins with a symbol."""
    for known in _known(place, symbol):
        name = named(known.symbol)
        if name is not None:
            text = in_text([Cited(known.symbol, name, known)])
            chosen = typed + known.symbol.removeprefix(symbol)
            yield Offer(
                _label(name, known), text, place.back(len(typed)), chosen,
                types.CompletionItemKind.Reference, *_said(known),
            )  # fmt: skip


def _label(name: Named, known: Known) -> str:
    return f"{name.number} of {_day(known.adopted)}" if known.adopted and known.certain else name.number


def _said(known: Known) -> tuple[str, str]:
    """Detail and documentation: the title, and how the date is known."""
    title = known.title if len(known.title) <= _TITLE_ROOM else f"{known.title[: _TITLE_ROOM - 1]}…"
    if not known.adopted:
        return title, "The date of its adoption is not known."
    day = _day(known.adopted)
    sure = f"Adopted on {day}" if known.certain else f"Perhaps adopted on {day}, which is uncertain"
    return title, f"{known.title}\n\n{sure} (from {known.source}).".strip()


def _day(iso: str) -> str:
    from datetime import date

    return day_in_words(date.fromisoformat(iso))
