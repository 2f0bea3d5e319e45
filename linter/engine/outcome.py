"""The findings in one document as they come in, and what comes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from linter.checks.base import Hit
from linter.engine.diagnose import diagnose
from linter.engine.settings import Agreed
from linter.engine.suppression import Suppressions
from linter.matching.limited import TooSlowError, within_limit
from linter.model.diagnostic import Diagnostic, Place
from linter.model.errors import ConfigError
from linter.model.resolution import Resolution
from linter.model.values import dataclass, replace
from linter.packs.rule import Rule

if TYPE_CHECKING:
    from linter.engine.agreed import Inherited

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


class Outcome:
    """The findings as they come in."""

    def __init__(self, hidden: Suppressions | None) -> None:
        self._hidden = hidden or Suppressions({}, frozenset(), [])
        self.found: list[Diagnostic] = []
        self._rules: dict[str, Rule] = {}
        self._tallies: dict[str, Tally] = {}
        self.failures: list[str] = []
        self._notes: list[str] = []
        self.trouble = ""

    def run(self, rule: Rule, check: Callable[[], Iterable[Hit | None]]) -> None:
        """Take in what ``check`` finds for a rule, or that it breaks down."""
        try:
            items = check()
            results = list(items) if rule.is_ours else within_limit(items)
        except ConfigError:  # a table of the user's is wrong: that is to be said once, with its line
            raise
        except TooSlowError as error:
            self.failures.append(f"internal error in the rule {rule.name}: {error}")
            return
        except Exception as error:  # noqa: BLE001 - a rule that breaks down must not take the others with it
            self.failures.append(f"internal error in the rule {rule.name}: {type(error).__name__}: {error}")
            return
        hits = [hit for hit in results if hit is not None]
        self._tallies[rule.name] = Tally(len(results), len(hits))
        if hits:
            self._rules[rule.name] = rule
            self.found.extend(diagnose(rule, hits, len(results)))

    def remark(self, said: str) -> None:
        """Say ``said`` of the file as a whole, before all else."""
        self._notes.insert(0, said)

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
        """All findings that are to be shown, by place, with what there is to say of the whole."""
        shown = [found for found in self.found if not self._hidden.hides(found)]
        suppressed = len(self.found) - len(shown)
        ordered = sorted(shown, key=lambda found: (found.place.block, found.place.start, found.rule))
        document = resolution.document
        plain = _ONE_FONT if document.source.format == "pdf" else _NO_ITALICS
        told = not document.carries.emphasis and bool(self._tallies)
        notes = [*([plain] if told else []), *self._notes]
        notes += [*document.remarks, *self._hidden.remarks()]
        return Lint(
            resolution,
            tuple(ordered),
            self._rules,
            suppressed,
            self._tallies,
            tuple(notes),
            tuple(self.failures),
            self.trouble,
        )


def _places(found: Diagnostic) -> tuple[Place, ...]:
    return found.place, *found.related


def _at_one_place(one: Place, other: Place) -> bool:
    return one.block == other.block and one.start < other.end and other.start < one.end
