"""The line of a draft that a finding stands in, with the words in question marked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from linter.model.report import Context
from linter.model.source import Span
from linter.model.values import dataclass
from linter.reporters.terminal import Paint, columns, visible

_LONGEST_WORD = 16
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Something shown: words of the draft or signs of ours, with whether they are in question."""

    text: str
    italic: bool = False
    found: bool = False


def excerpt(context: Context, found: Span, width: int, paint: Paint, style: str) -> list[str]:
    """One line of at most ``width`` columns around ``found``, and where needed a line of carets below.

    Italics are italic in colour and asterisks in plain text; footnote marks stand as superscripts.
    ``style`` colours the words in question.
    """
    window = _window(context, found, width)
    pieces = list(_pieces(context, found, window, asterisks=not paint.color))
    shown = "".join(
        paint(
            piece.text,
            " ".join(
                filter(None, ("italic" if piece.italic else "", f"underline {style}" if piece.found else ""))
            ),
        )
        for piece in pieces
    )
    if paint.color and any(piece.found for piece in pieces):
        return [shown]
    carets = "".join(("^" if piece.found else " ") * columns(piece.text) for piece in pieces).rstrip()
    if found.start == found.end and not _is_label(context, found):
        before = "".join(
            piece.text for piece in _pieces(context, found, Span(window.start, found.start), True)
        )
        carets = " " * max(columns(before) - 1, 0) + "^"
    return [shown, paint(carets, style)]


def _is_label(context: Context, found: Span) -> bool:
    """Whether a finding is about the label: nothing at the head of the words is."""
    return found.start == found.end == 0 and bool(context.label)


def _window(context: Context, found: Span, width: int) -> Span:
    """The part of the text to show: all of it if it fits, else about twice as much after as before."""
    whole = Span(0, len(context.text))
    if _fits(context, found, whole, width):
        return whole
    room = max(width - (found.end - found.start), 0)
    start = max(min(found.start - room // 3, whole.end - width + 8), 0)
    if start > 0:
        space = context.text.find(" ", start, min(start + _LONGEST_WORD, found.start))
        start = space + 1 if space >= 0 else start
    end = min(start + width, whole.end)
    while end - start > 1 and not _fits(context, found, Span(start, end), width):
        end -= 1
    space = context.text.rfind(" ", max(found.end, end - _LONGEST_WORD), end)
    return Span(start, space if space >= 0 and end < whole.end else end)


def _fits(context: Context, found: Span, window: Span, width: int) -> bool:
    if window.end - window.start > width:
        return False
    return sum(columns(piece.text) for piece in _pieces(context, found, window, asterisks=True)) <= width


def _pieces(context: Context, found: Span, window: Span, asterisks: bool) -> Iterator[_Piece]:
    text = context.text
    if window.start == 0 and context.label:
        yield _Piece(visible(context.label), found=_is_label(context, found))
        yield _Piece(" ")
    elif window.start > 0:
        yield _Piece("… ")
    italics = [span for span, style in context.styles if style == "italic"]
    signs = _signs(context, italics if asterisks else [], window)
    cuts = {
        window.start,
        window.end,
        *signs,
        found.start,
        found.end,
        *(edge for span in italics for edge in span),
    }
    places = sorted(place for place in cuts if window.start <= place <= window.end)
    for place, following in zip(places, [*places[1:], window.end], strict=True):
        yield from (_Piece(sign) for sign in signs.get(place, ()))
        if place < following:
            italic = any(span.start <= place < span.end for span in italics)
            words = visible(text[place:following])
            yield _Piece(words, italic and not asterisks, found.start <= place < found.end)
    if window.end < len(text):
        yield _Piece(" …")


def _signs(context: Context, italics: list[Span], window: Span) -> dict[int, list[str]]:
    """What is shown between characters, by offset: ends of italics, footnote marks, starts of italics."""
    ends = [(span.end, 0, "*") for span in italics if window.start < span.end <= window.end]
    marks = [
        (offset, 1, _mark(label)) for offset, label in context.notes if window.start <= offset <= window.end
    ]
    starts = [(span.start, 2, "*") for span in italics if window.start <= span.start < window.end]
    reopened = [(window.start, 2, "*") for span in italics if span.start < window.start < span.end]
    closed = [(window.end, 0, "*") for span in italics if span.start < window.end < span.end]
    ordered = sorted(ends + marks + starts + reopened + closed)
    return {
        place: [sign for _, _, sign in group] for place, group in groupby(ordered, key=lambda item: item[0])
    }


def _mark(label: str) -> str:
    return label.translate(_SUPERSCRIPT) if label.isdecimal() and label.isascii() else f"[{visible(label)}]"
