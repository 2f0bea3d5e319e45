"""``opening``: the form of the words that open a preambular or operative paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from linter.checks.base import Hit, Request, Subject, place, replacing
from linter.model.fold import fold
from linter.model.resolution import Element
from linter.model.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked of the opening.

    ``form``: a paragraph opens with a phrase of its role at all. ``known``: the phrase is in the table of
    opening phrases. ``capital``: the first word has a capital and the others have none. ``adverb-place``:
    also and further stand where the role has them (after the whole phrase in the preamble, in front in the
    operative part). ``item-capital``: the first word of a lettered item has a capital. ``item-alike``: where
    all items of a list but one begin with “To”, that one does so too.
    """

    require: Literal["form", "known", "capital", "adverb-place", "item-capital", "item-alike"]


_LIST = 3
_GOES_ON = re.compile(r"^[^;]{0,200}, to |:$")  # "(b) Where they exist, to …"
_OF_TWO_WORDS = re.compile(r"(?:[A-Z][a-z]+ )?[Cc](?:alls, [^,;]{1,60}, (?:for|upon)|ontinues to [a-z]+) ")
_LATER_VERB = re.compile(r", (?:also |further )?([a-z]{3,}s)\b")
PLACEHOLDERS = ("found", "expected")


def check(params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each paragraph that the requirement speaks of."""
    if params.require in ("form", "known"):
        judge_words = _form if params.require == "form" else _known
        for element in subject.elements(request.roles):
            if element.block.text:
                for item in judge_words(element, _third_person(element, subject)):
                    yield _lighter(item) if item and _verb_follows(element, subject) else item
        return
    if params.require == "item-alike":
        yield from _alike(subject, request)
        return
    judge = {
        "capital": _capital,
        "adverb-place": _adverb_place,
        "item-capital": _item_capital,
    }[params.require]
    for element in subject.elements(request.roles):
        if element.block.text:
            yield from judge(element)


def _words(element: Element) -> str:
    if element.opening is None:
        return element.block.text.split(maxsplit=1)[0]
    return element.block.text[element.opening.span.start : element.opening.span.end]


def _third_person(element: Element, subject: Subject) -> str:
    """The verb that an operative paragraph should open with where it has "Request" or "Express"; else ""."""
    if element.role != "operative" or (element.opening is not None and element.opening.known):
        return ""
    word = element.block.text.split(maxsplit=1)[0]
    endings = [ending for ending in ("s", "es") if fold(word + ending) in subject.opening_verbs()]
    return word + endings[0] if endings and word.isalpha() else ""


def _verb_follows(element: Element, subject: Subject) -> bool:
    """Whether a clause stands before the verb, as it does in some texts ("Pending …, requests …")."""
    if element.role != "operative" or element.opening is not None:
        return False
    return any(match[1] in subject.opening_verbs() for match in _LATER_VERB.finditer(element.block.text))


def _lighter(hit: Hit) -> Hit:
    return replace(hit, severity="advice")


def _form(element: Element, verb: str) -> Iterator[Hit | None]:
    if verb:
        found = verb[: len(element.block.text.split(maxsplit=1)[0])]
        edits = replacing(element.block, 0, len(found), verb)
        yield Hit(place(element.block, 0, len(found)), {"found": found, "expected": verb}, edits)
        return
    if element.opening is not None:
        yield None
        return
    if not element.label and element.block.text.startswith("The ") and element.ordinal == 1:
        return  # a decision told in prose: "The General Assembly, taking note of …, decides …"
    word = _words(element)
    start = element.block.text.index(word)
    yield Hit(place(element.block, start, start + len(word)), {"found": word, "expected": ""})


def _known(element: Element, verb: str) -> Iterator[Hit | None]:
    if element.opening is None or verb:
        return
    if element.opening.known or _OF_TWO_WORDS.match(element.block.text):
        yield None
        return
    yield Hit(place(element.block, *element.opening.span), {"found": _words(element), "expected": ""})


def _capital(element: Element) -> Iterator[Hit | None]:
    if element.opening is None or not element.opening.known:
        return
    start, end = element.opening.span
    found = element.block.text[start:end]
    expected = found[:1].upper() + found[1:].lower()
    if found == expected:
        yield None
        return
    edits = replacing(element.block, start, end, expected)
    yield Hit(place(element.block, start, end), {"found": found, "expected": expected}, edits)


def _item_capital(element: Element) -> Iterator[Hit | None]:
    if not element.label:
        return
    first = element.block.text[0]
    if not first.islower():
        yield None
        return
    edits = replacing(element.block, 0, 1, first.upper())
    yield Hit(place(element.block, 0, 1), {"found": first, "expected": first.upper()}, edits)


def _alike(subject: Subject, request: Request) -> Iterator[Hit | None]:
    lists: dict[tuple[int | None, int], list[Element]] = {}
    for element in subject.elements(request.roles):
        if element.label and element.block.text:
            lists.setdefault((element.parent, element.level), []).append(element)
    for items in lists.values():
        odd = [item for item in items if not item.block.text.startswith("To ")]
        if len(items) < _LIST or len(odd) > 1:
            continue
        yield from (None for item in items if item not in odd)
        for item in odd:
            word = item.block.text.split(maxsplit=1)[0]
            if word.isalpha() and word.istitle() and not _GOES_ON.search(item.block.text):
                yield Hit(place(item.block, 0, len(word)), {"found": word, "expected": "To"})


def _adverb_place(element: Element) -> Iterator[Hit | None]:
    opening = element.opening
    if opening is None or opening.adverb_span is None or not opening.known:
        return
    found = _words(element)
    start, end = opening.span
    adverb_start, adverb_end = opening.adverb_span
    rest = " ".join((element.block.text[start:adverb_start] + element.block.text[adverb_end:end]).split())
    if element.role == "operative":
        expected = f"{opening.adverb.capitalize()} {rest[:1].lower()}{rest[1:]}"
        right = adverb_start == start or (opening.adverb == "further" and adverb_end < end)
    else:
        expected = f"{rest[:1].upper()}{rest[1:]} {opening.adverb}"
        right = adverb_end == end or _takes_it_inside(found)
    if right:
        yield None
        return
    edits = replacing(element.block, start, end, expected)
    yield Hit(place(element.block, start, end), {"found": found, "expected": expected}, edits)


def _takes_it_inside(phrase: str) -> bool:
    """Whether this is like "Having also considered" or "Reaffirming also its support"."""
    words = phrase.split()
    if len(words) < 3:
        return False
    return (words[0] == "Having" and words[1] in ("also", "further")) or words[2] in ("its", "the", "in")
