"""Make the fixes of a draft, round by round, until nothing changes."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from linter.editing.compose import Composition, touches
from linter.engine.lint import Linter
from linter.engine.outcome import Lint
from linter.fixing.proof import proof
from linter.model.changes import BlockChange
from linter.model.diagnostic import Diagnostic, Edit, Fix, Place
from linter.model.document import Document
from linter.model.resolution import Resolution
from linter.model.values import dataclass, replace
from linter.packs.rule import Rule
from linter.writers import refusals

_ROUNDS = 10
_LOCKED = "the words stand in text that may not be edited"
_MISREAD = "with this change the file would read otherwise than meant"

Refusals = Callable[[Document, Sequence[BlockChange]], Mapping[int, str]]
First = Callable[[Resolution], Diagnostic | None]


@dataclass(frozen=True, slots=True)
class Made:
    """A fix that was made. ``place`` is where its words stood when the document was read."""

    diagnostic: Diagnostic
    place: Place


@dataclass(frozen=True, slots=True)
class Refused:
    """A fix that the source does not allow, and why; the diagnostic is one of those that remain."""

    diagnostic: Diagnostic
    reason: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """A repaired draft, not yet written.

    ``composition`` leads from what was read (with paragraphs that a page break cut joined) to the result,
    ``changes`` is what a writer has to do. ``made`` are the fixes, in the order they were made; ``lint``
    is what the rules find afterwards; ``rules`` holds each rule that found something before or after.
    ``before`` is the structure of what was read. ``proven`` is the repaired file, where it has been read
    back already.
    """

    before: Resolution
    composition: Composition
    changes: tuple[BlockChange, ...]
    made: tuple[Made, ...]
    lint: Lint
    refused: tuple[Refused, ...]
    rules: Mapping[str, Rule]
    proven: bytes | None = None

    @property
    def document(self) -> Document:
        """The document as it was read."""
        return self.composition.original

    @property
    def composed(self) -> Document:
        """The document as it is to be."""
        return self.composition.document


def fix(
    document: Document,
    linter: Linter,
    *,
    suggested: bool = False,
    refuses: Refusals = refusals,
    first: First | None = None,
) -> Fixed:
    """Make the safe fixes, and with ``suggested`` those too that a person should look at.

    Rules run again on the repaired text until they ask for nothing more, at most ten rounds. ``first`` may
    ask for a change of its own, made before them all. ``refuses`` tells which changes the source does not
    allow. A change of a text file that would make it read otherwise than meant (lines that a person joins
    by eye) is refused as well.
    """
    barred: dict[int, str] = {}

    def refused(document: Document, changes: Sequence[BlockChange]) -> Mapping[int, str]:
        found = {change.block: barred[change.block] for change in changes if change.block in barred}
        return found or refuses(document, changes)

    for _ in range(_ROUNDS):
        fixed = _repaired(document, linter, suggested, refused, first)
        found = proof(fixed, linter)
        if not isinstance(found, int):
            return replace(fixed, proven=found)
        if found in barred:
            break
        barred[found] = _MISREAD
    return fixed


def _repaired(
    document: Document, linter: Linter, suggested: bool, refuses: Refusals, first: First | None
) -> Fixed:
    lint = linter.lint(document)
    before, rules = lint.resolution, dict(lint.rules)
    job = _Job(Composition.of(before.document), refuses)
    asked = first(before) if first else None
    if asked is not None and job.make(job.possible([asked])):
        lint = linter.lint(job.composition.document)
        rules |= lint.rules
    for _ in range(_ROUNDS):
        wanted = [found for found in lint.diagnostics if _allowed(found.fix, suggested)]
        if not job.make(choose(job.possible(wanted))):
            break
        lint = linter.lint(job.composition.document)
        rules |= lint.rules
    composition = job.composition
    refused = tuple(job.still_refused(lint.diagnostics))
    return Fixed(before, composition, composition.changes(), tuple(job.made), lint, refused, rules)


class _Job:
    """The repairs so far."""

    def __init__(self, composition: Composition, refuses: Refusals) -> None:
        self.composition = composition
        self.made: list[Made] = []
        self._refuses = refuses
        self._refused: dict[tuple[str, int, str], str] = {}

    def still_refused(self, remaining: Iterable[Diagnostic]) -> Iterator[Refused]:
        """Those of the remaining diagnostics whose fixes were refused."""
        for diagnostic in remaining:
            reason = self._refused.get(self._key(diagnostic))
            if reason is not None:
                yield Refused(diagnostic, reason)

    def possible(self, wanted: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Those that the source has not refused, and whose edits touch no locked text."""
        found = []
        for diagnostic in wanted:
            if self._key(diagnostic) in self._refused:
                continue
            if not all(self.composition.has_place_of(edit) for edit in _edits(diagnostic)):
                continue  # to be seen when the repaired draft is read again
            if all(self.composition.allows(edit) for edit in _edits(diagnostic)):
                found.append(diagnostic)
            else:
                self._refuse(diagnostic, self._refusal(_edits(diagnostic)) or _LOCKED)
        return found

    def make(self, chosen: Sequence[Diagnostic]) -> bool:
        """Make fixes that do not meet; of those that the source refuses, note why. Whether any was made."""
        after = self._with(chosen)
        while refused := self._refuses(after.original, after.changes()):
            chosen = self._one_by_one(chosen, refused)
            after = self._with(chosen)
        self.made.extend(Made(found, self.composition.read_from(found.place)) for found in chosen)
        self.composition = after
        return bool(chosen)

    def _one_by_one(self, chosen: Sequence[Diagnostic], blocks: Collection[int]) -> list[Diagnostic]:
        """Those that the source allows. It refuses changes of ``blocks``: only there each is tried."""
        accepted: list[Diagnostic] = []
        edits: dict[int, list[Edit]] = defaultdict(list)
        for found in chosen:
            own = [edit for edit in _edits(found) if edit.block in blocks]
            before = [edit for block in {edit.block for edit in own} for edit in edits[block]]
            if own and (reason := self._refusal([*before, *own])):
                self._refuse(found, reason)
                continue
            accepted.append(found)
            for edit in own:
                edits[edit.block].append(edit)
        return accepted

    def _with(self, chosen: Sequence[Diagnostic]) -> Composition:
        return self.composition.apply(edit for found in chosen for edit in _edits(found))

    def _refusal(self, edits: Iterable[Edit]) -> str:
        """Why the source refuses what these edits make of their blocks, "" where it does not."""
        changes = self.composition.changes_by(edits)
        return next(iter(self._refuses(self.composition.original, changes).values()), "")

    def _refuse(self, diagnostic: Diagnostic, reason: str) -> None:
        self._refused[self._key(diagnostic)] = reason

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
    taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
    chosen = []
    for found in sorted(diagnostics, key=lambda found: found.fix is None or found.fix.safety != "safe"):
        places = [touches(edit) for edit in _edits(found)]
        if any(_meets(place, taken[place.block]) for place in places):
            continue
        for place in places:
            insort(taken[place.block], (place.start, place.end))
        chosen.append(found)
    return chosen


def _meets(place: Place, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether an edit would meet one of those, in order; those that merely touch wait for the next round."""
    before = bisect_right(taken, place.end, key=lambda one: one[0])
    return before > 0 and place.start <= taken[before - 1][1]
