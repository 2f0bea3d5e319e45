"""What is woven into a source: pieces of text, and the places that they go to."""

from __future__ import annotations

from typing import Literal

from linter.model.changes import Refusal, SourceEdit
from linter.model.diagnostic import Replace
from linter.model.document import Style
from linter.model.source import Span
from linter.model.values import NamedTuple, dataclass, field
from linter.writers.markup import Markup

Kind = Literal["closes", "note", "words", "opens"]
_NEAR = 80
RANK: dict[Kind, int] = {"closes": 0, "note": 1, "words": 2, "opens": 3}


class Piece(NamedTuple):
    """Something that comes to stand in the source: words, a delimiter of ``style``, a note mark."""

    text: str
    kind: Kind
    style: Style | None = None


@dataclass(slots=True)
class Insert:
    """The new words of a replacement.

    ``place`` is the source range of the first piece replaced, empty for an insertion; ``start`` is where
    the words begin in the new text. ``fittings`` are the delimiters and note marks that come to stand
    between them, by offset in the words.
    """

    replace: Replace
    place: Span
    start: int
    fittings: list[tuple[int, Piece]] = field(default_factory=list)

    @property
    def end(self) -> int:
        """Where the words end in the new text."""
        return self.start + len(self.replace.text)


class Event(NamedTuple):
    """``source[start:end]`` gives way to ``pieces``; without ``edit``, it is they already."""

    start: int
    end: int
    rank: int
    order: int
    pieces: tuple[Piece, ...]
    edit: bool


def written(insert: Insert, markup: Markup, before: str, after: str) -> tuple[Piece, ...]:
    """The new words escaped, with what stands between them.

    ``before`` and ``after`` are the characters of the source that will stand next to them.
    """
    text = insert.replace.text
    result: list[Piece] = []
    position = 0
    fittings = sorted(insert.fittings, key=lambda fitting: (fitting[0], RANK[fitting[1].kind]))
    for offset, piece in [*fittings, (len(text), None)]:
        if offset > position:
            following = after if offset == len(text) else piece.text if piece else ""
            result.append(Piece(markup.escape(text[position:offset], before, following), "words"))
            position, before = offset, text[offset - 1]
        if piece:
            result.append(piece)
    return tuple(result)


def merged(source: str, events: list[Event]) -> list[SourceEdit]:
    """The edits of sorted events, those that touch made one, those that change nothing left out."""
    edits: list[SourceEdit] = []
    for event in events:
        if not event.edit:
            continue
        text = "".join(piece.text for piece in event.pieces)
        if edits and event.start <= edits[-1].end:
            last = edits.pop()
            edits.append(SourceEdit(last.start, event.end, last.replacement + text))
        else:
            edits.append(SourceEdit(event.start, event.end, text))
    return [edit for edit in edits if source[edit.start : edit.end] != edit.replacement]


def check(source: str, span: Span, events: list[Event], markup: Markup) -> None:
    """Refuse what would leave a delimiter where it does not work, or white space where it is lost.

    ``span`` is the block's range, ``events`` are sorted.
    """
    parts: list[str] = []
    placed: list[tuple[int, Piece]] = []
    length, position = 0, max(span.start - 1, 0)
    for event in events:
        parts.append(source[position : event.start])
        length += len(parts[-1])
        for piece in event.pieces:
            placed.append((length, piece))
            parts.append(piece.text)
            length += len(piece.text)
        position = event.end
    parts.append(source[position : span.end + 1])
    _check_pieces("".join(parts), placed, markup)


def _check_pieces(text: str, placed: list[tuple[int, Piece]], markup: Markup) -> None:
    opened: list[Style | None] = []
    for start, piece in placed:
        end = start + len(piece.text)
        if piece.kind == "words":
            _check_spaces(text, start, end)
        elif piece.kind == "note":
            if text[max(start - _NEAR, 0) : start].rstrip(" \t")[-1:] in ("\r", "\n"):
                raise Refusal("at the beginning of a line this footnote mark would be taken for the footnote")
        else:
            _nest(opened, piece)
            if not markup.holds(text, start, end, opens=piece.kind == "opens"):
                raise Refusal("a style cannot begin or end at this place in this format")


def _nest(opened: list[Style | None], piece: Piece) -> None:
    """Follow the styles that are open; refuse one that would end before another that began in it."""
    if piece.kind == "opens":
        opened.append(piece.style)
    elif piece.style in opened and opened.pop() != piece.style:
        raise Refusal("two styles would overlap, which this format cannot show")


def _check_spaces(text: str, start: int, end: int) -> None:
    before = text[max(start - _NEAR, 0) : start].rstrip(" \t")[-1:]
    after = text[end : end + _NEAR].lstrip(" \t")[:1]
    if (before in "\r\n" and text[start].isspace()) or (after in "\r\n" and text[end - 1].isspace()):
        raise Refusal("white space at the beginning or the end of a line is not seen")
