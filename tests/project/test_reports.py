from __future__ import annotations

import pytest

from tests.project.reports import DRAFTS, path_of, report


@pytest.mark.parametrize("draft", DRAFTS)
def test_the_report_beside_a_draft_is_what_the_program_prints(draft: str) -> None:
    """`python -m tests.project.reports` writes them anew; read what has changed."""
    assert path_of(draft).read_text("utf-8") == report(draft)
