"""Every shape in which resolutions, decisions and documents are cited, and whose they are."""

from __future__ import annotations

import pytest

from linter.model.resolution import Citation
from tests.structure.drafts import body

GA = "The General Assembly,"
HRC = "The Human Rights Council,"
SC = "The Security Council,"
ECOSOC = "The Economic and Social Council,"


def cited(text: str, organ: str) -> list[Citation]:
    return list(body(text, "1. Decides so.", organ=organ).citations)


def said(text: str, organ: str) -> list[str]:
    """What a paragraph cites, in short: "ga 60/251 2006-03-15", decisions with a "d"."""
    return [
        " ".join(filter(None, (f"{one.organ}{'d' if one.kind == 'decision' else ''}", one.number, one.date)))
        for one in cited(text, organ)
        if one.kind != "document"
    ]


@pytest.mark.parametrize(
    ("organ", "text", "expected"),
    [
        (GA, "its resolution S-10/2 of 30 June 1978", ["ga S-10/2 1978-06-30"]),
        (HRC, "its resolution S-27/1 of 5 December 2017", ["hrc S-27/1 2017-12-05"]),
        (
            GA,
            "its resolutions ES-10/14 of 8 December 2003 and ES-11/1",
            ["ga ES-10/14 2003-12-08", "ga ES-11/1"],
        ),
        (GA, "its resolution 3201 (S-VI) of 1 May 1974", ["ga 3201 (S-VI) 1974-05-01"]),
        (
            GA,
            "its resolutions 217 A (III) and 2200 A (XXI) of 16 December 1966",
            ["ga 217 A (III)", "ga 2200 A (XXI) 1966-12-16"],
        ),
        (GA, "its resolution 45/248 B, section VI, of 21 December 1990", ["ga 45/248 B 1990-12-21"]),
        (
            GA,
            "resolutions 53/243 A and B of 13 September 1999 and 75/254 A to C",
            ["ga 53/243 A and B 1999-09-13", "ga 75/254 A to C"],
        ),
        (GA, "its resolutions 46/220 to 46/225", ["ga 46/220", "ga 46/225"]),
        (
            GA,
            "Security Council resolutions 1325 (2000) of 31 October 2000, 1820 (2008) and 2242 (2015)",
            ["sc 1325 (2000) 2000-10-31", "sc 1820 (2008)", "sc 2242 (2015)"],
        ),
        (
            SC,
            "its resolution 1325 (2000) and General Assembly resolution 60/180",
            ["sc 1325 (2000)", "ga 60/180"],
        ),
        (
            ECOSOC,
            "its resolutions 1503 (XLVIII) of 27 May 1970 and 2005/20",
            ["ecosoc 1503 (XLVIII) 1970-05-27", "ecosoc 2005/20"],
        ),
        (
            GA,
            "Economic and Social Council resolution 1996/31 and Council decision 2004/220",
            ["ecosoc 1996/31", "ecosocd 2004/220"],
        ),
        (
            HRC,
            "resolutions 6/20 of 28 September 2007, 12/15 of 1 October 2009 and 52/15 of 3 April 2023",
            ["hrc 6/20 2007-09-28", "hrc 12/15 2009-10-01", "hrc 52/15 2023-04-03"],
        ),
        (
            HRC,
            "Council resolutions 5/1, on its institutions, and 5/2, on experts, of 18 June 2007",
            ["hrc 5/1", "hrc 5/2 2007-06-18"],
        ),
        (
            HRC,
            "Commission on Human Rights resolutions 1993/51 of 9 March 1993 and 2005/73",
            ["chr 1993/51 1993-03-09", "chr 2005/73"],
        ),
        (
            HRC,
            "Assembly resolution 60/251 and its decision 2/102 of 6 October 2006",
            ["ga 60/251", "hrcd 2/102 2006-10-06"],
        ),
        (
            GA,
            "its resolutions 75/192, 76/180 and, most recently, 77/229",
            ["ga 75/192", "ga 76/180", "ga 77/229"],
        ),
        (
            GA,
            "section III, paragraph 4, of its resolution 59/276 of 23 December 2004",
            ["ga 59/276 2004-12-23"],
        ),
        (GA, "resolution 48/13 of the Human Rights Council of 8 October 2021", ["hrc 48/13 2021-10-08"]),
        (HRC, "resolution 48/134 of 20 December 1993 of the General Assembly", ["ga 48/134 1993-12-20"]),
        (GA, "resolution 1373 (2001) of the Security Council", ["sc 1373 (2001)"]),
        (
            GA,
            "its resolutions 45/110, 45/111 and 45/112 of 14 December 1990",
            ["ga 45/110 1990-12-14", "ga 45/111 1990-12-14", "ga 45/112 1990-12-14"],
        ),
        (
            GA,
            "its resolution 45/110 and decision 45/412 of 14 December 1990",
            ["ga 45/110", "gad 45/412 1990-12-14"],
        ),
        (GA, "decision No. 45/412", ["gad 45/412"]),
        (GA, "ses décisions 45/412 et 45/413", ["gad 45/412", "gad 45/413"]),
        (GA, "su decisión 45/412 y sus decisiones 45/413", ["gad 45/412", "gad 45/413"]),
        (GA, "its decision, welcomes 45/412", []),
        (SC, "all its previous resolutions on Iraq, in particular 1500 (2003)", ["sc 1500 (2003)"]),
        (GA, "its resolution 70/1 and general recommendation No. 39 (2022)", ["ga 70/1"]),
        (HRC, "resolution 60/251 of the Assembly", ["ga 60/251"]),
        (HRC, "Commission resolutions 1993/51 and 2005/20", ["chr 1993/51", "chr 2005/20"]),
        (HRC, "Commission resolution 2010/51", ["2010/51"]),
        (GA, "Council resolution 2005/20", ["ecosoc 2005/20"]),
        (
            GA,
            "the extension, in its resolution 79/276 of 25 March 2025, of the United Nations Decade",
            ["ga 79/276 2025-03-25"],
        ),
    ],
)
def test_resolutions_and_decisions(organ: str, text: str, expected: list[str]) -> None:
    assert said(f"Recalling {text},", organ) == expected
    assert {one.kind for one in cited(f"Recalling {text},", organ)} <= {"resolution", "decision"}


