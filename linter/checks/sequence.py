"""``sequence``: also and further in paragraphs that open alike, by the decision table of adopted texts.

Counted in adopted General Assembly resolutions: the base must be identical word for word; a heading
between two paragraphs starts anew; a directive verb counts only with the same set of addressees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from linter.checks.base import Hit, Request, Subject, place, replacing
from linter.model.fold import fold
from linter.model.resolution import Element, Opening
from linter.model.values import dataclass

Adverb = Literal["", "also", "further"]
Relation = Literal["new", "unclear", "equal", "overlap", "disjoint"]
_NEXT: dict[Adverb, Adverb] = {"": "also", "also": "further", "further": ""}


@dataclass(frozen=True, slots=True)
class Params:
    """``report`` is which deviation is meant.

    ``missing``: an adverb is due and absent, or another is due. ``unfounded``: also or further without a
    paragraph of the same base before it. ``superfluous``: a directive verb is marked although the
    addressees have nothing in common. ``place`` is where the adverb stands.
    """

    report: Literal["missing", "unfounded", "superfluous"]
    place: Literal["before", "after"]
    directive: bool = True


@dataclass(frozen=True, slots=True)
class _Step:
    """From one paragraph to the next: their openings, how these are related, and what adverbs may stand."""

    previous: Element | None
    before: Opening | None
    element: Element
    opening: Opening
    relation: Relation
    due: tuple[Adverb, ...]


PLACEHOLDERS = ("found", "expected", "previous")


def check(params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each paragraph whose opening follows, or claims to follow, one with the same base.

    After a paragraph that lacks its adverb, the next is right both beside what stands there and beside what
    should; the latter is what is proposed.
    """
    previous: Element | None = None
    right: Adverb = ""
    for element in subject.elements((*request.roles, "heading", "subparagraph"), all_text=True):
        if element.role == "subparagraph":
            continue
        if element.role == "heading" or element.declaration or element.quoted:
            previous = None
            continue
        if previous is not None and previous.part != element.part:
            previous = None
        if element.opening is not None:
            step = _step(previous, right, element, element.opening)
            if not (params.report == "unfounded" and _is_parted(subject, previous, element)):
                yield from _judge(params, step)
            stands = element.opening.adverb
            right = step.due[0] if step.due and stands not in step.due else stands
        previous = element


def _step(previous: Element | None, right: Adverb, element: Element, opening: Opening) -> _Step:
    """The step from ``previous``, which should have the adverb ``right``."""
    before = previous.opening if previous else None
    relation = _relation(previous, element, opening)
    due = (_NEXT[right], _NEXT[before.adverb]) if before is not None and relation == "equal" else ()
    return _Step(previous, before, element, opening, relation, due)


def _is_parted(subject: Subject, previous: Element | None, element: Element) -> bool:
    """Whether a table or other matter stands between, which may hold the paragraph that is meant.

    Behind a heading, which may be one of a table's, what stands just above decides.
    """
    first = previous.block.index + 1 if previous else max(element.block.index - 1, 0)
    return any(other.role == "other" for other in subject.resolution.elements[first : element.block.index])


def _judge(params: Params, step: _Step) -> Iterator[Hit | None]:
    opening, relation = step.opening, step.relation
    if params.place == "before" and opening.base.startswith("having "):
        return  # a preamble of one paragraph, within a section
    if relation == "new":
        if params.report == "unfounded" and _in_place(params, opening):
            yield None if _is_prepared(step.previous, opening.base) else _hit(params, step, "")
    elif params.report == "missing" and step.due:
        yield None if opening.adverb in step.due else _hit(params, step, step.due[0])
    elif params.report == "missing" and relation != "unclear":
        if opening.adverb == "further" and step.before is not None and not step.before.adverb:
            yield _hit(params, step, "also" if relation == "overlap" else "")
    elif params.report == "superfluous" and relation == "disjoint":
        yield None if not opening.adverb else _hit(params, step, "")


def _in_place(params: Params, opening: Opening) -> bool:
    """Whether there is an adverb where it belongs; one that is misplaced is another rule's affair."""
    if opening.adverb_span is None:
        return False
    if params.place == "before":
        return opening.adverb_span.start == opening.span.start
    return opening.adverb_span.end == opening.span.end


def _may_hide_an_adverb(element: Element, opening: Opening) -> bool:
    """Whether "further" follows, an adverb or an adjective ("Recalling further relevant resolutions")."""
    rest = fold(element.block.text[opening.span.end :])
    return not opening.adverb and rest.startswith((" further ", " also "))


def _is_prepared(previous: Element | None, base: str) -> bool:
    """Whether the paragraph before has the verb at all, in its opening or later."""
    verb = re.split(r" (?:its|the|in)\b", base, maxsplit=1)[0]
    return (
        previous is not None and re.search(rf"\b{re.escape(verb)}\b", fold(previous.block.text)) is not None
    )


def _relation(previous: Element | None, element: Element, opening: Opening) -> Relation:
    before = previous.opening if previous else None
    if previous is None or before is None or before.base != opening.base:
        return "new"
    if _may_hide_an_adverb(previous, before) or _may_hide_an_adverb(element, opening):
        return "unclear"
    if opening.verb_class == "statement":
        return "equal"
    from linter.structure.addressees import addressees

    one = addressees(previous.block.text[before.span.end :])
    other = addressees(element.block.text[opening.span.end :])
    if not one and not other:
        return "equal" if one is None and other is None else "overlap"
    if one is None or other is None:
        return "overlap"
    if one == other:
        return "equal"
    return "overlap" if one & other else "disjoint"


def _hit(params: Params, step: _Step, adverb: Adverb) -> Hit:
    block = step.element.block
    start, end = step.opening.span
    found = block.text[start:end]
    expected = _phrase(params, found, step.opening, adverb)
    previous, before = step.previous, step.before
    earlier = previous.block.text[before.span.start : before.span.end] if previous and before else ""
    values = {"found": found, "expected": expected, "previous": earlier}
    return Hit(place(block, start, end), values, replacing(block, start, end, expected))


def _phrase(params: Params, found: str, opening: Opening, adverb: Adverb) -> str:
    """The opening phrase with its adverb exchanged for ``adverb``."""
    if opening.adverb_span is not None:
        left, right = (offset - opening.span.start for offset in opening.adverb_span)
        found = " ".join((found[:left] + found[right:]).split())
    if params.place == "before":
        if not adverb:
            return found[:1].upper() + found[1:]
        return f"{adverb.capitalize()} {found[:1].lower()}{found[1:]}"
    found = found[:1].upper() + found[1:]
    if adverb and found.startswith("Having "):
        return f"Having {adverb} {found.removeprefix('Having ')}"
    return f"{found} {adverb}" if adverb else found
