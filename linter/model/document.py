"""A draft as a person sees it: blocks of text, each with exact segments back to the source."""

from __future__ import annotations

from typing import Literal

from linter.model.source import Source, Span
from linter.model.values import dataclass

Style = Literal["italic", "bold", "superscript", "underline", "strike"]
BlockKind = Literal["paragraph", "heading", "note", "cell"]


@dataclass(frozen=True, slots=True)
class Segment:
    """``text[start:end]`` of a block is ``source[source_start:source_end]``.

    Where both are of one length, character answers to character; else the segment is one unit (an
    entity, a soft line break) and is replaced as a whole or not at all. ``locked`` text stands in the
    block but may not be edited (the seam of a paragraph that a page break cut, the result of a field,
    text whose source is generated). A ``seam`` is the space that a reader sees where the source ends one
    paragraph in the middle of a sentence and begins another: the one edit that it takes is a replacement
    by a space of its own, which joins them.
    """

    start: int
    end: int
    source_start: int
    source_end: int
    locked: bool = False
    seam: bool = False

    @property
    def linear(self) -> bool:
        """Whether each character has a source character of its own."""
        return self.end - self.start == self.source_end - self.source_start


@dataclass(frozen=True, slots=True)
class Mark:
    """A styled span of a block's text; spans of one style neither touch nor overlap.

    ``opening`` and ``closing`` are the source ranges of the delimiters (asterisks, tags) where the format
    writes a style with delimiters of this span's own, else None.
    """

    start: int
    end: int
    style: Style
    opening: Span | None = None
    closing: Span | None = None


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A footnote mark: an anchor between characters, not a character of the text.

    ``label`` is what the reader sees ("1", "*"); ``note`` is the index of the note's block, or None when
    no note answers to it. ``source`` is the range of the whole mark in the source (``[^1]``,
    ``<sup>1</sup>``, ``¹``, glued digits). ``automatic`` numbers are made by the format (Word, and
    Markdown's own notes when printed) and cannot be wrong as typed digits can.
    """

    offset: int
    label: str
    note: int | None = None
    source: Span | None = None
    automatic: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a paragraph and is not part of its text: "5.", "(a)", "PP3", "1" of a note.

    ``text`` is as the reader sees it. ``source`` is the range of the label alone, or None where the
    format makes it (``automatic``).
    """

    text: str
    source: Span | None = None
    automatic: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, table cell or footnote, unnormalised.

    ``index`` is its place in the document's reading order (notes come after the body). ``segments`` tile
    ``text`` from 0 to its end, in source order. ``span`` is the source range of the whole block with its
    label and delimiters. ``level`` is the depth of a heading (1 is the highest) or the level of
    automatic or typed numbering (0 for none, 1 for "1.", 2 for "(a)", 3 for "(i)") as far as the reader
    can tell. ``hint`` is what the source itself says the block is: an AKN4UN role ("preambular",
    "operative", "subparagraph", "title", "organ", "agenda-item", "sponsors", "adoption", "vote",
    "annex", "heading", "masthead", with "!" behind it where it is said outright) or a Word style name or an
    HTML tag, else "". ``indent`` is the number of source columns the text is set in.
    """

    index: int
    kind: BlockKind
    text: str
    segments: tuple[Segment, ...]
    span: Span
    marks: tuple[Mark, ...] = ()
    notes: tuple[NoteMark, ...] = ()
    label: Label | None = None
    level: int = 0
    hint: str = ""
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Directive:
    """A comment to resolint in the source, such as ``resolint: ignore RULE reason``.

    ``text`` is the words after ``resolint:``; ``before`` is the index of the block that it stands before
    (or, in Word, is attached to); ``source`` is its range.
    """

    text: str
    before: int
    source: Span | None


@dataclass(frozen=True, slots=True)
class Carries:
    """What the format can show at all; rules about the rest do not apply."""

    emphasis: bool
    footnotes: bool
    numbering: bool


@dataclass(frozen=True, slots=True)
class Document:
    """A draft: body blocks in reading order, then the footnotes' blocks (``kind="note"``).

    ``remarks`` say what of the file could not be read.
    """

    source: Source
    blocks: tuple[Block, ...]
    carries: Carries
    directives: tuple[Directive, ...] = ()
    remarks: tuple[str, ...] = ()
