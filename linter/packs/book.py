"""All packs together: which rules are in force for a draft, and who set what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linter.checks import module_of
from linter.checks.base import holds
from linter.model.errors import RuleError, did_you_mean
from linter.model.resolution import Kind
from linter.model.values import dataclass
from linter.packs.folder import BUILT_IN, PACK_FILE, by_name, pack_folder, topic_files
from linter.packs.made import build
from linter.packs.rule import KINDS_OF_TEXT, ORDINARY, Collapse, Rule, When, roles_of
from linter.tables.compiled import load as load_compiled
from linter.tables.location import rules_folder

if TYPE_CHECKING:
    from linter.packs.shape import Origin


@dataclass(frozen=True, slots=True)
class Draft:
    """What decides which rules apply; None and 0 are unknown."""

    organ: str | None = None
    stage: str | None = None
    session: int = 0
    date: str = ""
    language: str = "en"
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Pack:
    """One pack as loaded: its own rules, and what it does to those of others."""

    name: str
    summary: str
    extends: tuple[str, ...]
    when: When
    override: Mapping[str, Mapping[str, Any]]
    override_lines: Mapping[str, int]
    disable: tuple[str, ...]
    tables: Mapping[str, Mapping[str, Any]]
    rules: tuple[Rule, ...]
    file: str
    is_ours: bool


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The packs in the order in which later ones override earlier ones."""

    packs: tuple[Pack, ...]

    def all_rules(self) -> tuple[Rule, ...]:
        """Every rule as its own pack wrote it."""
        return tuple(rule for pack in self.packs for rule in pack.rules)

    def find(self, name: str) -> Rule:
        """The rule of this name; RuleError with the nearest name if there is none."""
        for rule in self.all_rules():
            if rule.name == name:
                return rule
        names = [rule.name for rule in self.all_rules()]
        raise RuleError(f"there is no rule “{name}”{did_you_mean(name, names)}")

    def rules(self, draft: Draft) -> tuple[Rule, ...]:
        """The rules that apply to ``draft``, as its organ and stage override and disable them."""
        found: dict[str, Rule] = {}
        for pack in self.packs:
            if not applies(pack.when, draft, of_pack=True):
                continue
            found.update((rule.name, rule) for rule in pack.rules)
            for name, changes in pack.override.items():
                if name in found:
                    found[name] = overridden(found[name], _for_kind(found[name], changes, pack), pack)
            for name in pack.disable:
                found.pop(name, None)
            for table, change in pack.tables.items():
                _change_table(found, table, change, pack)
        return tuple(rule for rule in found.values() if applies(rule.when, draft))

    def origin(self, name: str) -> list[tuple[str, int, str]]:
        """Where a rule was written, and each place that changes it: file, line, what is set there."""
        from linter.packs.shape import key_of

        rule = self.find(name)
        steps = [(rule.file, rule.line, "written here")]
        for pack in self.packs:
            if name in pack.override:
                keys = ", ".join(key_of(key) for key in pack.override[name])
                steps.append((pack.file, pack.override_lines[name], f"pack {pack.name} sets {keys}"))
            if name in pack.disable:
                steps.append((pack.file, 1, f"pack {pack.name} switches it off"))
        return steps


def load(extra: Sequence[Path] = ()) -> RuleBook:
    """The built-in packs and those at ``extra``, in that order, each behind those that it extends.

    ``extra`` are folders, their ``pack.yaml``, or names of installed packs. Raises RuleError for a pack that
    is wrong, and for two rules of one name.
    """
    packs = [_pack(rules_folder() / name, is_ours=True) for name in BUILT_IN]
    for path in extra:
        _add(packs, _pack(pack_folder(path)), ())
    _refuse_twins(packs)
    return RuleBook(tuple(packs))


def _add(packs: list[Pack], pack: Pack, asking: tuple[str, ...]) -> None:
    """Add a pack that is not there yet, and before it the installed ones that it extends."""
    if any(pack.file == known.file for known in packs):
        return
    if pack.name in asking:
        raise RuleError(f"the pack extends itself: {' → '.join((*asking, pack.name))}", pack.file)
    for name in pack.extends:
        if all(name != known.name for known in packs):
            folder = by_name().get(name)
            if folder is None:
                known_names = [*(known.name for known in packs), *by_name()]
                message = f"it extends “{name}”, which is not there{did_you_mean(name, known_names)}"
                raise RuleError(message, pack.file)
            _add(packs, _pack(folder), (*asking, pack.name))
    packs.append(pack)


def _refuse_twins(packs: Sequence[Pack]) -> None:
    seen: dict[str, Rule] = {}
    for rule in (rule for pack in packs for rule in pack.rules):
        if rule.name in seen:
            first = seen[rule.name]
            message = (
                f"the rule “{rule.name}” stands already in {first.file}:{first.line}: give it another name"
            )
            raise RuleError(message, rule.file, rule.line)
        seen[rule.name] = rule
    for pack in packs:
        for name in (*pack.override, *pack.disable):
            if name not in seen:
                message = f"there is no rule “{name}” to change{did_you_mean(name, seen)}"
                raise RuleError(message, pack.file, pack.override_lines.get(name))


