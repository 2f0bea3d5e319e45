"""What the walk over a Word file gives: its text in reading order, in atoms that know their origin."""

from __future__ import annotations

from typing import Literal

from linter.model.values import NamedTuple, dataclass, field
from linter.ooxml.names import NOTE_CHARACTER
from linter.ooxml.styles import Styles
from linter.ooxml.xml import Element

AtomKind = Literal["text", "mark", "soft"]
NoteKind = Literal["footnote", "endnote"]
StoryKind = Literal["header", "body", "box", "footnote", "endnote"]


class Atom(NamedTuple):
    """One node of a run that shows text, or a note's mark.

    ``text`` stands at ``start`` of the draft's text; a node other than ``w:t`` has one character. ``looks``
    are the bits of ``linter.ooxml.styles``. ``lock`` is the reason why the text may not be edited, or "".
    A "mark" is a note reference (or, in a note, the mark it begins with; or the number that a field shows
    of one), a "soft" is invisible.
    The underline of a ``link`` is not counted as its look: it is no emphasis.
    """

    node: Element
    run: Element
    text: str
    start: int
    looks: int
    lock: str
    kind: AtomKind = "text"
    link: bool = False

    @property
    def end(self) -> int:
        """Where the atom ends in the draft's text."""
        return self.start + len(self.text)


class Reference(NamedTuple):
    """A note's mark: the ``atom`` it is, the note it names, the section it stands in.

    ``custom`` is set where the text after it in its run is the mark ("*").
    """

    atom: Atom
    kind: NoteKind
    id: str
    custom: bool
    section: int

    @property
    def shown(self) -> str:
        """What the file holds of the mark's words: nothing where Word counts it."""
        return self.atom.text.strip(NOTE_CHARACTER)


class Repeat(NamedTuple):
    """The number of a note as a field shows it: the field names the ``bookmark`` that stands at its mark."""

    atom: Atom
    bookmark: str


@dataclass(slots=True)
class Paragraph:
    """A paragraph as a reader sees it; several ``elements`` where the marks between them are deleted.

    ``table_looks`` are the bits that the style of the table around it switches on.
    """

    elements: list[Element]
    part: str
    story: StoryKind
    start: int
    style: str = ""
    in_table: bool = False
    table_looks: int = 0
    number: str = ""
    level: int = 0
    outline: int | None = None
    end: int = 0
    atoms: list[Atom] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    repeats: list[Repeat] = field(default_factory=list)


class Note(NamedTuple):
    """A note that the body refers to. ``label`` is what its mark shows: a number, or a mark of its own."""

    reference: Reference
    label: str
    paragraphs: tuple[Paragraph, ...]


class Barrier(NamedTuple):
    """A point of the draft's text that no edit may cross, and why."""

    offset: int
    reason: str


@dataclass(slots=True)
class CommentRange:
    """Where a comment is anchored in the draft's text."""

    start: int
    end: int


@dataclass(slots=True)
class Draft:
    """A whole Word file, walked once. ``text`` holds every atom; paragraphs are separated by line feeds.

    ``unread`` counts the numbers that Word makes where it shows them, and no one else can.
    """

    text: str
    paragraphs: list[Paragraph]
    notes: list[Note]
    barriers: list[Barrier]
    comments: dict[str, CommentRange]
    styles: Styles
    unread: int = 0
