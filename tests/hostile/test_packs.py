"""Rule packs made to harm are refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.model.errors import RuleError
from linter.packs import load
from linter.packs.book import Draft
from tests.matching.test_limited import RULE


def pack(folder: Path, rule: str, more: str = "") -> Path:
    (folder / "pack.yaml").write_text(f"name: ours\nsummary: Ours.\n{more}", "utf-8")
    (folder / "words.yaml").write_text(rule, "utf-8")
    return folder


@pytest.mark.parametrize(
    ("match", "said"),
    [
        ("(?:(?:a{1000}){1000}){1000}", "too large"),
        ("a{99999999999999}", "cannot be read"),
        ("(", "cannot be read"),
        ("(?:" * 3_000 + "a" + ")" * 3_000, "nested too deeply"),
        ("[a-z]" * 9_000 + "b{2000}", "too large"),
    ],
    ids=["power", "count", "open", "deep", "long"],
)
def test_an_expression_that_harms_when_it_is_compiled(tmp_path: Path, match: str, said: str) -> None:
    with pytest.raises(RuleError, match=said) as refused:
        load([pack(tmp_path, RULE.format(match=match))])
    assert refused.value.path.endswith("words.yaml")
    assert refused.value.line == 7


@pytest.mark.parametrize("message", ["{found:>9999999999}", "{found!r}", "{found.__class__}", "{0}", "{"])
def test_a_message_reaches_for_nothing_but_its_words(tmp_path: Path, message: str) -> None:
    rule = RULE.format(match="ax").replace("“{found}” stands here.", message)
    with pytest.raises(RuleError):
        load([pack(tmp_path, rule)])
    change = f"override: {{doubled-mark: {{message: '{message}'}}}}\n"
    book = load([pack(tmp_path, RULE.format(match="ax"), change)])
    with pytest.raises(RuleError, match=r"placeholder|cannot be read"):
        book.rules(Draft())


@pytest.mark.parametrize(
    "text",
    ["a: &x [1]\nb: *x\n", "!!python/object/apply:os.system ['true']\n", "[" * 5_000, "a: " + "9" * 5_000],
)
def test_yaml_made_to_harm(tmp_path: Path, text: str) -> None:
    (tmp_path / "pack.yaml").write_text(text, "utf-8")
    with pytest.raises(RuleError):
        load([tmp_path])
