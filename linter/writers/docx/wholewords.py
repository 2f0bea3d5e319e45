"""A tracked change of a few letters within a word is hard to read: the whole word is struck and set anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.model.changes import BlockChange
from linter.model.diagnostic import Replace
from linter.model.document import Block
from linter.model.source import Span
from linter.model.values import replace

_JOINING = "'’"


def in_whole_words(block: Block, change: BlockChange) -> BlockChange:
    """The same change with the replacements that cut a word widened to the word.

    A word at which a footnote mark stands, or which may not be edited, stays as it is.
    """
    edits = change.replacements
    spans = [_word_around(block, edit) for edit in edits]
    if all(span == (edit.start, edit.end) for span, edit in zip(spans, edits, strict=True)):
        return change
    return replace(change, replacements=tuple(_joined(block, edits, spans)))


def _word_around(block: Block, edit: Replace) -> Span:
    """The edit's span with the letters that it cuts off a word on either side."""
    text, start, end = block.text, edit.start, edit.end
    old = text[start:end]
    if _begins_in_word(old) or _begins_in_word(edit.text):
        while start > 0 and _is_in_word(text, start - 1):
            start -= 1
    if _begins_in_word(old[::-1]) or _begins_in_word(edit.text[::-1]):
        while end < len(text) and _is_in_word(text, end):
            end += 1
    return Span(start, end) if _is_free(block, start, end) else Span(edit.start, edit.end)


def _begins_in_word(words: str) -> bool:
    return words[:1].isalnum()


def _is_in_word(text: str, offset: int) -> bool:
    """Whether this is a letter, or an apostrophe between two."""
    sides = text[max(offset - 1, 0) : offset] + text[offset + 1 : offset + 2]
    return text[offset].isalnum() or (text[offset] in _JOINING and len(sides) == 2 and sides.isalnum())


def _is_free(block: Block, start: int, end: int) -> bool:
    if any(start <= mark.offset <= end for mark in block.notes):
        return False
    touched = (one for one in block.segments if one.start < end and one.end > start)
    return all(one.linear and not one.locked for one in touched)


def _joined(block: Block, edits: Sequence[Replace], spans: Sequence[Span]) -> Iterator[Replace]:
    """One replacement for each span, and for spans that meet; its text is that of the edits within."""
    start, end, text = *spans[0], ""
    done = start
    for edit, span in zip(edits, spans, strict=True):
        if span.start > end:
            yield Replace(edit.block, start, end, text + block.text[done:end])
            start, text, done = span.start, "", span.start
        text += block.text[done : edit.start] + edit.text
        done, end = edit.end, max(span.end, end)
    yield Replace(edits[-1].block, start, end, text + block.text[done:end])
