from __future__ import annotations

from pathlib import Path

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


PACK = """\
topic: Ours
rules:
  - name: no-headings
    summary: A draft has no headings.
    kind: element
    in: [heading]
    with: {require: absent}
    severity: warning
    message: "No headings."
    why: They are not ours.
    source: {title: Ours}
    convention: []
    examples: []
"""


def test_what_is_to_be_absent_is_found_wherever_it_stands(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("name: ours\nsummary: Ours.\n", "utf-8")
    (tmp_path / "ours.yaml").write_text(PACK, "utf-8")
    linter = Linter(load([tmp_path]), Settings(select=("no-headings",)))
    head = "## Colours\n\n*The General Assembly*,\n\n*Guided* by it,\n\n"
    for body, found in (("1. *Decides* so.\n", 0), ("### I. Walls\n\n1. *Decides* so.\n", 1)):
        assert len(linter.lint(read("draft.md", f"{head}{body}".encode())).diagnostics) == found
