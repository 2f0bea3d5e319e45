from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.model.diagnostic import Replace
from linter.model.report import Context, Finding, Report
from linter.model.source import Span
from linter.reporters import render
from linter.reporters.change import change
from linter.reporters.excerpt import excerpt
from linter.reporters.terminal import Paint, columns, wrap
from tests.reporters.samples import DOCX, MARKDOWN, REPORT, ROMAN, SEQUENCE, SPACES, where

PLAIN = Paint(color=False)


def page(*findings: Finding, width: int = 100, color: bool = False) -> str:
    return render(Report((replace(MARKDOWN, findings=findings),)), "full", width=width, color=color)


def test_a_finding_reads_from_the_place_to_the_rule() -> None:
    assert page(SEQUENCE) == (
        "drafts/water.md  General Assembly, draft, A/C.3/80/L.12\n"
        "\n"
        "drafts/water.md:31:4  operative paragraph 5\n"
        "    5. *Requests* the Secretary-General to submit to the General Assembly at its eighty-second …\n"
        "        ^^^^^^^^\n"
        "  warning  “Requests” opens the paragraph after another “Requests”: write “Also requests”.\n"
        "  fix      Requests → Also requests  (suggested: a person should look)\n"
        "  source   United Nations Editorial Manual, Resolutions, Drafting and editing\n"
        "  rule     operative-also-missing\n"
        "\n"
        "1 warning in 1 file; 1 can be repaired with `resolint fix --suggested`.\n"
    )


def test_word_has_a_paragraph_in_place_of_a_line() -> None:
    text = render(Report((DOCX,)), "full")
    assert "\nwater.docx  operative paragraph 5\n" in text
    assert "  note     A remark.\n  note     1 finding kept silent by comments or settings\n" in text


def test_spaces_in_question_are_shown() -> None:
    assert "  fix      seventieth␣␣session, → seventieth␣session,\n" in page(SPACES)


@pytest.mark.parametrize(
    ("text", "edit", "shown"),
    [
        ("a report on diet", Replace(0, 16, 16, ","), "diet → diet,"),
        ("on food systems;", Replace(0, 15, 16, ","), "systems; → systems,"),
        ('entitled "Our world"', Replace(0, 9, 10, "“"), '"Our → “Our'),
        ("in digital space , and", Replace(0, 16, 17, ""), "space␣, → space,"),
        ("all member states", Replace(0, 4, 17, "Member States"), "member states → Member States"),
        ("to meet this this need", Replace(0, 12, 17, ""), "this this → this"),
        ("to include", Replace(0, 0, 1, "T"), "to → To"),
        ("all it's earlier", Replace(0, 6, 7, "’"), "it's → it’s"),
        ("between 2020-2022, and", Replace(0, 12, 13, " and "), "2020-2022, → 2020 and 2022,"),
        ("and", Replace(0, 0, 3, ""), "and → (nothing)"),
        ("x" * 100, Replace(0, 0, 100, "y"), "x" * 29 + " … " + "x" * 29 + " → y"),
    ],
)
def test_a_change_is_shown_in_its_words(text: str, edit: Replace, shown: str) -> None:
    assert change(text, edit) == shown


def test_a_label_in_question_is_marked() -> None:
    lines = excerpt(Context("5.", "Calls upon States", (), ()), Span(0, 0), 80, PLAIN, "red")
    assert lines == ["5. Calls upon States", "^^"]
    [line] = excerpt(Context("5.", "Calls upon States", (), ()), Span(0, 0), 80, Paint(color=True), "red")
    assert line.startswith("\x1b[4;31m5.\x1b[0m ")


def test_places_of_one_slip_are_listed_together() -> None:
    assert "  also in  preambular paragraphs 2, 5 and 7, title\n" in page(ROMAN)


def test_many_places_are_cut_short() -> None:
    many = tuple(where(0, 1, text=f"footnote {number}") for number in range(1, 51))
    assert "footnotes 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 38 more" in page(
        replace(ROMAN, related=many), width=200
    )


