"""Plant one known slip at a time into regular texts, and see what is found and what is restored.

    python -m tests.corpus.mutations [NUMBER] [KIND]

plants NUMBER slips of each kind (12; only of kinds whose name contains KIND) and prints what was missed.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from hashlib import sha256
from pathlib import Path

from linter.engine.lint import Linter
from linter.engine.outcome import Lint
from linter.engine.settings import Settings
from linter.fixing import fix
from linter.model.changes import Refusal
from linter.model.document import Document
from linter.model.source import Span
from linter.packs import load
from linter.readers import read
from linter.writers import render
from tests.corpus.gold import plain_markdown
from tests.corpus.mutation_kinds import KINDS, Kind
from tests.corpus.planting import Change, Slip, Text, planted

OWN = tuple(sorted((Path(__file__).parent / "regular").glob("*.md")))
ADOPTED = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "akn4un" / "GA"
ADOPTED_TEXTS = 48
_EDGE = 3  # a block's span may leave out its last delimiter, a mark, and what a slip took away
_LONGEST = 20_000
_PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2011": "-"})


@dataclass(frozen=True, slots=True)
class Trial:
    """One planted slip: whether it was found, and whether the text was restored; ``line`` shows the place."""

    found: bool
    restored: bool
    line: str


@dataclass(frozen=True, slots=True)
class Result:
    """The trials of one kind of slip, counted."""

    kind: str
    planted: int
    found: int
    restorable: int
    restored: int
    missed: tuple[str, ...]


@cache
def linter() -> Linter:
    """The rules that are on by default."""
    return Linter(load(), Settings())


def _read(source: str) -> Document:
    return read("draft.md", source.encode())


@cache
def regular(adopted: bool) -> tuple[Text, ...]:
    """The regular texts: our own drafts, and with ``adopted`` a stride of adopted ones as plain Markdown.

    Each is what ``fix --suggested`` leaves unchanged, so that what is restored can be compared to the letter.
    """
    sources = [path.read_text("utf-8") for path in OWN]
    if adopted and ADOPTED.is_dir():
        files = sorted(ADOPTED.glob("A_RES_[78]*.xml"))
        stride = max(len(files) // (2 * ADOPTED_TEXTS), 1)
        typed = (plain_markdown(read(str(path))).translate(_PLAIN) for path in files[::stride])
        sources += [text for text in typed if len(text) < _LONGEST][:ADOPTED_TEXTS]
    fixed = (_fixed(source) for source in sources)
    return tuple(
        Text(number, source, linter().recognise(_read(source)))
        for number, source in enumerate(fixed)
        if source is not None
    )


def _fixed(source: str) -> str | None:
    """The text with all fixes made, None where it does not come to rest or is no draft."""
    for _ in range(3):
        document = _read(source)
        outcome = fix(document, linter(), suggested=True)
        if not outcome.lint.resolution.is_draft:
            return None
        after = _written(document, outcome.changes) if outcome.changes else source
        if after == source:
            return source
        source = after
    return None


def _written(document: Document, changes: object) -> str:
    return render(document, changes).decode()  # type: ignore[arg-type]


def slips(kind: Kind, texts: Sequence[Text], number: int) -> list[tuple[Text, Slip]]:
    """``number`` slips of a kind, spread over the texts; always the same ones."""
    by_text = [
        sorted(kind.plant(text), key=lambda slip, text=text: _order(kind, text, slip)) for text in texts
    ]
    found: list[tuple[Text, Slip]] = []
    for turn in range(number):
        turns = [(text, made[turn]) for text, made in zip(texts, by_text, strict=True) if turn < len(made)]
        found += sorted(turns, key=lambda pair: _order(kind, *pair))
        if len(found) >= number:
            break
    return found[:number]


def _order(kind: Kind, text: Text, slip: Slip) -> str:
    return sha256(f"{kind.name}/{text.number}/{slip[0].start}".encode()).hexdigest()


@cache
def _lint_before(number: int, adopted: bool) -> Lint:
    return linter().lint_resolution(regular(adopted)[number].resolution)


def trial(kind: Kind, text: Text, slip: Slip, adopted: bool) -> Trial:
    """Plant a slip; find it; mend it."""
    source = planted(text.source, slip)
    document = _read(source)
    after = linter().lint(document)
    old_places = None if kind.anywhere else [Span(change.start, change.end) for change in slip]
    before = _near(_lint_before(text.number, adopted), old_places)
    new = _near(after, None if kind.anywhere else _moved(slip)) - before
    found = any(_expected(kind, rule, after) for rule in new)
    try:
        mended = (
            _written(document, fix(document, linter(), suggested=True).changes) if kind.restorable else ""
        )
    except Refusal:
        mended = ""
    first = slip[0]
    place = f"{source[max(first.start - 40, 0) : first.start]}⟦{first.text}⟧{_after(source, first)}"
    line = f"text {text.number}: {place}".replace("\n", "¶") + f" new: {sorted(new)}"
    return Trial(found, mended == text.source, line)


def _after(source: str, change: Change) -> str:
    end = change.start + len(change.text)
    return source[end : end + 40]


def _moved(slip: Slip) -> list[Span]:
    """The places of the changes in the changed text."""
    spans, shift = [], 0
    for change in sorted(slip, key=lambda change: change.start):
        start = change.start + shift
        spans.append(Span(start, start + len(change.text)))
        shift += len(change.text) - (change.end - change.start)
    return spans


def _near(lint: Lint, places: Sequence[Span] | None) -> Counter[str]:
    """The rules that find something in the blocks of these places or next to them; None: anywhere."""
    if places is None:
        return Counter(finding.rule for finding in lint.diagnostics)
    blocks = lint.resolution.document.blocks
    touched = {
        block.index + by
        for block in blocks
        for place in places
        if block.span.start <= place.end + 1 and place.start <= block.span.end + _EDGE
        for by in (-1, 0, 1)
    }
    return Counter(
        finding.rule
        for finding in lint.diagnostics
        if any(place.block in touched for place in (finding.place, *finding.related))
    )


def _expected(kind: Kind, rule: str, lint: Lint) -> bool:
    names = (rule, *lint.rules[rule].convention)
    return any(fnmatchcase(name, pattern) for name in names for pattern in kind.expected)


def _result(work: tuple[int, int, bool]) -> Result:
    index, number, adopted = work
    kind = KINDS[index]
    trials = [trial(kind, *pair, adopted) for pair in slips(kind, regular(adopted), number)]
    missed = [f"not found: {one.line}" for one in trials if not one.found]
    missed += [
        f"not restored: {one.line}" for one in trials if kind.restorable and one.found and not one.restored
    ]
    return Result(
        kind.name,
        len(trials),
        sum(one.found for one in trials),
        len(trials) if kind.restorable else 0,
        sum(one.restored for one in trials) if kind.restorable else 0,
        tuple(missed),
    )


def measure(*, number: int, adopted: bool = True, wanted: str = "", processes: int = 2) -> list[Result]:
    """The results by kind, ``number`` slips of each; without ``adopted``, in our own drafts only."""
    work = [(index, number, adopted) for index, kind in enumerate(KINDS) if wanted in kind.name]
    if processes == 1:
        return [_result(one) for one in work]
    with ProcessPoolExecutor(processes) as pool:
        return list(pool.map(_result, work))


def _lines(results: Sequence[Result]) -> Iterator[str]:
    for result in results:
        found = f"{result.found} of {result.planted} found"
        yield f"{result.kind}: {found}, {result.restored} of {result.restorable} restored"
        yield from (f"    {line}" for line in result.missed)
    all_found, total = sum(r.found for r in results), sum(r.planted for r in results)
    restored, possible = sum(r.restored for r in results), sum(r.restorable for r in results)
    yield f"{len(results)} kinds: {all_found} of {total} found, {restored} of {possible} restored"


if __name__ == "__main__":
    given = sys.argv[1:]
    made = measure(number=int(given[0]) if given else 12, wanted=given[1] if len(given) > 1 else "")
    sys.stdout.write("\n".join(_lines(made)) + "\n")
