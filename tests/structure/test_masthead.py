"""What stands above the organ line, and what a text says of itself there and below."""

from __future__ import annotations

import pytest

from linter.model.resolution import Resolution
from tests.structure.drafts import recognised

BODY = "The {},\n\nRecalling it,\n\n1. Decides so.\n"
OTHER = BODY.format("Conference of the Parties")


def above(*lines: str) -> list[str]:
    """The roles of lines above the organ line, and their words."""
    resolution = recognised("\n\n".join((*lines, BODY.format("General Assembly"))), "draft.txt")
    return [f"{one.role} {one.block.text}" for one in resolution.elements[: len(lines)]]


@pytest.mark.parametrize(
    "lines",
    [
        ("masthead A/C.2/80/L.99", "agenda-item Agenda item 5", "agenda-item Rivers and lakes",
         "masthead Draft resolution", "title Clean rivers"),
        ("agenda-item Agenda item 5", "sponsors Fiji: draft resolution", "masthead Water", "title Rivers"),
        ("masthead Rivers of the world", "title 80/1. Clean rivers", "title and lakes"),
        ("masthead 80/1. Clean rivers", "agenda-item Agenda item 4", "title and lakes"),
        ("title 80/1.", "title Rivers", "heading B"),
        ("masthead Security Council", "title Rivers", "masthead Eightieth session"),
        ("masthead Water", "other GE.16-12199(E)", "title Clean rivers"),
        ("masthead A/C.2/80/L.99", "agenda-item Agenda item 5", "other 2/5", "title Clean rivers"),
        ("masthead Eightieth session", "other 2/5", "title Clean rivers"),
        ("masthead A/C.2/80/L.99", "title Clean rivers", "other 2/5"),
        ("masthead A/HRC/RES/5/18", "title 5/18", "title Clean rivers", "other 2/5"),
        ("masthead Fifth session", "title 5/18", "title Clean rivers"),
        ("title 5/18", "title Clean rivers"),
        ("masthead A/C.2/80/L.99", "title [Clean] [and fresh] rivers"),
        ("title [Clean rivers] and lakes", "masthead [on the report of the Third Committee (A/80/5)]*"),
    ],
)  # fmt: skip
def test_the_title_is_the_last_that_is_nothing_else(lines: tuple[str, ...]) -> None:
    assert tuple(above(*(line.partition(" ")[2] for line in lines))) == lines


@pytest.mark.parametrize("break_", ["\n", "\n\n"])
def test_the_head_of_a_draft_of_model_united_nations(break_: str) -> None:
    head = (
        "masthead FORUM: Third Committee",
        "title QUESTION OF: The right of every child in a rural region to a school that it can reach on foot",
        "sponsors MAIN SUBMITTER: Norway",
        "sponsors Co-Submitters: Argentina, France, Ghana, the Lao People’s Democratic Republic and Viet Nam",
    )
    text = break_.join(line.partition(" ")[2] for line in head)
    for name in ("draft.txt", "draft.md"):
        elements = recognised(f"{text}\n\n{BODY.format('General Assembly')}", name).elements
        assert tuple(f"{one.role} {one.block.text}" for one in elements[: len(head)]) == head


@pytest.mark.parametrize(
    ("head", "session"),
    [
        ("Human Rights Council\n\nSixty-first session", 61),
        ("Council Thirty-first session", 31),
        ("One hundred and second session", 102),
        ("Resumed fifty-second session", 52),
        ("Annual session of 2026", 0),
        ("A/HRC/61/L.3", 61),
        ("S/2024/100", 0),
    ],
)
def test_the_session_by_symbol_or_words(head: str, session: int) -> None:
    assert recognised(f"{head}\n\nRivers\n\n{OTHER}", "draft.txt").session == session


def said(resolution: Resolution) -> tuple[str | None, str | None, str]:
    return resolution.organ, resolution.stage, resolution.date


@pytest.mark.parametrize(
    ("head", "organ", "stage", "date"),
    [
        ("A/RES/80/1", "ga", "adopted", ""),
        ("A/HRC/61/L.3", "hrc", "draft", ""),
        ("Human Rights Council", "hrc", None, ""),
        ("Resolution adopted by the General Assembly on 3 April 2023", "ga", "adopted", "2023-04-03"),
        ("Resolution 5/1\n\nof 3 April 2023", None, "adopted", "2023-04-03"),
        ("Adopted by the Conference\n\non 3 April 2023", None, "adopted", "2023-04-03"),
        ("United Nations\n\nResolution adopted by the Conference", None, "adopted", ""),
        ("Fiji: draft resolution", None, "draft", ""),
        ("Draft decision", None, "draft", ""),
        ("Rivers", None, None, ""),
    ],
)
def test_organ_stage_and_date_by_the_head(head: str, organ: str | None, stage: str | None, date: str) -> None:
    assert said(recognised(f"{head}\n\n{OTHER}", "draft.txt")) == (organ, stage, date)


@pytest.mark.parametrize(
    ("text", "stage", "date"),
    [
        (f"{OTHER}\n12th meeting\n\n5 May 2026\n", "adopted", "2026-05-05"),
        (OTHER.replace(" it", " [all] it"), "negotiation", ""),
        (OTHER.replace(" it", " [all] it") + "\n12th meeting\n", "negotiation", ""),
        ("A/RES/80/1\n\n" + OTHER.replace(" it", " [all] it"), "adopted", ""),
        (OTHER.replace(" it", " [sic] it"), None, ""),
        (OTHER.replace("1.", "OP1"), "negotiation", ""),
        (OTHER.replace("Recalling", "PP1 Recalling"), "negotiation", ""),
    ],
)
def test_stage_and_date_by_the_body(text: str, stage: str | None, date: str) -> None:
    assert said(recognised(text, "draft.txt"))[1:] == (stage, date)
