"""Ordinals, dates, addressees, labels and protected words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.readers import read
from linter.structure.addressees import addressees
from linter.structure.dates import at, find
from linter.structure.furniture import is_furniture
from linter.structure.labels import parse
from linter.structure.language import detect
from linter.structure.lines import line
from linter.structure.sessions import ordinal_value, ordinal_words
from linter.structure.spans import protected
from linter.tables import vocabulary


@given(st.integers(1, 200))
def test_an_ordinal_reads_back_as_its_number(number: int) -> None:
    assert ordinal_value(ordinal_words(number)) == number
    assert ordinal_value(ordinal_words(number).replace("-", " ").upper()) == number


@pytest.mark.parametrize(
    ("number", "words"), [(12, "twelfth"), (78, "seventy-eighth"), (80, "eightieth"), (0, ""), (201, "")]
)
def test_ordinals_in_words(number: int, words: str) -> None:
    assert ordinal_words(number) == words


def test_words_that_are_no_ordinal_have_no_value() -> None:
    assert ordinal_value("present") is None


def test_dates_and_days_that_do_not_exist() -> None:
    found = list(find("from 1 May 2020 to 31\u00a0June 2021 and 12 2022", vocabulary()))
    assert [mention.iso for mention in found] == ["2020-05-01", ""]
    assert at("on 1 May 2020", 0, vocabulary()) is None
    mention = at("on 1 May 2020", 3, vocabulary())
    assert mention is not None
    assert mention.iso == "2020-05-01"


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (" the Secretary-General to report", {"secretary-general"}),
        (" the Secretary-General, in collaboration with Peru, to report", {"secretary-general"}),
        (" Member States, United Nations entities and other stakeholders to act",
         {"member states", "united nations entities", "other stakeholders"}),
        (", in this regard, all States to act", {"all states"}),
        (" States (as a whole) to act", {"states"}),
        (" States to the conflict to act", {"states to the conflict"}),
        (" all parties to armed conflict to act", {"all parties to armed conflict"}),
        (" the Secretary-General, in collaboration with Peru, partners of States, to report",
         {"secretary-general"}),
        (" the Secretary-General, working with Peru, relevant States and others to report",
         {"secretary-general", "relevant states", "others"}),
        (" the Secretary-General, by letter, other United Nations entities and Fiji not to act",
         {"secretary-general", "other united nations entities", "fiji"}),
        (" that it be so", None),
        (" the adoption of rules", None),
    ],
)  # fmt: skip
def test_addressees(after: str, expected: set[str] | None) -> None:
    assert addressees(after) == expected


@pytest.mark.parametrize(
    ("label", "kind", "value", "name"),
    [
        ("5.", "number", 5, "5"), ("(a)", "letter", 1, "(a)"), ("(aa)", "letter", 27, "(aa)"),
        ("(iv)", "roman", 4, "(iv)"), ("OP3 bis.", "op", 3, "3 bis"), ("PP12", "pp", 12, "12"),
        ("IV.", "roman-stop", 4, "IV"), ("(1)", "point", 1, "(1)"), ("1)", "number", 1, "1"),
        ("5:", "number", 5, "5"),
        ("5a.", "number", 5, "5a"), ("1.2.", "number", 1, "1.2"), ("•", "bullet", 0, "•"),
        ("..", "bullet", 0, ".."), ("A.", "letter-stop", 1, "A"), ("(l)", "letter", 12, "(l)"),
        ("PP3 alt. 2", "pp", 3, "3 alt. 2"),
    ],
)  # fmt: skip
def test_labels(label: str, kind: str, value: int, name: str) -> None:
    assert parse(label) == (kind, value, name)


def test_what_follows_a_letter_is_the_next_letter() -> None:
    found = [parse("(i)", "(h)"), parse("(v)", "(u)"), parse("(ii)", "(hh)"), parse("(ii)", "(i)")]
    assert [label and label.kind for label in found] == ["letter", "letter", "letter", "roman"]
    assert parse("(ab)") is None
    assert parse("OP") is None


@pytest.mark.parametrize(
    ("texts", "default", "language"),
    [
        ([], "fr", "fr"), (["xx yy"], "fr", "fr"), (["la paz y los rios de la tierra"], "en", "es"),
        (["the rivers of the earth"], "fr", "en"), (["la paix et les eaux"], "en", "fr"),
    ],
)  # fmt: skip
def test_the_language_is_that_of_the_commonest_words(texts: list[str], default: str, language: str) -> None:
    assert detect(texts, default) == language


@pytest.mark.parametrize(
    ("text", "label", "head", "stop"),
    [
        ("“1. Welcomes it”", "1.", "1. welcomes it", ""),
        ("“(a) To act;”", "(a)", "(a) to act;", ";"),
        ("“1.5 million”", "", "1.5 million", ""),
        ("1. x “2. y”", "1.", 'x "2. y', ""),
        ("Rivers “2. y”,", "", 'rivers "2. y",', ","),
        ("Welcomes it, and", "", "welcomes it, and", ","),
        ("Welcomes it; or ”", "", "welcomes it; or", ";"),
    ],
)
def test_a_line_at_a_glance(text: str, label: str, head: str, stop: str) -> None:
    seen = line(read("x.txt", text.encode()).blocks[0], vocabulary())
    assert (seen.label_text, seen.head, seen.stop) == (label, head, stop)


@pytest.mark.parametrize(
    "text",
    ["GE.16-12199(E)", "00 56569", "<<ODS JOB NO>>N0056569E<<ODS JOB NO>>", "-----", "3", "A/RES/55/105",
     "[DU1]", "* 1234567 *", "25-12345 (E)", "A/HRC/RES/60/27 3", " 3 "],
)  # fmt: skip
def test_furniture(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    ["Annex", "Welcomes it;", "4 A/55/279.", "7 October 2022", "Resolution 5/1", "<<ODS " + "words " * 30],
)
def test_words_are_no_furniture(text: str) -> None:
    assert not is_furniture(text)


def test_words_are_protected_at_the_head_too() -> None:
    block = read("x.txt", "“Rivers” and “lakes” of".encode()).blocks[0]
    assert [block.text[span.start : span.end] for span in protected(block)] == ["“Rivers”", "“lakes”"]
    assert protected(read("x.txt", "Of “rivers and lakes".encode()).blocks[0]) == ()
    straight = read("x.txt", b'Of "rivers", of "lakes" and of "seas').blocks[0]
    assert [straight.text[span.start : span.end] for span in protected(straight)] == ['"rivers"', '"lakes"']


def test_protected_words() -> None:
    text = "*Recalling* the item entitled “Rivers”, the *Treaty Series*, A/80/1 and https://example.org/a.\n"
    block = read("x.md", text.encode()).blocks[0]
    assert [block.text[span.start : span.end] for span in protected(block)] == [
        "“Rivers”", "Treaty Series", "A/80/1", "https://example.org/a",
    ]  # fmt: skip
