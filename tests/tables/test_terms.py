from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from linter.model.errors import RuleError
from linter.model.fold import fold, straighten
from linter.tables.location import rules_folder
from linter.tables.names import abbreviations, countries, entities, instruments
from linter.tables.shipping import COMPILERS, ship_tables
from linter.tables.terms import TermEntry, compile_terms, entries_of, function_words, lexicon, term_table
from linter.tables.yamlfile import read_yaml

FOLDER = rules_folder() / "tables"
TABLES = sorted(name for name, compilers in COMPILERS.items() if compile_terms in compilers)


def every_entry() -> list[tuple[str, TermEntry]]:
    return [(name, entry) for name in TABLES for entry in term_table(name)]


def as_matched(entry: TermEntry, form: str) -> str:
    return straighten(form) if entry.case == "exact" else fold(form)


def test_every_file_is_a_table() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(COMPILERS)


@pytest.mark.parametrize("name", sorted(COMPILERS))
def test_each_says_what_it_is_and_where_it_comes_from(name: str) -> None:
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    header = re.match(r"(#.*\n)+", text)
    assert header is not None
    assert "Source: " in header[0] or "counted in adopted" in header[0]
    assert max(len(line) for line in header[0].splitlines()) <= 140


@pytest.mark.parametrize("name", TABLES)
def test_entries_are_sorted(name: str) -> None:
    content, _ = read_yaml(FOLDER / f"{name}.yaml")
    assert isinstance(content, dict)
    for language in content.values():
        for group in language["terms"].values():
            rights = [entry["right"].casefold() for entry in group["entries"]]
            assert rights == sorted(rights)
        names = [key.casefold() for key in language.get("names", {})]
        assert names == sorted(names)


def test_openings_are_sorted() -> None:
    content, _ = read_yaml(FOLDER / "openings.yaml")
    assert isinstance(content, dict)
    english = content["en"]
    for section in (english, *english["only"].values()):
        for group in ("preambular", "statement", "directive"):
            phrases = [phrase.casefold() for phrase in section[group]]
            assert phrases == sorted(phrases)


def test_no_wrong_form_stands_twice() -> None:
    seen = Counter(
        (as_matched(entry, wrong), entry.organs, entry.session, entry.after)
        for _, entry in every_entry()
        for wrong in entry.wrong
    )
    assert [key for key, count in seen.items() if count > 1] == []


def test_no_wrong_form_is_right_elsewhere() -> None:
    rights = {straighten(entry.right): name for name, entry in every_entry()}
    rights |= {fold(entry.right): name for name, entry in every_entry() if entry.case == "any"}
    for name, entry in every_entry():
        for wrong in entry.wrong:
            # the right form of one era may be the wrong one of the next
            if not entry.session:
                assert as_matched(entry, wrong) not in rights, (name, wrong)


def wrong_forms_in(text: str) -> list[tuple[TermEntry, str]]:
    """The entries of all tables that would fire on a text that stands alone, whatever their organ."""
    found = []
    for name in TABLES:
        table = lexicon(name)
        for match in re.finditer(r"[^\W_]+", fold(text)):
            for phrase in table.by_first_word.get(match[0], "").splitlines():
                end = match.start() + len(phrase)
                whole = not re.match(r"[\w-]", text[end:]) and not re.search(r"[\w-]$", text[: match.start()])
                if whole and fold(text).startswith(phrase, match.start()):
                    found += [
                        (entry, form)
                        for entry, form in table.lookup(phrase)
                        if entry.case == "any" or text[match.start() : end] == straighten(form)
                        if not (entry.in_name == "skip" and text[match.start()].isupper())
                        if not any(fold(phrase) in fold(text) for phrase in entry.not_in)
                        if not (entry.before or entry.after or entry.session)
                    ]
    return found


def test_right_forms_hold_no_wrong_ones() -> None:
    """A repair must not wake another entry."""
    woken = {
        (name, entry.right, other.right, form)
        for name, entry in every_entry()
        for other, form in wrong_forms_in(straighten(entry.right))
        if not (entry.organs and other.organs) or {*entry.organs} & {*other.organs}
        if not entry.session
    }
    assert woken == set()


def test_wrong_differs_from_right_once_matched() -> None:
    for name, entry in every_entry():
        for wrong in entry.wrong:
            assert as_matched(entry, wrong) != as_matched(entry, entry.right), (name, wrong)