@pytest.mark.parametrize(
    ("organ", "text", "expected"),
    [
        (GA, "what the Human Rights Council said, and resolution 52/15", "hrc 52/15"),
        (HRC, "what the General Assembly said, and resolution 52/15", "ga 52/15"),
        (HRC, "what the General Assembly said, and resolution 52/15 of 3 April 2023", "hrc 52/15 2023-04-03"),
        (HRC, "what the General Assembly said, and resolution 52/15 of 12 May 1997", "ga 52/15 1997-05-12"),
        (GA, "its resolution 51/30 of 7 October 2022", "hrc 51/30 2022-10-07"),
        (GA, "its resolution S-29/1 of 19 June 2014", "ga S-29/1 2014-06-19"),
        (GA, "its resolution S-29/1 of 19 June 2017", "hrc S-29/1 2017-06-19"),
        (SC, "resolution 52/15", "None 52/15"),
        (GA, "resolution 1996/31", "None 1996/31"),
    ],
)
def test_numbers_that_two_organs_may_have(organ: str, text: str, expected: str) -> None:
    assert said(f"Recalling {text},", organ) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "United Nations Environment Assembly resolution 5/14 of 2 March 2022",
        "resolution 5/5 of 7 March 2022 of the United Nations Environment Assembly",
        "Conference of the Parties decision 15/4 of 19 December 2022",
        "resolution 11/4 of the Conference of the Parties to the Convention against Corruption",
        "Economic and Social Commission for Asia and the Pacific resolution 79/8 of 19 May 2023",
        "ESCAP resolution 70/1",
        "Commission on Narcotic Drugs resolution 58/5 of 17 March 2015",
        "Commission on Crime Prevention and Criminal Justice resolution 32/1",
        "World Health Assembly resolution 72/8 of 28 May 2019",
    ],
)
def test_numbers_of_other_bodies_are_theirs(text: str) -> None:
    assert [one.organ for one in cited(f"Recalling {text},", GA)] == [""]


@pytest.mark.parametrize(
    ("symbol", "organ"),
    [
        ("A/80/307", "ga"),
        ("A/HRC/61/35/Rev.1", "hrc"),
        ("A/C.3/80/L.12/Rev.2", "ga"),
        ("A/79/53/Add.1", "ga"),
        ("A/80/5 (Vol. II)", "ga"),
        ("A/CONF.157/24 (Part I)", "ga"),
        ("E/CN.6/2025/3/Add.1", ""),
        ("S/2024/100", "sc"),
        ("S/PRST/2024/1", "sc"),
        ("FCCC/CP/2015/10/Add.1", None),
        ("TD/B/EX(68)/2", None),
    ],
)
def test_document_symbols_with_series_and_revisions(symbol: str, organ: str | None) -> None:
    (found,) = cited(f"Taking note of the report contained in {symbol}, chapter III,", GA)
    assert (found.kind, found.number, found.organ) == ("document", symbol, organ)


def test_a_symbol_within_an_address_or_a_word_is_none() -> None:
    assert cited("Noting https://docs.un.org/A/60/1 and the form xA/60/2,", GA) == []


@pytest.mark.parametrize(
    "text",
    [
        "the financial year 2024/25 and the ratio of 3/4",
        "Article 2 (2) of the Statute and article 6 (1)",
        "general recommendation No. 39 (2022)",
        "International Atomic Energy Agency resolution GC(65)/RES/14",
        "decision 1/CP.21 and the session of 24 (2) hours",
    ],
)
def test_what_is_no_citation_of_a_number(text: str) -> None:
    assert said(f"Bearing in mind {text},", GA) == []
