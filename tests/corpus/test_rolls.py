from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_readme_says_what_was_measured() -> None:
    row = re.search(r"^\| all \| (\d+) \| (\d+) \| (\d+) \|", _page("tests/corpus/ROLLS.md"), re.MULTILINE)
    assert row is not None
    right, wrong, missed = map(int, row.groups())
    said = f"made {right} of {right + wrong + missed} alike"
    assert said in " ".join(_page("README.md").split())


def _page(name: str) -> str:
    return (ROOT / name).read_text("utf-8")
