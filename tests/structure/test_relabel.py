from __future__ import annotations

import pytest

from linter.readers import read
from linter.structure import recognise
from linter.tables import vocabulary

DRAFT = """\
The General Assembly,

Recalling its earlier resolutions,

1. Welcomes the report of the Secretary-General;

2 Requests the Secretary-General to report;

3. Decides to continue its consideration of the matter.
"""


def seen(text: str) -> list[tuple[str, str, str]]:
    resolution = recognise(read("draft.txt", text.encode()), vocabulary())
    return [(element.role, element.label, element.block.text) for element in resolution.elements]


@pytest.mark.parametrize("number", ["2", "2 .", "[2.]", "[2]"])
def test_a_number_that_lacks_its_form_is_a_label(number: str) -> None:
    found = seen(DRAFT.replace("2 Requests", f"{number} Requests"))[3]
    assert found == ("operative", "2", "Requests the Secretary-General to report;")


def test_the_label_has_its_place_in_the_source() -> None:
    resolution = recognise(read("draft.txt", DRAFT.encode()), vocabulary())
    label = resolution.elements[3].block.label
    assert label is not None
    assert label.source is not None
    assert DRAFT[slice(*label.source)] == label.text == "2"


def test_a_number_in_the_style_of_the_words_leaves_the_words_in_it() -> None:
    text = DRAFT.replace("2 Requests", "*2 Requests*").replace("3. Decides", "3 *Decides*")
    blocks = recognise(read("draft.md", text.encode()), vocabulary()).document.blocks
    assert [(one.label and one.label.text, one.text[:8]) for one in blocks[3:]] == [
        ("2", "Requests"),
        ("3", "Decides "),
    ]
    assert [[(mark.start, mark.end) for mark in one.marks] for one in blocks[3:]] == [[(0, 8)], [(0, 7)]]


def test_numbers_that_are_words_stay() -> None:
    text = DRAFT.replace("2 Requests", "2. Requests").replace("Recalling its", "15 States and its")
    assert "15 States and its earlier resolutions," in [words for _, _, words in seen(text)]
