"""Redlines of real pairs: what comes out of them with all changes accepted, and with all rejected.

    python -m tests.corpus.pairs [N]

makes a redline of every Nth pair (all without N): a draft and the text it became, a resolution of the General
Assembly and the next one of the same title, and the two pairs among the seeds. Prints those that are not
exact in words, italics, numbers and footnotes, and the times.
"""

from __future__ import annotations

import csv
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from linter.readers import read
from linter.structure import recognise
from linter.tables import vocabulary
from tests.compare.redlines import made

SHARED = Path(__file__).resolve().parents[3] / "shared"
_RANK = {"html": 0, "xml": 1, "akn4un": 1, "txt": 2}
_NUMBER = re.compile(r"^\S*\d+/\d+\S*\s*")
_SEEDS = (("003", "002"), ("001", "000"))


class Pair(NamedTuple):
    """A base text and one that came of it."""

    kind: str
    base: Path
    draft: Path


def became() -> list[Pair]:
    """Each draft with the adopted text that it became."""
    corpus = SHARED / "corpus"
    with (corpus / "INDEX.tsv").open(encoding="utf-8") as index:
        rows = list(csv.DictReader(index, delimiter="\t"))
    adopted: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        if row["kind"] == "adopted" and row["language"] == "en" and row["format"] in _RANK:
            adopted.setdefault(row["symbol"], []).append(row)
    found: dict[str, Pair] = {}
    for row in rows:
        texts = adopted.get(row["became"], [])
        if texts and row["kind"].startswith("draft") and row["format"] in ("html", "txt"):
            best = min(texts, key=lambda text: _RANK[text["format"]])
            found.setdefault(row["symbol"], Pair("became", corpus / row["path"], corpus / best["path"]))
    return list(found.values())


def successors() -> list[Pair]:
    """Each resolution of the General Assembly with the next one of its title."""
    by_title: dict[str, list[tuple[int, str, Path]]] = {}
    for path in sorted((SHARED / "corpus" / "akn4un" / "GA").glob("*.xml")):
        resolution = recognise(read(str(path)), vocabulary("en"))
        title = _NUMBER.sub("", resolution.title).strip().lower()
        if title:
            by_title.setdefault(title, []).append((resolution.session, path.name, path))
    return [
        Pair("successor", before[2], after[2])
        for texts in by_title.values()
        for before, after in zip(sorted(texts), sorted(texts)[1:], strict=False)
        if before[0] < after[0]
    ]


def seeds() -> list[Pair]:
    """The pairs among the seeds."""
    found = {path.name[:3]: path for path in (SHARED / "seeds").glob("*.txt")}
    return [Pair("seed", found[base], found[draft]) for base, draft in _SEEDS]


def mistakes(pair: Pair) -> Iterator[str]:
    """What the redline of a pair does not give back."""
    found = made(read(str(pair.base)), read(str(pair.draft)))
    for name, (got, meant) in (("rejected", found.rejected), ("accepted", found.accepted)):
        if got != meant:
            first = next(
                (one for one in zip(got, meant, strict=False) if one[0] != one[1]), (got[-1:], meant[-1:])
            )
            yield f"{pair.kind} {pair.base.name} {pair.draft.name} {name}: {len(got)}/{len(meant)} {first}"


def main(step: int) -> None:
    """Print what is not exact, and the counts."""
    pairs = [*seeds(), *became()[::step], *successors()[::step]]
    exact, times = 0, []
    for pair in pairs:
        start = time.perf_counter()
        wrong = list(mistakes(pair))
        times.append(time.perf_counter() - start)
        exact += not wrong
        sys.stdout.writelines(f"{line}\n" for line in wrong)
    times.sort()
    half, most = times[len(times) // 2], times[-1]
    sys.stdout.write(f"{exact} of {len(pairs)} redlines exact; median {half:.2f} s, longest {most:.2f} s\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
