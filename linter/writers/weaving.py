"""Weave the change of one block into its source: words, delimiters, note marks and the label."""

from __future__ import annotations

from linter.model.changes import BlockChange, Refusal, SourceEdit
from linter.model.diagnostic import Replace
from linter.model.document import Block, Mark, Style
from linter.model.source import Span
from linter.model.sourcemap import insertion_point, pieces
from linter.writers.landing import Landing
from linter.writers.markup import Markup
from linter.writers.weft import RANK, Event, Insert, Kind, Piece, check, merged, written

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NEAR = 40
_Range = tuple[int, int]


def weave(source: str, block: Block, change: BlockChange, markup: Markup) -> list[SourceEdit]:
    """The edits of the source that make ``change``, sorted.

    Raises Refusal with the reason when the change cannot be made here.
    """
    loom = _Loom(source, block, change, markup)
    loom.weave_styles()
    loom.move_notes()
    loom.write_label()
    loom.write_words()
    events = sorted(loom.events, key=lambda event: event[:4])
    check(source, block.span, events, markup)
    return merged(source, events)


class _Loom:
    """One block in work; ``events`` are what is to happen to its source."""

    def __init__(self, source: str, block: Block, change: BlockChange, markup: Markup) -> None:
        self._source = source
        self._block = block
        self._change = change
        self._markup = markup
        self._kept: list[tuple[Mark, _Range]] = []
        self._inserts: list[Insert] = []
        self.events: list[Event] = []
        shift = 0
        for replace in change.replacements:
            self._inserts.append(Insert(replace, self._cut(replace), replace.start + shift))
            shift += len(replace.text) - (replace.end - replace.start)
        self._landing = Landing(block, self._inserts)

    def _put(self, span: Span, kind: Kind, *woven: Piece, order: int = 0) -> None:
        self.events.append(Event(span.start, span.end, RANK[kind], order, woven, edit=True))

    def _stay(self, span: Span, kind: Kind, style: Style) -> None:
        piece = Piece(self._source[span.start : span.end], kind, style)
        self.events.append(Event(span.start, span.end, RANK[kind], 0, (piece,), edit=False))

    def _cut(self, replace: Replace) -> Span:
        """Take the replaced words out, all but the first piece; returns where the new ones go."""
        if replace.start == replace.end:
            return self._insertion(replace)
        covered = list(pieces(self._block, replace.start, replace.end))
        for piece in covered:
            if piece.locked:
                raise Refusal(
                    "these words are made by the file itself or stand on two pages; change them by hand"
                )
            if piece.start < replace.start or piece.end > replace.end:
                raise Refusal("a part of a character reference cannot be changed")
        for piece in covered[1:]:
            self._put(Span(piece.source_start, piece.source_end), "words")
        return Span(covered[0].source_start, covered[0].source_end)

    def _insertion(self, replace: Replace) -> Span:
        point = insertion_point(self._block, replace.start)
        if replace.after_note:
            here = [
                note.source.end for note in self._block.notes if note.offset == replace.start and note.source
            ]
            point = max(here, default=point)
        return Span(point, point)

    def weave_styles(self) -> None:
        """Keep, move, take away and add delimiters so that the wanted styles result."""
        wanted: dict[Style, list[_Range]] = {}
        for mark in self._change.marks:
            wanted.setdefault(mark.style, []).append((mark.start, mark.end))
        landed = [(mark, self._landing.of_mark(mark)) for mark in self._block.marks]
        targets = [_target(wanted.get(mark.style, []), mark.style, place, landed) for mark, place in landed]
        matched = list(zip(landed, targets, strict=True))
        self._kept = [(mark, place) for (mark, place), target in matched if place == target]
        for (mark, place), target in matched:
            self._place(mark, place, target)
        for style, spans in wanted.items():
            for span in spans:
                opening, closing = self._markup.delimiters(style)
                self._open(Piece(opening, "opens", style), span)
                self._close(Piece(closing, "closes", style), span)

    def _place(self, mark: Mark, place: _Range, target: _Range | None) -> None:
        """Bring a mark that comes to stand at ``place`` to ``target``, or take it away."""
        if target and target[0] == place[0]:
            if mark.opening:
                self._stay(mark.opening, "opens", mark.style)
        else:
            text = self._remove(mark.opening)
            if target:
                self._open(Piece(text, "opens", mark.style), target)
        if target and target[1] == place[1]:
            if mark.closing:
                self._stay(mark.closing, "closes", mark.style)
        else:
            text = self._remove(mark.closing)
            if target:
                self._close(Piece(text, "closes", mark.style), target)

    def _remove(self, delimiter: Span | None) -> str:
        if delimiter is None:
            raise Refusal("the style of these words begins or ends outside this paragraph; change it by hand")
        self._put(delimiter, "words")
        return self._source[delimiter.start : delimiter.end]

    def _open(self, piece: Piece, span: _Range) -> None:
        """Put a delimiter before the first character of ``span``, outside of styles that end sooner."""
        insert = self._landing.insert_at(span[0])
        if insert:
            insert.fittings.append((span[0] - insert.start, piece))
            return
        point = self._landing.source_start(span[0])
        for mark, place in reversed(self._kept):
            if mark.opening and mark.opening.end == point and place[1] < span[1]:
                point = mark.opening.start
        self._put(Span(point, point), "opens", piece, order=-span[1])

    def _close(self, piece: Piece, span: _Range) -> None:
        """Put a piece behind the last character of ``span`` and behind styles that begin in it."""
        insert = self._landing.insert_at(span[1] - 1)
        if insert:
            insert.fittings.append((span[1] - insert.start, piece))
            return
        point = self._landing.source_end(span[1] - 1) if span[1] else insertion_point(self._block, 0)
        for mark, place in sorted(self._kept, key=lambda kept: kept[0].closing or Span(0, 0)):
            if mark.closing and mark.closing.start == point and place[0] > span[0]:
                point = mark.closing.end
        self._put(Span(point, point), piece.kind, piece, order=-span[0])

    def move_notes(self) -> None:
        """Cut the note marks that are to stand elsewhere, and put them there."""
        wanted = {note.source: note.offset for note in self._change.notes}
        for note in self._block.notes:
            offset = wanted.get(note.source)
            if note.source is None:
                if offset not in (None, self._landing.of_offset(note.offset, inside=True)):
                    raise Refusal("this footnote mark has no place of its own in the source")
            elif offset is not None and offset != self._landing.of_point(note.source.start):
                self._put(note.source, "words")
                self._close(Piece(self._source[note.source.start : note.source.end], "note"), (-1, offset))

    def write_label(self) -> None:
        """Write the new label where the old one stands; raised digits stay raised."""
        if self._change.label is None:
            return
        label = self._block.label
        if label is None or label.source is None:
            raise Refusal("this number is made by the file itself and not typed")
        raised = not self._source[label.source.start : label.source.end].isascii()
        text = self._change.label.translate(_RAISED) if raised else self._change.label
        if text:
            self._put(label.source, "words", Piece(text, "words"))
            return
        end = label.source.end  # a label goes with the white space that sets it off
        while self._source[end : end + 1] in (" ", "\t", "\u00a0"):
            end += 1
        self._put(Span(label.source.start, end), "words")

    def write_words(self) -> None:
        """Put the new words in."""
        for insert in self._inserts:
            start, end = insert.place
            if insert.replace.text or insert.fittings or start < end:
                before = self._source[start - 1 : start] if start > self._block.span.start else ""
                after = self._source[end : end + _NEAR]
                self._put(insert.place, "words", *written(insert, self._markup, before, after))


def _target(
    wanted: list[_Range], style: Style, place: _Range, landed: list[tuple[Mark, _Range]]
) -> _Range | None:
    """Which of the wanted spans a mark of their style becomes, taken off the list; None when it goes."""
    if place[0] >= place[1]:
        return None
    target = place if place in wanted else None
    if target is None:
        others = [where for mark, where in landed if mark.style == style]
        overlapping = (
            span for span in wanted if span[0] < place[1] and place[0] < span[1] and span not in others
        )
        target = next(overlapping, None)
    if target is not None:
        wanted.remove(target)
    return target
