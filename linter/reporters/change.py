"""An edit as a person sees it: the words before and after."""

from __future__ import annotations

from linter.model.diagnostic import Replace

_LONGEST = 60
_LONGEST_WORD = 24
_SPACES = str.maketrans({" ": "␣", "\u00a0": "⍽"})


def change(text: str, edit: Replace) -> str:
    """What ``edit`` makes of the words of ``text``: "member states → Member States".

    A mark is shown with the word it stands at, since it says nothing alone; spaces are shown where
    nothing else changes, and ¶ where two paragraphs are joined. What is long is cut short.
    """
    before, after = both(text, edit)
    return f"{before} → {after or '(nothing)'}"


def both(text: str, edit: Replace) -> tuple[str, str]:
    """The words before and after, as ``change`` shows them."""
    start, end = _with_words(text, edit)
    before = text[start:end]
    after = text[start : edit.start] + edit.text + text[edit.end : end]
    if before == after:
        before = f"{text[start : edit.start]}¶{text[edit.end : end]}"
    if "".join(before.split()) == "".join(after.split()):
        before, after = before.translate(_SPACES), after.translate(_SPACES)
    return _short(before), _short(after)


def _with_words(text: str, edit: Replace) -> tuple[int, int]:
    """The edit's span widened to whole words, and, if it has none of its own, to the word before or after.

    Between two words, where only spaces change or come in, both are taken.
    """
    old = text[edit.start : edit.end]
    start, end = _whole(text, edit.start, edit.end)
    if any(character.isalnum() for character in text[start:end]) and edit.text:
        return start, end
    while start > max(edit.start - _LONGEST_WORD, 0) and not text[start - 1].isspace():
        start -= 1
    alone = start == edit.start or not (old + edit.text).strip()
    parts = edit.text[-1:].isspace()  # "2020-2022 → 2020 and 2022": what follows was one word with it
    while (alone or parts) and end < min(edit.end + _LONGEST_WORD, len(text)) and not text[end].isspace():
        end += 1
    return start, end


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """A span that cuts no word; an apostrophe is within one."""
    first, last = start, end
    while start > max(first - _LONGEST_WORD, 0) and _joins(text, start):
        start -= 1
    while end < min(last + _LONGEST_WORD, len(text)) and _joins(text, end):
        end += 1
    return start, end


def _joins(text: str, offset: int) -> bool:
    """Whether the characters on both sides of ``offset`` are of one word."""
    sides = text[offset - 1 : offset + 1]
    return offset > 0 and len(sides) == 2 and all(side.isalnum() or side in "'’" for side in sides)


def _short(words: str) -> str:
    if len(words) <= _LONGEST:
        return words
    half = _LONGEST // 2 - 1
    return f"{words[:half]} … {words[-half:]}"
