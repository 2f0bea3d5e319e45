"""Random Word paragraphs with what makes them hard, and random edits of what is read from them."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from hypothesis import strategies as st

from linter.editing.compose import Composition
from linter.model.diagnostic import MoveNote, Replace, SetStyle
from linter.model.document import Block, Document
from tests.ooxml.wordfiles import bookmarked, field, note, p, raised, ref, word

DATE = "2026-01-02T03:04:05Z"
_words = st.text(alphabet="abc ,;é“”\u00a0", min_size=1, max_size=8)
_styles = st.sampled_from(["italic", "bold"])
_new = st.sampled_from(["", "x", "yy y", "\u2011", "z\u00a0"])
_properties = st.sampled_from(
    [
        "",
        "",
        "<w:i/>",
        "<w:b/>",
        '<w:i w:val="0"/>',
        '<w:rStyle w:val="Emphasis"/>',
        '<w:i/><w:sz w:val="24"/>',
    ]
)
_extras = ["", "", "", "<w:noBreakHyphen/>", "<w:lastRenderedPageBreak/>", "<w:softHyphen/>"]
_OTHER = 'w:id="{}" w:author="Someone" w:date="2025-01-01T00:00:00Z"'


@st.composite
def run(draw: st.DrawFn) -> str:
    properties, text = draw(_properties), escape(draw(_words))
    before = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    extra = draw(
        st.sampled_from(["", "", "", "<w:noBreakHyphen/>", "<w:lastRenderedPageBreak/>", "<w:softHyphen/>"])
    )
    more = f'<w:t xml:space="preserve">{escape(draw(_words))}</w:t>' if extra else ""
    return f'<w:r>{before}<w:t xml:space="preserve">{text}</w:t>{extra}{more}</w:r>'


@st.composite
def inline(draw: st.DrawFn, hard: bool) -> str:
    content = draw(run())
    kinds = ["run"] * 4 + (["link", "inserted", "deleted", "control", "bookmark"] if hard else [])
    number = draw(st.integers(100, 10_000))
    match draw(st.sampled_from(kinds)):
        case "link":
            return f'<w:hyperlink w:anchor="x">{content}</w:hyperlink>'
        case "inserted":
            return f"<w:ins {_OTHER.format(number)}>{content}{draw(run())}</w:ins>"
        case "deleted":
            deleted = content.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
            return f"<w:del {_OTHER.format(number)}>{deleted}</w:del>"
        case "control":
            control = f'<w:sdtPr><w:id w:val="{number}"/></w:sdtPr>'
            return f"<w:sdt>{control}<w:sdtContent>{content}</w:sdtContent></w:sdt>"
        case "bookmark":
            start = f'<w:bookmarkStart w:id="{number}" w:name="b{number}"/>'
            return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'
    return content


@st.composite
def files(draw: st.DrawFn, *, hard: bool = True) -> bytes:
    notes: list[str] = []
    paragraphs = []
    for _ in range(draw(st.integers(1, 3))):
        inside = []
        for _ in range(draw(st.integers(1, 5))):
            inside.append(draw(inline(hard)))
            if draw(st.integers(0, 3)) == 0:
                notes.append(note(len(notes) + 1, "abc, cab."))
                inside.append(bookmarked(f"n{len(notes)}", ref(len(notes))))
            if hard and notes and draw(st.integers(0, 5)) == 0:
                inside.append(field(f"NOTEREF n{len(notes)} \\f", raised(str(len(notes)))))
        paragraphs.append(p(*inside, style=draw(st.sampled_from(["", "SingleTxt", "Slanted"]))))
    return word("".join(paragraphs), footnotes="".join(notes))


@st.composite
def compositions(draw: st.DrawFn, document: Document) -> Composition:
    """A few random edits, one after the other."""
    composition = Composition.of(document)
    for _ in range(draw(st.integers(1, 4))):
        blocks = [block for block in composition.document.blocks if block.text]
        if not blocks:
            break
        edit = draw(_edits(draw(st.sampled_from(blocks))))
        composition = composition.apply([edit])
    return composition


@st.composite
def _edits(draw: st.DrawFn, block: Block) -> Replace | SetStyle | MoveNote:
    start = draw(st.integers(0, len(block.text)))
    end = draw(st.integers(start, min(len(block.text), start + 6)))
    kind = draw(st.sampled_from(["replace", "replace", "style", "move"]))
    if kind == "move" and block.notes:
        old = draw(st.sampled_from(block.notes)).offset
        left = max((n.offset for n in block.notes if n.offset < old), default=0)
        right = min((n.offset for n in block.notes if n.offset > old), default=len(block.text))
        return MoveNote(block.index, old, draw(st.integers(max(left, old - 6), min(right, old + 6))))
    if kind == "style" and start < end:
        return SetStyle(
            block.index, start, end, draw(st.sampled_from(["italic", "bold"])), draw(st.booleans())
        )
    return Replace(
        block.index,
        start,
        end,
        draw(st.sampled_from(["", "x", "yy y", "\u2011", "z\u00a0"])),
        draw(st.booleans()),
    )


class Shown(NamedTuple):
    """What a person can tell of a block: words, the style of each letter, where the marks stand."""

    index: int
    text: str
    styles: list[frozenset[str]]
    notes: list[tuple[int, str]]
    label: str | None


def shown(document: Document) -> list[Shown]:
    return [_shown(block) for block in document.blocks]


def _shown(block: Block) -> Shown:
    core = block.text.strip()
    lead = len(block.text) - len(block.text.lstrip())
    styles = [
        frozenset(mark.style for mark in block.marks if mark.start <= offset < mark.end)
        for offset, character in enumerate(block.text)
        if not character.isspace()
    ]
    notes = [(min(max(mark.offset - lead, 0), len(core)), mark.label) for mark in block.notes]
    return Shown(block.index, core, styles, notes, block.label.text or None if block.label else None)
