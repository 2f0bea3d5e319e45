"""The rule reference: the built-in rules as a page that a drafter can learn the conventions from."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from linter.packs.book import Pack, RuleBook
from linter.packs.rule import Example, Rule
from linter.packs.shape import key_of
from linter.packs.showing import ORGANS, shown

_KINDS = {
    "text": "drafts",
    "amendment": "amendments",
    "decision": "decisions told in prose",
    "statement": "statements by the President",
}
_FIXES = {
    "safe": "repaired by `resolint fix`",
    "suggested": "repaired by `resolint fix --suggested`, after a look",
    "none": "for a person to repair",
}
_HEAD = """\
# The rules

{count} rules, {on} of them on by default. Each says what the convention is, why, who says so, and shows it;
every example on this page is run by the test suite. This page is generated from the rule files
(`make reference`); edit those, not this.

**error**: an editor will change it. **warning**: an editor will nearly always change it. **advice**: look
at it. In the examples the place found stands in ⟦ ⟧.

| topic | rules |
| --- | ---: |
{topics}
"""


def reference(book: RuleBook) -> str:
    """The whole page, in Markdown."""
    rules = book.all_rules()
    groups = [
        (topic, list(group)) for topic, group in groupby(rules, key=lambda rule: (rule.pack, rule.topic))
    ]
    topics = "\n".join(
        f"| [{_heading(*topic)}](#{_anchor(_heading(*topic))}) | {len(group)} |" for topic, group in groups
    )
    on = sum(rule.status == "stable" for rule in rules)
    parts = [_HEAD.format(count=len(rules), on=on, topics=topics)]
    for topic, group in groups:
        parts.append(f"## {_heading(*topic)}\n")
        parts += ["\n".join(_entry(rule, book)) for rule in group]
    return "\n".join(parts)


def _heading(pack: str, topic: str) -> str:
    return topic if pack == "un" else f"{topic} ({ORGANS.get(pack, pack)})"


def _anchor(heading: str) -> str:
    kept = (character for character in heading.lower() if character.isalnum() or character in " -")
    return "".join(kept).replace(" ", "-")


def _entry(rule: Rule, book: RuleBook) -> Iterator[str]:
    yield f"### {rule.name}\n"
    yield f"{' '.join(rule.summary.split())}\n"
    yield f"{' '.join(rule.why.split())}\n"
    yield f"- {level(rule)}"
    scope = _scope(rule)
    if scope:
        yield f"- Applies to: {scope}"
    yield from (f"- {line}" for line in _overrides(rule, book.packs))
    yield f"- Source: {', '.join(filter(None, (rule.authority, rule.section)))}\n"
    yield from (line for example in rule.examples for line in _example(example))


def level(rule: Rule) -> str:
    """How grave a rule is, and who repairs what it finds, in words."""
    off = "" if rule.status == "stable" else "; off unless it is selected"
    return f"{rule.severity.capitalize()}, {_FIXES[rule.fix]}{off}"


def _scope(rule: Rule) -> str:
    when = rule.when
    said = [", ".join(ORGANS[organ] for organ in when.organ)]
    said.append(f"stage {', '.join(when.stage)}" if when.stage else "")
    said.append(f"session {when.session}" if when.session else "")
    said.append(f"only {' and '.join(_KINDS[kind] for kind in when.kind)}" if when.kind else "")
    return "; ".join(filter(None, said))


def _overrides(rule: Rule, packs: tuple[Pack, ...]) -> Iterator[str]:
    for pack in packs:
        where = ORGANS.get(pack.name, pack.name)
        if rule.name in pack.disable:
            yield f"{where}: off"
        elif rule.name in pack.override:
            changes = pack.override[rule.name]
            yield f"{where}: {', '.join(_change(key, value) for key, value in changes.items())}"


def _change(key: str, value: object) -> str:
    return f"{key_of(key)} {value}" if isinstance(value, str) else f"other {key_of(key)}"


def _example(example: Example) -> Iterator[str]:
    for title, where, text in shown(example):
        yield f"{title}{where}:\n"
        yield f"```markdown\n{text}\n```\n"
