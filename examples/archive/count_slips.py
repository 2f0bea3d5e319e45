"""Lint a whole archive of drafts with Dask, on one machine, and count what is found.

    python examples/archive/count_slips.py FOLDER

Dask (``pip install dask``) shares the files among processes; any engine that calls a function on many values
does as well, since ``linter.lint`` keeps nothing between calls that could matter.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import dask.bag

import linter
from linter.model.errors import ReadError

SUFFIXES = (".docx", ".md", ".txt", ".html", ".xml")


def slips(path: str) -> Counter[str]:
    """How often each rule is broken in the draft at ``path``; a file that cannot be read counts as that."""
    try:
        return Counter(finding.rule for finding in linter.lint(path).findings)
    except ReadError:
        return Counter({"(cannot be read)": 1})


def count(folder: Path) -> Counter[str]:
    """The slips of all drafts in ``folder`` and below."""
    paths = sorted(str(path) for path in folder.rglob("*") if path.suffix in SUFFIXES)
    bag = dask.bag.from_sequence(paths, partition_size=16)
    return Counter(bag.map(slips).fold(Counter.__add__, initial=Counter()).compute(scheduler="processes"))


if __name__ == "__main__":
    for rule, times in count(Path(sys.argv[1])).most_common():
        print(f"{times:6}  {rule}")
