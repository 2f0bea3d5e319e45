# ruff: noqa: E501 - drafts
from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from linter.drafting.roll import roll
from linter.drafting.rolling import Rolled
from linter.facts import Facts, facts_in
from linter.model.errors import ConfigError
from linter.model.resolution import Resolution
from linter.readers import read
from linter.structure import recognise
from linter.tables import vocabulary
from tests.corpus.rolls import Tally, judged

_SUCCESSORS = (("75_105", "76_88"), ("75_124", "76_128"), ("78_66", "79_77"), ("76_104", "77_148"))
TEXT = """\
United Nations

A/RES/92/182

General Assembly

Ninety-second session

Agenda item 71 (c)

Promotion of the arts

Resolution adopted by the General Assembly on 17 December 2037

[on the report of the Third Committee (A/92/480, para. 20)]

## 92/182. Safe schools

*The General Assembly*,

*Guided* by the purposes and principles of the Charter of the United Nations,[^1]

*Recalling* its resolutions on the subject, the latest being resolution 91/150 of 16 December 2036,

1. *Takes note* of the report of the Secretary-General submitted pursuant to resolution 91/150;[^2]

2. *Decides* to proclaim 2039 the International Year of School Meals;

3. *Invites* Member States to submit their views by 30 June 2038, in keeping with paragraph 2 above;

4. *Requests* the Secretary-General to report to it at its ninety-third session, and the High \
Commissioner to submit a report to it at its ninety-third session.

55th plenary meeting

17 December 2037

[^1]: As amended.

[^2]: A/92/300.
"""


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    """What is known of two resolutions of one title."""
    path = tmp_path_factory.mktemp("facts") / "resolutions.tsv"
    rows = ["A/RES/90/120\t2035-12-16\th\tX\tSafe schools", "A/RES/91/150\t2036-12-16\th\tX\tSafe schools"]
    path.write_text("\n".join(rows) + "\n", "utf-8")
    return facts_in(path)


def recognised(text: str) -> Resolution:
    return recognise(read("text.md", text.encode()), vocabulary())


def rolled(text: str, facts: Facts, session: int = 0) -> Rolled:
    return roll(recognised(text), facts, vocabulary(), session)


def test_the_head_is_that_of_a_draft(facts: Facts) -> None:
    head = rolled(TEXT, facts).markdown.split("*The General")[0].split("\n\n")
    assert head == [
        "General Assembly",
        "Ninety-third session",
        "Third Committee",
        "Agenda item [71 (c)]",
        "Promotion of the arts",
        "[Sponsors]: draft resolution",
        "## Safe schools",
        "",
    ]


def test_every_line_of_the_head_that_changes_is_listed(facts: Facts) -> None:
    listed = [(one.found, one.written) for one in rolled(TEXT, facts).changes if one.where == "masthead"]
    assert listed == [
        ("United Nations", ""),
        ("A/RES/92/182", ""),
        ("Ninety-second session", "Ninety-third session"),
        ("Resolution adopted by the General Assembly on 17 December 2037", ""),
        ("[on the report of the Third Committee (A/92/480, para. 20)]", "Third Committee"),
    ]


def test_what_moves_on(facts: Facts) -> None:
    text = rolled(TEXT, facts).markdown
    assert "the latest being resolution 92/182 of 17 December 2037," in text
    assert "submitted pursuant to resolution 92/182;[^2]" in text
    assert text.count("at its ninety-fourth session") == 2
    assert "plenary meeting" not in text


def test_what_a_person_decides_stands_in_brackets(facts: Facts) -> None:
    draft = rolled(TEXT, facts)
    assert "by [30 June 2039]," in draft.markdown
    assert "[*Decides* to proclaim 2039 the International Year of School Meals];" in draft.markdown
    assert "[^2]: [A/93/…]." in draft.markdown
    told = {change.what for change in draft.changes if change.decide}
    assert told == {"agenda item", "sponsors", "date", "done", "report"}


def test_a_report_that_was_asked_for_is_taken_note_of_and_all_is_numbered_anew(facts: Facts) -> None:
    plain = TEXT.replace("the report of the Secretary-General submitted pursuant to resolution 91/150", "it")
    text = rolled(plain, facts).markdown
    assert "1. [*Takes note* of the report of the Secretary-General;[^2]]" in text
    assert "in keeping with paragraph 3 above" in text
    assert re.findall(r"^(\d)\. ", text, re.MULTILINE) == ["1", "2", "3", "4", "5"]
    assert text.endswith("[^1]: As amended.\n\n[^2]: [A/93/…].\n\n[^3]: A/92/300.\n")


def test_resolutions_that_are_recalled_one_by_one(facts: Facts) -> None:
    one = "*Recalling* its resolution 91/150 of 16 December 2036,"
    two = "*Recalling* its resolutions 90/120 of 16 December 2035 and 91/150 of 16 December 2036,"
    many = "*Recalling* its resolutions 90/120 of 16 December 2035, 91/150 of 16 December 2036 and"
    before = re.search(r"\*Recalling\* its res.*", TEXT)
    assert before is not None
    assert (
        one.replace("91/150 of 16 December 2036", "92/182 of 17 December 2037")
        in rolled(TEXT.replace(before[0], one), facts).markdown
    )
    assert f"{many} 92/182 of 17 December 2037," in rolled(TEXT.replace(before[0], two), facts).markdown


