"""The structure of five real texts, counted by hand."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from linter.readers import read
from linter.structure import recognise
from linter.tables import vocabulary

COUNTS = {"000": (6, 9, 2), "001": (8, 17, 6), "002": (20, 9, 2), "003": (18, 6, 1), "004": (21, 27, 4)}
FACTS = {
    "000": ("hrc", "draft", "", 61, ""),
    "001": ("ga", "adopted", "A/RES/55/105", 55, "2000-12-04"),
    "002": ("hrc", "adopted", "A/HRC/RES/60/27", 60, "2025-10-08"),
    "003": ("hrc", "adopted", "", 51, "2022-10-07"),
    "004": ("hrc", "adopted", "A/HRC/RES/32/6", 32, "2016-06-30"),
}


@pytest.mark.parametrize("seed", sorted(COUNTS))
def test_seed(seed: str, shared: Path) -> None:
    (path,) = (shared / "seeds").glob(f"{seed}_*")
    resolution = recognise(read(str(path)), vocabulary())
    roles = Counter(element.role for element in resolution.elements)
    assert (roles["preambular"], roles["operative"], roles["footnote"]) == COUNTS[seed]
    assert FACTS[seed] == (
        resolution.organ, resolution.stage, resolution.symbol, resolution.session, resolution.date,
    )  # fmt: skip
    operative = [element.label for element in resolution.elements if element.role == "operative"]
    assert operative == [str(number) for number in range(1, COUNTS[seed][1] + 1)]


@pytest.mark.parametrize(
    "folder", ["HRC", "SC", "SC/1946-2002", "ECOSOC", "GA/text", "fr/GA", "fr/HRC", "other"]
)
def test_a_sample_of_every_collection_is_recognised(folder: str, shared: Path) -> None:
    paths = sorted((shared / "corpus" / folder).glob("*.txt"))
    for path in paths[:: max(len(paths) // 6, 1)]:
        resolution = recognise(read(str(path)), vocabulary())
        assert len(resolution.elements) == len(resolution.document.blocks)
