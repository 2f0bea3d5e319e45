from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from linter.model.errors import RuleError
from linter.tables.sessions import compile_sessions, session_calendar, span


@pytest.mark.parametrize(
    ("organ", "session", "day"),
    [
        ("ga", "60", date(2006, 3, 15)),
        ("ga", "70", date(2016, 9, 13)),
        ("ga", "3", date(1948, 12, 10)),
        ("ga", "S-25", date(2001, 6, 9)),
        ("ga", "ES-11", date(2022, 3, 2)),
        ("hrc", "6", date(2007, 9, 28)),
        ("hrc", "52", date(2023, 4, 4)),
        ("hrc", "S-27", date(2017, 12, 5)),
        ("ecosoc", "2019", date(2018, 7, 26)),
        ("ecosoc", "1996", date(1996, 7, 25)),
        ("chr", "1993", date(1993, 3, 9)),
    ],
)
def test_known_adoptions_fall_within_their_session(organ: str, session: str, day: date) -> None:
    found = span(organ, session)
    assert found is not None
    assert found[0] <= day <= found[1]


def test_a_date_of_another_year_does_not() -> None:
    calendar = session_calendar()
    assert calendar.span("hrc", "6") == (date(2007, 9, 10), date(2007, 12, 14))
    assert calendar.years("hrc", "6", 28, 9) == (2007,)
    assert calendar.years("hrc", "6", 28, 2) == ()
    assert calendar.years("ga", "62", 29, 2) == (2008,)
    assert calendar.years("ga", "ES-10", 1, 5) == ()
    assert calendar.years("ga", "999", 1, 5) == ()


def test_what_is_not_known_is_none() -> None:
    calendar = session_calendar()
    assert calendar.span("ga", "999") is None
    assert calendar.span("sc", "1946") is None
    assert calendar.span("nobody", "1") is None
    assert calendar.last_number("ga", "82") is None
    assert calendar.council_year(99_999) is None


def test_numbers() -> None:
    calendar = session_calendar()
    assert calendar.last_number("hrc", "6") == 37
    assert calendar.council_year(1) == 1946
    assert calendar.council_year(1325) == 2000
    assert calendar.council_year(2623) == 2022


def test_sessions_of_the_assembly_follow_each_other() -> None:
    spans = [span("ga", str(number)) for number in range(2, 83)]
    for earlier, later in pairwise(spans):
        assert earlier is not None
        assert later is not None
        assert earlier[0] < later[0]
        assert (later[0] - earlier[1]).days <= 1


def test_years_of_the_council_follow_each_other() -> None:
    calendar = session_calendar()
    years = [calendar.council_year(number) for number in range(1, 2812)]
    assert None not in years
    assert years == sorted(year for year in years if year is not None)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ga:\n  1: [1946-01-10, 1945-01-01]", "2: the session ends before it begins"),
        ("ga:\n  1: [1946-01-10, someday]", "2: expected [first day, last day"),
        ("ga:\n  1: [1946-01-10]", "2: expected [first day, last day"),
        ("sc:\n  1946: [15, 1]", "2: expected [first number, last number]"),
        ("gaa:\n  1: []", "1: unknown key “gaa”; did you mean “ga”?"),
    ],
)
def test_a_wrong_table_is_refused_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "sessions.yaml"
    path.write_text(text)
    with pytest.raises(RuleError) as caught:
        compile_sessions(path)
    assert str(caught.value).startswith(f"{path}:{message}")
