"""What a drafter calls the paragraphs of a pair, and how they fared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from linter.alignment import Alignment, Pair
from linter.engine.report import in_words
from linter.model.figures import figure
from linter.model.resolution import Resolution
from linter.reporters.wording import enumeration, gathered

_NUMBERED = re.compile(r"(\D*)(\d.*)")


def name_of(pair: Pair, alignment: Alignment) -> str:
    """The paragraphs as the draft has them, and in the base where there they have another name or number.

    As in “operative paragraph 7 (6 in the base)”.
    """
    ours, theirs = names(alignment.draft, pair.draft), names(alignment.base, pair.base)
    if not ours:
        return f"{theirs} of the base"
    if not theirs or ours == theirs:
        return ours
    one, other = _NUMBERED.fullmatch(ours), _NUMBERED.fullmatch(theirs)
    alike = one is not None and other is not None and one[1].rstrip("s ") == other[1].rstrip("s ")
    return f"{ours} ({other[2] if alike and other else theirs} in the base)"


def names(resolution: Resolution, blocks: tuple[int, ...]) -> str:
    """The names of some blocks in one phrase."""
    return gathered(in_words(resolution.elements[block], resolution) for block in blocks)


def unchanged(pairs: Iterable[Pair], alignment: Alignment) -> str:
    """The names of pairs in few words: “preambular paragraphs 2 to 5 and 7, title”."""
    found = [names(alignment.draft, pair.draft) for pair in pairs]
    said: list[str] = []
    for what, group in groupby(map(_split, found), key=lambda name: name[0]):
        numbers = [number for _, number in group if number]
        plural = "s" if len(numbers) > 1 else ""
        said.append(f"{what}{plural} {enumeration(_ranges(numbers))}" if numbers else what)
    return ", ".join(dict.fromkeys(said))


def _split(name: str) -> tuple[str, str]:
    found = _NUMBERED.fullmatch(name)
    return (found[1].rstrip(), found[2]) if found else (name, "")


def _ranges(numbers: Sequence[str]) -> list[str]:
    """Three and more numbers in sequence as one range."""
    ranges: list[list[str]] = []
    for number in numbers:
        follows = ranges and ranges[-1][-1].isdecimal() and number == str(figure(ranges[-1][-1]) + 1)
        if follows:
            ranges[-1].append(number)
        else:
            ranges.append([number])
    return [part for run in ranges for part in ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else run)]


def fate(pair: Pair) -> str:
    """What became of a pair: its kind, and whether what moved, was split or merged has changed as well."""
    also = pair.kind in ("moved", "split", "merged") and pair.changed
    return f"{pair.kind} and changed" if also else pair.kind
