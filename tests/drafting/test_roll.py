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
