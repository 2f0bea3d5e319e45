from __future__ import annotations

from linter.engine.lint import Linter
from linter.engine.settings import Settings
from linter.packs import load
from linter.readers import read


def test_a_draft_without_organ_line_and_preamble_has_nothing_to_come_last() -> None:
    text = "S/2026/407\n\n1. *Decides* to go on;\n\n2. *Requests* a report.\n"
    lint = Linter(load(), Settings(organ="sc", select=("chapter-vii-not-last",))).lint(
        read("draft.md", text.encode())
    )
    assert lint.resolution.is_draft
    assert lint.failures == ()
    assert lint.tallies["chapter-vii-not-last"].applied == 0
