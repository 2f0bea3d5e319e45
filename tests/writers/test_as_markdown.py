from __future__ import annotations

from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from linter.model.document import Block, Carries, Document, Label, Mark, NoteMark
from linter.model.source import Source, Span
from linter.readers import read
from linter.readers.labels import find_label
from linter.writers.as_markdown import to_markdown

WHOLE = Carries(emphasis=True, footnotes=True, numbering=True)


def document(*blocks: Block) -> Document:
    return Document(Source("draft.docx", "docx", ""), blocks, WHOLE)


def paragraph(text: str, *marks: Mark, label: str = "", notes: tuple[NoteMark, ...] = ()) -> Block:
    return Block(0, "paragraph", text, (), Span(0, 0), marks, notes, Label(label) if label else None)


def shown(block: Block) -> str:
    return to_markdown(document(block)).removesuffix("\n")


def seen(document: Document) -> list[tuple[str, str, str, list[tuple[int, int, str]], list[tuple[int, str]]]]:
    """What a reader of the document sees of each block."""
    return [
        (
            block.kind,
            block.label.text if block.label else "",
            block.text,
            sorted((mark.start, mark.end, mark.style) for mark in block.marks),
            [(note.offset, note.label) for note in block.notes],
        )
        for block in document.blocks
    ]


def read_back(text: str) -> Document:
    return read("draft.md", text.encode())


def test_italics_labels_and_notes_are_written() -> None:
    block = paragraph(
        "Requests the Secretary-General to report;",
        Mark(0, 8, "italic"),
        label="5.",
        notes=(NoteMark(41, "1", 1),),
    )
    note = Block(1, "note", "A/80/112.", (), Span(0, 0), label=Label("1"))
    assert to_markdown(document(block, note)) == (
        "5. *Requests* the Secretary-General to report;[^1]\n\n[^1]: A/80/112.\n"
    )


@pytest.mark.parametrize(
    ("block", "text"),
    [
        (paragraph("an italic space", Mark(2, 10, "italic")), "an *italic* space"),
        (paragraph("both at once", Mark(0, 4, "italic"), Mark(0, 4, "bold")), "<em><b>both</b></em> at once"),
        (
            paragraph("across it", Mark(0, 6, "italic"), Mark(2, 9, "bold")),
            "<em>ac<b>ross</b></em><b> it</b>",
        ),
        (paragraph("one in two", Mark(0, 10, "bold"), Mark(4, 6, "italic")), "**one *in* two**"),
        (paragraph("Notes,that", Mark(0, 6, "italic")), "<em>Notes,</em>that"),
        (paragraph("the 1st", Mark(5, 7, "superscript")), "the 1<sup>st</sup>"),
        (paragraph("a * b and snake_case _x"), r"a \* b and snake_case \_x"),
        (paragraph("<b> & &amp; [^1]"), r"\<b> & &amp;amp; \[^1]"),
        (paragraph("- is no list"), r"\- is no list"),
        (paragraph("a mark¹ of nothing"), "a mark&#185; of nothing"),
        (paragraph("none", notes=(NoteMark(4, "*"),)), r"none<sup>\*</sup>"),
        (Block(0, "heading", "Water", (), Span(0, 0), level=2), "## Water"),
        (Block(0, "heading", "Water ", (), Span(0, 0), (Mark(0, 5, "bold"),), level=2), "## Water "),
        (Block(0, "heading", "Water now", (), Span(0, 0), (Mark(0, 5, "bold"),)), "# **Water** now"),
    ],
)
def test_what_markdown_would_misread_is_written_otherwise(block: Block, text: str) -> None:
    assert shown(block) == text


def test_notes_of_one_label_stay_apart() -> None:
    blocks = [
        paragraph("first", notes=(NoteMark(5, "1", 2),)),
        paragraph("second", notes=(NoteMark(6, "1", 3),)),
        Block(2, "note", "A", (), Span(0, 0), label=Label("1")),
        Block(3, "note", "B", (), Span(0, 0), label=Label("1")),
    ]
    again = read_back(to_markdown(document(*blocks)))
    notes = [note.note for block in again.blocks for note in block.notes]
    assert [again.blocks[note].text for note in notes if note is not None] == ["A", "B"]


words = st.text(st.sampled_from("ab ,;:.()*_[]^<>&`~#-+=|!\\\"'“”’/12¹²é\u00a0"), min_size=1, max_size=24)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    text = draw(words.map(str.strip).filter(bool))
    marks: list[Mark] = []
    for style in ("italic", "bold"):
        edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=4)))
        for start, end in list(pairwise(edges))[::2]:
            inner = text[start:end]
            if inner.strip() == inner and inner:
                marks.append(Mark(start, end, style))  # type: ignore[arg-type]
    apart = all(one.end != two.start for one, two in combinations(sorted(marks, key=lambda m: m.start), 2))
    return paragraph(f"x{text}x", *(Mark(m.start + 1, m.end + 1, m.style) for m in marks if apart))


@given(blocks())
def test_reading_gives_back_what_was_written(block: Block) -> None:
    assume(find_label(block.text) is None)
    text = shown(block)
    [again] = read_back(text).blocks
    assert (again.text, again.notes, again.label) == (block.text, (), None), text
    for style in ("italic", "bold"):
        assert covered(again, style) == covered(block, style), text


def covered(block: Block, style: str) -> set[int]:
    """Offsets of the visible characters in this style."""
    spans = [range(mark.start, mark.end) for mark in block.marks if mark.style == style]
    return {offset for span in spans for offset in span if not block.text[offset].isspace()}


@given(blocks())
def test_the_words_are_the_same_to_other_tools(block: Block) -> None:
    inline = MarkdownIt().parseInline(shown(block))[0]
    text = "".join(child.content for child in inline.children or [] if child.type != "html_inline")
    assert text == block.text


def test_real_texts_survive(shared: Path) -> None:
    for path in sorted((shared / "seeds").glob("*.txt")):
        once = to_markdown(read(str(path)))
        assert seen(read_back(to_markdown(read_back(once)))) == seen(read_back(once))


def test_a_draft_in_html_survives(shared: Path) -> None:
    for path in sorted((shared / "corpus/GA/drafts").glob("*.html"))[::40]:
        original = read(str(path))
        again = read_back(to_markdown(original))
        assert [block.text for block in again.blocks] == [
            block.text for block in original.blocks if block.text
        ]
