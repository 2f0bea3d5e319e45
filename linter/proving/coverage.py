"""Which conventions have a rule, and why the others have none."""

from __future__ import annotations

from linter.model.errors import RuleError
from linter.packs.book import RuleBook
from linter.tables.location import rules_folder
from linter.tables.yamlfile import read_yaml

_HEAD = """\
# Coverage of the conventions

Each entry of the conventions catalogue, with the rules that implement it or the reason why there is none.
This page is generated from the rules and from `without-rule.yaml` (`make reference`).

{covered} of {count} entries have a rule.

| convention | rules, or the reason why there is none |
| --- | --- |
"""


def reasons() -> dict[str, str]:
    """The conventions that have no rule, and why.

    Raises RuleError when the file is not a mapping of names to texts.
    """
    path = rules_folder() / "without-rule.yaml"
    content, _ = read_yaml(path)
    if not isinstance(content, dict) or not all(isinstance(reason, str) for reason in content.values()):
        raise RuleError("a convention and the reason why it has no rule are wanted on each line", str(path))
    return content


def coverage(book: RuleBook) -> str:
    """The page, in Markdown."""
    rules: dict[str, list[str]] = {}
    for rule in book.all_rules():
        for convention in rule.convention:
            rules.setdefault(convention, []).append(rule.name)
    without = {name: reason for name, reason in reasons().items() if name not in rules}
    lines = [
        f"| {name} | {', '.join(rules[name]) if name in rules else without[name]} |"
        for name in sorted({*rules, *without})
    ]
    return _HEAD.format(covered=len(rules), count=len(lines)) + "\n".join(lines) + "\n"
