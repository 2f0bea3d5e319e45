"""The table of known resolutions, and rows of one's own over it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.facts import Facts, Known, facts_in, named, spaced, symbols
from linter.facts.coverage import coverage
from linter.model.errors import ConfigError
from linter.tables.location import rules_folder

TABLE = rules_folder() / "tables" / "resolutions.tsv"
FACTS = facts_in(TABLE)
ROWS = list(FACTS.rows())


def test_the_table_is_sorted_and_each_row_is_whole() -> None:
    keys = [row.symbol.encode() for row in ROWS]
    assert sorted(f"{row.symbol}\t".encode() for row in ROWS) == [f"{row.symbol}\t".encode() for row in ROWS]
    assert len(set(keys)) == len(keys)
    for row in ROWS:
        one = named(row.symbol)
        assert one is not None
        assert one.symbol == row.symbol
        assert not row.adopted or date.fromisoformat(row.adopted).isoformat() == row.adopted
        assert not row.adopted or row.source
        assert row.title == row.title.strip()


@given(st.sampled_from(ROWS))
def test_every_row_is_found_by_its_symbol(row: Known) -> None:
    assert FACTS.find(row.symbol) == row


@given(st.text(alphabet="AESRC/DH0123456789() IVX\t", max_size=14))
def test_other_symbols_are_not_found(symbol: str) -> None:
    assert FACTS.find(symbol) in (None, *(row for row in ROWS if row.symbol == symbol))


def test_parts_are_found_with_the_whole() -> None:
    parts = [row.symbol for row in FACTS.all_of("A/RES/57/270")]
    assert parts == ["A/RES/57/270 A", "A/RES/57/270 B"]
    assert symbols("ga", "resolution", "71/272 A and B") == ("A/RES/71/272 A", "A/RES/71/272 B")
    assert symbols("ga", "resolution", "75/254 A to C")[2] == "A/RES/75/254 C"
    assert symbols("", "resolution", "5/14") == ()


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        ("45/248B", "45/248 B"),
        ("217A(III)", "217 A (III)"),
        ("1325(2000)", "1325 (2000)"),
        ("60/251", "60/251"),
    ],
)
def test_numbers_have_the_spaces_they_are_printed_with(number: str, printed: str) -> None:
    assert spaced(number) == printed == spaced(printed)


def test_resolutions_of_one_title() -> None:
    found = FACTS.titled("A/RES/", "The occupied Syrian Golan")
    assert {"A/RES/78/77", "A/RES/79/90"} <= {row.symbol for row in found}
    assert len({row.title for row in found}) == 1


def test_ones_own_rows_give_what_they_say_and_take_the_rest(tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text("A/RES/60/251\t\tThe Council\nA/RES/70/1\t2015-09-26\nA/RES/99/1\t2044-10-03\n", "utf-8")
    facts = Facts(TABLE, (own,))
    council, agenda, new = (facts.find(f"A/RES/{number}") for number in ("60/251", "70/1", "99/1"))
    assert council is not None
    assert agenda is not None
    assert new is not None
    assert (council.adopted, council.title) == ("2006-03-15", "The Council")
    assert (agenda.adopted, agenda.source) == ("2015-09-26", "own.tsv")
    assert agenda.title.startswith("Transforming our world")
    assert (new.adopted, new.certain, new.title) == ("2044-10-03", True, "")
    assert [row.symbol for row in facts.titled("A/RES/", "The Council")] == ["A/RES/60/251"]


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"hello\n", b"symbol\tdate\nA/RES/60/251\t15 March 2006\n"]
)
def test_a_table_that_is_none_is_refused_with_its_name(tmp_path: Path, data: bytes) -> None:
    own = tmp_path / "own.tsv"
    own.write_bytes(data)
    with pytest.raises(ConfigError, match=r"own\.tsv"):
        _ = Facts(TABLE, (own,)).own


def test_coverage_counts_every_row() -> None:
    found = coverage(FACTS)
    assert sum(one.known for one in found) == len(ROWS)
    assert all(one.known >= one.dated and one.known >= one.titled for one in found)


def test_rows_of_ones_own_stand_among_those_that_begin_alike(tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text("A/RES/60/2519\t2006-04-01\tOurs\nA/RES/60/251\t2006-03-16\n", "utf-8")
    found = facts_in(TABLE, (own,)).beginning("A/RES/60/251")
    assert [(row.symbol, row.adopted) for row in found] == [
        ("A/RES/60/251", "2006-03-16"),
        ("A/RES/60/2519", "2006-04-01"),
    ]
