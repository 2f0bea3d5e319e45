"""``notes``: footnote marks and the notes they call."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from linter.checks.base import Hit, Request, Subject, place
from linter.model.diagnostic import Edit, MoveNote, Place, Replace
from linter.model.document import Block, NoteMark
from linter.model.resolution import Element
from linter.model.values import dataclass

_PUNCTUATION = ",;.:"
_SPACES = " \t\u00a0\u202f"
_NAMED = re.compile(
    r"(?:\b(?:[Rr]eports?|[Nn]ote|[Ll]etter)|(?<![\w/.])\d{1,4}/\d{1,4}(?: [A-Z])?|\d \(\d{4}\))\Z"
)
_GOES_ON = re.compile(r"[ \u00a0]of (?:the|its|\d)")


@dataclass(frozen=True, slots=True)
class Params:
    """What is asked of marks and notes.

    ``after-punctuation``: a mark stands behind the comma, semicolon, stop or colon. ``no-space-before``: no
    space between the word and its mark. ``after-name``: a mark does not part "report" from whose it is, nor
    the number of a resolution from its date. ``space-after``: a mark inside a paragraph is followed by a
    space or punctuation. ``called``: every note has a mark. ``answered``: every mark has a note. ``figures``:
    a mark is a number or asterisks. ``once``: no note has two marks. ``stop``: a note ends with a full stop.
    ``ibid-first``: the first note is not "Ibid.". ``ibid``: a note with the source of the one before is.
    ``ibid-follows``: what stands behind "Ibid." fits the source of the note before, which has but one.
    ``treaty``: a treaty has a note where it is first named. ``source``: a note behind the name of a treaty or
    a declaration gives the source of that text.
    """

    require: Literal[
        "after-punctuation", "after-name", "no-space-before", "space-after", "called", "answered", "figures",
        "once", "stop", "ibid-first", "ibid", "ibid-follows", "treaty", "source",
    ]  # fmt: skip


PLACEHOLDERS = ("found", "expected", "label")
_OF_SOURCES = ("ibid", "ibid-follows", "source")


def check(params: Params, subject: Subject, request: Request) -> Iterator[Hit | None]:
    """One item for each mark, or for each note."""
    if not subject.document.carries.footnotes:
        return
    if params.require in ("called", "stop", "ibid-first"):
        yield from _notes(params, subject)
        return
    if params.require in _OF_SOURCES and not any(map(_has_note, subject.document.blocks)):
        return  # before what reads sources is imported
    if params.require in ("ibid", "ibid-follows"):
        from linter.checks import ibid

        yield from (ibid.repeated if params.require == "ibid" else ibid.follows)(subject)
        return
    if params.require == "treaty":
        from linter.checks import treaty_notes

        yield from treaty_notes.check(subject, request)
        return
    if params.require == "source":
        from linter.checks import note_sources

        yield from note_sources.check(subject, request)
        return
    if params.require == "once":
        yield from _once(subject, request)
        return
    judge = {
        "after-punctuation": _after_punctuation,
        "after-name": _after_name,
        "no-space-before": _no_space_before,
        "space-after": _space_after,
        "answered": _answered,
        "figures": _figures,
    }[params.require]
    for element in subject.elements(request.roles, all_text=True):
        for mark in element.block.notes:
            yield judge(element, mark)


def _values(block: Block, mark: NoteMark) -> dict[str, str]:
    around = block.text[max(mark.offset - 12, 0) : mark.offset]
    return {"label": mark.label, "found": around.split(" ")[-1] or around, "expected": ""}


def _nth(block: Block, mark: NoteMark) -> int:
    return [note for note in block.notes if note.offset == mark.offset].index(mark)


def _after_punctuation(element: Element, mark: NoteMark) -> Hit | None:
    block = element.block
    following = block.text[mark.offset : mark.offset + 1]
    if not following or following not in _PUNCTUATION:
        return None
    if any(other.offset == mark.offset + 1 for other in block.notes):  # a comma between two marks
        return None
    edit = MoveNote(block.index, mark.offset, mark.offset + 1, _nth(block, mark))
    values = {**_values(block, mark), "expected": following}
    title = f"move the mark behind the “{following}”"
    return Hit(place(block, mark.offset, mark.offset + 1), values, (edit,), title=title)


def _after_name(element: Element, mark: NoteMark) -> Hit | None:
    block = element.block
    if not _GOES_ON.match(block.text, mark.offset):
        return None
    named = _NAMED.search(block.text, 0, mark.offset)
    if named is None:
        return None
    if any(0 < named.start() - other.offset <= len(" and ") for other in block.notes):
        return None  # "5/7¹ and 5/8² of 2 March": numbers of one date are told apart by their marks
    values = {"label": mark.label, "found": named[0], "expected": ""}
    return Hit(place(block, named.start(), mark.offset), values)


def _no_space_before(element: Element, mark: NoteMark) -> Hit | None:
    block = element.block
    start = len(block.text[: mark.offset].rstrip(_SPACES))
    if start == mark.offset or not start:
        return None
    following = block.text[mark.offset : mark.offset + 1]
    edits: tuple[Edit, ...] = (Replace(block.index, start, mark.offset, ""),)
    if following.isalnum() or following in ("(", "“"):  # the space stands on the wrong side
        edits = (MoveNote(block.index, mark.offset, start, _nth(block, mark)),)
    title = "take out the space before the mark"
    return Hit(place(block, start, mark.offset), _values(block, mark), edits, title=title)


def _space_after(element: Element, mark: NoteMark) -> Hit | None:
    block = element.block
    following = block.text[mark.offset : mark.offset + 1]
    before = block.text[mark.offset - 1 : mark.offset]
    if not (following.isalpha() or following in ("(", "“")) or before in _SPACES or not before:
        return None
    edit = Replace(block.index, mark.offset, mark.offset, " ", after_note=True)
    title = "put a space after the mark"
    return Hit(place(block, mark.offset, mark.offset + 1), _values(block, mark), (edit,), title=title)


def _answered(element: Element, mark: NoteMark) -> Hit | None:
    if mark.note is not None:
        return None
    return Hit(place(element.block, max(mark.offset - 1, 0), mark.offset), _values(element.block, mark))


def _figures(element: Element, mark: NoteMark) -> Hit | None:
    if not mark.label.isalpha():
        return None
    return Hit(place(element.block, max(mark.offset - 1, 0), mark.offset), _values(element.block, mark))


def _once(subject: Subject, request: Request) -> Iterator[Hit | None]:
    called: set[int] = set()
    for element in subject.elements(request.roles, all_text=True):
        for mark in element.block.notes:
            if mark.note is None or not mark.label.isdigit():
                continue
            if mark.note in called:
                values = _values(element.block, mark)
                yield Hit(place(element.block, max(mark.offset - 1, 0), mark.offset), values)
            else:
                called.add(mark.note)
                yield None


def _notes(params: Params, subject: Subject) -> Iterator[Hit | None]:
    called = {mark.note for block in subject.document.blocks for mark in block.notes}
    first = True
    for element in subject.elements(("footnote",), all_text=True):
        block = element.block
        label = element.label or (block.label.text if block.label else "")
        values = {"label": label, "found": block.text[:30], "expected": ""}
        if params.require == "called":
            where = Place(block.index, 0, min(len(block.text), 1))
            missed = block.index not in called and label.strip("*†") != ""  # an asterisk may stand in a table
            yield Hit(where, values) if missed else None
        elif params.require == "stop":
            yield _stop(block, values)
        elif label.isdigit():
            if first and subject.folded(block).startswith("ibid"):
                yield Hit(Place(block.index, 0, min(len(block.text), 5)), values)
            else:
                yield None
            first = False


def _stop(block: Block, values: dict[str, str]) -> Hit | None:
    text = block.text.rstrip(_SPACES)
    if not text or text.endswith((".", ".”", '."', "?", "!", ".)", ".]", ":")):
        return None
    end = len(text)
    if text[-1] in ",;:":
        edit = Replace(block.index, end - 1, end, ".")
        values = {**values, "found": text[-1]}
        return Hit(place(block, end - 1, end), values, (edit,), title="end the note with a full stop")
    values = {**values, "found": text[-1]}
    edit = Replace(block.index, end, end, ".")
    return Hit(place(block, end - 1, end), values, (edit,), title="end the note with a full stop")


def _has_note(block: Block) -> bool:
    return bool(block.notes) or block.kind == "note"
