"""Make the fixes of a draft, round by round, until nothing changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linter.editing.compose import Composition, touches
from linter.engine.lint import Lint, Linter
from linter.model.changes import BlockChange
from linter.model.diagnostic import Diagnostic, Edit, Fix, Place
from linter.model.document import Document
from linter.model.values import dataclass
from linter.writers import refusals

_ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Refused:
    """A fix that the source does not allow, and why."""

    diagnostic: Diagnostic
    reason: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """A repaired draft, not yet written.

    ``document`` is what was read (with paragraphs that a page break cut joined), ``changes`` what a
    writer has to do to it, ``composed`` the result. ``made`` are the diagnostics whose fixes were made, in
    that order; ``lint`` is what the rules find afterwards.
    """

    document: Document
    composed: Document
    changes: tuple[BlockChange, ...]
    made: tuple[Diagnostic, ...]
    lint: Lint
    refused: tuple[Refused, ...]


def fix(document: Document, linter: Linter, *, suggested: bool = False) -> Fixed:
    """Make the safe fixes, and with ``suggested`` those too that a person should look at.

    Rules run again on the repaired text until they ask for nothing more, at most ten rounds.
    """
    lint = linter.lint(document)
    job = _Job(Composition.of(lint.resolution.document))
    for _ in range(_ROUNDS):
        wanted = [found for found in lint.diagnostics if _allowed(found.fix, suggested)]
        if not job.make(choose(job.possible(wanted))):
            break
        lint = linter.lint(job.composition.document)
    return Fixed(
        job.composition.original,
        job.composition.document,
        job.composition.changes(),
        tuple(job.made),
        lint,
        tuple(job.refused.values()),
    )


class _Job:
    """The repairs so far."""

    def __init__(self, composition: Composition) -> None:
        self.composition = composition
        self.made: list[Diagnostic] = []
        self.refused: dict[tuple[str, int, str], Refused] = {}

    def possible(self, wanted: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Those that the source has not refused, and whose edits touch no locked text."""
        found = []
        for diagnostic in wanted:
            if self._key(diagnostic) in self.refused:
                continue
            if all(self.composition.allows(edit) for edit in _edits(diagnostic)):
                found.append(diagnostic)
            else:
                self._refuse(diagnostic, "the words stand in text that may not be edited")
        return found

    def make(self, chosen: Sequence[Diagnostic]) -> bool:
        """Make fixes that do not meet; of those that the source refuses, note why. Whether any was made."""
        after = self.composition.apply(edit for found in chosen for edit in _edits(found))
        if refusals(after.original, after.changes()):
            chosen = self._one_by_one(chosen)
            after = self.composition.apply(edit for found in chosen for edit in _edits(found))
        self.composition = after
        self.made.extend(chosen)
        return bool(chosen)

    def _one_by_one(self, chosen: Sequence[Diagnostic]) -> list[Diagnostic]:
        accepted: list[Diagnostic] = []
        for found in chosen:
            trial = self.composition.apply(edit for one in (*accepted, found) for edit in _edits(one))
            reasons = refusals(trial.original, trial.changes())
            if reasons:
                self._refuse(found, next(iter(reasons.values())))
            else:
                accepted.append(found)
        return accepted

    def _refuse(self, diagnostic: Diagnostic, reason: str) -> None:
        self.refused[self._key(diagnostic)] = Refused(diagnostic, reason)

    def _key(self, diagnostic: Diagnostic) -> tuple[str, int, str]:
        """What a diagnostic is known by when other repairs have moved it."""
        block, start, end = diagnostic.place.block, diagnostic.place.start, diagnostic.place.end
        return diagnostic.rule, block, self.composition.document.blocks[block].text[start:end]


def _edits(diagnostic: Diagnostic) -> Sequence[Edit]:
    return diagnostic.fix.edits if diagnostic.fix else ()


def _allowed(fix: Fix | None, suggested: bool) -> bool:
    return fix is not None and (fix.safety == "safe" or suggested)


def choose(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Fixes that can be made together: of two that touch one place, safe before suggested."""
    taken: dict[int, list[Place]] = {}
    chosen = []
    for found in sorted(diagnostics, key=lambda found: found.fix is None or found.fix.safety != "safe"):
        places = [touches(edit) for edit in _edits(found)]
        if any(_overlap(place, other) for place in places for other in taken.get(place.block, ())):
            continue
        for place in places:
            taken.setdefault(place.block, []).append(place)
        chosen.append(found)
    return chosen


def _overlap(one: Place, other: Place) -> bool:
    """Whether two edits would meet; edits that merely touch are left to the next round as well."""
    return one.start <= other.end and other.start <= one.end
