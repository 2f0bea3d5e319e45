from __future__ import annotations

from pathlib import Path

import yaml

from linter.packs import load
from linter.proving.coverage import reasons
from linter.proving.generate import pages


def test_generated_pages_are_fresh() -> None:
    """`make reference` writes them anew."""
    stale = [path.name for path, text in pages().items() if path.read_text("utf-8") != text]
    assert stale == []


def test_every_convention_has_a_rule_or_a_reason(shared: Path) -> None:
    text = (shared / "conventions" / "conventions.yaml").read_text("utf-8")
    catalogue = {entry["id"] for entry in yaml.safe_load(text)["conventions"]}
    named = {convention for rule in load().all_rules() for convention in rule.convention}
    assert named <= catalogue
    assert set(reasons()) <= catalogue
    assert catalogue - named == set(reasons())
