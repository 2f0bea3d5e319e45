"""Treaty series, official records, "Ibid.", provisions of instruments, meetings."""

from __future__ import annotations

import pytest

from linter.structure.sources import Source, meetings, of_notes, provisions

_UN = "United Nations, Treaty Series"
_GA = "Official Records of the General Assembly"


def test_a_chain_of_notes() -> None:
    found = of_notes(
        [
            "United Nations, Treaty Series, vol. 1577, No. 27531.",
            "Ibid., vols. 2171, 2173 and 2983, No. 27531.",
            "Ibid.",
            "See Official Records of the General Assembly, Seventy-second Session, Supplement No. 53A.",
            "Ibid., Seventy-third Session, Supplement No. 53 (A/73/53), chap. IV, sect. A.",
            "Ibid., Supplement No. 53A (A/73/53/Add.1), chap. II.",
            "Ibid., chap. III.",
            "A/80/307.",
            "Ibid., annex II.",
            "Official Records of the Economic and Social Council, 2005, Supplement No. 3 (E/2005/23).",
            "League of Nations, Treaty Series, vol. XCIV, No. 2138.",
        ]
    )
    assert found == [
        Source("treaty", _UN, "", "vol. 1577, No. 27531"),
        Source("treaty", _UN, "", "vols. 2171, 2173 and 2983, No. 27531"),
        Source("treaty", _UN, "", "vols. 2171, 2173 and 2983, No. 27531"),
        Source("records", _GA, "Seventy-second Session", "Supplement No. 53A"),
        Source("records", _GA, "Seventy-third Session", "Supplement No. 53"),
        Source("records", _GA, "Seventy-third Session", "Supplement No. 53A"),
        Source("records", _GA, "Seventy-third Session", "Supplement No. 53A"),
        Source("other", "", "", "A/80/307"),
        Source("other", "", "", "A/80/307, annex II"),
        Source("records", "Official Records of the Economic and Social Council", "2005", "Supplement No. 3"),
        Source("treaty", "League of Nations, Treaty Series", "", "vol. XCIV, No. 2138"),
    ]


def test_ibid_stands_for_nothing_where_no_note_is_before() -> None:
    assert of_notes(["Ibid., vol. 2515, No. 44910."]) == [None]


@pytest.mark.parametrize(
    ("text", "what", "numbers", "of"),
    [
        (
            "under Article 51 of the Charter of the United Nations;",
            "article",
            ("51",),
            "Charter of the United Nations",
        ),
        ("article 13, paragraph 1 (a), of the Covenant, and", "article", ("13",), "Covenant"),
        ("articles 18 and 19 (3) of the Covenant,", "article", ("18", "19"), "Covenant"),
        ("articles 6 to 8 and 10 of the Convention.", "article", ("6", "8", "10"), "Convention"),
        ("paragraphs 2 and 3 of resolution 68/247 B,", "paragraph", ("2", "3"), "resolution 68/247 B"),
        ("Chapters VI and VII of the Charter,", "chapter", ("VI", "VII"), "Charter"),
        ("section III, paragraph 4, of its resolution 59/276,", "section", ("III",), "resolution 59/276"),
    ],
)
def test_provisions(text: str, what: str, numbers: tuple[str, ...], of: str) -> None:
    (found,) = provisions(text)
    assert (found.what, found.numbers, found.of) == (what, numbers, of)


def test_what_names_no_instrument_is_no_provision() -> None:
    assert not list(provisions("in particular article 49, and comply with paragraph 3 above"))


def test_meetings() -> None:
    found = list(meetings("72nd plenary meeting, and the 3023rd meeting"))
    assert [(one.number, one.plenary) for one in found] == [(72, True), (3023, False)]