def test_lookup_finds_every_form() -> None:
    for name in TABLES:
        table = lexicon(name)
        for entry in term_table(name):
            for wrong in entry.wrong:
                phrase = fold(wrong)
                first = re.match(r"[^\W_]+", phrase)
                assert first is not None
                assert phrase in table.by_first_word[first[0]].splitlines()
                assert (entry, wrong) in table.lookup(phrase)
        for joined in table.by_first_word.values():
            phrases = joined.splitlines()
            assert phrases == sorted(phrases, key=lambda phrase: (-len(phrase), phrase))


def test_endings() -> None:
    rights = {wrong: entry.right for entry in term_table("spelling") for wrong in entry.wrong}
    assert rights["organisations"] == "organizations"
    assert rights["recognising"] == "recognizing"
    assert rights["analyzed"] == "analysed"
    assert not {"advise", "advised", "exercise", "surprise", "revised", "promise"} & set(rights)


def test_defaults_and_their_override() -> None:
    by_wrong = {wrong: entry for entry in term_table("spelling") for wrong in entry.wrong}
    assert by_wrong["color"].fix == "safe"
    assert by_wrong["labor"].fix == "suggested"
    assert "sc" not in by_wrong["recognise"].organs


def test_states_parties_turn_with_the_session() -> None:
    found = {
        (entry.right, entry.session)
        for entry in term_table("capitals")
        if "states parties" in entry.wrong and "ga" in entry.organs
    }
    assert found == {("States Parties", ">=80"), ("States parties", "<80")}


def test_a_language_without_a_table_has_no_entries() -> None:
    assert term_table("spelling", "xx") == ()
    assert lexicon("spelling", "xx").by_first_word == {}
    assert countries("xx") == ()
    assert function_words("xx") == frozenset()
    assert abbreviations("xx").stand == frozenset()


def test_names() -> None:
    names = countries()
    assert len(names) == 195
    assert {country.name: country.text for country in names}["Gambia"] == "the Gambia"
    assert {body.name: body for body in entities()}["Economic and Social Council"].acronyms == ("ECOSOC",)
    texts = {text.name: text for text in instruments()}
    assert texts["Universal Declaration of Human Rights"].cite == "Resolution 217 A (III)."
    assert all(re.fullmatch(r"(\d{4}-\d\d-\d\d|)", text.date) for text in texts.values())
    assert all(text.cite.endswith(".") for text in texts.values() if text.cite)
    assert "COVID-19" in abbreviations().stand
    assert not abbreviations().stand & abbreviations().defined


def write(tmp_path: Path, entry: str) -> Path:
    path = tmp_path / "table.yaml"
    path.write_text(f"en:\n  terms:\n    group:\n      entries:\n        - {entry}\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{right: a, wrnog: [b]}", "unknown key “wrnog”; did you mean “wrong”?"),
        ("{right: a}", "the key “wrong” is missing"),
        ("{right: a, wrong: [a]}", "“a” is both right and wrong"),
        (
            "{right: a, wrong: [b], fix: save}",
            "“save” is not one of safe, suggested, none; did you mean “safe”",
        ),
        ("{right: a, wrong: [b], not-before: [of the]}", "expected single words in small letters"),
        ("{right: a, wrong: ['%']}", "a wrong form begins with a letter or a figure"),
        ("{right: 7, wrong: [b]}", "expected a text"),
        ("{right: a, wrong: 7}", "expected a list of texts"),
    ],
)
def test_a_wrong_entry_is_refused_with_its_line(tmp_path: Path, entry: str, message: str) -> None:
    path = write(tmp_path, entry)
    with pytest.raises(RuleError) as caught:
        compile_terms(path)
    assert str(caught.value).startswith(f"{path}:5: ")
    assert message in str(caught.value)


def test_an_addition_of_a_pack() -> None:
    made = entries_of({"right": "realize", "wrong": ["realise"], "ends": ["e", "ing"], "fix": "safe"}, "own")
    assert [(entry.right, entry.wrong, entry.group, entry.fix) for entry in made] == [
        ("realize", ("realise",), "own", "safe"),
        ("realizing", ("realising",), "own", "safe"),
    ]


def test_a_package_holds_every_compiled_form(tmp_path: Path) -> None:
    tables = tmp_path / "tables"
    tables.mkdir()
    for path in FOLDER.glob("*.yaml"):
        (tables / path.name).write_bytes(path.read_bytes())
    ship_tables(tmp_path)
    assert len(list(tables.glob("*.json"))) == sum(map(len, COMPILERS.values()))
