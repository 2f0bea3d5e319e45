"""The files of a pack: ``pack.yaml`` and a file of rules for each topic, checked and compiled."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter
from typing import Any, ClassVar

from linter.checks import KINDS, module_of
from linter.checks.terms import Pair
from linter.model.errors import did_you_mean, nearest_or_all
from linter.model.values import dataclass, field
from linter.packs.expressions import check_expressions
from linter.packs.rule import RuleForm, When
from linter.packs.shape import Origin, key_of, normalised, validate
from linter.tables.yamlfile import Place, read_yaml

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class TableChange:
    """What a pack adds to a table of words, and the wrong forms that it allows after all."""

    NOUN: ClassVar[str] = "a table change"

    add: tuple[Pair, ...] = ()
    remove: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PackForm:
    """A pack as ``pack.yaml`` writes it.

    ``for`` says to which drafts the pack applies; ``extends`` names the packs whose rules it builds on.
    ``override`` gives rules of those packs other values, key by key (``with`` again key by key);
    ``disable`` switches rules off.
    """

    NOUN: ClassVar[str] = "a pack"

    name: str
    summary: str
    extends: tuple[str, ...] = ()
    for_: When = field(default_factory=When)
    override: dict[str, dict[str, Any]] = field(default_factory=dict)
    disable: tuple[str, ...] = ()
    tables: dict[str, TableChange] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TopicForm:
    """A file of rules: what they are about, in the words of a heading, and the rules."""

    NOUN: ClassVar[str] = "a rule file"

    topic: str
    rules: tuple[RuleForm, ...]
    about: str = ""


def pack_data(path: Path) -> dict[str, Any]:
    """``pack.yaml`` as data; raises RuleError with file, line and what was meant."""
    data, lines = read_yaml(path)
    origin = Origin(str(path), lines)
    pack = validate(PackForm, data, origin, ())
    overridden = pack.get("override", {})
    for rule, changes in overridden.items():
        _check_override(rule, changes, origin)
    form = normalised(PackForm, pack)
    form["override"] = {rule: normalised(RuleForm, changes) for rule, changes in overridden.items()}
    return {**form, "override_lines": {rule: lines.at("override", rule) for rule in overridden}}


def _check_override(rule: str, changes: dict[str, Any], origin: Origin) -> None:
    known = {key_of(name) for name in RuleForm.__dataclass_fields__} - {"name", "kind", "examples"}
    for key in changes:
        if key not in known:
            message = f"“{key}” cannot be overridden{did_you_mean(key, known)}"
            raise origin.error(message, ("override", rule, key))
    validate(RuleForm, changes, origin, ("override", rule), whole=False)


def topic_data(path: Path) -> dict[str, Any]:
    """A file of rules as data, without the examples; raises RuleError as :func:`pack_data` does."""
    data, lines = read_yaml(path)
    origin = Origin(str(path), lines)
    topic = validate(TopicForm, data, origin, ())
    rules = []
    for number, rule in enumerate(topic["rules"]):
        _check_rule(rule, origin, ("rules", number))
        kept = {key: value for key, value in rule.items() if key != "examples"}
        parameters = normalised(module_of(rule["kind"]).Params, rule.get("with", {}))
        rules.append({**normalised(RuleForm, kept), "with_": parameters, "line": lines.at("rules", number)})
    return {"topic": topic["topic"], "rules": rules}


def read_examples(path: Path) -> dict[str, list[dict[str, Any]]]:
    """The examples of each rule of a file, by its name."""
    data, lines = read_yaml(path)
    topic = validate(TopicForm, data, Origin(str(path), lines), ())
    return {rule["name"]: rule["examples"] for rule in topic["rules"]}


def _check_rule(rule: dict[str, Any], origin: Origin, place: Place) -> None:
    if not _NAME.fullmatch(rule["name"]):
        raise origin.error("a rule's name is small letters, digits and hyphens", (*place, "name"))
    if rule["kind"] not in KINDS:
        hint = nearest_or_all(rule["kind"], KINDS)
        raise origin.error(f"there is no kind of rule “{rule['kind']}”{hint}", (*place, "kind"))
    module = module_of(rule["kind"])
    validate(module.Params, rule.get("with", {}), origin, (*place, "with"))
    check_message(rule["message"], module.PLACEHOLDERS, origin, (*place, "message"))
    if "collapse" in rule:
        check_message(rule["collapse"]["message"], ("count", "places"), origin, (*place, "collapse"))
    check_expressions(rule.get("with", {}), origin, (*place, "with"))
    for number, example in enumerate(rule["examples"]):
        if ("bad" in example) == ("good" in example):
            raise origin.error("an example is either bad or good", (*place, "examples", number))


def check_message(message: str, known: tuple[str, ...], origin: Origin, place: Place) -> None:
    """Refuse placeholders that the kind does not fill, and what a format string could reach beyond."""
    try:
        parsed = [(name, form, change) for _, name, form, change in Formatter().parse(message)]
    except ValueError as error:
        raise origin.error(f"the message cannot be read: {error}", place) from None
    for name, form, change in parsed:
        if form or change:
            raise origin.error(f"the placeholder {{{name}}} stands alone, without “!” and “:”", place)
        if name is not None and name not in known:
            hint = nearest_or_all(name, known)
            raise origin.error(f"the message has an unknown placeholder {{{name}}}{hint}", place)
