from __future__ import annotations

from datetime import date

import pytest

from linter.model.resolution import Element, Resolution
from linter.readers import read
from linter.structure import recognise, renewal
from linter.tables import vocabulary


def resolution(text: str) -> Resolution:
    return recognise(read("draft.md", text.encode()), vocabulary())


def operative(words: str) -> Element:
    found = resolution(f"*The General Assembly*,\n\n1. *Affirms* its work;\n\n2. {words}\n")
    return next(element for element in found.elements if element.label == "2")


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("## 79/182. Safe schools", "79/182"),
        ("A/RES/79/182\n\n## Safe schools", "79/182"),
        ("A/C.3/80/L.12\n\n## Safe schools", ""),
        ("## Resolution 2749 (2024)", "2749 (2024)"),
    ],
)
def test_the_number_a_text_was_adopted_under(head: str, number: str) -> None:
    body = "*The General Assembly*,\n\n*Recalling* its work,\n\n1. *Decides* to go on.\n"
    assert renewal.own_number(resolution(f"{head}\n\n{body}")) == number


def test_sessions_of_the_organ_itself() -> None:
    text = (
        "to report at its eighty-first session, at the eighty-second session of the general assembly and at "
        "the fifty-fifth session of the commission, at its eighty-third and eighty-fourth sessions"
    )
    assert [mention.number for mention in renewal.sessions(text)] == [81, 82, 83, 84]
    assert [text[slice(*mention.span)] for mention in renewal.sessions(text)][2:] == [
        "eighty-third",
        "eighty-fourth",
    ]


def test_days_by_which_something_is_asked() -> None:
    text = "to report by 30 june 2026, before the end of 2027 and in 2029"
    found = renewal.due_dates(text, vocabulary())
    assert [due.day for due in found] == [date(2026, 6, 30), date(2027, 12, 31)]


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("*Requests* the Secretary-General to report at its eighty-first session;", True),
        ("*Takes note* of it, and requests him to report at its eighty-first session;", True),
        ("*Recalls* its discussion at its eighty-first session;", False),
        ("*Reiterates* its decision to convene a meeting at its eighty-first session;", False),
        ("*Invites* the group, to be established at its eighty-first session, to report;", False),
    ],
)
def test_what_is_asked_for_and_what_is_fixed(words: str, asked: bool) -> None:
    element = operative(words)
    offset = element.block.text.index("eighty-first")
    assert renewal.is_asked(element, offset) is asked


def test_reports() -> None:
    request = operative("*Requests* the Secretary-General to submit a report at its eighty-first session;")
    assert renewal.asked_reports(request) == "secretary-general"
    strongly = operative("*Strongly urges* the Secretary-General to submit a report on roads;")
    assert renewal.asked_reports(strongly) == "secretary-general"
    assert renewal.asked_reports(operative("*Takes note* of the report of the Secretary-General;")) == ""
    assert renewal.speaks_of_report("Takes note of the report of the Secretary-General", "secretary-general")
    assert not renewal.speaks_of_report("Takes note of the report of the Chair", "secretary-general")


def test_what_is_decided_once() -> None:
    assert renewal.decides_once(operative("*Decides* to proclaim 2027 the Year of Schools;"))
    assert not renewal.decides_once(operative("*Decides* to convene the meeting every year;"))
    assert not renewal.decides_once(operative("*Decides* to remain seized of the matter;"))
