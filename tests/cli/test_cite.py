"""``resolint cite``."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Resolint

_TABLE = "symbol\tadopted\ttitle\n"


def test_several_become_what_an_editor_would_write(resolint: Resolint) -> None:
    outcome = resolint("cite", "ga 60/251", "HRC 52/15", "unsc 1325")
    assert outcome.status == 0
    assert outcome.out == (
        "General Assembly resolution 60/251 of 15 March 2006, Human Rights Council resolution 52/15 of"
        " 3 April 2023 and Security Council resolution 1325 (2000) of 31 October 2000\n"
    )


def test_neighbours_of_one_organ_share_its_name(resolint: Resolint) -> None:
    assert resolint("cite", "60/251", "70/1").out == (
        "General Assembly resolutions 60/251 of 15 March 2006 and 70/1 of 25 September 2015\n"
    )
    assert resolint("cite", "--organ", "ga", "60/251", "hrc 52/15").out == (
        "its resolution 60/251 of 15 March 2006 and Human Rights Council resolution 52/15 of 3 April 2023\n"
    )


def test_groups_of_organs_are_kept_apart(resolint: Resolint) -> None:
    assert resolint("cite", "60/251, 70/1 and HRC 52/15").out == (
        "General Assembly resolutions 60/251 of 15 March 2006 and 70/1 of 25 September 2015, and Human Rights"
        " Council resolution 52/15 of 3 April 2023\n"
    )


def test_parts_with_dates_of_their_own_are_cited_apart(resolint: Resolint) -> None:
    assert resolint("cite", "71/272 A and B").out == (
        "General Assembly resolutions 71/272 A of 23 December 2016 and 71/272 B of 6 April 2017\n"
    )
    assert resolint("cite", "75/254 A to C").out == (
        "General Assembly resolutions 75/254 A to C of 31 December 2020\n"
    )


def test_a_bare_number_is_the_one_that_is_known(resolint: Resolint) -> None:
    assert resolint("cite", "S-27/1", "1993/51").out == (
        "Human Rights Council resolution S-27/1 of 5 December 2017 and Commission on Human Rights resolution"
        " 1993/51 of 9 March 1993\n"
    )


def test_title_and_footnote(resolint: Resolint) -> None:
    assert resolint("cite", "--title", "60/251").out == (
        "General Assembly resolution 60/251 of 15 March 2006, entitled “Human Rights Council”\n"
    )
    assert resolint("cite", "--footnote", "60/251", "unsc 1325").out == (
        "General Assembly resolution 60/251.\nSecurity Council resolution 1325 (2000).\n"
    )
    assert resolint("cite", "--footnote", "--organ", "ga", "60/251").out == "Resolution 60/251.\n"


def test_what_is_not_known_is_said(resolint: Resolint) -> None:
    outcome = resolint("cite", "--title", "ga 99/1")
    assert (outcome.status, outcome.out) == (1, "General Assembly resolution 99/1\n")
    assert "A/RES/99/1: the date is not known" in outcome.err
    assert "A/RES/99/1: the title is not known" in outcome.err


def test_what_names_nothing_is_refused(resolint: Resolint) -> None:
    outcome = resolint("cite", "60/251", "soon")
    assert (outcome.status, outcome.out) == (2, "")
    assert "“soon” names no resolution" in outcome.err


def test_as_data(resolint: Resolint) -> None:
    data = resolint("cite", "--json", "HRC 52/15", "ga 99/1").data
    assert data["schema"] == 1
    assert [(one["symbol"], one["date"]) for one in data["citations"]] == [
        ("A/HRC/RES/52/15", "2023-04-03"),
        ("A/RES/99/1", None),
    ]


def test_a_table_of_ones_own_wins(resolint: Resolint, tmp_path: Path) -> None:
    (tmp_path / "ours.tsv").write_text(_TABLE + "A/RES/99/1\t2044-10-03\tThe colours of the house\n", "utf-8")
    (tmp_path / "resolint.toml").write_text('facts = ["ours.tsv"]\n', "utf-8")
    assert resolint("cite", "--title", "99/1").out == (
        "General Assembly resolution 99/1 of 3 October 2044, entitled “The colours of the house”\n"
    )
