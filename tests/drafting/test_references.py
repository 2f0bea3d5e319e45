"""The ways in which people write references."""

from __future__ import annotations

import pytest

from linter.drafting.references import understand
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
    "reference", ["", "soon", "UNEP 5/14", "ga 12", "99999", "A/80/307", "60/251 and 70/1"]
)
def test_what_names_nothing_is_refused_with_examples(reference: str) -> None:
    with pytest.raises(ConfigError, match="write it like"):
        understand(reference)
