"""Confirmed, contradicted, unknown: what the table says of the date of a citation."""

from __future__ import annotations

import pytest

from linter.facts import facts_in, judge
from linter.tables.location import rules_folder
from tests.structure.drafts import body

FACTS = facts_in(rules_folder() / "tables" / "resolutions.tsv")
GA = "The General Assembly,"
HRC = "The Human Rights Council,"


def verdicts(text: str, organ: str = GA) -> list[str]:
    """What is known of each citation of one preambular paragraph."""
    resolution = body(f"Recalling {text},", "1. Decides so.", organ=organ)
    return [judge(citation, FACTS).verdict for citation in resolution.citations]


@pytest.mark.parametrize(
    "text",
    [
        "its resolution 60/251 of 15 March 2006",
        "its resolution 217 A (III) of 10 December 1948",
        "its resolution 71/272 B of 6 April 2017",
        "Security Council resolution 1325 (2000) of 31 October 2000",
        "Human Rights Council resolution 6/17 of 28 September 2007",
        "Economic and Social Council resolution 1996/31 of 25 July 1996",
        "its resolution ES-11/1 of 2 March 2022",
        "resolution 48/13 of the Human Rights Council of 8 October 2021",
    ],
)
def test_right_dates_are_confirmed(text: str) -> None:
    assert verdicts(text) == ["confirmed"]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("its resolution 60/251 of 3 April 2006", "2006-03-15"),
        ("Human Rights Council resolution 6/17 of 28 September 2008", "2007-09-28"),
        ("Security Council resolution 1325 (2000) of 30 October 2000", "2000-10-31"),
    ],
)
def test_wrong_dates_are_contradicted_with_what_is_known(text: str, known: str) -> None:
    resolution = body(f"Recalling {text},", "1. Decides so.", organ=GA)
    judgement = judge(resolution.citations[0], FACTS)
    assert judgement.verdict == "contradicted"
    assert judgement.known is not None
    assert judgement.known.adopted == known
    assert judgement.known.source


@pytest.mark.parametrize(
    "text",
    [
        "its resolution 60/251",
        "its resolution 80/399 of 3 March 2026",
        "its resolution 99/1 of 3 October 2044",
        "its resolution 53/243 of 6 October 1999",
        "United Nations Environment Assembly resolution 5/14 of 3 March 2022",
        "resolution 10/4 of 16 October 2020 of the Conference of the Parties to the Convention",
        "Economic and Social Commission for Asia and the Pacific resolution 70/1 of 8 August 2014",
        "document A/RES/60/251 of 3 April 2006",
    ],
)
def test_what_is_not_known_is_not_wrong(text: str) -> None:
    assert set(verdicts(text)) == {"unknown"}


def test_each_of_a_list_is_judged_by_itself() -> None:
    text = "its resolutions 60/251 of 15 March 2006, 70/1 of 27 September 2015 and 99/1 of 3 October 2044"
    assert verdicts(text) == ["confirmed", "contradicted", "unknown"]
