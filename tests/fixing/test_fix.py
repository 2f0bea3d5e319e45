from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from linter.engine.lint import Linter
from linter.engine.settings import Settings
from linter.fixing import Fixed, fix, rendered
from linter.fixing.rounds import choose
from linter.model.changes import BlockChange
from linter.model.diagnostic import Diagnostic, Fix, Place, Replace, Safety
from linter.model.document import Document
from linter.model.errors import WriteError
from linter.model.resolution import Resolution
from linter.packs import load
from linter.readers import read

BOOK = load()


def fixed(text: str, name: str = "draft.md", *, suggested: bool = False, **settings: object) -> Fixed:
    linter = Linter(BOOK, Settings(**settings))  # type: ignore[arg-type]
    return fix(read(name, text.encode()), linter, suggested=suggested)


def written(text: str, *, suggested: bool = False) -> str:
    outcome = fixed(text, suggested=suggested)
    return rendered(outcome, Linter(BOOK, Settings())).decode()


DRAFT = """\
*The General Assembly*,

*Recalling* its  earlier work ,

Reaffirming its commitment;

1. *Requests* the Secretary-General to report;

2. *Requests* the Secretary-General to assist States.
"""


def test_safe_fixes_are_made_and_suggested_ones_left() -> None:
    after = written(DRAFT)
    assert "*Recalling* its earlier work,\n" in after
    assert "*Reaffirming* its commitment,\n" in after or "*Reaffirming its commitment*,\n" in after
    assert "2. *Requests*" in after
    assert "2. *Also requests*" in written(DRAFT, suggested=True)


def test_line_endings_and_the_last_line_stay() -> None:
    before = DRAFT.replace("\n", "\r\n").rstrip("\r\n")
    assert written(before) == written(DRAFT).replace("\n", "\r\n").rstrip("\r\n")


def test_what_a_page_break_cut_is_repaired_on_both_sides_and_not_across() -> None:
    text = (
        "The General Assembly,\n\nRecalling the  needs of all peoples and the need for a long and\n\n"
        "GE.16-12199(E)\n\nlasting  peace among nations,\n\n1. Requests the Secretary-General to report.\n"
    )
    outcome = fixed(text, "draft.txt")
    data = rendered(outcome, Linter(BOOK, Settings())).decode()
    assert data == text.replace("  ", " ")


def test_a_change_that_would_make_lines_read_otherwise_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []

    def wrong_once(outcome: Fixed, _linter: Linter) -> int | None:
        calls.append(outcome)
        return outcome.changes[0].block if len(calls) == 1 else None

    monkeypatch.setattr("linter.fixing.rounds.proof", wrong_once)
    outcome = fixed(DRAFT)
    assert len(calls) == 2
    assert {refused.reason for refused in outcome.refused} == {
        "with this change the file would read otherwise than meant"
    }
    assert {refused.diagnostic.place.block for refused in outcome.refused} == {calls[0].changes[0].block}
    assert len(outcome.lint.diagnostics) > len(outcome.refused)
    assert "its  earlier" in rendered(outcome, Linter(BOOK, Settings())).decode()


def test_one_refusal_does_not_have_each_repair_of_a_long_draft_tried_with_all_others() -> None:
    def asked(paragraphs: int) -> int:
        blocks = 0

        def refuses(_document: Document, changes: Sequence[BlockChange]) -> dict[int, str]:
            nonlocal blocks
            blocks += len(changes)
            return {change.block: "locked" for change in changes if change.block == 1}

        text = DRAFT.replace("1. *Requests*", "*Noting* its work ,\n\n" * paragraphs + "1. *Requests*")
        outcome = fix(read("draft.md", text.encode()), Linter(BOOK, Settings()), refuses=refuses)
        assert len(outcome.made) >= paragraphs
        assert {refused.reason for refused in outcome.refused} == {"locked"}
        return blocks

    assert asked(60) < 3 * asked(30)


BROKEN = (
    "*The General Assembly*,\n\n"
    "1. *Requests* the Secretary-General to continue to support the efforts of Member States to\n{}"
    "implement  the present resolution;\n\n"
    "2. *Decides* to consider the question again.\n"
)


