"""reviewdog's format: places in bytes of UTF-8, fixes as suggestions that repair the source to the letter."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from linter.engine.lint import Linter
from linter.engine.report import file_report
from linter.engine.settings import Settings
from linter.model.report import FileReport, Report
from linter.packs import load
from linter.readers import read
from linter.reporters import render
from tests.reporters.samples import REPORT

POSITION = {
    "type": "object",
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
    "required": ["line", "column"],
    "additionalProperties": False,
}
RANGE = {
    "type": "object",
    "properties": {"start": POSITION, "end": POSITION},
    "required": ["start", "end"],
    "additionalProperties": False,
}
DIAGNOSTIC = {
    "type": "object",
    "properties": {
        "message": {"type": "string"},
        "location": {
            "type": "object",
            "properties": {"path": {"type": "string"}, "range": RANGE},
            "required": ["path"],
            "additionalProperties": False,
        },
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "code": {"type": "object", "properties": {"value": {"type": "string"}}, "required": ["value"]},
        "suggestions": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"range": RANGE, "text": {"type": "string"}},
                "required": ["range", "text"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["message", "location", "severity"],
    "additionalProperties": False,
}
DRAFT = """\
*The General Assembly*,

“Привет” 𐐀 is no title\u00a0but *Recalling* its “resolution” 60/251 of 15 March 2006 ,

1. *Requests* the “Secretary General” to report  on it;

2. *Decides* to “remain” seized of the matter
"""


def checked(text: str, name: str = "draft.md") -> FileReport:
    return file_report(Linter(load(()), Settings()).lint(read(name, text.encode())), whole=True)


def data_of(report: Report) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(render(report, "rdjson"))
    return data


def in_bytes(text: str, position: dict[str, int]) -> int:
    """Where a position is in the UTF-8 of a text."""
    before = text.encode().split(b"\n")[: position["line"] - 1]
    return sum(len(line) + 1 for line in before) + position["column"] - 1


def test_it_has_the_form_that_reviewdog_reads() -> None:
    for report in (REPORT, Report(()), Report((checked(DRAFT),))):
        data = data_of(report)
        assert data["source"] == {"name": "resolint"}
        for diagnostic in data["diagnostics"]:
            jsonschema.validate(diagnostic, DIAGNOSTIC)


def test_what_could_not_be_done_is_told() -> None:
    assert data_of(REPORT)["diagnostics"][-1] == {
        "message": "there is no such file or folder",
        "location": {"path": "gone.md"},
        "severity": "ERROR",
    }


@pytest.mark.parametrize("text", [DRAFT, DRAFT.replace("\n", "\r\n")])
def test_places_are_the_words_found(text: str) -> None:
    file = checked(text)
    assert len(file.findings) >= 3
    source = text.encode()
    for finding, told in zip(file.findings, data_of(Report((file,)))["diagnostics"], strict=True):
        place = told["location"]["range"]
        start, end = (in_bytes(text, place[key]) for key in ("start", "end"))
        assert finding.where.range is not None
        expected = text[finding.where.range.start.offset : finding.where.range.end.offset]
        assert source[start:end].decode() == expected


def test_a_suggestion_is_the_fix_to_the_letter() -> None:
    file = checked(DRAFT)
    suggested = 0
    for finding, told in zip(file.findings, data_of(Report((file,)))["diagnostics"], strict=True):
        if finding.repair is None or not finding.repair.source_edits:
            assert "suggestions" not in told
            continue
        repaired = DRAFT
        for edit in sorted(finding.repair.source_edits, reverse=True):
            repaired = repaired[: edit.start] + edit.replacement + repaired[edit.end :]
        [suggestion] = told["suggestions"]
        start, end = (in_bytes(DRAFT, suggestion["range"][key]) for key in ("start", "end"))
        source = DRAFT.encode()
        assert (source[:start] + suggestion["text"].encode() + source[end:]).decode() == repaired
        suggested += 1
    assert suggested >= 3


def test_a_fix_all_over_the_draft_is_no_suggestion() -> None:
    paragraphs = "".join(f'\n{n}. *Requests* the "{n}th" State to report;\n' for n in range(1, 12))
    file = checked(f"*The General Assembly*,\n{paragraphs}")
    told = data_of(Report((file,)))["diagnostics"]
    wide = [one for finding, one in zip(file.findings, told, strict=True) if finding.document_wide]
    assert wide
    assert all("suggestions" not in one for one in wide)
