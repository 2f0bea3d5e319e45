"""Offsets and positions, in each unit that an editor may count in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from linter.lsp.text import Text, Units

CHARACTERS = st.text(alphabet="ab \n\r\u2028é—😀𝔘\ufeff\0\ud800", max_size=40)
CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
ENCODINGS = st.sampled_from(sorted(CODECS))


def plain_position(text: str, offset: int, encoding: str) -> types.Position:
    """The position of an offset, found the slow way."""
    codec, width = CODECS[encoding]
    before = text[:offset].replace("\r\n", "\n\n" if text[offset - 1 : offset + 1] == "\r\n" else "\0\n")
    lines = before.replace("\r", "\n").split("\n")
    start = offset - len(lines[-1])
    return types.Position(len(lines) - 1, len(text[start:offset].encode(codec, "surrogatepass")) // width)


@given(CHARACTERS, ENCODINGS)
def test_every_offset_has_a_position_and_leads_back(content: str, encoding: str) -> None:
    text = Text(content, 1, Units(encoding))
    for offset in range(len(content) + 1):
        if content[offset - 1 : offset + 1] != "\r\n":
            position = text.position(offset)
            assert position == plain_position(content, offset, encoding)
            assert text.offset(position) == offset


@given(CHARACTERS)
def test_a_readable_text_is_as_long(content: str) -> None:
    text = Text(content, 1, Units("utf-16"))
    assert len(text.readable.encode().decode("utf-8-sig")) == len(content)
    assert text.readable.count("\n") == content.count("\n")


@pytest.mark.parametrize(
    ("line", "character", "offset"), [(0, 99, 2), (0, 3, 2), (1, 1, 4), (1, 2, 5), (9, 9, 6), (2, 0, 6)]
)
def test_positions_outside_are_at_the_end(line: int, character: int, offset: int) -> None:
    text = Text("ab\r\n😀\n", 1, Units("utf-16"))
    assert text.offset(types.Position(line, character)) == offset


@given(CHARACTERS, st.integers(0, 40), st.integers(0, 40), CHARACTERS, ENCODINGS)
def test_a_change_puts_the_new_in_the_place_of_the_old(
    content: str, one: int, other: int, new: str, encoding: str
) -> None:
    start, end = sorted((min(one, len(content)), min(other, len(content))))
    text = Text(content, 1, Units(encoding))
    if "\r\n" in (content[start - 1 : start + 1], content[end - 1 : end + 1]):
        return  # no editor points between the two
    change = types.TextDocumentContentChangePartial(text.range(start, end), new)
    changed = text.changed([change], 2)
    assert (changed.content, changed.version) == (content[:start] + new + content[end:], 2)


def test_half_a_character_is_not_counted() -> None:
    assert Text("a😀b", 1, Units("utf-16")).offset(types.Position(0, 2)) == 1
    assert Text("aéb", 1, Units("utf-8")).offset(types.Position(0, 2)) == 1
