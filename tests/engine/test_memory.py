"""What a draft is told while it is typed is what it would be told if it were seen for the first time."""

from __future__ import annotations

import cProfile
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from linter.engine.lint import Linter
from linter.engine.outcome import Lint
from linter.engine.settings import Settings
from linter.matching.searches import Expression
from linter.packs import load
from linter.readers import read

BOOK = load()
EVERY_RULE = Settings(select=("all",))
AFRESH = Linter(BOOK, EVERY_RULE)
DRAFT = """A/C.3/80/L.12

## The right to development

*The General Assembly*,

*Recalling* its resolution 60/251 of 15 March 2006,

*Recalling also* the latest of its resolutions, resolution 60/251 of 3 April 2006,[^1]

*Guided by* the “purposes and principles” of the Charter of the United Nations,

1. *Welcomes* the progress made by member states in cooperation with the NGOs;

2. *Also welcomes* the report of the Secretary-General, article 120 of the Convention, and the 2 meetings;

(a) To submit a report at its eighty-first session;

(b) to report the the progress made, inter alia, from 3 May to 2 May 2024;

3. *Urges* Member States to pay 12500 dollars by the 80st session.

[^1]: See A/80/53.
"""
SNIPPETS = (
    "", ".", ";", "*", "“", " the the", " 3/4/2024", " percent", "\n", "\n\n", "\n\n1. *Notes* that;\n\n",
    " *inter alia*", "[^1]", " resolution 2200 (2011)", " UNESCO ", " OP3 ", "*The Human Rights Council*,",
    "<!-- resolint: ignore all -->", " of its latest resolution 61/105 of 5 May 2001", " é", " 31 June 2020",
)  # fmt: skip


def told(lint: Lint) -> tuple[Any, ...]:
    return lint.diagnostics, lint.tallies, lint.rules, lint.suppressed, lint.notes, lint.failures


def seen(linter: Linter, text: str) -> tuple[Any, ...]:
    return told(linter.lint(read("draft.md", text.encode())))


@st.composite
def versions(draw: st.DrawFn) -> list[str]:
    """A draft as it is typed: words and marks come and go, paragraphs are moved, doubled and joined."""
    text, found = DRAFT, [DRAFT]
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.sampled_from((start, start, start + 1, start + 9, start + 90)))
        copied = draw(st.integers(0, len(text)))
        new = draw(st.sampled_from((*SNIPPETS, text[copied : copied + 120])))
        text = text[:start] + new + text[end:]
        if text.strip():
            found.append(text)
    return found


@settings(max_examples=25, deadline=None)
@given(versions())
def test_what_is_found_while_typing_is_what_is_found_afresh(typed: list[str]) -> None:
    typing = Linter(BOOK, EVERY_RULE, remembers=True)
    for text in typed:
        assert seen(typing, text) == seen(AFRESH, text)


def test_a_paragraph_is_looked_at_again_when_the_draft_becomes_another() -> None:
    typing = Linter(BOOK, EVERY_RULE, remembers=True)
    for session in ("80", "75", "80"):
        text = DRAFT.replace("A/C.3/80", f"A/C.3/{session}")
        assert seen(typing, text) == seen(AFRESH, text)


def test_a_finding_moves_with_its_paragraph() -> None:
    typing = Linter(BOOK, Settings(select=("repeated-word",)), remembers=True)
    (before,) = typing.lint(read("draft.md", DRAFT.encode())).diagnostics
    longer = DRAFT.replace("1. *Welcomes*", "*Noting* it,\n\n1. *Welcomes*")
    (after,) = typing.lint(read("draft.md", longer.encode())).diagnostics
    moved = replace(before.place, block=before.place.block + 1)
    assert after.place == moved
    assert after.fix is not None
    assert {edit.block for edit in after.fix.edits} == {moved.block}


def test_only_what_was_typed_is_searched() -> None:
    def searches(linter: Linter, text: str) -> int:
        document = read("draft.md", text.encode())
        profile = cProfile.Profile()
        profile.runcall(linter.lint, document)
        calls = {entry.code: entry.callcount for entry in profile.getstats()}
        return calls.get(Expression.matches.__code__, 0)

    paragraphs = "".join(f"{number}. *Urges* States to pay {number}0000 dollars;\n\n" for number in range(30))
    text = DRAFT.replace("[^1]: See", f"{paragraphs}[^1]: See")
    typing = Linter(BOOK, EVERY_RULE, remembers=True)
    first = searches(typing, text)
    assert searches(typing, text.replace("to pay 29000", "to pay 290000")) < first / 10
