"""The structure of a draft: what each block is, and what stands in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from linter.model.document import Block, Document
from linter.model.source import Span
from linter.model.values import dataclass
from linter.model.vocabulary import VerbClass

Role = Literal[
    "masthead", "agenda-item", "sponsors", "title", "organ", "preambular", "operative", "subparagraph",
    "heading", "footnote", "adoption", "vote", "annex", "other",
]  # fmt: skip
Organ = Literal["ga", "hrc", "sc", "ecosoc"]
ORGAN_NAMES: Mapping[str, str] = {
    "ga": "General Assembly",
    "hrc": "Human Rights Council",
    "sc": "Security Council",
    "ecosoc": "Economic and Social Council",
}
Stage = Literal["negotiation", "draft", "adopted"]
Kind = Literal["text", "amendment", "decision", "statement"]


@dataclass(frozen=True, slots=True)
class Opening:
    """The opening phrase of a paragraph, as it stands.

    ``span`` covers the whole phrase with its adverbs ("Further recalls", "Recalling also") in the block's
    text. ``base`` is the phrase without also, further and the like, folded ("recalls", "recalling").
    ``adverb`` is "also", "further" or "" and ``adverb_span`` its place. ``known`` tells whether the base
    is in the table of openings; an unknown one is taken from the italics or from its form (-ing, -s).
    """

    span: Span
    base: str
    adverb: Literal["", "also", "further"]
    adverb_span: Span | None
    verb_class: VerbClass
    known: bool


@dataclass(frozen=True, slots=True)
class Element:
    """One block with its role.

    ``ordinal`` counts preambular and operative paragraphs from 1 within their part, subparagraphs within
    their parent, footnotes within the part; 0 for other roles. ``label`` is what people call it: "5"
    for an operative paragraph, "(a)" for a subparagraph, "1" for a footnote, "" without one. ``level``
    is 1 for paragraphs, 2 for "(a)", 3 for "(i)", and the depth of a heading. ``parent`` is the index in
    ``Resolution.elements`` of the paragraph a subparagraph belongs to. ``declaration`` marks paragraphs of
    a declaration set in the body; ``quoted`` those inside quotation marks (a draft transmitted to another
    organ). ``part`` is the index in ``Resolution.parts``, None before the first.
    """

    role: Role
    block: Block
    ordinal: int = 0
    label: str = ""
    level: int = 0
    parent: int | None = None
    opening: Opening | None = None
    declaration: bool = False
    quoted: bool = False
    part: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A resolution of its own within the file: an organ line and all that hangs on it.

    ``label`` is "A", "B" … or "". ``organ`` is the one that its organ line names.
    """

    label: str
    organ: Organ | None
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Citation:
    """A resolution, decision or document named in the text, at ``span`` of the block.

    ``kind`` is "resolution", "decision" or "document"; ``organ`` is resolved from the context and None
    when it cannot be; ``number`` is as printed without the organ ("60/251", "1325 (2000)", "217 A
    (III)", "A/HRC/61/35"). ``session`` is the number before the stroke where there is one ("60",
    "S-27", "1993"), else "". ``date`` is the ISO date given with it, else "", at ``date_span``.
    """

    kind: Literal["resolution", "decision", "document"]
    organ: str | None
    session: str
    number: str
    date: str
    block: int
    span: Span
    date_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """A recognised draft. ``elements`` has one entry for each block of ``document``, in order.

    ``document`` is the one that was read, with paragraphs cut by page breaks joined. ``symbol`` is the
    draft's own ("A/C.3/80/L.12", "A/RES/78/276"), ``session`` its number, 0 if unknown. ``date`` is the ISO
    date of adoption, or "". ``title`` includes its number ("78/276. …"). ``is_draft`` is False for a file
    without organ line and recognised paragraphs: no rule runs on it. ``kind`` is "decision" for a decision
    told in prose ("At its 12th meeting, on …, the General Assembly decided …") and "statement" for one by the
    President of the Security Council: only rules that ask for these run on them.
    """

    document: Document
    elements: tuple[Element, ...]
    parts: tuple[Part, ...]
    organ: Organ | None
    stage: Stage | None
    symbol: str
    session: int
    date: str
    title: str
    language: str
    citations: tuple[Citation, ...]
    is_draft: bool
    kind: Kind = "text"
