"""What a delegate reads out: how much of a draft is agreed language."""

from __future__ import annotations

from collections.abc import Collection

from linter.alignment import Alignment, Pair
from linter.model.resolution import Role
from linter.model.values import dataclass
from linter.reporters.wording import count, enumeration

_PARAGRAPHS: frozenset[Role] = frozenset({"preambular", "operative", "subparagraph"})
_ANNEX: frozenset[Role] = frozenset({"annex"})
_NOTES: frozenset[Role] = frozenset({"footnote"})


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one kind of text; ``agreed``, ``changed`` and ``new`` add up to ``total``, all of the draft.

    ``dropped`` counts the base. ``moved``, ``split`` and ``merged`` count places in which paragraphs, agreed
    or changed, stand elsewhere, were divided or were joined.
    """

    total: int
    agreed: int
    changed: int
    new: int
    dropped: int
    moved: int
    split: int
    merged: int


@dataclass(frozen=True, slots=True)
class Summary:
    """The counts of paragraphs (preambular, operative, their subparagraphs), of annexes, of footnotes."""

    paragraphs: Tally
    annex: Tally
    footnotes: Tally


def summary(alignment: Alignment) -> Summary:
    """The counts of an alignment."""
    return Summary(_tally(alignment, _PARAGRAPHS), _tally(alignment, _ANNEX), _tally(alignment, _NOTES))


def _tally(alignment: Alignment, roles: Collection[Role]) -> Tally:
    def ours(pair: Pair) -> int:
        return sum(alignment.draft.elements[block].role in roles for block in pair.draft)

    dropped = sum(
        alignment.base.elements[block].role in roles
        for pair in alignment.pairs
        if pair.kind == "dropped"
        for block in pair.base
    )
    found = [(pair, number) for pair in alignment.pairs if (number := ours(pair))]
    return Tally(
        total=sum(number for _, number in found),
        agreed=sum(number for pair, number in found if not pair.changed),
        changed=sum(number for pair, number in found if pair.changed and pair.kind != "new"),
        new=sum(number for pair, number in found if pair.kind == "new"),
        dropped=dropped,
        moved=sum(pair.kind == "moved" for pair, _ in found),
        split=sum(pair.kind == "split" for pair, _ in found),
        merged=sum(pair.kind == "merged" for pair, _ in found),
    )


def in_a_sentence(found: Summary) -> str:
    """“24 of 31 paragraphs agreed language, 5 changed, 2 new, 1 dropped”, then what else there is."""
    said = [_said(found.paragraphs, "paragraph")]
    if found.annex.total or found.annex.dropped:
        said.append(_said(found.annex, "annex paragraph"))
    changes = _changes(found.footnotes)
    if changes:
        said.append(f"footnotes: {', '.join(changes)}")
    return "; ".join(said)


def _said(tally: Tally, noun: str) -> str:
    whole = count(tally.total, noun)
    if tally.total and tally.agreed == tally.total and not tally.dropped:
        agreed = f"all {whole} agreed language" if tally.total > 1 else f"the one {noun} agreed language"
    else:
        agreed = f"{tally.agreed:,} of {whole} agreed language"
    where = [
        f"{number:,} {word}"
        for number, word in ((tally.moved, "moved"), (tally.split, "split"), (tally.merged, "merged"))
        if number
    ]
    return ", ".join([agreed, *_changes(tally)]) + (f" ({enumeration(where)})" if where else "")


def _changes(tally: Tally) -> list[str]:
    numbers = ((tally.changed, "changed"), (tally.new, "new"), (tally.dropped, "dropped"))
    return [f"{number:,} {word}" for number, word in numbers if number]
