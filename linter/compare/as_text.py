"""A comparison for a terminal: every paragraph that is not as it was, its changes marked word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from linter.alignment import Alignment, Pair
from linter.compare.fragments import Fragment, Teller
from linter.compare.naming import fate, name_of, unchanged
from linter.compare.summary import in_a_sentence, summary
from linter.model.values import NamedTuple
from linter.reporters.terminal import Paint, columns, visible

_SIGNS = {"deleted": ("[-", "-]"), "inserted": ("{+", "+}"), "restyled": ("{/", "/}"), "same": ("", "")}
_STYLES = {"deleted": "red strike", "inserted": "green underline", "restyled": "yellow underline", "same": ""}
_FATES = {
    "changed": "yellow", "new": "green", "dropped": "red", "moved": "blue", "split": "blue", "merged": "blue",
}  # fmt: skip
_INDENT = "    "
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class _Piece(NamedTuple):
    text: str
    style: str


def render(alignment: Alignment, *, color: bool, width: int) -> str:
    """The summary, then the paragraphs in the order of the draft; those that stand unchanged by name alone.

    With colours, what was taken out is red and struck, what is new green and underlined; without, they stand
    in [-…-] and {+…+}, words that changed between italics and roman in {/…/}.
    """
    paint, teller = Paint(color=color), Teller(alignment)
    base, draft = (visible(one.document.source.path) for one in (alignment.base, alignment.draft))
    said = in_a_sentence(summary(alignment))
    lines = [f"{paint(base, 'bold')} → {paint(draft, 'bold')}", f"{said[:1].upper()}{said[1:]}.", ""]
    for changed, group in groupby(alignment.pairs, key=lambda pair: pair.kind != "unchanged"):
        if not changed:
            lines += [paint(f"{unchanged(group, alignment)}: unchanged", "dim"), ""]
            continue
        for pair in group:
            head = paint(f"{name_of(pair, alignment)}, {fate(pair)}", f"bold {_FATES[pair.kind]}")
            lines += [head, *_body(pair, teller, paint, width), ""]
    return "\n".join(lines)


def _body(pair: Pair, teller: Teller, paint: Paint, width: int) -> list[str]:
    fragments = teller.both(pair)
    if pair.kind in ("new", "dropped"):
        fragments = [Fragment("same", one.text, one.italic, one.mark) for one in fragments]
    words = _words(_pieces(fragments, paint))
    return [_INDENT + line for line in _lines(words, width - len(_INDENT), paint)]


def _pieces(fragments: Iterable[Fragment], paint: Paint) -> Iterator[_Piece]:
    for standing, group in groupby(fragments, key=lambda one: one.standing):
        opening, closing = ("", "") if paint.color else _SIGNS[standing]
        style = _STYLES[standing]
        yield _Piece(opening, style)
        for one in group:
            if one.new_block:
                yield _Piece(" ¶ ", "dim")
            yield from _shown(one, style, paint)
        yield _Piece(closing, style)


def _shown(one: Fragment, style: str, paint: Paint) -> Iterator[_Piece]:
    text = visible(one.text)
    if one.mark:
        number = text.translate(_SUPERSCRIPT) if text.isdecimal() and text.isascii() else f"[{text}]"
        yield _Piece(number, style)
    elif one.standing != "same" and not text.strip():
        yield _Piece("␣" * len(text), style)
    elif one.italic and not paint.color and text.strip():
        words = text.strip()
        lead = len(text) - len(text.lstrip())
        yield from (_Piece(text[:lead], ""), _Piece(f"*{words}*", ""), _Piece(text[lead + len(words) :], ""))
    else:
        yield _Piece(text, f"{style} italic".strip() if one.italic else style)


def _words(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    """The pieces of one word after the other; a space begins the word after it."""
    word: list[_Piece] = []
    for piece in pieces:
        first, *others = piece.text.split(" ")
        word.append(_Piece(first, piece.style))
        for other in others:
            yield word
            word = [_Piece(" ", piece.style), _Piece(other, piece.style)]
    yield word


def _lines(words: Iterable[list[_Piece]], width: int, paint: Paint) -> Iterator[str]:
    line: list[_Piece] = []
    room = width
    for word in words:
        needed = sum(columns(piece.text) for piece in word)
        if line and needed > room:
            yield _painted(line, paint)
            line, room = [], width
            word = word[1:] if word[0].text == " " else word  # noqa: PLW2901
            needed = sum(columns(piece.text) for piece in word)
        line += word
        room -= needed
    yield _painted(line, paint)


def _painted(line: Iterable[_Piece], paint: Paint) -> str:
    return "".join(
        paint("".join(piece.text for piece in group), style)
        for style, group in groupby(line, key=lambda piece: piece.style)
    ).rstrip()