def test_the_session_is_the_one_that_the_text_names(facts: Facts) -> None:
    assert rolled(TEXT.replace("ninety-third", "ninety-fourth"), facts).session == 94
    later = rolled(TEXT, facts, 95)
    assert later.session == 95
    assert "at its ninety-sixth session" in later.markdown
    assert "by [30 June 2041]," in later.markdown


def test_the_security_council_has_years_for_sessions_and_no_titles(facts: Facts) -> None:
    text = (
        "S/RES/2750 (2024)\n\nSecurity Council\n\nResolution 2750 (2024)\n\n"
        "Adopted by the Security Council at its 9700th meeting, on 17 September 2024\n\n"
        "*The Security Council*,\n\n*Recalling* its resolutions,\n\n"
        "1. *Requests* the Secretary-General to report to it by 30 June 2025;\n\n"
        "2. *Decides* to remain actively seized of the matter.\n"
    )
    draft = rolled(text, facts)
    assert draft.markdown.startswith(
        "Security Council\n\n[Sponsors]: draft resolution\n\n*The Security Council*,"
    )
    assert "by [30 June 2026];" in draft.markdown
    assert "by [30 June 2028];" in rolled(text, facts, 2027).markdown


def test_the_economic_and_social_council_has_a_session_a_year(facts: Facts) -> None:
    text = (
        "E/RES/2024/5\n\nEconomic and Social Council\n\n2024 session\n\n"
        "Resolution adopted by the Economic and Social Council on 5 June 2024\n\n## 2024/5. Safe schools\n\n"
        "*The Economic and Social Council*,\n\n*Recalling* its work,\n\n"
        "1. *Takes note* of the report of the Committee on its forty-third session;\n\n"
        "2. *Requests* the Secretary-General to report to it:\n\n(a) At its forty-fourth session;\n\n"
        "(b) By 1 May 2025;\n\n3. *Decides* to remain seized of the matter.\n"
    )
    draft = rolled(text, facts)
    assert (draft.session, draft.markdown.split("\n\n")[:3]) == (
        2025,
        ["Economic and Social Council", "2025 session", "[Sponsors]: draft resolution"],
    )
    assert "At its forty-fourth session;" in draft.markdown
    assert "By [1 May 2026];" in draft.markdown


def test_subparagraphs_and_supplements_move_on_too(facts: Facts) -> None:
    asked = "*Requests* the Secretary-General to submit, at its ninety-third session:\n\n"
    items = "(a) A report by 30 June 2038, on the goals of 2030 and by 2039;\n\n(b) One at its ninety-fourth session."
    text = f"{TEXT.partition('4. ')[0]}4. {asked}{items}\n\n{TEXT.partition('55th plenary')[1]}{TEXT.partition('55th plenary')[2]}"
    supplement = (
        "*Official Records of the General Assembly, Ninety-second Session, Supplement No. 38* (A/92/38)."
    )
    found = rolled(text.replace("A/92/300.", supplement), facts).markdown
    assert "to submit, at its ninety-fourth session:" in found
    assert "(a) A report by [30 June 2039], on the goals of 2030 and by [2039];" in found
    assert "(b) One at its ninety-fifth session." in found
    assert "Ninety-third Session, Supplement No. 38* (A/93/38)." in found


@pytest.mark.parametrize("session", [92, 12])
def test_a_session_that_is_not_later_is_refused(facts: Facts, session: int) -> None:
    with pytest.raises(ConfigError, match="the base is of session 92"):
        rolled(TEXT, facts, session)


def test_what_is_no_resolution_is_refused(facts: Facts) -> None:
    with pytest.raises(ConfigError, match="no adopted text"):
        rolled("# How to\n\nRead this.\n", facts)


def test_real_texts_move_on_as_their_successors_did(shared: Path) -> None:
    folder = shared / "corpus" / "akn4un" / "GA"
    tally: Tally = Counter()
    for names in _SUCCESSORS:
        base, real = (recognise(read(str(folder / f"A_RES_{name}.xml")), vocabulary()) for name in names)
        tally += judged(base, real)
    right = sum(count for (_, how), count in tally.items() if how == "right")
    assert tally.total() > 20
    assert right >= 0.9 * tally.total()


def test_the_council_speaks_of_the_assembly_too(facts: Facts) -> None:
    text = """\
A/HRC/RES/55/12

## 55/12. Safe schools

*The Human Rights Council*,

*Guided* by the purposes and principles of the Charter of the United Nations,

1. *Requests* the High Commissioner to report to the Council at its fifty-eighth session, and to the General \
Assembly at its eightieth session.
"""
    draft = rolled(text, facts)
    assert draft.session == 58
    assert "to the Council at its sixty-first session" in draft.markdown
    assert "at its eighty-first session." in draft.markdown
