"""Make the fixes of a draft, round by round, until nothing changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from linter.editing.compose import Composition, touches
from linter.engine.lint import Lint, Linter
from linter.model.changes import BlockChange
from linter.model.diagnostic import Diagnostic, Fix, Place
from linter.model.document import Document

_ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Fixed:
    """A repaired draft, not yet written.

    ``document`` is what was read (with paragraphs that a page break cut joined), ``changes`` what a
    writer has to do to it, ``composed`` the result. ``made`` are the diagnostics whose fixes were made, in
    that order; ``lint`` is what the rules find afterwards. ``refused`` are diagnostics whose fix the source
    does not allow.
    """

    document: Document
    composed: Document
    changes: tuple[BlockChange, ...]
    made: tuple[Diagnostic, ...]
    lint: Lint
    refused: tuple[Diagnostic, ...]


def fix(document: Document, linter: Linter, *, suggested: bool = False) -> Fixed:
    """Make the safe fixes, and with ``suggested`` those too that a person should look at.

    Rules run again on the repaired text until they ask for nothing more, at most ten rounds.
    """
    lint = linter.lint(document)
    composition = Composition.of(lint.resolution.document)
    made: list[Diagnostic] = []
    refused: dict[tuple[str, Place], Diagnostic] = {}
    for _ in range(_ROUNDS):
        wanted = [found for found in lint.diagnostics if _allowed(found.fix, suggested)]
        possible = []
        for found in wanted:
            if found.fix and all(composition.allows(edit) for edit in found.fix.edits):
                possible.append(found)
            else:
                refused[found.rule, found.place] = found
        chosen = choose(possible)
        if not chosen:
            break
        composition = composition.apply(edit for found in chosen if found.fix for edit in found.fix.edits)
        made.extend(chosen)
        lint = linter.lint(composition.document)
    return Fixed(
        composition.original,
        composition.document,
        composition.changes(),
        tuple(made),
        lint,
        tuple(refused.values()),
    )


def _allowed(fix: Fix | None, suggested: bool) -> bool:
    return fix is not None and (fix.safety == "safe" or suggested)


def choose(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Fixes that can be made together: of two that touch one place, safe before suggested."""
    taken: dict[int, list[Place]] = {}
    chosen = []
    for found in sorted(diagnostics, key=lambda found: found.fix is None or found.fix.safety != "safe"):
        places = [touches(edit) for edit in found.fix.edits] if found.fix else []
        if any(_overlap(place, other) for place in places for other in taken.get(place.block, ())):
            continue
        for place in places:
            taken.setdefault(place.block, []).append(place)
        chosen.append(found)
    return chosen


def _overlap(one: Place, other: Place) -> bool:
    """Whether two edits would meet; edits that merely touch are left to the next round as well."""
    return one.start <= other.end and other.start <= one.end
