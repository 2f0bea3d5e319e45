"""Lint one document: recognise it, run the rules in force, leave out what is suppressed."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linter.checks import check_of, look_of, module_of
from linter.checks.base import Check, Hit, Look, Request, Subject
from linter.engine.monsters import refuse_crowds, refuse_monsters
from linter.engine.outcome import Lint, Outcome
from linter.engine.recognising import recognised, words_of
from linter.engine.settings import Settings
from linter.engine.suppression import suppressions
from linter.model.document import Document
from linter.model.errors import ConfigError, did_you_mean
from linter.model.resolution import Resolution
from linter.model.values import NamedTuple, replace
from linter.packs.book import Draft, RuleBook
from linter.packs.made import build
from linter.packs.rule import Rule
from linter.structure import paragraphs

if TYPE_CHECKING:
    from linter.engine.agreed import Inherited, Slip
    from linter.engine.memory import Memory, Recall
    from linter.grammar import Grammar


class _Ready(NamedTuple):
    """A rule ready to run."""

    params: Any
    request: Request
    look: Look | None
    check: Check


def _ready(rule: Rule) -> _Ready:
    params = build(module_of(rule.kind).Params, rule.parameters)
    request = Request(rule.roles, rule.name)
    look = look_of(rule.kind, params)
    return _Ready(params, request, look, look.check if look is not None else check_of(rule.kind))


def _no_rule_for(language: str) -> str:
    if language == "en":
        return "none of the rules that are selected concerns it: no rule was run"
    name = {"fr": "French", "es": "Spanish"}.get(language, f"the language “{language}”")
    return f"it is in {name}, and the rules are for English: no rule was run"


class Linter:
    """The rules of a book under one set of settings; lints any number of documents.

    ``base`` is the text that they are based on, or that they amend; ``grammar`` finds what the rules do not.
    With ``remembers`` paragraphs that were examined are not examined again.
    """

    def __init__(
        self,
        book: RuleBook,
        settings: Settings,
        base: Resolution | None = None,
        grammar: Grammar | None = None,
        *,
        remembers: bool = False,
    ) -> None:
        self.book = book
        self.settings = settings
        self.base = base
        self._grammar = grammar
        self._slips: dict[Draft, frozenset[Slip]] = {}
        if not settings.grammar and any(map(_is_grammar, settings.select)):
            raise ConfigError("grammar is looked at only with --grammar, or grammar = true in the settings")
        self._check_names((*settings.select, *settings.ignore, *(name for name, _ in settings.severity)))
        self._check_names(name for _, names in settings.ignore_in for name in names)
        self._chosen: dict[Draft, tuple[Rule, ...]] = {}
        self._ready: dict[int, _Ready] = {}  # the chosen rules, by their identity: they live as long
        self._memory = _memory() if remembers else None

    def _check_names(self, patterns: Iterable[str]) -> None:
        names = [rule.name for rule in self.book.all_rules()]
        known = {*names, *(rule.kind for rule in self.book.all_rules()), "all"}
        for pattern in patterns:
            if not _is_grammar(pattern) and not any(fnmatch.fnmatchcase(name, pattern) for name in known):
                raise ConfigError(f"there is no rule “{pattern}”{did_you_mean(pattern, known)}")

    def paragraphs(self, document: Document) -> Document:
        """The document with its paragraphs as the rules see them, not yet recognised."""
        return paragraphs(document, words_of(self.settings))

    def recognise(self, document: Document) -> Resolution:
        """The structure of a document, with the organ, stage and language that settings may force."""
        return recognised(document, self.settings)

    def lint(self, document: Document) -> Lint:
        """Everything the rules in force find in ``document``; nothing for what is no draft."""
        return self.lint_resolution(self.recognise(document))

    def lint_resolution(self, resolution: Resolution) -> Lint:
        """What the rules find in a draft that is recognised already."""
        if not resolution.is_draft:
            note = "no resolution or decision is recognised in it: no rule was run"
            return Lint(resolution, (), {}, 0, {}, (note,), ())
        refuse_monsters(resolution)
        subject = self._subject(resolution, self.base)
        path = Path(resolution.document.source.path)
        names = (rule.name for rule in self.book.all_rules())
        outcome = Outcome(suppressions(resolution.document, self._silent_in(path), names))
        rules = self.rules_for(resolution)
        if not rules and not (self.settings.grammar and resolution.language == "en"):
            outcome.remark(_no_rule_for(resolution.language))
        self._run_rules(outcome, rules, subject, self._recall(resolution))
        if self._grammar is not None:
            self._look_at_grammar(self._grammar, outcome, subject)
        if self.base is not None and resolution.kind == "text":
            outcome.compare(self._inherited(subject), self.settings.agreed)
        refuse_crowds(resolution, outcome.found)
        return outcome.finish(resolution)

    def _recall(self, resolution: Resolution) -> Recall | None:
        if self._memory is None:
            return None
        return self._memory.recall(resolution, lambda only: self._subject(resolution, None, only))

    def _run_rules(
        self, outcome: Outcome, rules: Iterable[Rule], subject: Subject, recall: Recall | None = None
    ) -> None:
        for rule in rules:
            outcome.run(rule, partial(self._items, rule, subject, recall))
        if recall is not None and not outcome.failures:
            recall.keep()

    def _items(self, rule: Rule, subject: Subject, recall: Recall | None) -> Iterable[Hit | None]:
        ready = self._ready.get(id(rule))
        if ready is None:
            ready = self._ready[id(rule)] = _ready(rule)
        if recall is not None and ready.look is not None and rule.is_ours:
            return recall.items(ready.look, ready.params, ready.request)
        return ready.check(ready.params, subject, ready.request)

    def _look_at_grammar(self, grammar: Grammar, outcome: Outcome, subject: Subject) -> None:
        from linter.grammar import GrammarError

        try:
            remarks = grammar.remarks(subject.resolution, subject.is_protected)
        except GrammarError as error:
            outcome.trouble = str(error)
            return
        for remark in remarks:
            if self._selected(remark.rule):
                outcome.add(remark.diagnostic, self._at_level(remark.rule))

    def _subject(
        self, resolution: Resolution, base: Resolution | None, only: Sequence[int] | None = None
    ) -> Subject:
        return Subject(resolution, words_of(self.settings), self.settings.facts, base, only)

    def _inherited(self, subject: Subject) -> Inherited | None:
        from linter.engine.agreed import Inherited  # only drafts with a base pay for it

        alignment = subject.alignment()
        if alignment is None:
            return None
        return Inherited(alignment, lambda: self._slips_of_base(alignment.draft))

    def _slips_of_base(self, resolution: Resolution) -> frozenset[Slip]:
        """What the rules in force for ``resolution`` find in the base, asked once for drafts alike."""
        from linter.engine.agreed import slips_of

        draft = _draft_of(resolution)
        if draft not in self._slips and self.base is not None:
            outcome, subject = Outcome(None), self._subject(self.base, None)
            self._run_rules(outcome, self.rules_for(resolution), subject)
            self._slips[draft] = slips_of(self.base, outcome.found)
        return self._slips[draft]

    def rules_for(self, resolution: Resolution) -> tuple[Rule, ...]:
        """The rules that settings and the draft's own nature select, in the packs' order."""
        draft = _draft_of(resolution)
        if draft not in self._chosen:
            rules = (rule for rule in self.book.rules(draft) if self._selected(rule))
            self._chosen[draft] = tuple(self._at_level(rule) for rule in rules)
        return self._chosen[draft]

    def _silent_in(self, path: Path) -> frozenset[str]:
        """The names of the rules that settings silence for this path."""
        patterns = self.settings.ignored_in(path)
        rules = self.book.all_rules() if patterns else ()
        return patterns | {rule.name for rule in rules if _is_named(rule, patterns)}

    def _selected(self, rule: Rule) -> bool:
        if _is_named(rule, self.settings.ignore):
            return False
        return _is_named(rule, self.settings.select) if self.settings.select else rule.status == "stable"

    def _at_level(self, rule: Rule) -> Rule:
        for pattern, severity in self.settings.severity:
            if fnmatch.fnmatchcase(rule.name, pattern):
                return replace(rule, severity=severity)
        return rule


def _is_named(rule: Rule, patterns: Iterable[str]) -> bool:
    return any(
        pattern in ("all", rule.kind) or fnmatch.fnmatchcase(rule.name, pattern) for pattern in patterns
    )


def _memory() -> Memory:
    from linter.engine.memory import Memory  # only an editor has the same paragraphs again

    return Memory()


def _is_grammar(pattern: str) -> bool:
    """Whether a name is that of findings of LanguageTool, which alone knows what others there are."""
    return pattern == "grammar" or pattern.startswith("grammar-")


def _draft_of(resolution: Resolution) -> Draft:
    return Draft(
        resolution.organ, resolution.stage, resolution.session, resolution.date, resolution.language,
        resolution.kind,
    )  # fmt: skip
