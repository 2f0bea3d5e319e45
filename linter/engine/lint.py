"""Lint one document: recognise it, run the rules in force, leave out what is suppressed."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linter.checks import check_of, module_of
from linter.checks.base import Request, Subject
from linter.engine.diagnose import diagnose
from linter.engine.monsters import refuse_monsters
from linter.engine.recognising import recognised, words_of
from linter.engine.settings import Agreed, Settings
from linter.engine.suppression import Suppressions, suppressions
from linter.matching.limited import TooSlowError, within_limit
from linter.model.diagnostic import Diagnostic, Place
from linter.model.document import Document
from linter.model.errors import ConfigError
from linter.model.resolution import Resolution
from linter.model.values import dataclass
from linter.packs.book import Draft, RuleBook
from linter.packs.rule import Rule
from linter.packs.shape import build, did_you_mean
from linter.structure import paragraphs

if TYPE_CHECKING:
    from linter.engine.agreed import Inherited, Slip
    from linter.grammar import Grammar

_NO_ITALICS = "plain text shows no italics: the rules about them were not run"
_ONE_FONT = "the PDF is all in one font and shows no italics: the rules about them were not run"


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a rule's convention applied in a draft, and how often it was broken there."""

    applied: int
    broken: int


@dataclass(frozen=True, slots=True)
class Lint:
    """The outcome for one document.

    ``diagnostics`` are by place, then rule. ``rules`` holds each rule that has one, as it was in force.
    ``tallies`` counts for each rule that ran. ``notes`` are remarks on the file as a whole; ``failures``
    name rules that broke down, and why; ``trouble`` says why grammar was not looked at, "" where it was, or
    was not to be.
    """

    resolution: Resolution
    diagnostics: tuple[Diagnostic, ...]
    rules: dict[str, Rule]
    suppressed: int
    tallies: dict[str, Tally]
    notes: tuple[str, ...]
    failures: tuple[str, ...]
    trouble: str = ""


class Linter:
    """The rules of a book under one set of settings; lints any number of documents.

    ``base`` is the text that they are based on, or that they amend; ``grammar`` finds what the rules do not.
    """

    def __init__(
        self,
        book: RuleBook,
        settings: Settings,
        base: Resolution | None = None,
        grammar: Grammar | None = None,
    ) -> None:
        self.book = book
        self.settings = settings
        self.base = base
        self._grammar = grammar
        self._slips: dict[Draft, frozenset[Slip]] = {}
        if not settings.grammar and any(map(_is_grammar, settings.select)):
            raise ConfigError("grammar is looked at only with --grammar, or grammar = true in the settings")
        self._check_names((*settings.select, *settings.ignore, *(name for name, _ in settings.severity)))
        self._chosen: dict[Draft, tuple[Rule, ...]] = {}
        self._parameters: dict[int, Any] = {}  # of the chosen rules, by their identity: they live as long

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
        outcome = _Outcome(suppressions(resolution.document, self.settings.ignored_in(path)))
        for rule in self.rules_for(resolution):
            outcome.run(rule, self._parameters, subject)
        if self._grammar is not None:
            self._look_at_grammar(self._grammar, outcome, subject)
        if self.base is not None and resolution.kind == "text":
            outcome.compare(self._inherited(subject), self.settings.agreed)
        return outcome.finish(resolution)

    def _look_at_grammar(self, grammar: Grammar, outcome: _Outcome, subject: Subject) -> None:
        from linter.grammar import GrammarError

        try:
            remarks = grammar.remarks(subject.resolution, subject.is_protected)
        except GrammarError as error:
            outcome.trouble = str(error)
            return
        for remark in remarks:
            if self._selected(remark.rule):
                outcome.add(remark.diagnostic, self._at_level(remark.rule))

    def _subject(self, resolution: Resolution, base: Resolution | None) -> Subject:
        return Subject(resolution, words_of(self.settings), self.settings.facts, base)

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
            outcome, subject = _Outcome(None), self._subject(self.base, None)
            for rule in self.rules_for(resolution):
                outcome.run(rule, self._parameters, subject)
            self._slips[draft] = slips_of(self.base, outcome.found)
        return self._slips[draft]

    def rules_for(self, resolution: Resolution) -> tuple[Rule, ...]:
        """The rules that settings and the draft's own nature select, in the packs' order."""
        draft = _draft_of(resolution)
        if draft not in self._chosen:
            rules = (rule for rule in self.book.rules(draft) if self._selected(rule))
            self._chosen[draft] = tuple(self._at_level(rule) for rule in rules)
        return self._chosen[draft]

    def _selected(self, rule: Rule) -> bool:
        def named(patterns: Sequence[str]) -> bool:
            return any(
                pattern in ("all", rule.kind) or fnmatch.fnmatchcase(rule.name, pattern)
                for pattern in patterns
            )

        if named(self.settings.ignore):
            return False
        return named(self.settings.select) if self.settings.select else rule.status == "stable"

    def _at_level(self, rule: Rule) -> Rule:
        for pattern, severity in self.settings.severity:
            if fnmatch.fnmatchcase(rule.name, pattern):
                return replace(rule, severity=severity)
        return rule


