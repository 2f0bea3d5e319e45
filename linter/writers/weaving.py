"""Weave the change of one block into its source: words, delimiters, note marks and the label."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from linter.model.changes import BlockChange, Refusal, SourceEdit
from linter.model.diagnostic import Replace
from linter.model.document import Block, Mark, NoteMark, Segment, Style
from linter.model.source import Span
from linter.model.sourcemap import insertion_point, pieces
from linter.writers.markup import Markup

Kind = Literal["words", "opens", "closes", "note", "kept", "gone"]
_RANK: dict[str, int] = {"closes": 0, "note": 1, "words": 2, "opens": 3}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class _Piece(NamedTuple):
    """Something that comes to stand in the source."""

    text: str
    kind: Kind
    style: Style | None = None


@dataclass(slots=True)
class _Insert:
    """New words: those of a replacement, where they go, and which part of the new text they are.

    ``first`` is the source range of the first piece replaced (empty for an insertion); ``fittings`` are
    delimiters and note marks between the words, by offset in them.
    """

    replace: Replace
    first: Span
    new_start: int
    fittings: list[tuple[int, _Piece]] = field(default_factory=list)

    @property
    def new_end(self) -> int:
        return self.new_start + len(self.replace.text)


class _Event(NamedTuple):
    """``source[start:end]`` gives way to ``pieces``, or stays, when it is a delimiter that is kept."""

    start: int
    end: int
    rank: int
    order: int
    pieces: tuple[_Piece, ...]
    edit: bool


class Weaver:
    """Plans the edits of one block."""

    def __init__(self, source: str, block: Block, change: BlockChange, markup: Markup) -> None:
        self._source = source
        self._block = block
        self._change = change
        self._markup = markup
        self._events: list[_Event] = []
        self._starts = [segment.source_start for segment in block.segments]
        self._inserts: list[_Insert] = []
        self._kept: list[tuple[Mark, tuple[int, int]]] = []

    def edits(self) -> list[SourceEdit]:
        """The edits, sorted. Raises Refusal with the reason when the change cannot be made here."""
        shift = 0
        for replace in self._change.replacements:
            self._inserts.append(_Insert(replace, self._cut(replace), replace.start + shift))
            shift += len(replace.text) - (replace.end - replace.start)
        self._weave_styles()
        self._move_notes()
        self._write_label()
        for insert in self._inserts:
            if insert.replace.text or insert.fittings:
                self._event(insert.first, "words", self._written(insert))
            elif insert.first.start < insert.first.end:
                self._event(insert.first, "words", ())
        self._events.sort(key=lambda event: event[:4])
        self._check()
        return _merged(self._source, [event for event in self._events if event.edit])

    def _event(self, span: Span, rank: str, pieces: tuple[_Piece, ...], *, edit: bool = True, order: int = 0) -> None:
        self._events.append(_Event(span.start, span.end, _RANK[rank], order, pieces, edit))

    def _cut(self, replace: Replace) -> Span:
        """Take the replaced words out; returns where the new ones go."""
        if replace.start == replace.end:
            return self._insertion(replace)
        covered = list(pieces(self._block, replace.start, replace.end))
        for piece in covered:
            if piece.locked:
                raise Refusal("these words are made by the file itself or stand on two pages; change them by hand")
            if piece.start < replace.start or piece.end > replace.end:
                raise Refusal("a part of a character reference cannot be changed")
        for piece in covered[1:]:
            self._event(Span(piece.source_start, piece.source_end), "words", ())
        return Span(covered[0].source_start, covered[0].source_end)

    def _insertion(self, replace: Replace) -> Span:
        point = insertion_point(self._block, replace.start)
        if replace.after_note:
            ends = [note.source.end for note in self._block.notes if note.offset == replace.start and note.source]
            point = max(ends, default=point)
        return Span(point, point)

    # Where things come to stand in the new text by themselves

    def _landing(self, point: int) -> int:
        """How much of the new text stands before ``point`` of the source when nothing but words changes."""
        count = self._characters_before(point)
        result = count
        for insert in self._inserts:
            replace = insert.replace
            result -= max(0, min(replace.end, count) - replace.start)
            if insert.first.start < point or insert.first.start == insert.first.end == point:
                result += len(replace.text)
        return result

    def _characters_before(self, point: int) -> int:
        index = bisect_left(self._starts, point) - 1
        if index < 0:
            return 0
        segment = self._block.segments[index]
        return min(segment.end, segment.start + point - segment.source_start) if segment.linear else segment.end

    def _natural(self, mark: Mark) -> tuple[int, int]:
        start = self._landing(mark.opening.start) if mark.opening else self._shifted(mark.start, inside=False)
        end = self._landing(mark.closing.start) if mark.closing else self._shifted(mark.end, inside=True)
        return start, end

    def _shifted(self, offset: int, *, inside: bool) -> int:
        result = offset
        for insert in self._inserts:
            replace = insert.replace
            if replace.start == replace.end:
                reached = replace.start < offset or (replace.start == offset and (inside or offset > 0))
            else:
                reached = replace.start < offset
            if reached:
                result += len(replace.text) - (min(replace.end, offset) - replace.start)
        return result

    # Styles

    def _weave_styles(self) -> None:
        wanted: dict[Style, list[tuple[int, int]]] = {}
        for mark in self._change.marks:
            wanted.setdefault(mark.style, []).append((mark.start, mark.end))
        naturals = [(mark, self._natural(mark)) for mark in self._block.marks]
        targets = [(mark, natural, self._target(wanted.get(mark.style, []), natural)) for mark, natural in naturals]
        self._kept = [(mark, natural) for mark, natural, target in targets if natural == target]
        for mark, natural, target in targets:
            self._place(mark, natural, target)
        for style, spans in wanted.items():
            for span in spans:
                opening, closing = self._markup.delimiters(style)
                self._open(opening, style, span)
                self._close(closing, style, span)

    def _target(self, wanted: list[tuple[int, int]], natural: tuple[int, int]) -> tuple[int, int] | None:
        """Which of the wanted spans the mark that lands at ``natural`` becomes, taken off the list."""
        if natural[0] >= natural[1]:
            return None
        target = natural if natural in wanted else None
        if target is None:
            others = self._other_naturals(natural)
            overlapping = [span for span in wanted if span[0] < natural[1] and natural[0] < span[1]]
            target = next((span for span in overlapping if span not in others), None)
        if target is not None:
            wanted.remove(target)
        return target

    def _other_naturals(self, natural: tuple[int, int]) -> list[tuple[int, int]]:
        return [other for mark in self._block.marks if (other := self._natural(mark)) != natural]

    def _place(self, mark: Mark, natural: tuple[int, int], target: tuple[int, int] | None) -> None:
        opening = self._source[slice(*mark.opening)] if mark.opening else ""
        closing = self._source[slice(*mark.closing)] if mark.closing else ""
        if target is None or target[0] != natural[0]:
            self._remove(mark.opening)
            if target:
                self._open(opening, mark.style, target)
        elif mark.opening:
            self._event(mark.opening, "opens", (_Piece(opening, "opens", mark.style),), edit=False)
        if target is None or target[1] != natural[1]:
            self._remove(mark.closing)
            if target:
                self._close(closing, mark.style, target)
        elif mark.closing:
            self._event(mark.closing, "closes", (_Piece(closing, "closes", mark.style),), edit=False)

    def _remove(self, delimiter: Span | None) -> None:
        if delimiter is None:
            raise Refusal("the style of these words begins or ends in another paragraph; change it by hand")
        self._event(delimiter, "words", ())

    def _open(self, text: str, style: Style, span: tuple[int, int]) -> None:
        piece = _Piece(text, "opens", style)
        offset = span[0]
        insert = self._insert_holding(offset)
        if insert:
            insert.fittings.append((offset - insert.new_start, piece))
            return
        point = self._source_start(self._old(offset))
        for mark, natural in reversed(self._kept):
            if mark.opening and mark.opening.end == point and natural[1] < span[1]:
                point = mark.opening.start
        self._event(Span(point, point), "opens", (piece,), order=-span[1])

    def _close(self, text: str, style: Style, span: tuple[int, int]) -> None:
        self._after(span[1], _Piece(text, "closes", style), span[0])

    def _after(self, offset: int, piece: _Piece, start: int) -> None:
        """Put a piece after the last character before ``offset`` of the new text.

        It goes behind the ends of styles that begin after ``start``.
        """
        insert = self._insert_holding(offset - 1)
        if insert:
            insert.fittings.append((offset - insert.new_start, piece))
            return
        if offset == 0:
            point = insertion_point(self._block, 0)
        else:
            point = self._source_end(self._old(offset - 1))
        for mark, natural in sorted(self._kept, key=lambda kept: kept[0].closing or Span(0, 0)):
            if mark.closing and mark.closing.start == point and natural[0] > start:
                point = mark.closing.end
        self._event(Span(point, point), piece.kind, (piece,), order=-start)

    # Note marks and the label

    def _move_notes(self) -> None:
        wanted = {note.source: note.offset for note in self._change.notes}
        for note in self._block.notes:
            offset = wanted.get(note.source)
            if offset is None:
                continue
            if note.source is None:
                if offset != self._shifted(note.offset, inside=True):
                    raise Refusal("this footnote mark has no place of its own in the source")
            elif offset != self._landing(note.source.start):
                self._event(note.source, "words", ())
                self._after(offset, _Piece(self._source[slice(*note.source)], "note"), -1)

    def _write_label(self) -> None:
        if self._change.label is None:
            return
        label = self._block.label
        if label is None or label.source is None:
            raise Refusal("this number is made by the file itself and not typed")
        text = self._change.label
        if not self._source[slice(*label.source)].isascii():
            text = text.translate(_RAISED)
        if text:
            self._event(label.source, "words", (_Piece(text, "kept"),))
            return
        end = label.source.end  # a label goes with the white space that sets it off
        while self._source[end : end + 1] in (" ", "\t", "\u00a0"):
            end += 1
        self._event(Span(label.source.start, end), "words", ())

    # Places of the new text

    def _insert_holding(self, offset: int) -> _Insert | None:
        """The new words that the character at ``offset`` of the new text belongs to."""
        for insert in self._inserts:
            if insert.new_start <= offset < insert.new_end:
                return insert
        return None

    def _old(self, offset: int) -> int:
        """Offset in the old text of a character that stays, by its offset in the new text."""
        for insert in reversed(self._inserts):
            if offset >= insert.new_end:
                return insert.replace.end + offset - insert.new_end
        return offset

    def _segment(self, offset: int) -> Segment:
        segments = self._block.segments
        index = bisect_right(segments, offset, key=lambda segment: segment.start) - 1
        if not 0 <= index < len(segments) or offset >= segments[index].end:
            raise Refusal("a style would begin or end outside the words")
        return segments[index]

    def _source_start(self, offset: int) -> int:
        segment = self._segment(offset)
        if segment.linear:
            return segment.source_start + offset - segment.start
        if offset > segment.start:
            raise Refusal("a style cannot begin within a character reference")
        return segment.source_start

    def _source_end(self, offset: int) -> int:
        segment = self._segment(offset)
        if segment.linear:
            return segment.source_start + offset + 1 - segment.start
        if offset + 1 < segment.end:
            raise Refusal("a style cannot end within a character reference")
        return segment.source_end

    # Writing

    def _written(self, insert: _Insert) -> tuple[_Piece, ...]:
        """The new words as pieces of source, escaped, with what stands between them."""
        text = insert.replace.text
        before = self._source[insert.first.start - 1 : insert.first.start] if self._inner(insert) else ""
        result: list[_Piece] = []
        position = 0
        for offset, piece in sorted(insert.fittings, key=lambda fitting: (fitting[0], _RANK[fitting[1].kind])):
            self._words(result, text[position:offset], before)
            result.append(piece)
            position, before = offset, before if offset == 0 else text[offset - 1]
        self._words(result, text[position:], before)
        return tuple(result)

    def _inner(self, insert: _Insert) -> bool:
        return insert.first.start > self._block.span.start

    def _words(self, result: list[_Piece], text: str, before: str) -> None:
        if text:
            result.append(_Piece(self._markup.escape(text, before, ""), "words"))

    def _check(self) -> None:
        """Refuse what would leave a delimiter where it does not work, or white space where it is lost."""
        left = max(self._block.span.start - 1, 0)
        parts: list[str] = []
        length, position = 0, left
        places: list[tuple[int, int, bool]] = []
        words: list[tuple[int, int]] = []
        opened: list[Style | None] = []
        for event in self._events:
            kept = self._source[position : event.start]
            parts.append(kept)
            length += len(kept)
            for piece in event.pieces:
                if piece.kind in ("opens", "closes"):
                    _nest(opened, piece)
                    places.append((length, length + len(piece.text), piece.kind == "opens"))
                elif piece.kind == "words":
                    words.append((length, length + len(piece.text)))
                parts.append(piece.text)
                length += len(piece.text)
            position = event.end
        parts.append(self._source[position : self._block.span.end + 1])
        text = "".join(parts)
        if any(not self._markup.holds(text, start, end, opens=opens) for start, end, opens in places):
            raise Refusal("emphasis cannot begin or end at this place in this format")
        if any(_lost_space(text, start, end) for start, end in words):
            raise Refusal("white space at the end or the beginning of a line is not seen")


def _lost_space(text: str, start: int, end: int) -> bool:
    """Whether new words begin or end in white space next to the end of a line."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return (text[start].isspace() and before in "\r\n") or (text[end - 1].isspace() and after in "\r\n")


def _nest(opened: list[Style | None], piece: _Piece) -> None:
    """Follow the styles that are open; refuse one that would end before another that began in it."""
    if piece.kind == "opens":
        opened.append(piece.style)
    elif piece.style in opened and opened.pop() != piece.style:
        raise Refusal("two styles would overlap, which this format cannot show")


def _merged(source: str, events: list[_Event]) -> list[SourceEdit]:
    """Edits that touch made one; those that change nothing dropped, those of equal beginnings made shorter."""
    merged: list[SourceEdit] = []
    for event in events:
        text = "".join(piece.text for piece in event.pieces)
        if merged and event.start <= merged[-1].end:
            last = merged.pop()
            merged.append(SourceEdit(last.start, event.end, last.replacement + text))
        else:
            merged.append(SourceEdit(event.start, event.end, text))
    return [edit for edit in merged if source[edit.start : edit.end] != edit.replacement]
