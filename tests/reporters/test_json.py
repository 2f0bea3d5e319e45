from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from linter.model.diagnostic import MoveNote, Replace, SetLabel, SetStyle
from linter.model.report import Repair, Report
from linter.reporters import render
from tests.reporters.samples import DOCX, MARKDOWN, REPORT, SEQUENCE

SCHEMA = Path(__file__).parents[2] / "linter" / "reporters" / "schemas" / "check.json"


def as_data(report: Report) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(render(report, "json"))
    return data


def test_the_report_is_as_its_schema_promises() -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(as_data(REPORT), schema)


@pytest.mark.parametrize(
    "edit",
    [
        Replace(1, 2, 3, "x", after_note=True),
        SetStyle(1, 2, 3, "italic", on=False),
        MoveNote(1, 2, 4),
        SetLabel(1, "5."),
    ],
)
def test_every_kind_of_edit_is_in_the_schema(edit: Any) -> None:
    finding = replace(SEQUENCE, repair=Repair("mend it", "safe", None, (edit,), ""))
    report = Report((replace(DOCX, findings=(finding,)),))
    jsonschema.validate(as_data(report), json.loads(SCHEMA.read_text("utf-8")))


def test_keys_stand_in_the_promised_order() -> None:
    data = as_data(REPORT)
    assert list(data) == ["schema", "tool", "files", "errors", "summary"]
    assert list(data["files"][0]) == [
        "path", "format", "language", "organ", "stage", "symbol", "diagnostics", "suppressed",
    ]  # fmt: skip
    assert list(data["files"][0]["diagnostics"][0]) == [
        "rule", "convention", "severity", "message", "source", "place", "range", "excerpt", "related", "fix",
    ]  # fmt: skip
    assert list(data["files"][0]["diagnostics"][0]["place"]) == [
        "role", "label", "text", "part", "block", "start", "end",
    ]  # fmt: skip
    assert list(data["summary"]) == ["files", "error", "warning", "advice", "fixable"]


def test_the_summary_counts_findings_and_all_fixes() -> None:
    assert as_data(REPORT)["summary"] == {"files": 2, "error": 1, "warning": 2, "advice": 1, "fixable": 3}


def test_word_has_blocks_in_place_of_ranges() -> None:
    diagnostic = as_data(REPORT)["files"][1]["diagnostics"][0]
    assert diagnostic["range"] is None
    assert diagnostic["fix"]["edits"] == [
        {"block": 17, "start": 0, "end": 8, "replacement": "Also requests"},
        {"block": 17, "start": 0, "end": 13, "style": "italic", "on": True},
    ]


def test_what_could_not_be_done_is_listed() -> None:
    assert as_data(REPORT)["errors"] == [{"path": "gone.md", "message": "there is no such file or folder"}]


def test_no_character_of_the_draft_steers_a_terminal() -> None:
    finding = replace(SEQUENCE, excerpt="a\x1b[31m\x9bb\u202e\n")
    text = render(Report((replace(MARKDOWN, findings=(finding,)),)), "json")
    assert not set(text) & set("\x1b\x9b\u202e")
    assert json.loads(text)["files"][0]["diagnostics"][0]["excerpt"] == "a\x1b[31m\x9bb\u202e\n"


def test_jsonl_has_a_line_for_each_file() -> None:
    lines = render(REPORT, "jsonl").splitlines()
    assert [json.loads(line) for line in lines] == as_data(REPORT)["files"]
