from __future__ import annotations

from pathlib import Path

import pytest

from linter.model.errors import RuleError
from linter.model.fold import fold
from linter.tables import vocabulary
from linter.tables.words import compile_calendar, compile_openings, compile_organs


def test_openings() -> None:
    words = vocabulary()
    (recalls,) = words.openings["recalls"]
    assert (recalls.role, recalls.verb_class) == ("operative", "statement")
    (requests,) = words.openings["requests"]
    assert requests.verb_class == "directive"
    assert words.openings["taking note"][0].then == ("of",)
    assert words.openings["calls on"][0].organs == ("sc",)
    assert words.openings["recognising"][0].organs == ("sc",)
    assert not words.openings["recognizing"][0].organs


@pytest.mark.parametrize(
    "phrase", ["commends", "expresses its appreciation", "strongly urges", "reiterates its request"]
)
def test_what_names_a_receiver_is_directive(phrase: str) -> None:
    assert vocabulary().openings[phrase][0].verb_class == "directive"


@pytest.mark.parametrize(
    "phrase", ["decides", "calls for", "welcomes", "takes note", "notes with appreciation"]
)
def test_what_names_none_is_a_statement(phrase: str) -> None:
    assert vocabulary().openings[phrase][0].verb_class == "statement"


def test_openings_stop_before_the_preposition_and_are_base_forms() -> None:
    for folded, entries in vocabulary().openings.items():
        for entry in entries:
            assert folded == fold(entry.phrase)
            assert entry.phrase[0].isupper()
            assert not entry.phrase.endswith((" of", " that", " to", " by")), entry.phrase
            assert not {"also", "further"} & set(folded.split()), entry.phrase


def test_preambular_openings_are_no_finite_verbs() -> None:
    for entries in vocabulary().openings.values():
        roles = [entry.role for entry in entries]
        assert len(roles) == len(set(roles))
        for entry in entries:
            if entry.role == "preambular":
                assert not entry.phrase.split()[0].endswith(("tes", "zes", "lls", "sts")), entry.phrase


def test_adverbs_begin_with_the_sequence() -> None:
    words = vocabulary()
    assert words.before[:2] == words.after[:2] == ("also", "further")


def test_organs() -> None:
    names = {organ.name: organ for organ in vocabulary().organs}
    assert names["General Assembly"].key == "ga"
    assert "A/HRC/" in names["Human Rights Council"].symbols
    symbols = [symbol for organ in names.values() for symbol in organ.symbols]
    assert len(symbols) == len(set(symbols))


def test_calendar() -> None:
    words = vocabulary()
    assert list(words.months.values()) == list(range(1, 13))
    assert words.months["september"] == 9
    assert sorted(words.ordinals.values()) == list(range(1, 201))
    for text, number in [
        ("first", 1), ("twelfth", 12), ("twentieth", 20), ("eighty-first", 81), ("one hundredth", 100),
        ("one hundred and first", 101), ("one hundred and forty-fourth", 144), ("two hundredth", 200),
    ]:  # fmt: skip
        assert words.ordinals[text] == number


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(RuleError, match="no words for the language “xx”"):
        vocabulary("xx")


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "table.yaml"
    path.write_text(text, encoding="utf-8")
    return path


OPENINGS = "en:\n  adverbs: {before: [also], after: [also]}\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (OPENINGS + "  statment:\n    Recalls: []\n", "3: unknown key “statment”; did you mean “statement”?"),
        (
            OPENINGS + "  statement:\n    Recalls: []\n  directive:\n    recalls: []\n",
            "6: “recalls” stands twice",
        ),
        (OPENINGS + "  statement:\n    Recalls: 7\n", "4: expected a list of texts"),
        (OPENINGS + "  statement: []\n", "3: expected a mapping"),
        ("- 1\n", "1: a table is a mapping"),
        ("en:\n  statement: {}\n", "1: the key “adverbs” is missing"),
    ],
)
def test_a_wrong_table_is_refused_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(RuleError) as caught:
        compile_openings(path)
    assert str(caught.value).startswith(f"{path}:{message}")


def test_another_language_is_another_key(tmp_path: Path) -> None:
    path = write(tmp_path, "fr:\n  Assemblée générale: {key: ga, symbols: [A/]}\n")
    assert compile_organs(path) == {"fr": [["Assemblée générale", "ga", ["A/"]]]}
    path = write(tmp_path, "fr:\n  mois: []\n")
    with pytest.raises(RuleError, match="unknown key “mois”; did you mean"):
        compile_calendar(path)
