"""``resolint fix --renumber``: numbers in order, and the references to them with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from linter.readers import read
from linter.writers.docx.template import build
from tests.cli.conftest import Resolint

_HEAD = """\
## The colours of the house

*The General Assembly*,

*Guided* by the purposes and principles of the Charter of the United Nations,
"""


def renumbered(resolint: Resolint, folder: Path, body: str, name: str = "draft.md") -> tuple[str, str]:
    draft = folder / name
    draft.write_text(f"{_HEAD}\n{body}", "utf-8")
    outcome = resolint("fix", "--renumber", "--select", "numbering", "--fail-on", "never", draft)
    assert outcome.status == 0, outcome.err
    return draft.read_text("utf-8").removeprefix(f"{_HEAD}\n"), outcome.err


def test_paragraphs_and_what_refers_to_them(resolint: Resolint, tmp_path: Path) -> None:
    text, said = renumbered(
        resolint,
        tmp_path,
        """\
1. *Affirms* the colours mentioned in paragraphs 4 and 6 (b) below;

2. *Commends* the painters;

4. *Welcomes* paragraph 6 of resolution 60/251;

6. *Requests* the painters:

(b) To paint;

(c) To consider subparagraph (b) above and paragraphs 4 to 7 of the present resolution;

7. *Decides* to continue its consideration of the matter.
""",
    )
    assert text == (
        """\
1. *Affirms* the colours mentioned in paragraphs 3 and 4 (a) below;

2. *Commends* the painters;

3. *Welcomes* paragraph 6 of resolution 60/251;

4. *Requests* the painters:

(a) To paint;

(b) To consider subparagraph (a) above and paragraphs 3 to 5 of the present resolution;

5. *Decides* to continue its consideration of the matter.
"""
    )
    assert "look at it" not in said


def test_a_reference_that_may_mean_two_is_left_and_told(resolint: Resolint, tmp_path: Path) -> None:
    text, said = renumbered(
        resolint,
        tmp_path,
        """\
1. *Affirms* the colours;

2. *Commends* the painters;

2. *Welcomes* the paint;

3. *Decides* to act on paragraphs 2 and 3 above.
""",
    )
    assert text.endswith("4. *Decides* to act on paragraphs 2 and 4 above.\n")
    assert "operative paragraph 3: “paragraphs 2 and 3” may mean 2 or 3: look at it" in said


def test_typed_notes_come_in_the_order_of_their_marks(resolint: Resolint, tmp_path: Path) -> None:
    text, _ = renumbered(
        resolint,
        tmp_path,
        """\
1. *Affirms* the colours<sup>2</sup> of the house;<sup>4</sup>

2. *Decides* to continue its consideration of the matter.<sup>1</sup>

<sup>1</sup> A/80/11, see note 4 above.

<sup>2</sup> A/80/12.

<sup>4</sup> A/80/14.
""",
    )
    assert text == (
        """\
1. *Affirms* the colours<sup>1</sup> of the house;<sup>2</sup>

2. *Decides* to continue its consideration of the matter.<sup>3</sup>

<sup>1</sup> A/80/12.

<sup>2</sup> A/80/14.

<sup>3</sup> A/80/11, see note 2 above.
"""
    )


def test_what_is_in_order_is_not_touched(resolint: Resolint, tmp_path: Path) -> None:
    body = "1. *Affirms* paragraph 2 below;\n\n2. *Decides* to continue its consideration of the matter.\n"
    assert renumbered(resolint, tmp_path, body)[0] == body


def test_a_word_draft_gets_tracked_changes(resolint: Resolint, tmp_path: Path) -> None:
    resolint("new", "--output", "start.md")
    start = (
        (tmp_path / "start.md").read_text("utf-8").replace("*Decides*", "1. *Affirms* it;\n\n3. *Decides*")
    )
    _word(tmp_path / "draft.docx", start)
    outcome = resolint("fix", "--renumber", "--fail-on", "never", "draft.docx")
    assert outcome.status == 0, outcome.err
    elements = resolint("outline", "--format", "json", "draft.reviewed.docx").data["elements"]
    assert [one["label"] for one in elements if one["role"] == "operative"] == ["1", "2"]


@pytest.mark.parametrize(("marks", "said"), [("231", True), ("123", False)])
def test_typed_notes_of_a_word_draft_are_left_with_a_reason(
    resolint: Resolint, tmp_path: Path, marks: str, said: bool
) -> None:
    document = Document()
    for parts in (
        ("The colours of the house",),
        ("*The General Assembly", ","),
        ("*Guided", " by the Charter of the United Nations,"),
        ("1. ", "*Affirms", " the colours", f"^{marks[0]}", " of the house;", f"^{marks[1]}"),
        ("3. ", "*Decides", " to remain seized of the matter.", f"^{marks[2]}"),
        *((f"^{number}", f" A/80/1{number}.") for number in "123"),
    ):
        paragraph = document.add_paragraph()
        for part in parts:
            run = paragraph.add_run(part.lstrip("*^"))
            run.italic = part.startswith("*") or None
            run.font.superscript = part.startswith("^") or None
    document.save(str(tmp_path / "draft.docx"))
    outcome = resolint("fix", "--renumber", "--fail-on", "never", "draft.docx")
    assert outcome.status == 0, outcome.err
    assert ("its footnotes are typed and out of order, and stay so" in outcome.err) is said
    elements = resolint("outline", "--format", "json", "draft.reviewed.docx").data["elements"]
    assert [one["label"] for one in elements if one["role"] == "operative"] == ["1", "2"]


def _word(path: Path, markdown: str) -> None:
    path.write_bytes(build(read("start.md", markdown.encode())))
