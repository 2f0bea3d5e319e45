"""The door: a document's blocks become a resolution's elements."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from linter.model.document import Document
from linter.model.resolution import Citation, Element, Kind, Organ, Part, Resolution, Stage
from linter.model.vocabulary import Vocabulary
from linter.structure import citations, language, masthead, organs
from linter.structure.body import Body, Draft, hinted
from linter.structure.identity import Identity
from linter.structure.joining import join
from linter.structure.lines import Line, line
from linter.structure.parts import Scope, scopes
from linter.structure.relabel import relabel

if TYPE_CHECKING:
    from linter.structure.told import Told

_COUNTED = ("preambular", "operative", "subparagraph", "footnote")
_OF_A_DRAFT = ("organ", "preambular", "operative", "sponsors")


def paragraphs(document: Document, vocabulary: Vocabulary) -> Document:
    """The document with its labels told from its words, and paragraphs whole that a page or a key cut."""
    return join(relabel(document, vocabulary), vocabulary)


def recognise(
    document: Document, vocabulary: Vocabulary, *, organ: Organ | None = None, stage: Stage | None = None
) -> Resolution:
    """Find out what each block of ``document`` is; ``organ`` and ``stage`` override what is found.

    Never fails: a block that is not understood keeps the role "other".
    """
    whole = paragraphs(document, vocabulary)
    lines = [line(block, vocabulary) for block in whole.blocks if block.kind != "note"]
    found = scopes(lines, vocabulary)
    prose = None if found else _prose(lines)
    if prose is not None:
        found = [Scope(0, prose.line, prose.line, len(lines), None, told=True)]
    drafts, owners = _drafts(lines, found, vocabulary)
    elements = _elements(whole, lines, drafts, owners, found)
    parts = tuple(_part(scope, elements) for scope in found)
    known = Identity(elements, vocabulary)
    own = organ or known.organ(parts) or (prose.organ if prose else None)
    return Resolution(
        document=whole,
        elements=elements,
        parts=parts,
        organ=own,
        stage=stage or known.stage,
        symbol=known.symbol,
        session=known.session,
        date=known.date,
        title=known.title,
        language=language.detect((element.block.text for element in elements), vocabulary.language),
        citations=_citations(elements, own, parts, known.symbol, vocabulary),
        is_draft=prose is not None or any(element.role in _OF_A_DRAFT for element in elements),
        kind=_kind(found, prose),
    )


def _prose(lines: Sequence[Line]) -> Told | None:
    """The text that ``lines`` tell in prose; markup may call what a statement says operative paragraphs."""
    from linter.structure.told import told  # few drafts have no organ line

    prose = told(lines)
    if prose is not None and prose.kind == "decision" and any(hinted(seen) in _OF_A_DRAFT for seen in lines):
        return None
    return prose


def _kind(found: Sequence[Scope], prose: Told | None) -> Kind:
    if prose is not None:
        return prose.kind
    return "amendment" if any(scope.quoted and scope.line is None for scope in found) else "text"


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
    nested: dict[int | None, set[int]] = defaultdict(set)
    for scope in found:
        if scope.outer is not None:
            nested[scope.outer].update(range(scope.first, scope.end))
    for number, scope in enumerate(found):
        own = [
            index
            for index in range(scope.body, scope.end)
            if (owners[index] is None or scope.quoted) and index not in nested[number]
        ]
        if scope.told:
            owners[scope.body : scope.end] = [number] * (scope.end - scope.body)
            drafts = [Draft("other") if draft.role in _OF_A_DRAFT else draft for draft in drafts]
            continue
        body = _amendment_body() if scope.quoted and scope.line is None else Body()
        for draft, index in zip(body.read([lines[i] for i in own]), own, strict=True):
            drafts[index], owners[index] = draft, number
    return drafts, owners


def _amendment_body() -> Body:
    from linter.structure.amending import AmendmentBody  # only amendments pay for it

    return AmendmentBody()


def _elements(
    document: Document,
    lines: Sequence[Line],
    drafts: Sequence[Draft],
    owners: Sequence[int | None],
    found: Sequence[Scope],
) -> tuple[Element, ...]:
    """Count what is counted, and add the notes."""
    counts: Counter[tuple[str, bool, int | None, int | None]] = Counter()
    built: list[Element] = []
    for seen, draft, owner in zip(lines, drafts, owners, strict=True):
        quoted = draft.role in _COUNTED and owner is not None and found[owner].quoted
        ordinal = 0
        if draft.role in _COUNTED:
            key = (draft.role, draft.declaration, owner, draft.parent)
            ordinal = counts[key] = counts[key] + 1
        element = Element(
            draft.role, seen.block, ordinal, draft.label, draft.level, draft.parent, draft.opening,
            draft.declaration, quoted, owner,
        )  # fmt: skip
        built.append(element)
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


def _part(scope: Scope, elements: Sequence[Element]) -> Part:
    letters = [masthead.part_letter(element.block.text) for element in elements[scope.first : scope.organ]]
    key = organs.as_organ(scope.line.key) if scope.line else None
    return Part(next(filter(None, reversed(letters)), ""), key, scope.first, scope.end)


def _citations(
    elements: Sequence[Element],
    organ: Organ | None,
    parts: Sequence[Part],
    symbol: str,
    vocabulary: Vocabulary,
) -> tuple[Citation, ...]:
    """All that is cited; the draft's own symbol above and between its pages cites nothing.

    A part that another body speaks ("The Commission,") cites as that body does, which no table may know.
    """
    found: list[Citation] = []
    speaking = {element.part for element in elements if element.role == "organ"}
    for element in elements:
        own = parts[element.part].organ if element.part is not None and element.part in speaking else organ
        named = citations.find(element.block, own, vocabulary)
        if element.role in ("masthead", "other"):
            named = [citation for citation in named if citation.number != symbol]
        found += named
    return tuple(found)
