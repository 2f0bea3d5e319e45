"""LibreOffice settles a dozen redlines as they are meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.readers import read
from tests.compare.drafts import BASE, DRAFT
from tests.compare.redlines import made
from tests.corpus.pairs import became, seeds
from tests.writers.docx.office import Settled, needs_office, settled_in_office
from tests.writers.docx.offices import geneva, new_york
from tests.writers.docx.settled import settled as settled_here

pytestmark = needs_office
OURS = ["own", "own-back", "geneva", "geneva-new-york", "new-york"]
REAL = 7


@pytest.fixture(scope="module")
def settled(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Settled:
    base, draft = read("base.md", BASE.encode()), read("draft.md", DRAFT.encode())
    word, other = read("geneva.docx", geneva()), read("new-york.docx", new_york())
    pairs = dict(
        zip(OURS, [(base, draft), (draft, base), (word, draft), (word, other), (other, base)], strict=True)
    )
    if (root.parent / "shared").is_dir():
        texts = [*seeds()[:1], *became()[::17]][:REAL]
        pairs |= {f"real-{n}": (read(str(one.base)), read(str(one.draft))) for n, one in enumerate(texts)}
    files = {}
    for name, pair in pairs.items():
        found = made(*pair)
        files[name] = found.data
        files[f"{name}-before"] = found.base
        files[f"{name}-after"] = settled_here(found.data, "accepted")
    return settled_in_office(files, tmp_path_factory.mktemp("redlines"))


def _is_settled_as_meant(settled: Settled, name: str) -> None:
    assert settled(f"{name}.accepted") == settled(f"{name}-after.accepted")
    assert settled(f"{name}.rejected") == settled(f"{name}-before.rejected")
    assert settled(f"{name}.accepted") != settled(f"{name}.rejected")


@pytest.mark.parametrize("name", OURS)
def test_our_own_texts(settled: Settled, name: str) -> None:
    _is_settled_as_meant(settled, name)


@pytest.mark.parametrize("number", range(REAL))
def test_real_texts(settled: Settled, shared: Path, number: int) -> None:  # noqa: ARG001
    _is_settled_as_meant(settled, f"real-{number}")
