"""The ways in which people write references."""

from __future__ import annotations

import pytest

from linter.drafting.references import each, understand
from linter.facts import named
from linter.model.errors import ConfigError


@pytest.mark.parametrize(
    ("reference", "symbol"),
    [
        ("60/251", "A/RES/60/251"),
        ("ga 60/251", "A/RES/60/251"),
        ("UNGA Res. 60/251", "A/RES/60/251"),
        ("A/RES/60/251", "A/RES/60/251"),
        ("General Assembly resolution 60/251 of 15 March 2006,", "A/RES/60/251"),
        ("the Assembly’s resolution No. 60/251", "A/RES/60/251"),
        ("resolution 60/251", "A/RES/60/251"),
        ("decision 60/559", "A/DEC/60/559"),
        ("GA dec 60/559", "A/DEC/60/559"),
        ("45/248B", "A/RES/45/248 B"),
        ("A/RES/45/248 B", "A/RES/45/248 B"),
        ("217A(III)", "A/RES/217 A (III)"),
        ("ga 217 A (III)", "A/RES/217 A (III)"),
        ("es-10/14", "A/RES/ES-10/14"),
        ("A/RES/ES-10/14", "A/RES/ES-10/14"),
        ("HRC 52/15", "A/HRC/RES/52/15"),
        ("A/HRC/RES/S-28/1", "A/HRC/RES/S-28/1"),
        ("Human Rights Council decision 2/102", "A/HRC/DEC/2/102"),
        ("unsc 1325", "S/RES/1325 (2000)"),
        ("UNSCR 1325", "S/RES/1325 (2000)"),
        ("1325", "S/RES/1325 (2000)"),
        ("1325(2000)", "S/RES/1325 (2000)"),
        ("S/RES/1325", "S/RES/1325 (2000)"),
        ("S/RES/1325(2000)", "S/RES/1325 (2000)"),
        ("2005/20", "E/RES/2005/20"),
        ("ECOSOC 2005/20", "E/RES/2005/20"),
        ("chr 1993/51", "E/CN.4/RES/1993/51"),
        ("unga60/251", "A/RES/60/251"),
        ("UNSCR1325", "S/RES/1325 (2000)"),
        ("1325/2000", "S/RES/1325 (2000)"),
        ("security council 1325/2000", "S/RES/1325 (2000)"),
        ("resolution 1325 of 2000", "S/RES/1325 (2000)"),
        ("217 A III", "A/RES/217 A (III)"),
        ("GA 3201 S-VI", "A/RES/3201 (S-VI)"),
        ("60\\251", "A/RES/60/251"),
        ("A_RES_60_251.docx", "A/RES/60/251"),
        ("A-HRC-RES-52-15.pdf", "A/HRC/RES/52/15"),
        ("https://example.org/en/A/RES/60/251", "A/RES/60/251"),
        ("https://example.org/S/RES/1325(2000)", "S/RES/1325 (2000)"),
        ("Council resolution 52/15", "A/HRC/RES/52/15"),
        ("Council resolution 1996/31", "E/RES/1996/31"),
        ("Economic and Social Council resolution 1996/31", "E/RES/1996/31"),
        ("60/251 on the Human Rights Council", "A/RES/60/251"),
        ("71/272 a and b", "A/RES/71/272 A and B"),
        ("Commission on Human Rights resolution 1993/51", "E/CN.4/RES/1993/51"),
    ],
)
def test_ways_to_write_a_reference(reference: str, symbol: str) -> None:
    assert understand(reference).symbol == symbol


@pytest.mark.parametrize("number", ["52/15", "S-28/1"])
def test_a_bare_number_belongs_to_the_organ_that_speaks(number: str) -> None:
    assert understand(number, "hrc").organ == "hrc"
    assert understand(number, "ga").organ == "ga"
    assert understand("1325 (2000)", "hrc").organ == "sc"


@pytest.mark.parametrize(
    "symbol", ["A/RES/60/251", "A/RES/217 A (III)", "S/RES/1325 (2000)", "E/CN.4/RES/1993/51"]
)
def test_a_symbol_names_itself(symbol: str) -> None:
    found = named(symbol)
    assert found is not None
    assert found.symbol == symbol
    assert understand(symbol) == found


@pytest.mark.parametrize(
    ("reference", "symbols"),
    [
        ("60/251, 70/1 and HRC 52/15", ["A/RES/60/251", "A/RES/70/1", "A/HRC/RES/52/15"]),
        ("HRC 52/15 and 48/13", ["A/HRC/RES/52/15", "A/HRC/RES/48/13"]),
        ("decisions 60/559 and 75/561", ["A/DEC/60/559", "A/DEC/75/561"]),
        ("1325, 1820; 1888", ["S/RES/1325 (2000)", "S/RES/1820 (2008)", "S/RES/1888 (2009)"]),
        (
            "Assembly resolutions 60/251 of 15 March 2006 and 70/1, and Economic and Social Council 1996/31",
            ["A/RES/60/251", "A/RES/70/1", "E/RES/1996/31"],
        ),
        ("70/1, entitled “The 2030 Agenda, and more”", ["A/RES/70/1"]),
        ("75/254 A to C", ["A/RES/75/254 A to C"]),
    ],
)
def test_a_list_names_each(reference: str, symbols: list[str]) -> None:
    assert [candidates[0].symbol for _, candidates in each(reference)] == symbols


def test_what_a_bare_number_may_be_besides() -> None:
    ((_, special),) = each("S-27/1")
    ((_, of_year),) = each("1993/51")
    assert [one.organ for one in special] == ["ga", "hrc"]
    assert [one.organ for one in of_year] == ["ecosoc", "chr"]


@pytest.mark.parametrize(
    "reference", ["", "soon", "UNEP 5/14", "ga 12", "99999", "A/80/307", "A/HRC/52/15", "217 A", "and"]
)
def test_what_names_nothing_is_refused_with_examples(reference: str) -> None:
    with pytest.raises(ConfigError, match="write it like"):
        understand(reference)
