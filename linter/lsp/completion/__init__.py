"""What can stand where the drafter types: opening phrases, citations with their dates, official names."""

from __future__ import annotations

from lsprotocol import types

from linter.lsp.completion import citations, names, openings
from linter.lsp.completion.place import Offer, Place
from linter.lsp.reading import Reading

TRIGGERS = ("*", "/")
_MOST = 60


def complete(reading: Reading, offset: int) -> types.CompletionList:
    """What can stand at an offset of the text, the likeliest first."""
    place = Place(reading, offset)
    offers: list[Offer] = []
    for kind in (openings.offers, citations.offers, names.offers):
        offers = list(kind(place))
        if offers:
            break
    most = len(offers) if offers and offers[0].kind == types.CompletionItemKind.Keyword else _MOST
    items = [_item(offer, place, number) for number, offer in enumerate(offers[:most])]
    return types.CompletionList(is_incomplete=bool(items) and _depends_on_more(offers, most), items=items)


def _depends_on_more(offers: list[Offer], most: int) -> bool:
    """Whether other offers may come when more is typed."""
    return len(offers) > most or offers[0].kind == types.CompletionItemKind.Reference


def _item(offer: Offer, place: Place, number: int) -> types.CompletionItem:
    text = place.reading.text
    start, end = offer.span
    begun = text.content[start : place.offset].lower()
    return types.CompletionItem(
        label=offer.label,
        kind=offer.kind,
        detail=offer.detail or None,
        documentation=offer.documentation or None,
        sort_text=f"{number:04}",
        filter_text=None if offer.label.lower().startswith(begun) else offer.typed,
        text_edit=types.TextEdit(text.range(start, end), offer.text),
    )
