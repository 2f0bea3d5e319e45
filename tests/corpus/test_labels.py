"""The recogniser against thirty real drafts of which a person has said what each paragraph is."""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from linter.readers import read
from linter.structure import recognise
from linter.tables import vocabulary

LABELS = Path(__file__).parent / "labels" / "drafts.tsv"
ENOUGH = 0.99


def labelled() -> list[tuple[str, str, list[str]]]:
    """Path, SHA-256 of the file and role of each block ("?" for what is not judged)."""
    with LABELS.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    return [(row["path"], row["sha256"], _spread(row["roles"])) for row in rows]


def _spread(runs: str) -> list[str]:
    roles: list[str] = []
    for run in runs.split():
        role, _, count = run.partition("*")
        roles += [role] * int(count or 1)
    return roles


@pytest.fixture(scope="module")
def compared(shared: Path) -> list[tuple[str, int, str, str]]:
    """For each labelled block: path, index, role by hand, role found."""
    pairs = []
    for path, digest, roles in labelled():
        data = (shared / "corpus" / path).read_bytes()
        assert hashlib.sha256(data).hexdigest() == digest, f"{path} is not the file that was labelled"
        elements = recognise(read(path, data), vocabulary()).elements
        assert len(elements) == len(roles), path
        pairs += [(path, i, role, elements[i].role) for i, role in enumerate(roles) if role != "?"]
    return pairs


def _rate(compared: Iterable[tuple[str, int, str, str]]) -> float:
    """The share in which both agree; the others are printed for the case that a test fails."""
    agreed = [role == got for _, _, role, got in compared]
    print(*(pair for pair in compared if pair[2] != pair[3]), sep="\n")  # noqa: T201
    return sum(agreed) / len(agreed)


def test_thirty_drafts_are_labelled() -> None:
    counts = Counter(role for _, _, roles in labelled() for role in roles)
    assert len(labelled()) == 30
    assert counts["operative"] > 200
    assert counts["preambular"] > 60


def test_paragraphs_get_the_role_a_person_gives_them(compared: list[tuple[str, int, str, str]]) -> None:
    paragraphs = {"preambular", "operative"}
    assert _rate([pair for pair in compared if paragraphs & set(pair[2:])]) >= ENOUGH


@pytest.mark.parametrize(
    "role",
    ["subparagraph", "footnote", "masthead", "agenda-item", "sponsors", "title", "organ", "heading", "annex"],
)
def test_all_else_is_found(role: str, compared: list[tuple[str, int, str, str]]) -> None:
    assert _rate([pair for pair in compared if pair[2] == role]) >= ENOUGH
