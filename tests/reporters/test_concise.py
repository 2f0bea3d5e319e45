from __future__ import annotations

from dataclasses import replace

from linter.model.report import Report
from linter.reporters import render
from tests.reporters.samples import DOCX, MARKDOWN, SEQUENCE


def test_lines_are_as_compilers_write_them() -> None:
    assert render(Report((replace(MARKDOWN, findings=(SEQUENCE,)),)), "concise") == (
        "drafts/water.md:31:4: warning operative-also-missing: "
        "“Requests” opens the paragraph after another “Requests”: write “Also requests”.\n"
    )


def test_word_names_the_paragraph() -> None:
    assert render(Report((DOCX,)), "concise").startswith(
        "water.docx: operative paragraph 5: warning operative-also-"
    )


def test_a_finding_never_takes_two_lines() -> None:
    finding = replace(SEQUENCE, message="one\ntwo\u2028three")
    assert len(render(Report((replace(MARKDOWN, findings=(finding,)),)), "concise").splitlines()) == 1
