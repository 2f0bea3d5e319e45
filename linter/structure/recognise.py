"""The door: a document's blocks become a resolution's elements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.model.document import Block, Document
from linter.model.resolution import Citation, Element, Organ, Part, Resolution, Role, Stage
from linter.model.vocabulary import Vocabulary
from linter.structure import adoption, citations, dates, language, masthead, organs
from linter.structure.body import Body, Draft, hinted
from linter.structure.joining import join
from linter.structure.lines import Line, line
from linter.structure.parts import Scope, scopes

_COUNTED = ("preambular", "operative", "subparagraph")


def recognise(
    document: Document, vocabulary: Vocabulary, *, organ: Organ | None = None, stage: Stage | None = None
) -> Resolution:
    """Find out what each block of ``document`` is; ``organ`` and ``stage`` override what is found.

    Never fails: a block that is not understood keeps the role "other".
    """
    whole = join(document, vocabulary)
    lines = [line(block, vocabulary) for block in whole.blocks if block.kind != "note"]
    found = scopes(lines, vocabulary)
    drafts, owners = _drafts(lines, found, vocabulary)
    elements = _elements(whole, lines, drafts, owners, found)
    return _resolution(whole, elements, found, vocabulary, organ, stage)


def _drafts(
    lines: Sequence[Line], found: Sequence[Scope], vocabulary: Vocabulary
) -> tuple[list[Draft], list[int | None]]:
    """For each line what it is and to which scope it belongs."""
    drafts = [Draft(hinted(seen) or "other") for seen in lines]
    owners: list[int | None] = [None] * len(lines)
    for number, scope in enumerate(found):
        for offset, role in enumerate(masthead.roles(lines[scope.first : scope.organ], vocabulary)):
            index = scope.first + offset
            drafts[index] = Draft(hinted(lines[index]) or role)
            owners[index] = number
        if scope.line is not None:
            drafts[scope.organ], owners[scope.organ] = Draft("organ"), number
    for number, scope in enumerate(found):
        own = [index for index in range(scope.body, scope.end) if owners[index] is None or scope.quoted]
        own = [index for index in own if not _in_nested(index, number, found)]
        body = Body(amends=scope.quoted and scope.line is None)
        for draft, index in zip(body.read([lines[i] for i in own]), own, strict=True):
            drafts[index], owners[index] = draft, number
    return drafts, owners


def _in_nested(index: int, number: int, found: Sequence[Scope]) -> bool:
    return any(scope.outer == number and scope.first <= index < scope.end for scope in found[number + 1 :])


def _elements(
    document: Document,
    lines: Sequence[Line],
    drafts: Sequence[Draft],
    owners: Sequence[int | None],
    found: Sequence[Scope],
) -> tuple[Element, ...]:
    """Count what is counted, and add the notes."""
    counts: dict[tuple[object, str], int] = {}
    built: list[Element] = []
    for seen, draft, owner in zip(lines, drafts, owners, strict=True):
        counted = draft.role in _COUNTED
        holder: object = ("under", draft.parent) if draft.role == "subparagraph" else owner
        key = (
            holder,
            draft.role + ("/declaration" if draft.declaration and draft.role == "operative" else ""),
        )
        counts[key] = counts.get(key, 0) + counted
        quoted = counted and owner is not None and found[owner].quoted
        built.append(
            Element(
                draft.role,
                seen.block,
                counts[key] if counted else 0,
                draft.label,
                draft.level,
                draft.parent,
                draft.opening,
                draft.declaration,
                quoted,
                owner,
            )  # fmt: skip
        )
    return (*built, *_notes(document, built))


def _notes(document: Document, body: Sequence[Element]) -> Iterable[Element]:
    """The footnotes, each in the part where its first mark stands."""
    owner = {
        mark.note: element.part
        for element in reversed(body)
        for mark in reversed(element.block.notes)
        if mark.note is not None
    }
    counts: dict[int | None, int] = {}
    last: int | None = 0 if any(element.part is not None for element in body) else None
    for block in document.blocks[len(body) :]:
        last = owner.get(block.index, last)
        counts[last] = counts.get(last, 0) + 1
        label = block.label.text if block.label else ""
        yield Element("footnote", block, counts[last], label, part=last)


def _resolution(
    document: Document,
    elements: tuple[Element, ...],
    found: Sequence[Scope],
    vocabulary: Vocabulary,
    organ: Organ | None,
    stage: Stage | None,
) -> Resolution:
    head = [
        element for element in elements if element.role in ("masthead", "sponsors", "agenda-item", "title")
    ]
    head_texts = [element.block.text for element in head if element.part in (None, 0)]
    others = [
        element.block.text for element in elements if element.role == "other" and element.part in (None, 0)
    ]
    above = [
        element.block.text for element in head if element.role == "masthead" and element.part in (None, 0)
    ]
    symbol = masthead.symbol(above, others)
    title = _title(elements)
    parts = tuple(_part(scope, elements) for scope in found)
    found_organ = organ or _organ(parts, symbol, head_texts, vocabulary)
    return Resolution(
        document=document,
        elements=elements,
        parts=parts,
        organ=found_organ,
        stage=stage or _stage(symbol, title, head_texts, elements),
        symbol=symbol,
        session=masthead.session(symbol, title, head_texts),
        date=_date(elements, vocabulary),
        title=title,
        language=language.detect((element.block.text for element in elements), vocabulary.language),
        citations=_citations(elements, found_organ, parts, vocabulary),
        is_draft=any(
            element.role in ("organ", "preambular", "operative", "sponsors") for element in elements
        ),
    )


def _part(scope: Scope, elements: Sequence[Element]) -> Part:
    letters = [masthead.part_letter(element.block.text) for element in elements[scope.first : scope.organ]]
    key = organs.as_organ(scope.line.key) if scope.line else None
    return Part(next(filter(None, reversed(letters)), ""), key, scope.first, scope.end)


def _title(elements: Sequence[Element]) -> str:
    return masthead.title(
        (element.block.label.text if element.block.label else "", element.block.text)
        for element in elements
        if element.role == "title" and element.part in (None, 0)
    )


def _organ(parts: Sequence[Part], symbol: str, head: Sequence[str], vocabulary: Vocabulary) -> Organ | None:
    if parts and parts[0].organ:
        return parts[0].organ
    by_symbol = organs.of_symbol(symbol, vocabulary) if symbol else None
    if by_symbol is not None:
        return organs.as_organ(by_symbol)
    named = (organs.named(text, vocabulary) for text in head)
    return organs.as_organ(next((key for key in named if key), ""))


def _stage(symbol: str, title: str, head: Sequence[str], elements: Sequence[Element]) -> Stage | None:
    if any(
        element.block.label and element.block.label.text[:2].upper() in ("PP", "OP") for element in elements
    ):
        return "negotiation"
    stated = masthead.stage(symbol, title, head)
    if stated != "adopted" and any(
        _bracketed(element.block) for element in elements if element.role in _COUNTED
    ):
        return "negotiation"
    if stated is None and any(element.role == "adoption" for element in elements):
        return "adopted"
    return stated


def _bracketed(block: Block) -> bool:
    """Whether words stand in the square brackets of a text under negotiation."""
    return block.text[:1] == "[" or (" [" in block.text and "]" in block.text and "[sic]" not in block.text)


def _date(elements: Sequence[Element], vocabulary: Vocabulary) -> str:
    """The date of adoption: below the text, or else in the words "adopted … on"."""
    for element in elements:
        if element.role == "adoption":
            glued = adoption.spaced_date(element.block.text)
            for mention in dates.find(glued, vocabulary):
                return mention.iso
    for element in elements:
        folded = element.block.text.lower()
        if element.role in ("masthead", "title") and (
            "adopted" in folded or folded.startswith(("of ", "resolution "))
        ):
            for mention in dates.find(element.block.text, vocabulary):
                return mention.iso
    return ""


def _citations(
    elements: Sequence[Element], organ: Organ | None, parts: Sequence[Part], vocabulary: Vocabulary
) -> tuple[Citation, ...]:
    found: list[Citation] = []
    for element in elements:
        own = parts[element.part].organ if element.part is not None else None
        found += citations.find(element.block, own or organ, vocabulary)
    return tuple(found)
