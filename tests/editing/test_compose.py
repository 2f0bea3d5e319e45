from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from linter.editing.compose import Composition
from linter.model.changes import BlockChange
from linter.model.diagnostic import Edit, MoveNote, Replace, SetLabel, SetStyle
from linter.model.document import Block, Carries, Document, Label, Mark, NoteMark, Segment
from linter.model.source import Source, Span


def document(
    text: str,
    *,
    marks: tuple[Mark, ...] = (),
    notes: tuple[NoteMark, ...] = (),
    segments: tuple[Segment, ...] | None = None,
) -> Document:
    tiles = segments if segments is not None else (Segment(0, len(text), 0, len(text)),)
    block = Block(0, "paragraph", text, tiles, Span(0, len(text)), marks, notes, Label("1.", Span(0, 2)))
    return Document(Source("draft.md", "markdown", text), (block,), Carries(True, True, True))


def carried_out(original: str, change: BlockChange) -> str:
    """The original text with the replacements made from the end."""
    for edit in reversed(change.replacements):
        original = original[: edit.start] + edit.text + original[edit.end :]
    return original


def test_replacements_of_two_rounds_become_one_change() -> None:
    composition = Composition.of(document("Requests the Office to report"))
    composition = composition.apply([Replace(0, 0, 1, "Also r")])
    composition = composition.apply([Replace(0, 0, 4, "Further")])
    assert composition.document.blocks[0].text == "Further requests the Office to report"
    (change,) = composition.changes()
    assert change.replacements == (Replace(0, 0, 1, "Further r"),)


def test_an_edit_undone_in_the_next_round_is_no_change() -> None:
    composition = Composition.of(document("colour"))
    composition = composition.apply([Replace(0, 6, 6, "s")]).apply([Replace(0, 6, 7, "")])
    assert composition.changes() == ()


def test_new_text_takes_the_style_of_what_it_replaces() -> None:
    composition = Composition.of(document("Recalling its", marks=(Mark(0, 9, "italic"),)))
    composition = composition.apply([Replace(0, 0, 9, "Recalling also")])
    assert composition.document.blocks[0].marks == (Mark(0, 14, "italic"),)


def test_inserted_text_takes_the_style_of_the_character_before() -> None:
    italic = document("Recalling its", marks=(Mark(0, 9, "italic"),))
    assert Composition.of(italic).apply([Replace(0, 9, 9, " also")]).document.blocks[0].marks == (
        Mark(0, 14, "italic"),
    )
    assert Composition.of(italic).apply([Replace(0, 13, 13, ",")]).document.blocks[0].marks == (
        Mark(0, 9, "italic"),
    )


def test_a_style_can_be_set_and_cleared_on_a_part() -> None:
    composition = Composition.of(document("The Council,", marks=(Mark(0, 12, "italic"),)))
    composition = composition.apply([SetStyle(0, 11, 12, "italic", False)])
    (change,) = composition.changes()
    assert change.marks == (Mark(0, 11, "italic"),)
    assert change.replacements == ()


def test_text_inserted_at_a_note_mark_goes_before_it_unless_asked() -> None:
    noted = document("The report", notes=(NoteMark(10, "1"),))
    before = Composition.of(noted).apply([Replace(0, 10, 10, ";")])
    assert before.document.blocks[0].notes[0].offset == 11
    assert not before.changes()[0].replacements[0].after_note
    after = Composition.of(noted).apply([Replace(0, 10, 10, " of", after_note=True)])
    assert after.document.blocks[0].notes[0].offset == 10
    assert after.changes()[0].replacements[0].after_note


def test_a_note_mark_moves_behind_the_comma() -> None:
    noted = document("The report, and", notes=(NoteMark(10, "1"),))
    composition = Composition.of(noted).apply([MoveNote(0, 10, 11)])
    (change,) = composition.changes()
    assert [note.offset for note in change.notes] == [11]


def test_a_label_is_rewritten() -> None:
    composition = Composition.of(document("Requests")).apply([SetLabel(0, "2.")])
    (change,) = composition.changes()
    assert change.label == "2."
    label = composition.document.blocks[0].label
    assert label is not None
    assert label.text == "2."


def test_locked_text_is_not_to_be_edited() -> None:
    seam = (Segment(0, 3, 0, 3), Segment(3, 4, 3, 30, locked=True), Segment(4, 7, 30, 33))
    composition = Composition.of(document("one two", segments=seam))
    assert not composition.allows(Replace(0, 3, 4, ""))
    assert not composition.allows(Replace(0, 2, 5, ""))
    assert composition.allows(Replace(0, 0, 3, "One"))
    assert composition.allows(Replace(0, 4, 7, "2"))


@st.composite
def edits(draw: st.DrawFn, length: int) -> Edit:
    start = draw(st.integers(0, length))
    end = draw(st.integers(start, length))
    if draw(st.booleans()):
        return Replace(0, start, end, draw(st.text("xyz ", max_size=4)), draw(st.booleans()))
    return SetStyle(0, start, end, "italic", draw(st.booleans()))


@given(st.data(), st.text("abc ", min_size=1, max_size=20))
def test_the_changes_made_to_the_original_give_the_composed_text(data: st.DataObject, text: str) -> None:
    notes = tuple(
        NoteMark(offset, str(number))
        for number, offset in enumerate(sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=3))), 1)
    )
    composition = Composition.of(document(text, marks=(Mark(0, 1, "italic"),), notes=notes))
    for _ in range(data.draw(st.integers(1, 4))):
        composition = composition.apply([data.draw(edits(len(composition.document.blocks[0].text)))])
    block = composition.document.blocks[0]
    assert "".join(block.text[segment.start : segment.end] for segment in block.segments) == block.text
    offsets = [note.offset for note in block.notes]
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(block.text) for offset in offsets)
    for change in composition.changes():
        assert carried_out(text, change) == block.text
        assert change.marks == block.marks
        ends = [edit.end for edit in change.replacements]
        starts = [edit.start for edit in change.replacements]
        assert all(end < start for end, start in zip(ends, starts[1:], strict=False))


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 3), st.text("xy", max_size=2)), max_size=6))
def test_segments_and_changes_tell_old_text_from_new(edits: list[tuple[int, int, str]]) -> None:
    """Every old character leads to its source, every new one to an empty place; the first character too."""
    text = "abcdefgh"
    composition = Composition.of(document(text))
    for start, length, new in edits:
        now = composition.document.blocks[0].text
        begin = min(start, len(now))
        composition = composition.apply([Replace(0, begin, min(begin + length, len(now)), new)])
    block = composition.document.blocks[0]
    for segment in block.segments:
        source = text[segment.source_start : segment.source_end]
        shown = block.text[segment.start : segment.end]
        assert source == shown if segment.linear else source == ""
    for change in composition.changes():
        assert carried_out(text, change) == block.text
        ends = [edit.start for edit in change.replacements]
        assert ends == sorted(set(ends))