def _is_grammar(pattern: str) -> bool:
    """Whether a name is that of findings of LanguageTool, which alone knows what others there are."""
    return pattern == "grammar" or pattern.startswith("grammar-")


def _draft_of(resolution: Resolution) -> Draft:
    return Draft(
        resolution.organ, resolution.stage, resolution.session, resolution.date, resolution.language,
        resolution.kind,
    )  # fmt: skip


class _Outcome:
    """The findings as they come in."""

    def __init__(self, hidden: Suppressions | None) -> None:
        self._hidden = hidden or Suppressions({}, frozenset(), [])
        self.found: list[Diagnostic] = []
        self._rules: dict[str, Rule] = {}
        self._tallies: dict[str, Tally] = {}
        self._failures: list[str] = []
        self._notes: list[str] = []
        self.trouble = ""

    def run(self, rule: Rule, built: dict[int, Any], subject: Subject) -> None:
        try:
            if id(rule) not in built:
                built[id(rule)] = build(module_of(rule.kind).Params, rule.parameters)
            check = check_of(rule.kind)
            items = check(built[id(rule)], subject, Request(rule.roles, rule.name))
            results = list(items) if rule.is_ours else within_limit(items)
        except ConfigError:  # a table of the user's is wrong: that is to be said once, with its line
            raise
        except TooSlowError as error:
            self._failures.append(f"internal error in the rule {rule.name}: {error}")
            return
        except Exception as error:  # noqa: BLE001 - a rule that breaks down must not take the others with it
            self._failures.append(f"internal error in the rule {rule.name}: {type(error).__name__}: {error}")
            return
        hits = [hit for hit in results if hit is not None]
        self._tallies[rule.name] = Tally(len(results), len(hits))
        if hits:
            self._rules[rule.name] = rule
            self.found.extend(diagnose(rule, hits, len(results)))

    def add(self, found: Diagnostic, rule: Rule) -> None:
        """A finding of another's: what a rule of ours reports at the same place wins."""
        if not any(_at_one_place(found.place, place) for one in self.found for place in _places(one)):
            self._rules[rule.name] = rule
            self.found.append(replace(found, severity=rule.severity))

    def compare(self, inherited: Inherited | None, agreed: Agreed) -> None:
        """Tell which findings stand in agreed language; under "hide" those are left out."""
        if inherited is None:
            return
        self.found = list(inherited.marked(self.found, self._rules, agreed))
        if agreed == "hide" and (left := [one for one in self.found if one.agreed]):
            self.found = [one for one in self.found if not one.agreed]
            self._notes.append(f"left out, since they stand in agreed language: {len(left)}")

    def finish(self, resolution: Resolution) -> Lint:
        shown = [found for found in self.found if not self._hidden.hides(found)]
        suppressed = len(self.found) - len(shown)
        ordered = sorted(shown, key=lambda found: (found.place.block, found.place.start, found.rule))
        document = resolution.document
        plain = _ONE_FONT if document.source.format == "pdf" else _NO_ITALICS
        notes = [*self._notes] if document.carries.emphasis else [plain, *self._notes]
        notes += self._hidden.remarks()
        return Lint(
            resolution,
            tuple(ordered),
            self._rules,
            suppressed,
            self._tallies,
            tuple(notes),
            tuple(self._failures),
            self.trouble,
        )


def _places(found: Diagnostic) -> tuple[Place, ...]:
    return found.place, *found.related


def _at_one_place(one: Place, other: Place) -> bool:
    return one.block == other.block and one.start < other.end and other.start < one.end
