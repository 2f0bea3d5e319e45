"""Drafts with slips as the two offices' templates make them: built with python-docx, styles and all."""

from __future__ import annotations

import io
from functools import partial

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt, Twips
from docx.text.paragraph import Paragraph

from linter.cli.remarks import reviewed as remarks
from linter.engine.lint import Linter
from linter.engine.settings import Settings
from linter.fixing import Fixed, fix, rendered
from linter.packs import load
from linter.readers import read
from linter.writers.docx import render
from tests.writers.docx.drafts import DATE

LINTER = Linter(load(), Settings())
Runs = list[tuple[str, bool]]

NEW_YORK: list[tuple[str, Runs]] = [
    ("_ H _Ch", [("Safety of delegates.", False)]),
    ("__Single Txt", [("\t", False), ("The General Assembly,", True)]),
    ("__Single Txt", [("\tRecalling its resolution 60/251 of 15 March 2006,", False)]),
    ("__Single Txt", [("\t", False), ("Noting", True), (' the "views"  of member states ,', False)]),
    ("__Single Txt", [("\t1.\t", False), ("Requests", True), (" States to act,", False)]),
    ("__Single Txt", [("\t\t(a)\tto report on the use of programs;", False)]),
    ("__Single Txt", [("\t\t(b)\tTo meet at its 82nd session.", False)]),
    ("__Single Txt", [("\t2.\t", False), ("Decides to", True), (" remain seized of the matter;", False)]),
]
GENEVA: list[tuple[str, Runs]] = [
    ("_ H_1_G", [("Resolution on the right to rest", False)]),
    ("_ Single Txt_G", [("The Human Rights Council", True), (",", False)]),
    ("_ Single Txt_G", [("Guided", True), (" by the Charter of the United Nations;", False)]),
    ("_ Single Txt_G", [("Taking note", True), (" of this resolution and it's annex ,", False)]),
    ("List Number", [("Affirms", True), (" the right to rest for all persons;", False)]),
    ("List Number", [("Calls on", True), (" member states to respect the right to rest", False)]),
    ("List Number", [("Decides", True), (" to remain seized of the matter;", False)]),
]  # fmt: skip


def reviewed(data: bytes) -> tuple[Fixed, bytes]:
    """The draft as ``resolint review`` gives it back."""
    fixed = fix(read("draft.docx", data), LINTER, suggested=True)
    return fixed, rendered(fixed, LINTER, partial(render, date=DATE, comments=remarks(fixed)))


def new_york() -> bytes:
    """Numbers typed between tabs, the masthead in paragraphs."""
    document = docx.Document()
    _styles(document, "__Single Txt", "_ H _Ch", left=1267)
    for line in ("A/C.3/81/L.7", "Eighty-first session", "Third Committee", "Agenda item 68"):
        document.add_paragraph(line)
    return _written(document, NEW_YORK)


def geneva() -> bytes:
    """Numbers made by Word, the masthead in a table."""
    document = docx.Document()
    _styles(document, "_ Single Txt_G", "_ H_1_G", left=1134)
    cells = document.add_table(1, 3).rows[0].cells
    for cell, text in zip(cells, ("United Nations", "A/HRC/62/L.4", "Distr.: Limited"), strict=True):
        cell.text = text
    return _written(document, GENEVA)


def _styles(document: docx.document.Document, text: str, heading: str, left: int) -> None:
    single = document.styles.add_style(text, WD_STYLE_TYPE.PARAGRAPH)
    single.base_style = document.styles["Normal"]
    single.paragraph_format.left_indent = single.paragraph_format.right_indent = Twips(left)
    single.font.size = Pt(10)
    title = document.styles.add_style(heading, WD_STYLE_TYPE.PARAGRAPH)
    title.base_style = document.styles["Heading 1"]


def _written(document: docx.document.Document, paragraphs: list[tuple[str, Runs]]) -> bytes:
    for style, runs in paragraphs:
        _fill(document.add_paragraph(style=style), runs)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _fill(paragraph: Paragraph, runs: Runs) -> None:
    for text, italic in runs:
        paragraph.add_run(text).italic = italic or None