def test_the_summary_tells_what_can_be_repaired() -> None:
    assert render(REPORT, "full").splitlines()[-1] == (
        "1 error, 2 warnings and 1 piece of advice in 2 files; "
        "2 can be repaired with `resolint fix`, 1 more with `--suggested`."
    )


def test_a_clean_run_says_so() -> None:
    assert render(Report((replace(MARKDOWN, findings=()),)), "full") == "Nothing to remark in 1 file.\n"


def test_nothing_read_leaves_nothing_to_say() -> None:
    assert render(Report(()), "full") == ""


def test_colour_shows_italics_and_the_words_in_question() -> None:
    shown = page(SEQUENCE, color=True)
    assert "5. \x1b[3;4;33mRequests\x1b[0m the" in shown
    assert "^" not in shown


def test_plain_text_has_no_escape_sequences() -> None:
    assert "\x1b" not in render(REPORT, "full")


def test_footnote_marks_are_raised() -> None:
    context = Context("2.", "a report and more", (), ((8, "12"), (17, "*")))
    assert excerpt(context, Span(2, 8), 80, PLAIN, "red")[0] == "2. a report¹² and more[*]"


def test_a_gap_is_marked_at_the_character_before_it() -> None:
    shown, carets = excerpt(Context("", "Calls upon States", (), ()), Span(17, 17), 80, PLAIN, "red")
    assert (shown, carets) == ("Calls upon States", " " * 16 + "^")


@pytest.mark.parametrize("words", ["日本国の", "e\u0301te\u0301", "“ﬁne”", "a\u200bb"])
def test_carets_stand_below_wide_and_combining_characters(words: str) -> None:
    text = f"{words} here"
    found = Span(len(words) + 1, len(text))
    shown, carets = excerpt(Context("", text, (), ()), found, 80, PLAIN, "red")
    before = shown[: shown.index("here")]
    assert columns(before) == len(carets) - 4
    assert carets.endswith("^^^^")


def test_characters_that_steer_a_terminal_are_shown_instead() -> None:
    hostile = "a\x1b]0;title\x07b\x9b31m\u202ec\r\nd"
    finding = replace(
        SEQUENCE, message=hostile, excerpt=hostile, context=Context("\x1b", hostile, (), ((1, "\x1b"),))
    )
    report = Report(
        (replace(MARKDOWN, path="\x1bevil.md", findings=(finding,), notes=(hostile,), symbol="\x1b"),)
    )
    for name in ("full", "concise"):
        shown = render(report, name)
        controls = [c for c in shown if unicodedata.category(c) in ("Cc", "Cf", "Cs") and c != "\n"]
        assert controls == []


@given(
    text=st.text(st.characters(codec="utf-8"), min_size=1, max_size=300),
    ends=st.tuples(st.integers(0, 300), st.integers(0, 300)),
    width=st.integers(20, 120),
    italics=st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)), max_size=3),
)
def test_an_excerpt_keeps_its_width_and_its_carets(
    text: str, ends: tuple[int, int], width: int, italics: list[tuple[int, int]]
) -> None:
    start, end = sorted(min(edge, len(text)) for edge in ends)
    spans, reach = [], 0
    for pair in sorted(sorted(min(edge, len(text)) for edge in pair) for pair in italics):
        if pair[0] >= reach and pair[0] < pair[1]:
            spans.append(Span(*pair))
            reach = pair[1] + 1
    context = Context("5.", text, tuple((span, "italic") for span in spans), ())
    lines = excerpt(context, Span(start, end), width, PLAIN, "red")
    assert len(lines) == 2
    assert columns(lines[0]) <= width
    assert "\n" not in lines[0]
    if any(columns(character) for character in text[start:end]):
        assert set(re.sub(" ", "", lines[1])) <= {"^"}
        assert len(lines[1]) <= columns(lines[0])


@given(st.text(st.characters(codec="utf-8")), st.integers(1, 60))
def test_wrapping_loses_no_word(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert " ".join(lines) == text
    assert all(columns(line) <= width or " " not in line for line in lines)
