"""Opening phrases."""

from __future__ import annotations

import pytest

from linter.model.vocabulary import OpeningRole
from linter.readers import read
from linter.structure.openings import parse
from linter.tables import vocabulary
from tests.structure.drafts import body


def opening(text: str, role: OpeningRole) -> tuple[str, str, str] | None:
    """Covered words, base and adverb of the opening phrase of one paragraph."""
    block = read("x.md", f"{text}\n".encode()).blocks[0]
    found = parse(block, role, vocabulary())
    return found and (block.text[found.span.start : found.span.end], found.base, found.adverb)


@pytest.mark.parametrize(
    ("text", "covered", "base", "adverb"),
    [
        ("Recalling its resolution 70/1,", "Recalling", "recalling", ""),
        ("Recalling also its resolution 70/1,", "Recalling also", "recalling", "also"),
        (
            "Deeply concerned further that rivers die,",
            "Deeply concerned further",
            "deeply concerned",
            "further",
        ),
        ("Having also considered the report,", "Having also considered", "having considered", "also"),
        (
            "Noting with appreciation also the report,",
            "Noting with appreciation also",
            "noting with appreciation",
            "also",
        ),
        ("Welcoming further progress in this field,", "Welcoming", "welcoming", ""),
        ("*Welcoming further* progress in this field,", "Welcoming further", "welcoming", "further"),
        ("Lauding the work done,", "Lauding", "lauding", ""),
        ("Strongly lauding the work,", "Strongly lauding", "strongly lauding", ""),
        ("Lauding and praising it,", "Lauding", "lauding", ""),
        ("Being fully aware of it,", "Being fully aware", "being fully aware", ""),
        ("Remaining fully,", "Remaining", "remaining", ""),
        ("Having,", "Having", "having", ""),
        ("Preoccupied by the loss,", "Preoccupied", "preoccupied", ""),
        ("Emphasizing once again the need,", "Emphasizing once again", "emphasizing once again", ""),
        ("*Hearkening fully* to the call,", "Hearkening fully", "hearkening fully", ""),
        ("[PP2 bis Recalling also the report,]", "Recalling also", "recalling", "also"),
    ],
)
def test_preambular_openings(text: str, covered: str, base: str, adverb: str) -> None:
    assert opening(text, "preambular") == (covered, base, adverb)


@pytest.mark.parametrize(
    ("text", "covered", "base", "adverb"),
    [
        ("Calls upon States to act;", "Calls upon", "calls upon", ""),
        ("Further calls upon States to act;", "Further calls upon", "calls upon", "further"),
        (
            "Also takes note with appreciation of it;",
            "Also takes note with appreciation",
            "takes note with appreciation",
            "also",
        ),
        ("Reiterates its request to States;", "Reiterates its request", "reiterates its request", ""),
        ("Once again urges States to act;", "Once again urges", "once again urges", ""),
        ("Encourages further efforts to act;", "Encourages", "encourages", ""),
        ("Recognizes also that rivers flow;", "Recognizes also", "recognizes", "also"),
        ("Lauds the work done;", "Lauds", "lauds", ""),
        ("Invites unequivocally States;", "Invites unequivocally", "invites unequivocally", ""),
        ("*Invites* unequivocally States;", "Invites", "invites", ""),
    ],
)
def test_operative_openings(text: str, covered: str, base: str, adverb: str) -> None:
    assert opening(text, "operative") == (covered, base, adverb)


@pytest.mark.parametrize(
    "text",
    [
        "The Fund shall be used;",
        "2030 Agenda;",
        "(2) ;",
        "This is so;",
        "Decide so;",
        "Pass it;",
        "The lauds;",
    ],
)
def test_no_opening_where_there_is_none(text: str) -> None:
    assert opening(text, "operative") is None


@pytest.mark.parametrize("text", ["The lauding of work,", "Sing it,"])
def test_no_preambular_opening_where_there_is_none(text: str) -> None:
    assert opening(text, "preambular") is None


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Once again urges States;", True),
        ("Urges once again States;", True),
        ("Vigorously invites States;", True),
        ("Strongly lauds States;", False),
    ],
)
def test_a_modifier_of_the_table_leaves_a_phrase_known(text: str, known: bool) -> None:
    found = parse(read("x.md", text.encode()).blocks[0], "operative", vocabulary())
    assert found is not None
    assert found.known is known


def test_a_preambular_verb_in_the_operative_part_is_not_known_there() -> None:
    found = body("Recalling the Charter,", "1. Recalling the report;", "2. Decides so.").elements[2].opening
    assert found is not None
    assert (found.base, found.known) == ("recalling", False)
