"""A sample of published PDF files against the same texts in HTML."""

from __future__ import annotations

import pytest

from linter.engine.lint import Linter
from linter.engine.settings import Settings
from linter.packs import load
from tests.corpus.pdf_measure import CORPUS, Agreement, compare, pairs


@pytest.fixture(scope="module")
def sample() -> Agreement:
    if not CORPUS.is_dir():
        pytest.skip("the shared reference documents are not beside this checkout")
    linter, whole = Linter(load(), Settings()), Agreement()
    for pdf, html in pairs()[::5]:
        whole.add(compare(pdf, html, linter))
    return whole


@pytest.mark.parametrize(
    ("what", "least"),
    [
        ("characters", 0.995), ("paragraphs", 0.98), ("italic openings", 0.98), ("note marks", 0.98),
        ("findings", 0.98),
    ],
)  # fmt: skip
def test_a_pdf_says_what_the_html_says(sample: Agreement, what: str, least: float) -> None:
    assert sample.total[what] > 0
    assert sample.rate(what) >= least, [line for line in sample.differences if what in line]
