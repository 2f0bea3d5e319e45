"""Rules of strangers: their expressions run under a limit, and mean what they mean elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.cli.program import run
from linter.matching import limited
from linter.matching.limited import LimitedPattern, TooSlowError, within_limit
from linter.matching.searches import expression

ENDLESS = "a*a*a*a*a*a*x"
DRAFT = """\
*The General Assembly*,

*Recalling* its resolution 60/251 of 15 March 2006 on the {word}b x,

1. *Requests* the Secretary-General to report within the the limits of his mandate;

2. *Decides* to remain seized of the matter.
"""
RULE = """\
topic: Ours
rules:
  - name: ours-slow
    summary: Words.
    kind: pattern
    in: [text]
    with: {{match: '{match}', needs: [a]}}
    severity: warning
    message: "“{{found}}” stands here."
    why: Because.
    source: {{title: Ours}}
    convention: ours
    examples:
      - bad: |
          1. *Requests* the [[ax]] of it;
      - good: |
          1. *Requests* the other of it;
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "ours"
    folder.mkdir()
    (folder / "pack.yaml").write_text("name: ours\nsummary: Ours.\n", "utf-8")
    (folder / "words.yaml").write_text(RULE.format(match=ENDLESS), "utf-8")
    return folder


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.md"
    path.write_text(DRAFT.format(word="a" * 6_000), "utf-8")
    return path


def shorten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limited, "LIMIT", 0.1)
    monkeypatch.setattr(limited.within_limit, "__defaults__", (0.1,))


def test_a_rule_that_takes_too_long_is_an_internal_error_and_the_others_run(
    pack: Path, draft: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shorten(monkeypatch)
    assert run(["check", "--rules", str(pack), "--format", "concise", "--no-cache", str(draft)]) == 2
    said = capsys.readouterr()
    assert "internal error in the rule ours-slow: its expression takes more than 0.1 seconds" in said.err
    assert "repeated-word" in said.out


def test_what_a_stranger_sets_in_a_rule_of_ours_is_limited_too(
    pack: Path, draft: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shorten(monkeypatch)
    (pack / "words.yaml").unlink()
    change = "override: {doubled-mark: {with: {match: '" + ENDLESS + "', needs: [a]}}}\n"
    (pack / "pack.yaml").write_text(f"name: ours\nsummary: Ours.\n{change}", "utf-8")
    assert run(["check", "--rules", str(pack), "--format", "concise", "--no-cache", str(draft)]) == 2
    assert "internal error in the rule doubled-mark" in capsys.readouterr().err
    assert run(["pack", "check", str(pack)]) == 1
    assert "pack.yaml:3: doubled-mark: “match” is slow" in capsys.readouterr().out


def test_the_limit_holds_for_all_searches_of_a_rule_together() -> None:
    start = process_time()
    with pytest.raises(TooSlowError):
        within_limit((match for number in range(10_000) for match in _matches(number)), 0.2)
    assert process_time() - start < 2


def _matches(number: int) -> Iterator[re.Match[str]]:
    return expression(ENDLESS).matches("a" * 60 + f"b x{number}")


def test_expressions_of_ours_stay_with_the_library() -> None:
    assert isinstance(expression("a+b").pattern, re.Pattern)
    assert isinstance(within_limit(iter([expression("a+b")]))[0].pattern, re.Pattern)
    assert isinstance(within_limit(expression("a+b") for _ in range(1))[0].pattern, LimitedPattern)


EXPRESSIONS = [
    r"\b[A-Z]\w+", r"(?i:member) ?states", r"(\w)\1", r"(?<=the )\w+(?! of)", r"\s*,?$", r"[^\W\d_]{2,}",
    r"(a)|(b)",
]  # fmt: skip


@given(st.sampled_from(EXPRESSIONS), st.text("aAbBtTheof ,1.é\u00a0\n", max_size=60), st.booleans())
def test_a_limited_expression_finds_the_same(pattern: str, text: str, any_case: bool) -> None:
    flags = re.IGNORECASE if any_case else 0
    ours = [match.regs for match in re.compile(pattern, flags).finditer(text)]
    theirs = [match.regs for match in LimitedPattern(pattern, flags).finditer(text)]
    assert theirs == ours
