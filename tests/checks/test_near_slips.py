# ruff: noqa: E501, ISC004 - drafts
"""A slip beside what looks like it and is right: a rule finds the one and spares the other."""

from __future__ import annotations

import pytest

from linter.engine.lint import Linter
from linter.engine.settings import Settings
from linter.fixing import fix, rendered
from linter.packs import load
from linter.readers import read

_TITLE = "## The colours of the house\n\n"
_PREAMBLE = "*Guided* by the Charter of the United Nations,\n\n"
_GA = f"A/C.3/80/L.12\n\nEightieth session\n\n{_TITLE}*The General Assembly*,\n\n"
_HRC = f"A/HRC/61/L.3\n\n{_TITLE}*The Human Rights Council*,\n\n"
_AMENDMENT = f"Norway: amendment to draft resolution A/HRC/61/L.3\n\n{_TITLE}"
_END = "\n\n2. *Decides* so.\n"


def excerpts(rule: str, text: str) -> list[str]:
    lint = Linter(load(), Settings(select=(rule,))).lint(read("draft.md", text.encode()))
    assert lint.resolution.is_draft
    assert not lint.failures
    blocks = lint.resolution.document.blocks
    return [blocks[one.place.block].text[one.place.start : one.place.end] for one in lint.diagnostics]


_COP = f"{_TITLE}*The Conference of the Parties*,\n\n"


@pytest.mark.parametrize(
    ("rule", "text", "found"),
    [
        (
            "country-name",
            f"{_COP}{_PREAMBLE}1. *Thanks* Ivory Coast, Viet Nam and the DRC;{_END}",
            ["Ivory Coast", "DRC"],
        ),
        (
            "compound-apart",
            f"{_GA}{_PREAMBLE}1. *Encourages* public- and private-sector bodies, and private-sector funds, to help;{_END}",
            ["private-sector"],
        ),
        (
            "date-in-figures",
            f"{_GA}{_PREAMBLE}1. *Calls* for the form “by 15/3/2026” to be sent by 31/3/2026;{_END}",
            ["31/3/2026"],
        ),
        (
            "number-word-from-ten",
            f"{_GA}{_PREAMBLE}1. *Notes* that fifteen States wrote “of twelve”: eleven did not;{_END}",
            ["fifteen"],
        ),
        (
            "thousands-without-comma",
            f"{_GA}{_PREAMBLE}1. *Notes* that 25000 people wrote “for 30000 people”;{_END}",
            ["25000"],
        ),
        (
            "report-at-past-session",
            f"{_GA}{_PREAMBLE}1. *Requests* him to submit a report to the Commission on Colours at its seventieth "
            "session;\n\n2. *Requests* him to submit a report to it at its seventy-first session.\n",
            ["seventy-first"],
        ),
        (
            "session-and-year",
            f"{_GA}{_PREAMBLE}1. *Notes* the report of the Council at its sixtieth session (2020);\n\n"
            "2. *Notes* that of the Human Rights Council at its fifty-ninth session (2021).\n",
            ["2021"],
        ),
        (
            "session-dates-differ",
            f"Human Rights Council\n\nSixty-first session\n\n1 Febber–2 April 2026\n\n{_HRC}{_PREAMBLE}1. *Decides* so.\n",
            [],
        ),
        (
            "session-dates-differ",
            f"Human Rights Council\n\nSixty-first session\n\n1 February–2 April 2026\n\n{_HRC}{_PREAMBLE}1. *Decides* so.\n",
            ["1 February–2 April 2026"],
        ),
        (
            "decision-cited-as-resolution",
            f"{_HRC}*Recalling* its resolution 60/119,\n\n*Recalling* its resolution 60/120 of 8 October 2025,\n\n"
            "1. *Decides* so.\n",
            ["60/120"],
        ),
        (
            "reference-to-missing-paragraph",
            f"{_GA}{_PREAMBLE}I\n\n1. *Recalls* section II below and section IX above;\n\nII{_END}",
            ["IX"],
        ),
        (
            "reference-to-missing-paragraph",
            f"{_GA}{_PREAMBLE}1. *Decides*:\n\n(a) To meet, as (c) says;\n\n"
            f"(b) To act as in subparagraph (c) above and subparagraph (d) above;{_END}",
            ["d"],
        ),
        (
            "subparagraph-sequence",
            f"{_GA}{_PREAMBLE}1. *Asks* for:\n\n(a) One;\n\n(b) Two;\n\n(a) Three;\n\n(c) Four;{_END}",
            [""],
        ),
        (
            "opening-italics-extent",
            f"{_GA}*Expressing its* concern,\n\n1. *Decides* so.\n",
            ["Expressing its concern"],
        ),
        (
            "resolutions-out-of-order",
            f"{_GA}*Recalling* its resolutions 70/1 of 25 September 2015, 60/251 of 15 March 2006 and 61/7 of "
            "20 November 2006, in particular its resolutions 79/4 and 78/3, and its decisions 60/5 of 1 March 2006, "
            "and its resolutions 72/256 of 24 December 2107 and 73/276 of 22 December 2018,\n\n1. *Decides* so.\n",
            ["60/251"],
        ),
        (
            "small-number-in-figures",
            f"{_GA}{_PREAMBLE}1. *Notes* that 6 experts were named for the review of what has been done so far under the Treaty, "
            f"which 187 States have signed so far, among them, as is well known and often said, 3 nuclear States;{_END}",
            ["6"],
        ),
        (
            "operative-also-unfounded",
            f"{_GA}{_PREAMBLE}1. *Approves* the posts below:\n\n## Audit\n\n| Post | Number |\n| --- | --- |\n"
            "| Auditor | 1 |\n\nAbbreviations: GS, General Service.\n\n2. *Also approves* the costs;\n\n"
            "3. *Also requests* him to report.\n",
            ["Also requests"],
        ),
        (
            "space-after-punctuation",
            f"{_GA}{_PREAMBLE}1. *Recalls* the Declaration,[^1]as well as the plan,as agreed;{_END}\n[^1]: A/80/1.\n",
            [",a"],
        ),
        (
            "note-of-another-source",
            f"{_HRC}*Recalling* the Convention on the Rights of the Child,[^1] the Convention on the Rights of Persons with "
            "Disabilities[^2] and the Arms Trade Treaty,[^3]\n\n*Reaffirming* the Protocol to the Arms Trade Treaty,[^4] the "
            "2030 Agenda for Sustainable Development,[^5] and the Addis Ababa Action Agenda,[^6]\n\n1. *Decides* so.\n\n"
            "[^1]: United Nations, *Treaty Series*, vol. 1577, No. 27531.\n\n[^2]: Ibid., vol. 2515, No. 44911.\n\n"
            "[^3]: A/79/1.\n\n[^4]: Ibid., vol. 1, No. 2.\n\n[^5]: General Assembly resolution 70/2.\n\n[^6]: See A/1; and A/2.\n",
            ["vol. 2515, No. 44911", "70/2"],
        ),
        ("amendment-without-draft", f"Norway: amendment\n\n{_TITLE}1. Delete operative paragraph 2.\n", ["amendment"]),
        (
            "amendment-verb",
            f"{_AMENDMENT}1. The reasons follow below.\n\n2. In operative paragraph 4, remove “take out, remove”.\n",
            ["remove"],
        ),
    ],
)  # fmt: skip
def test_the_slip_alone_is_found(rule: str, text: str, found: list[str]) -> None:
    assert excerpts(rule, text) == found


