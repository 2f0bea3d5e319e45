"""Resolutions, decisions and documents that a text names."""

from __future__ import annotations

import pytest

from tests.structure.drafts import body


def cited(text: str, organ: str = "The General Assembly,") -> list[tuple[str, str | None, str, str]]:
    """Kind, organ, number and date of all that one preambular paragraph cites."""
    resolution = body(text, "1. Decides so.", organ=organ)
    return [(one.kind, one.organ, one.number, one.date) for one in resolution.citations]


GA = "The General Assembly,"
HRC = "The Human Rights Council,"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Recalling its resolution 70/1 of 25 September 2015,", [("resolution", "ga", "70/1", "2015-09-25")]),
        ("Recalling resolution 217 A (III) of 10 December 1948,", [
            ("resolution", "ga", "217 A (III)", "1948-12-10")]),
        ("Recalling its resolution ES-10/14,", [("resolution", "ga", "ES-10/14", "")]),
        ("Recalling its resolutions 45/248 B and 52/12 A and B,", [
            ("resolution", "ga", "45/248 B", ""), ("resolution", "ga", "52/12 A and B", "")]),
        ("Recalling Security Council resolution 1325 (2000) of 31 October 2000,", [
            ("resolution", "sc", "1325 (2000)", "2000-10-31")]),
        ("Recalling Economic and Social Council resolution 2005/20,", [
            ("resolution", "ecosoc", "2005/20", "")]),
        ("Recalling Commission on Human Rights resolution 1993/51 of 9 March 1993,", [
            ("resolution", "chr", "1993/51", "1993-03-09")]),
        ("Recalling United Nations Environment Assembly resolution 5/14,", [("resolution", "", "5/14", "")]),
        ("Recalling its decision 78/501 of 1 March 2024,", [("decision", "ga", "78/501", "2024-03-01")]),
        ("Recalling the request made by the Human Rights Council in its resolution 51/33,", [
            ("resolution", "hrc", "51/33", "")]),
        ("Taking note of the report A/HRC/61/35 and of the financial year 2024/25,", [
            ("document", "hrc", "A/HRC/61/35", "")]),
        ("Recalling its resolutions 45/110 and 45/112 of 14 December 1990,", [
            ("resolution", "ga", "45/110", "1990-12-14"), ("resolution", "ga", "45/112", "1990-12-14")]),
        ("Recalling its resolutions 44/110 and 45/112 of 14 December 1990,", [
            ("resolution", "ga", "44/110", ""), ("resolution", "ga", "45/112", "1990-12-14")]),
    ],
)  # fmt: skip
def test_forms_and_organs(text: str, expected: list[tuple[str, str | None, str, str]]) -> None:
    assert cited(text) == expected


def test_a_list_shares_the_organ_that_heads_it() -> None:
    found = cited(
        "Recalling Human Rights Council resolutions 6/20 of 28 September 2007, 12/15 of 1 October 2009 and"
        " 52/15 of 3 April 2023, and General Assembly resolution 60/251,"
    )
    assert [(organ, number) for _, organ, number, _ in found] == [
        ("hrc", "6/20"), ("hrc", "12/15"), ("hrc", "52/15"), ("ga", "60/251"),
    ]  # fmt: skip


def test_short_names_are_resolved_in_their_text() -> None:
    found = cited(
        "Recalling Council resolution 5/1 and Assembly resolution 60/251, and its resolution 16/21,", HRC
    )
    assert [organ for _, organ, _, _ in found] == ["hrc", "ga", "hrc"]


def test_the_span_covers_the_number_as_it_is_printed() -> None:
    resolution = body("Recalling its resolution 70/1 of 25\u00a0September 2015,", "1. Decides so.")
    (citation,) = resolution.citations
    text = resolution.elements[citation.block].block.text
    assert text[citation.span.start : citation.span.end] == "70/1"
    assert citation.date_span is not None
    assert text[citation.date_span.start : citation.date_span.end] == "25\u00a0September 2015"
    assert citation.session == "70"


@pytest.mark.parametrize(
    ("text", "organ", "expected"),
    [
        ("Recalling its resolutions 69/38, 71/90, 73/72, 73/91 of 7 December 2018,", GA, [
            ("ga", "69/38", ""), ("ga", "71/90", ""), ("ga", "73/72", ""), ("ga", "73/91", "2018-12-07")]),
        ("Recalls that, in its resolution 70/153, the General Assembly so decided,", HRC, [
            ("ga", "70/153", "")]),
        ("Recalling the latest such text, resolution 63/170 of 18 December 2008,", HRC, [
            ("ga", "63/170", "2008-12-18")]),
        ("Recalling the mandate given by the Council in its resolution 51/30 of 7 October 2022,", GA, [
            ("hrc", "51/30", "2022-10-07")]),
        ("Recalling its resolution S-30/1 of 27 May 2021,", GA, [("hrc", "S-30/1", "2021-05-27")]),
        ("Recalls its resolutions 64/1 of 30 April 2008 and 2007/3,", "The Economic and Social Council,", [
            (None, "64/1", "2008-04-30"), ("ecosoc", "2007/3", "")]),
    ],
)  # fmt: skip
def test_numbers_that_an_organ_cannot_have_are_not_its_own(
    text: str, organ: str, expected: list[tuple[str | None, str, str]]
) -> None:
    assert [(key, number, day) for _, key, number, day in cited(text, organ)] == expected
