"""Drafts in Markdown, and changes of them, made up by hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

from linter.model.diagnostic import Edit, MoveNote, Replace, SetStyle
from linter.model.document import Document

WORDS = (
    "the",
    "Secretary-General",
    "of",
    "Member",
    "States",
    "report",
    "2030",
    "A/RES/78/1",
    "to",
    "note",
    "5 (h)",
)
OPENINGS = (
    "Recalling",
    "*Recalling*",
    "*Deeply concerned*",
    "_Noting_",
    "**Stressing**",
    "***Urges***",
    "<i>Takes note</i>",
)
ENDS = (",", ";", ".", ":", ",[^1]", ";<sup>1</sup>", ";¹", "[^1]")
INNER = (
    "*inter alia*",
    "&nbsp;",
    "\\*",
    "_a_",
    "[Article 5]",
    "&amp;",
    "<br>",
    "words,[^1] words",
    "**bold** x",
    "“quoted”",
)
LABELS = ("", "1. ", "12. ", "(a) ", "- 3. ", "OP4 bis. ", "- ")
BREAKS = (" ", " ", " ", " and\nof ", " and\n   of ")


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    """One paragraph of a draft."""
    words = [draw(st.sampled_from(OPENINGS))]
    words += draw(st.lists(st.sampled_from(WORDS + INNER), min_size=1, max_size=8))
    text = words[0]
    for word in words[1:]:
        text += draw(st.sampled_from(BREAKS)) + word
    return draw(st.sampled_from(LABELS)) + text + draw(st.sampled_from(ENDS))


@st.composite
def drafts(draw: st.DrawFn) -> str:
    """A draft: heading, organ line, some paragraphs, notes."""
    found = draw(st.lists(paragraphs(), min_size=1, max_size=5))
    end = draw(st.sampled_from(("\n", "\r\n")))
    parts = ["# Draft", "*The General Assembly,*", *found, "[^1]: See A/1.", "¹ See A/2."]
    return "\n\n".join(parts).replace("\n", end) + end


NEW_WORDS = (
    "Also ",
    "also",
    " further",
    "x",
    "*",
    "_",
    "a_b",
    "1*2*3",
    "&nbsp;",
    "[^1]",
    "<i>",
    "\\",
    "",
    "É",
    "~~",
    "¹",
)


@st.composite
def edits(draw: st.DrawFn, document: Document) -> list[Edit]:
    """Edits that do not overlap, each in a block of its own choice."""
    found: list[Edit] = []
    for block in document.blocks:
        kind = draw(st.sampled_from(("none", "replace", "style", "note", "insert")))
        length = len(block.text)
        start = draw(st.integers(0, length))
        end = draw(st.integers(start, min(length, start + 12)))
        text = draw(st.sampled_from(NEW_WORDS))
        if kind == "replace" and start < end:
            found.append(Replace(block.index, start, end, text))
        elif kind == "insert":
            found.append(Replace(block.index, start, start, text, draw(st.booleans())))
        elif kind == "style" and start < end:
            style = draw(st.sampled_from(("italic", "bold")))
            found.append(SetStyle(block.index, start, end, style, draw(st.booleans())))
        elif kind == "note" and block.notes:
            found.append(MoveNote(block.index, block.notes[0].offset, start))
    return found


def seen(document: Document) -> list[object]:
    """Everything a person sees of a document."""
    return [
        (
            block.text,
            block.label.text if block.label else None,
            sorted((mark.start, mark.end, mark.style) for mark in block.marks),
            [(note.offset, note.label) for note in block.notes],
        )
        for block in document.blocks
    ]
