"""``resolint facts`` and tables of one's own."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.cli.conftest import Resolint

_DRAFT = """\
## The colours of the house

*The General Assembly*,

*Recalling* its resolutions 60/251 of {} and 99/1 of 3 October 2044,

*Decides* to remain seized of the matter.
"""


def test_coverage_and_date_of_the_table(resolint: Resolint) -> None:
    outcome = resolint("facts")
    assert outcome.status == 0
    assert "General Assembly resolutions" in outcome.out
    assert "are known, to 29 June 2026." in outcome.out
    data = resolint("facts", "--json").data
    assert data["schema"] == 1
    assert data["latest"] == "2026-06-29"
    assert data["known"] == sum(one["known"] for one in data["coverage"]) > 12_000
    assembly = next(one for one in data["coverage"] if (one["organ"], one["kind"]) == ("ga", "resolution"))
    assert assembly["known"] >= assembly["dated"] >= assembly["titled"] > 3_000
    assert data["own"] == []


def test_a_table_is_taken_into_the_settings(resolint: Resolint, tmp_path: Path) -> None:
    _table(tmp_path / "own.tsv", "A/RES/99/1\t2044-10-03\tColours", "A/RES/70/1\t2015-09-25")
    outcome = resolint("facts", "add", "own.tsv")
    assert outcome.status == 0, outcome.err
    assert outcome.out.startswith("own.tsv: 2 entries, 1 new and 1 that agree with what is known.\n")
    assert (tmp_path / "resolint.toml").read_text("utf-8") == 'facts = ["own.tsv"]\n'
    assert resolint("cite", "--title", "99/1").out == (
        "General Assembly resolution 99/1 of 3 October 2044, entitled “Colours”\n"
    )
    assert "names it already" in resolint("facts", "add", "own.tsv").out
    assert (tmp_path / "resolint.toml").read_text("utf-8") == 'facts = ["own.tsv"]\n'


def test_where_the_two_differ_ones_own_is_right_and_that_is_said(resolint: Resolint, tmp_path: Path) -> None:
    _table(tmp_path / "own.tsv", "A/RES/60/251\t2006-03-16")
    outcome = resolint("facts", "add", "own.tsv")
    assert "1 in the place of what is known" in outcome.out
    assert "A/RES/60/251: 2006-03-16, not 2006-03-15" in outcome.out
    (tmp_path / "draft.md").write_text(_DRAFT.format("15 March 2006"), "utf-8")
    check = resolint("check", "--select", "wrong-date-of-citation", "--format", "concise", "draft.md")
    assert "was adopted on 16 March 2006, not on 15 March 2006 (known from own.tsv)" in check.out
    assert resolint("cite", "--title", "60/251").out.endswith("entitled “Human Rights Council”\n")
    (own,) = resolint("facts", "--json").data["own"]
    assert (own["entries"], own["changed"][0]["known"]["date"]) == (1, "2006-03-15")
    assert "A/RES/60/251: 2006-03-16, not 2006-03-15" in resolint("facts").out


def test_a_date_of_low_confidence_makes_none_wrong(resolint: Resolint, tmp_path: Path) -> None:
    _table(tmp_path / "own.tsv", "symbol\tconfidence\tadopted", "A/RES/60/251\tlow\t2006-03-16")
    assert resolint("facts", "add", "own.tsv").status == 0
    (tmp_path / "draft.md").write_text(_DRAFT.format("15 March 2006"), "utf-8")
    assert resolint("check", "--select", "wrong-date-of-citation", "draft.md").status == 0


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["A/RES/60/251\t2006-02-31"], "own.tsv:1: “2006-02-31” is no date"),
        (["symbol\tdate", "A/RES/60/251\t2006", "60/1"], "own.tsv:2: “2006” is no date"),
        (["symbol\tdate", "A/RES/60/251\t2006", "60/1"], "own.tsv:3: “60/1” is no symbol"),
        (["S/RES/1325\t2000-10-31"], "own.tsv:1: “S/RES/1325” is no symbol"),
        (["A/RES/60/1", "A/RES/60/1"], "own.tsv:2: A/RES/60/1 stands in line 1 already"),
        (["A/RES/60/1\t\t\tsure"], "own.tsv:1: “sure” is no confidence"),
        (["date\ttitle"], "own.tsv:1: a table of facts has a resolution on each line"),
        ([], "own.tsv:1: a table of facts has a resolution on each line"),
    ],
)
def test_a_mistake_is_shown_in_its_line_and_nothing_is_written(
    resolint: Resolint, tmp_path: Path, lines: list[str], said: str
) -> None:
    _table(tmp_path / "own.tsv", *lines)
    outcome = resolint("facts", "add", "own.tsv")
    assert outcome.status == 2
    assert said in outcome.err
    assert not (tmp_path / "resolint.toml").exists()


def test_a_table_that_breaks_later_stops_the_check_with_its_line(resolint: Resolint, tmp_path: Path) -> None:
    _table(tmp_path / "own.tsv", "A/RES/99/1\t2044-10-03")
    resolint("facts", "add", "own.tsv")
    _table(tmp_path / "own.tsv", "A/RES/99/1\tsoon")
    (tmp_path / "draft.md").write_text(_DRAFT.format("15 March 2006"), "utf-8")
    outcome = resolint("check", "draft.md")
    assert outcome.status == 2
    assert "“soon” is no date" in outcome.out + outcome.err
    assert "internal error" not in outcome.out + outcome.err


def test_of_two_tables_the_later_is_right(resolint: Resolint, tmp_path: Path) -> None:
    _table(tmp_path / "one.tsv", "A/RES/99/1\t2044-10-03\tColours")
    _table(tmp_path / "two.tsv", "A/RES/99/1\t2044-10-04")
    resolint("facts", "add", "one.tsv")
    assert (
        "A/RES/99/1: 2044-10-04, not 2044-10-03 (known from one.tsv)"
        in resolint("facts", "add", "two.tsv").out
    )
    assert resolint("cite", "--title", "99/1").out == (
        "General Assembly resolution 99/1 of 4 October 2044, entitled “Colours”\n"
    )


@pytest.mark.parametrize(
    "before",
    [
        "",
        'organ = "hrc"',
        '# ours\norgan = "hrc"  # Geneva\n\n[severity]\ndouble-space = "advice"\n',
        '[severity]\ndouble-space = "advice"\n',
        'facts = []\norgan = "hrc"\n',
        'facts = ["old.tsv"]\n[severity]\n"x]" = "advice"\n',
        "facts = [  # two\n  'old.tsv',  # of last year, [sic]\n  \"new.tsv\",\n]\n",
        '\ufefforgan = "hrc"\r\n',
    ],
)
def test_settings_keep_everything_else(resolint: Resolint, tmp_path: Path, before: str) -> None:
    folder = tmp_path / "lists"
    folder.mkdir()
    for name in ("old", "new"):
        _table(tmp_path / f"{name}.tsv", "A/RES/99/2\t2044-10-03")
    _table(folder / "own.tsv", "A/RES/99/1\t2044-10-03")
    settings = tmp_path / "resolint.toml"
    settings.write_bytes(before.encode())
    outcome = resolint("facts", "add", folder / "own.tsv")
    assert outcome.status == 0, outcome.err
    text = settings.read_bytes().decode("utf-8-sig")
    was = tomllib.loads(before.removeprefix("\ufeff"))
    assert tomllib.loads(text) == {**was, "facts": [*was.get("facts", []), "lists/own.tsv"]}
    assert all(line in text for line in before.removeprefix("\ufeff").splitlines() if "facts" not in line)
    assert settings.read_bytes().startswith(b"\xef\xbb\xbf") == before.startswith("\ufeff")


@pytest.mark.parametrize(
    "before",
    [
        '[project]\nname = "x"\n\n[tool.resolint]\norgan = "hrc"\n\n[tool.other]\nfacts = ["no.tsv"]\n',
        '[tool.resolint.severity]\ndouble-space = "advice"\n',
        '[tool.resolint]\n[tool.resolint.severity]\ndouble-space = "advice"\n',
    ],
)
def test_settings_in_pyproject(resolint: Resolint, tmp_path: Path, before: str) -> None:
    _table(tmp_path / "own.tsv", "A/RES/99/1\t2044-10-03")
    (tmp_path / "pyproject.toml").write_text(before, "utf-8")
    assert resolint("facts", "add", "own.tsv").status == 0
    after = tomllib.loads((tmp_path / "pyproject.toml").read_text("utf-8"))
    assert after["tool"]["resolint"].pop("facts") == ["own.tsv"]
    assert after == tomllib.loads(before)
    assert resolint("cite", "99/1").out == "General Assembly resolution 99/1 of 3 October 2044\n"


def test_line_ends_stay_as_they_are(resolint: Resolint, tmp_path: Path) -> None:
    _table(tmp_path / "own.tsv", "A/RES/99/1\t2044-10-03")
    (tmp_path / "resolint.toml").write_bytes(b'organ = "hrc"\r\n\r\n[severity]\r\n')
    assert resolint("facts", "add", "own.tsv").status == 0
    assert (tmp_path / "resolint.toml").read_bytes() == (
        b'organ = "hrc"\r\nfacts = ["own.tsv"]\r\n\r\n[severity]\r\n'
    )


def test_what_cannot_be_written_without_harm_is_refused(resolint: Resolint, tmp_path: Path) -> None:
    _table(tmp_path / "own.tsv", "A/RES/99/1\t2044-10-03")
    text = '[tool]\nresolint = {organ = "hrc"}\n[tool.resolint-like]\n'
    (tmp_path / "pyproject.toml").write_text(text, "utf-8")
    outcome = resolint("facts", "add", "--config", "pyproject.toml", "own.tsv")
    assert outcome.status == 2
    assert 'write it yourself, facts = ["own.tsv"]' in outcome.err
    assert (tmp_path / "pyproject.toml").read_text("utf-8") == text


def _table(path: Path, *lines: str) -> None:
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")


def test_titles_that_differ_are_shown_and_many_are_counted(resolint: Resolint, tmp_path: Path) -> None:
    dates = (f"A/RES/60/{number}\t2001-01-01" for number in range(2, 61))
    _table(tmp_path / "own.tsv", "A/RES/60/1\t\tOther words", *dates)
    out = resolint("facts", "add", "own.tsv").out
    assert "A/RES/60/1: “Other words”, not “" in out
    assert f"  and {int(out.partition(' in the place')[0].split()[-1]) - out.count(', not ')} more" in out
