"""``resolint text --to akn4un``."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tests.cli.conftest import Resolint, draft

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"


def dates(text: str) -> list[str]:
    root = etree.fromstring(text.encode())
    return [node.get("date", "") for node in root.iter(f"{AKN}FRBRdate")]


def test_a_draft_is_written_as_akn4un_and_read_again(resolint: Resolint) -> None:
    path = draft("azure, resolution 60/251 of 15 March 2006,")
    assert resolint("text", "--to", "akn4un", path, "--output", "draft.xml").status == 0
    written = Path("draft.xml").read_text("utf-8")
    assert '<a href="https://docs.un.org/en/A/RES/60/251">60/251</a>' in written
    outlines = [resolint("outline", "--format", "json", name).data for name in (path, "draft.xml")]
    shown = [
        [
            (element["role"], element["label"], element["text"], element["opening"])
            for element in one["elements"]
        ]
        for one in outlines
    ]
    assert shown[0] == shown[1]
    assert outlines[1]["format"] == "akn4un"


def test_dates_come_from_the_draft_and_never_from_the_clock(
    resolint: Resolint, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = draft("azure")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert set(dates(resolint("text", "--to", "akn4un", path).out)) == {"0001-01-01"}
    path.write_text(f"Distr.: Limited\n\n6 October 2025\n\n{path.read_text('utf-8')}", "utf-8")
    assert set(dates(resolint("text", "--to", "akn4un", path).out)) == {"2025-10-06"}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert dates(resolint("text", "--to", "akn4un", path).out)[2] == "2026-01-01"


def test_what_is_no_draft_is_not_written(resolint: Resolint) -> None:
    Path("README.md").write_text("# Read me\n\nWords.\n", "utf-8")
    outcome = resolint("text", "--to", "akn4un", "README.md")
    assert (outcome.status, outcome.out) == (2, "")
    assert "no resolution or decision is recognised" in outcome.err
