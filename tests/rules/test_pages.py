from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from linter.packs import load
from linter.proving.coverage import reasons
from linter.proving.generate import pages


@pytest.mark.parametrize("path", sorted(pages()), ids=lambda path: path.name)
def test_generated_pages_are_fresh(path: Path) -> None:
    """`make reference` writes them anew."""
    assert path.read_text("utf-8") == pages()[path]


def test_every_convention_has_a_rule_or_a_reason(shared: Path) -> None:
    text = (shared / "conventions" / "conventions.yaml").read_text("utf-8")
    catalogue = {entry["id"] for entry in yaml.safe_load(text)["conventions"]}
    named = {convention for rule in load().all_rules() for convention in rule.convention}
    assert named <= catalogue
    assert set(reasons()) <= catalogue
    assert catalogue - named == set(reasons())
