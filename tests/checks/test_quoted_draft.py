from __future__ import annotations

import pytest

from linter.engine.lint import Linter
from linter.engine.settings import Settings
from linter.packs import load
from linter.readers import read

DRAFT = """\
## Rural roads

*The Economic and Social Council*,

*Recommends* to the General Assembly the adoption of the following draft resolution:

“*The General Assembly*,

“*Recalling* the plan entitled “Roads”,

“*Welcoming* the “first” report,

“1. *Decides* to go on;

“2. *Requests* a report.”
"""


def places(text: str) -> list[str]:
    lint = Linter(load(), Settings(select=("quoted-draft-marks", "organ-line-italics"))).lint(
        read("draft.md", text.encode())
    )
    assert not lint.failures
    blocks = lint.resolution.document.blocks
    return [blocks[one.place.block].text[one.place.start : one.place.end] for one in lint.diagnostics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (DRAFT, []),
        (DRAFT.replace("entitled “Roads”,", "on roads”,"), ["”"]),
        (DRAFT.replace("go on;", "go on”;"), ["”"]),
        (DRAFT.replace("“*Welcoming*", "*Welcoming*"), ["Welcoming"]),
        (DRAFT.replace("“*The General Assembly*", "*“The General Assembly*"), []),
        (DRAFT.replace("“", "").replace("”", ""), []),
    ],
)
def test_a_quoted_draft_opens_each_paragraph_and_closes_once(text: str, expected: list[str]) -> None:
    assert places(text) == expected


def test_paragraphs_that_an_amendment_shows_are_no_quoted_draft() -> None:
    head = "Norway: amendment to draft resolution A/80/L.3\n\n## Rural roads\n\n"
    assert (
        places(head + "After operative paragraph 3, insert the following:\n\n*Invites* all to come;\n") == []
    )