@pytest.mark.parametrize("gap", ["\n", "\n  \n\n", "\n   "])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_paragraph_that_a_stray_enter_broke_is_joined(gap: str, end: str) -> None:
    draft = BROKEN.format(gap).replace("\n", end)
    assert written(draft, suggested=True) == (
        "*The General Assembly*,\n\n"
        "1. *Requests* the Secretary-General to continue to support the efforts of Member States to"
        " implement the present resolution;\n\n"
        "2. *Decides* to consider the question again.\n"
    ).replace("\n", end)
    assert written(draft) == draft.replace("  the present", " the present")


def test_what_a_page_cuts_is_not_joined() -> None:
    draft = BROKEN.format("\nGE.16-12199(E)\n\n")
    assert "States to\n\nGE.16-12199(E)\n\nimplement the" in written(draft, suggested=True)


def test_a_draft_that_reads_otherwise_once_repaired_is_repaired_as_far_as_it_goes() -> None:
    """Found by fuzzing: after the first round a paragraph had a note mark that it had not when read."""
    text = "*The Gly,\n*Rleport to the Assembly at i* to remain seized of the matter.\n[^1]:\n[^2]t"
    linter = Linter(load(), Settings(select=("all",)))
    assert rendered(fix(read("draft.md", text.encode()), linter, suggested=True), linter)


NOTED = """\
*The General Assembly*,

Welcoming the *long* report[^1] of the bodies,[^2]

1. *Requests* the Secretary-General to report.

[^1]: A/80/1.

[^2]: A/80/2.
"""


@pytest.mark.parametrize(
    ("meant", "read_back"),
    [
        ("the *long*", "the *short*"),
        ("the *long*", "the long"),
        ("the *long*", "*the* long"),
        ("the *long* report", "the *long report*"),
        ("report[^1] of", "report of[^1]"),
        ("bodies,[^2]", "bodies[^2],"),
        ("[^1] of the bodies,[^2]", "[^2] of the bodies,[^1]"),
        ("1. ", "2. "),
        ("1. ", ""),
        ("[^2]: A/80/2.", "[^2]: A/80/2.\n\n[^3]: A/80/3."),
        ("\n[^2]: A/80/2.\n", ""),
    ],
)
def test_a_file_that_does_not_read_back_as_meant_is_not_written(meant: str, read_back: str) -> None:
    linter = Linter(BOOK, Settings(select=("misspelling",)))
    outcome = replace(fix(read("draft.md", NOTED.encode()), linter), proven=None)
    assert rendered(outcome, linter, lambda *_: NOTED.encode()) == NOTED.encode()
    with pytest.raises(WriteError, match="does not read back as it was meant"):
        rendered(outcome, linter, lambda *_: NOTED.replace(meant, read_back).encode())


def test_space_at_the_edges_of_a_paragraph_is_not_seen() -> None:
    """What a change takes away at the head, or at the end before a note, may leave a space behind."""

    def shorten(resolution: Resolution) -> Diagnostic:
        at = resolution.elements[1].block
        edits = (Replace(at.index, 0, 9, ""), Replace(at.index, len(at.text) - 7, len(at.text), ""))
        return Diagnostic("some-rule", "warning", "No.", Place(at.index, 0, 9), fix=Fix("x", edits, "safe"))

    linter = Linter(BOOK, Settings(select=("misspelling",)))
    outcome = fix(read("draft.md", NOTED.encode()), linter, first=shorten)
    assert outcome.composed.blocks[1].text == " the long report of the "
    assert "\n the *long* report[^1] of the [^2]\n" in rendered(outcome, linter).decode()


def repair(start: int, end: int, safety: Safety) -> Diagnostic:
    fix = Fix("remove it", (Replace(0, start, end, ""),), safety)
    return Diagnostic("some-rule", "warning", "No.", Place(0, start, end), fix=fix)


def test_fixes_that_do_not_meet_are_made_in_one_round_safe_ones_first() -> None:
    before, safe, after = repair(0, 4, "suggested"), repair(8, 12, "safe"), repair(14, 16, "suggested")
    assert choose([before, safe, after]) == [safe, before, after]


@pytest.mark.parametrize(("start", "end"), [(4, 8), (6, 9), (7, 14), (9, 11), (12, 13)])
def test_of_two_fixes_that_meet_or_touch_the_safe_one_is_made(start: int, end: int) -> None:
    safe = repair(8, 12, "safe")
    assert choose([repair(start, end, "suggested"), safe]) == [safe]
