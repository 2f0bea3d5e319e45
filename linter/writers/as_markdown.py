"""A document of any format as Markdown: italics, numbers, footnotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from linter.model.document import Block, Document, Mark, NoteMark
from linter.model.values import dataclass, replace
from linter.writers.markdown import Markdown

_TAGS = {"italic": "em", "bold": "b", "underline": "u", "strike": "s", "superscript": "sup"}
_DELIMITERS = {"italic": "*", "bold": "**"}
_MARKUP = Markdown()


def to_markdown(document: Document) -> str:
    """The document as Markdown: what a person sees, with italics, labels and footnotes.

    Reading the result gives the same words, labels, styles and notes in the same order; but a heading is bold
    as such, and not marked as bold.
    """
    names = _note_names(document)
    paragraphs = [_paragraph(block, names) for block in document.blocks if block.text or block.label]
    return "\n\n".join(paragraphs) + "\n" if paragraphs else ""


def _note_names(document: Document) -> dict[int, str]:
    """A name for each note, by block index: the label it is shown with, made distinct where two are alike."""
    names: dict[int, str] = {}
    taken: set[str] = set()
    for block in document.blocks:
        if block.kind == "note" and block.label:
            name = re.sub(r"[\[\]\s]", "", block.label.text) or "note"
            names[block.index] = f"{name}-{block.index}" if name in taken else name
            taken.add(names[block.index])
    return names


def _paragraph(block: Block, names: Mapping[int, str]) -> str:
    label = f"{block.label.text} " if block.label and block.label.text else ""
    if block.kind == "heading":
        return f"{'#' * min(max(block.level, 1), 6)} {label}{_words(_lightened(block), names)}"
    words = _words(block, names)
    if block.kind == "note":
        return f"[^{names[block.index]}]: {words}" if block.index in names else f"    {words}"
    return label + words


def _lightened(heading: Block) -> Block:
    """The heading without a bold that covers all its words."""
    end = len(heading.text.rstrip())
    marks = (mark for mark in heading.marks if mark.style != "bold" or mark.start or mark.end < end)
    return replace(heading, marks=tuple(marks))


@dataclass(frozen=True, slots=True)
class _Sign:
    """Something written between characters; ``order`` settles what comes first at one place."""

    offset: int
    order: tuple[int, int]
    text: str


def _words(block: Block, names: Mapping[int, str]) -> str:
    signs = sorted(
        [*_style_signs(block), *(_note_sign(note, names) for note in block.notes)],
        key=lambda sign: (sign.offset, sign.order),
    )
    pieces, position = [], 0
    for sign in signs:
        pieces.append(_escaped(block.text, position, sign.offset))
        pieces.append(sign.text)
        position = sign.offset
    pieces.append(_escaped(block.text, position, len(block.text)))
    return "".join(pieces)


def _note_sign(note: NoteMark, names: Mapping[int, str]) -> _Sign:
    name = names.get(-1 if note.note is None else note.note)
    raised = "<sup>{}</sup>".format(note.label.replace("*", r"\*"))
    return _Sign(note.offset, (1, 0), raised if name is None else f"[^{name}]")


def _style_signs(block: Block) -> Iterator[_Sign]:
    """Both ends of each styled span; inner spans close before outer ones and open after them."""
    marks = _nested(
        [mark for mark in (_trimmed(block.text, mark) for mark in block.marks) if mark.start < mark.end]
    )
    edges = Counter(edge for mark in marks for edge in (mark.start, mark.end))
    for number, mark in enumerate(marks):
        opening, closing = _delimiters(block.text, mark, edges)
        yield _Sign(mark.start, (2, number), opening)
        yield _Sign(mark.end, (0, -number), closing)


def _trimmed(text: str, mark: Mark) -> Mark:
    """A mark without the spaces at its ends, which Markdown cannot style."""
    words = text[mark.start : mark.end]
    start = mark.start + len(words) - len(words.lstrip())
    return Mark(start, max(mark.end - len(words) + len(words.rstrip()), start), mark.style)


def _nested(marks: list[Mark]) -> list[Mark]:
    """The same styles in spans of which none crosses another's end."""
    result: list[Mark] = []
    open_ends: list[int] = []
    for mark in sorted(marks, key=_outermost_first):
        open_ends = [end for end in open_ends if end > mark.start]
        edges = [mark.start, *sorted({end for end in open_ends if end < mark.end}), mark.end]
        result.extend(Mark(start, end, mark.style) for start, end in pairwise(edges))
        open_ends.append(mark.end)
    return sorted(result, key=_outermost_first)


def _outermost_first(mark: Mark) -> tuple[int, int]:
    return mark.start, -mark.end


def _delimiters(text: str, mark: Mark, edges: Counter[int]) -> tuple[str, str]:
    """Asterisks where Markdown takes them for emphasis here, tags elsewhere."""
    delimiter = _DELIMITERS.get(mark.style)
    alone = edges[mark.start] == edges[mark.end] == 1
    if delimiter and alone and _flanks(text, mark):
        return delimiter, delimiter
    tag = _TAGS[mark.style]
    return f"<{tag}>", f"</{tag}>"


def _flanks(text: str, mark: Mark) -> bool:
    """Whether asterisks here open and close emphasis, by the rules of CommonMark."""
    before = mark.start > 0 and _is_letter(text[mark.start - 1])
    after = mark.end < len(text) and _is_letter(text[mark.end])
    opens = _is_letter(text[mark.start]) or not before
    closes = _is_letter(text[mark.end - 1]) or not after
    return opens and closes


def _is_letter(character: str) -> bool:
    """Whether a character is written as the letter or digit that it is, not as an entity."""
    return character.isalnum() and _MARKUP.escape(character, " ", " ") == character


def _escaped(text: str, start: int, end: int) -> str:
    """``text[start:end]`` with a backslash before what Markdown would not take for a character."""
    words = _MARKUP.escape(text[start:end], text[start - 1] if start else "", text[end : end + 1])
    return words.replace("`", "\\`")


def escaped(text: str) -> str:
    """``text`` as a paragraph of Markdown that reads so, without styles."""
    return _escaped(text, 0, len(text))
