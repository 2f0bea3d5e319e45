"""The next draft from an adopted text: what moves on moved on, what a person decides in brackets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.drafting.roll_head import head
from linter.drafting.roll_moves import FAR, Move, moves
from linter.drafting.roll_reports import Insertion, welcomes
from linter.drafting.rolling import Change, Occasion, Rolled
from linter.editing.compose import Composition
from linter.engine.report import in_words
from linter.facts import Facts
from linter.model.diagnostic import Replace, SetStyle
from linter.model.document import Block, Document, Label, NoteMark
from linter.model.errors import ConfigError
from linter.model.resolution import Element, Resolution
from linter.model.values import replace
from linter.model.vocabulary import Vocabulary
from linter.readers import read
from linter.structure import recognise, renewal
from linter.structure.furniture import is_furniture
from linter.writers.as_markdown import to_markdown

_LEFT_OUT = ("masthead", "agenda-item", "sponsors", "adoption", "vote")
_HRC_A_YEAR = 3  # regular sessions of the Human Rights Council


def roll(base: Resolution, facts: Facts, vocabulary: Vocabulary, session: int = 0) -> Rolled:
    """The next draft made from an adopted text, for ``session``, or for the one that the text itself names.

    Raises ConfigError for a text from which none can be made, and for a session that is not later.
    """
    if not base.is_draft or base.kind != "text":
        raise ConfigError("no adopted text is recognised in it: name a resolution or decision to go on from")
    occasion = _occasion(base, session)
    moved = sorted(
        moves(base, facts, vocabulary, occasion), key=lambda move: (move.edit.block, move.edit.start)
    )
    new_head, changes = head(base, occasion)
    inserted = list(welcomes(base, occasion))
    composed = Composition.of(base.document).apply(move.edit for move in moved)
    composed = composed.apply(_roman(move.edit) for move in moved if move.what == "done" and not move.closes)
    document = _assembled(base, composed.document, new_head, inserted)
    names = {element.block.index: in_words(element, base) for element in base.elements}
    changes += [_told(move, names[move.edit.block]) for move in moved if not move.closes]
    changes += [Change("report", "", "", one.told, True, None) for one in inserted]
    changes += _dropped(base)
    return Rolled(occasion.session, _in_order(to_markdown(document), vocabulary), tuple(changes))


def _roman(bracket: Replace) -> SetStyle:
    """A bracket before an opening phrase does not share its italics."""
    return SetStyle(bracket.block, bracket.start, bracket.start + 1, "italic", on=False)


def _occasion(base: Resolution, session: int) -> Occasion:
    """For which session the draft is, and how far that is from the base."""
    if base.organ == "sc" or not base.session:
        year = int(base.date[:4]) if base.date else session
        years = max(session - year, 1)
        return Occasion(session or year + 1, years, years)
    chosen = session or _named_next(base)
    if chosen <= base.session:
        message = f"the base is of session {base.session}: --session takes a later one"
        raise ConfigError(message)
    steps = chosen - base.session
    a_year = _HRC_A_YEAR if base.organ == "hrc" else 1
    return Occasion(chosen, steps, max(steps // a_year, 1))


def _named_next(base: Resolution) -> int:
    """The session at which the base says that the matter is to be taken up again, else the next."""
    named = [
        mention.number
        for element in base.elements
        if renewal.asks(element)
        for mention in renewal.sessions(element.block.text.lower().replace("\u2011", "-"))
        if base.session < mention.number <= base.session + FAR
    ]
    return min(named, default=base.session + (_HRC_A_YEAR if base.organ == "hrc" else 1))


def _told(move: Move, where: str) -> Change:
    written = f"[{move.found}]" if move.what == "done" else move.edit.text
    return Change(move.what, where, move.found, written, move.decide, move.edit.block)


def _dropped(base: Resolution) -> list[Change]:
    return [
        Change(element.role, in_words(element, base), element.block.text, "", False, element.block.index)
        for element in base.elements
        if element.role in ("adoption", "vote")
    ]


def _assembled(
    base: Resolution, composed: Document, new_head: str, inserted: Sequence[Insertion]
) -> Document:
    """The blocks of the next draft: a new head, the base's own, what is new, the notes in their order."""
    body = list(read("head.md", new_head.encode()).blocks)
    notes: list[Block] = []
    for element in base.elements:
        block = composed.blocks[element.block.index]
        for new in inserted:
            if new.before == element.block.index:
                body += _of_their_own(new, notes, len(composed.blocks) + len(notes))
        if _stays(element):
            body.append(block)
    kept = [block for block in composed.blocks if block.kind == "note"]
    return _numbered(composed, body, [*kept, *notes])


def _stays(element: Element) -> bool:
    if element.role in _LEFT_OUT or element.block.kind == "note":
        return False
    if element.role == "title" and element.part in (None, 0):
        return False
    return not (element.role == "other" and is_furniture(element.block.text))


def _of_their_own(new: Insertion, notes: list[Block], index: int) -> Iterator[Block]:
    """The blocks of an insertion; a note of it gets ``index`` and is added to ``notes``."""
    for block in read("new.md", new.markdown.encode()).blocks:
        if block.kind == "note":
            notes.append(replace(block, index=index))
        else:
            marks = tuple(replace(mark, note=index) for mark in block.notes)
            yield replace(block, notes=marks)


def _numbered(document: Document, body: Sequence[Block], notes: Sequence[Block]) -> Document:
    """A document of these blocks, with the notes that are called for numbered in the order of their marks."""
    called = list(dict.fromkeys(mark.note for block in body for mark in block.notes if mark.note is not None))
    place = {note: len(body) + number for number, note in enumerate(called)}
    by_index = {note.index: note for note in notes}
    labels, count = {}, 0
    for note in called:
        label = by_index[note].label
        own = label is not None and not label.text.isdigit()
        count += not own
        labels[note] = label.text if label is not None and own else str(count)

    def marked(mark: NoteMark) -> NoteMark:
        if mark.note is None:
            return mark
        return replace(mark, note=place[mark.note], label=labels[mark.note])

    blocks = [
        replace(block, index=index, notes=tuple(map(marked, block.notes))) for index, block in enumerate(body)
    ]
    blocks += [replace(by_index[note], index=place[note], label=Label(labels[note])) for note in called]
    return replace(document, blocks=tuple(blocks), directives=())


def _in_order(markdown: str, vocabulary: Vocabulary) -> str:
    """The draft with its paragraphs numbered on from 1, and the references to them."""
    from linter.drafting.renumber import renumber
    from linter.writers import render

    resolution = recognise(read("draft.md", markdown.encode()), vocabulary)
    found = renumber(resolution, vocabulary).found
    if found is None or found.fix is None:
        return markdown
    composition = Composition.of(resolution.document).apply(found.fix.edits)
    return render(resolution.document, composition.changes()).decode()