def compile_folder(folder: Path) -> dict[str, Any]:
    """A pack's folder as data; what checks it is imported only when there is no compiled form."""
    from linter.packs.files import pack_data, topic_data

    topics = [{"file": path.name, **topic_data(path)} for path in topic_files(folder)]
    return {"pack": pack_data(folder / PACK_FILE), "topics": topics}


def _pack(folder: Path, *, is_ours: bool = False) -> Pack:
    content = load_compiled(folder, compile_folder)
    data = content["pack"]
    rules = tuple(
        make_rule(form, data["name"], topic["topic"], file, is_ours=is_ours)
        for topic in content["topics"]
        for file in [str(folder / topic["file"])]
        for form in topic["rules"]
    )
    return Pack(
        name=data["name"],
        summary=data["summary"],
        extends=tuple(data.get("extends", ())),
        when=build(When, data.get("for_", {})),
        override=data["override"],
        override_lines=data["override_lines"],
        disable=tuple(data.get("disable", ())),
        tables=data.get("tables", {}),
        rules=rules,
        file=str(folder / PACK_FILE),
        is_ours=is_ours,
    )


def make_rule(form: Mapping[str, Any], pack: str, topic: str, file: str, *, is_ours: bool) -> Rule:
    """The rule that a compiled form describes."""
    return Rule(
        name=form["name"],
        summary=form["summary"],
        kind=form["kind"],
        roles=roles_of(*form["in_"]),
        severity=form["severity"],
        fix=form.get("fix", "none"),
        message=form["message"],
        why=form["why"],
        authority=form["source"]["title"],
        section=form["source"].get("section", ""),
        convention=tuple(form["convention"]),
        parameters=form["with_"],
        when=build(When, form["when"]) if "when" in form else _ALWAYS,
        collapse=build(Collapse, form["collapse"]) if "collapse" in form else None,
        status=form.get("status", "stable"),
        pack=pack,
        topic=topic,
        file=file,
        line=form["line"],
        form=form,
        is_ours=is_ours,
    )


def _change_table(rules: dict[str, Rule], table: str, change: Mapping[str, Any], pack: Pack) -> None:
    """Give the rules that look words up in ``table`` what a pack adds to it and takes out of it."""
    for name, rule in rules.items():
        if rule.kind == "terms" and rule.parameters.get("table") == table:
            own = {key: [*rule.parameters.get(key, ()), *change.get(key, ())] for key in ("add", "remove")}
            rules[name] = overridden(rule, {"with_": own}, pack)


_ALWAYS = When()


def _for_kind(rule: Rule, changes: Mapping[str, Any], pack: Pack) -> Mapping[str, Any]:
    """Changes checked against the rule's kind, which the pack's file does not tell."""
    from linter.packs.shape import Origin, normalised, validate
    from linter.tables.yamlfile import Lines

    origin = Origin(pack.file, Lines({(): pack.override_lines[rule.name]}))
    if not pack.is_ours:
        _check_words(rule, changes, origin)
    if "with_" not in changes:
        return changes
    parameters = module_of(rule.kind).Params
    validate(parameters, changes["with_"], origin, (), whole=False)
    return {**changes, "with_": normalised(parameters, changes["with_"])}


def _check_words(rule: Rule, changes: Mapping[str, Any], origin: Origin) -> None:
    """Refuse messages and expressions as in a rule's own file."""
    from linter.packs.expressions import check_expressions
    from linter.packs.files import check_message

    if "message" in changes:
        check_message(changes["message"], module_of(rule.kind).PLACEHOLDERS, origin, ("message",))
    if changes.get("collapse"):
        check_message(changes["collapse"]["message"], ("count", "places"), origin, ("collapse",))
    check_expressions(changes.get("with_", {}), origin, ("with",))


def overridden(rule: Rule, changes: Mapping[str, Any], pack: Pack) -> Rule:
    """The rule with other values from ``pack``; the parameters are merged one by one."""
    form = {**rule.form, **changes}
    if "with_" in changes:
        form["with_"] = {**rule.form["with_"], **changes["with_"]}
    is_ours = rule.is_ours and (pack.is_ours or "with_" not in changes)
    return make_rule(form, rule.pack, rule.topic, rule.file, is_ours=is_ours)


def applies(when: When, draft: Draft, *, of_pack: bool = False) -> bool:
    """Whether a rule or pack with this condition concerns the draft; a stage that is unknown is "draft".

    A decision told in prose and a statement concern only the rules that name them.
    """
    if draft.kind not in (when.kind or (KINDS_OF_TEXT if of_pack else ORDINARY)):
        return False
    if when.organ and (draft.organ or "other") not in when.organ:
        return False
    if when.stage and (draft.stage or "draft") not in when.stage:
        return False
    if not of_pack and when.language not in ("any", draft.language):
        return False
    return _holds_now(draft.session, when.session) and _holds_now(draft.date, when.date)


def _holds_now(value: int | str, condition: str) -> bool:
    """Whether a condition holds, an unknown value being that of a draft of today."""
    if not condition:
        return True
    return holds(value, condition) if value else not condition.startswith("<")