@pytest.mark.parametrize(
    ("rule", "slip", "repair"),
    [
        ("date-in-figures", "to act by 03/15/2026", "to act by 15 March 2026"),
        ("straight-apostrophe", "the States' crises of the '90s", "the States’ crises of the ’90s"),
        ("session-and-date-of-citation", "its resolution 79/999 of 1 March 2006", "79/999 of 1 March 2025"),
        (
            "session-and-date-of-citation",
            "its resolution ES-10/99 of 1 March 1990",
            "ES-10/99 of 1 March 1990",
        ),
    ],
)
def test_the_repair_is_that_of_the_place(rule: str, slip: str, repair: str) -> None:
    linter = Linter(load(), Settings(select=(rule,)))
    fixed = fix(
        read("draft.md", f"{_GA}{_PREAMBLE}1. *Recalls* {slip};{_END}".encode()), linter, suggested=True
    )
    assert repair in rendered(fixed, linter).decode()


@pytest.mark.parametrize(
    ("openings", "proposed"),
    [
        (("Notes", "Notes", "Notes", "Notes", "Notes"), ["Also notes", "Further notes", "Also notes"]),
        (("Notes", "Notes", "Further notes", "Notes"), ["Also notes"]),
        (("Notes", "Notes", "Also notes", "Notes"), ["Also notes", "Further notes"]),
        (("Notes", "Further notes", "Notes", "Notes"), ["Also notes", "Also notes"]),
        (("Notes", "Notes", "Recalls", "Notes", "Notes"), ["Also notes", "Also notes"]),
    ],
)
def test_a_row_of_paragraphs_is_counted_as_it_should_read(
    openings: tuple[str, ...], proposed: list[str]
) -> None:
    paragraphs = "\n\n".join(f"{n}. *{words}* it;" for n, words in enumerate(openings, 1))
    linter = Linter(load(), Settings(select=("operative-also-missing",)))
    found = linter.lint(read("draft.md", f"{_GA}{_PREAMBLE}{paragraphs}{_END}".encode())).diagnostics
    assert [one.message.rpartition("write ")[2] for one in found] == [f"“{words}”." for words in proposed]


def test_a_session_that_still_meets_lasts_until_today() -> None:
    text = f"{_GA}*Recalling* its resolution ES-10/99 of 1 March 1990,\n\n1. *Decides* so.\n"
    lint = Linter(load(), Settings(select=("session-and-date-of-citation",))).lint(
        read("draft.md", text.encode())
    )
    (found,) = lint.diagnostics
    assert "and today" in found.message


def test_no_note_is_missed_in_a_file_that_carries_none() -> None:
    text = f"{_GA}{_PREAMBLE}1. *Recalls* the Charter,7 as amended;{_END}"
    linter = Linter(load(), Settings(select=("note-*", "ibid-*")))
    assert linter.lint(read("draft.txt", text.replace("*", "").encode())).diagnostics == ()
