"""Rule packs: YAML files read, checked, extended and overridden into the rules in force."""

from __future__ import annotations

from linter.packs.book import RuleBook, load
from linter.packs.rule import Example, Rule

__all__ = ["Example", "Rule", "RuleBook", "load"]
