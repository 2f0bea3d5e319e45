"""Formats for build servers and code review."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from linter.model.report import Failure, Report
from linter.reporters import FORMATS, render
from tests.reporters.samples import DOCX, MARKDOWN, REPORT, SEQUENCE

HOSTILE = "a\x1b[31m\x9b\u202e\r\n::error::%0A|<b>&\"']]>\ud800\ufffe*_`"
TERMINAL = {"Cc", "Cf", "Cs"}


def hostile(words: str) -> Report:
    finding = replace(SEQUENCE, message=words, excerpt=words, section=words)
    return Report((replace(MARKDOWN, path=words, findings=(finding,)),), (Failure(words, words),))


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_lets_a_draft_steer_the_terminal(name: str) -> None:
    shown = render(hostile(HOSTILE), name)
    loose = [c for c in shown if unicodedata.category(c) in TERMINAL and c not in "\n\ud800"]
    assert loose == []


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_run_can_be_told(name: str) -> None:
    assert isinstance(render(Report(()), name), str)


def sarif(report: Report) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(render(report, "sarif"))
    return data


def test_sarif_is_as_its_schema_says(shared: Path) -> None:
    schema = json.loads((shared / "schemas/sarif/sarif-schema-2.1.0.json").read_text("utf-8"))
    checker = jsonschema.validators.validator_for(schema)(schema)
    for report in (REPORT, Report(()), hostile("a b/ä.md")):
        checker.validate(sarif(report))


def test_sarif_has_the_fix_and_the_reason() -> None:
    run = sarif(REPORT)["runs"][0]
    result = run["results"][1]
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert rule["id"] == result["ruleId"] == "operative-also-missing"
    assert "United Nations Editorial Manual" in rule["help"]["text"]
    [replacement] = result["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement == {
        "deletedRegion": {"charOffset": 1042, "charLength": 8},
        "insertedContent": {"text": "Also requests"},
    }
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 31
    assert run["invocations"][0]["executionSuccessful"] is False


def test_github_escapes_what_would_end_a_command() -> None:
    report = Report((replace(MARKDOWN, path="a,b:c.md", findings=(replace(SEQUENCE, message="100%\n::x"),)),))
    assert render(report, "github") == (
        "::warning file=a%2Cb%3Ac.md,line=31,endLine=31,col=4,endColumn=12,title=operative-also-missing"
        "::operative paragraph 5: 100%25 ::x\n"
    )


def test_gitlab_tells_two_alike_apart_and_knows_one_that_moved() -> None:
    moved = replace(SEQUENCE, where=replace(SEQUENCE.where, block=99, range=None))
    twice = json.loads(render(Report((replace(MARKDOWN, findings=(SEQUENCE, moved)),)), "gitlab"))
    once = json.loads(render(Report((replace(MARKDOWN, findings=(moved,)),)), "gitlab"))
    assert twice[0]["fingerprint"] != twice[1]["fingerprint"]
    assert once[0]["fingerprint"] == twice[0]["fingerprint"]
    assert once[0]["location"] == {"path": "drafts/water.md", "lines": {"begin": 1}}


def test_junit_counts_what_it_holds() -> None:
    tree = etree.fromstring(render(REPORT, "junit").encode())
    cases = tree.findall(".//testcase")
    failures, errors = tree.findall(".//failure"), tree.findall(".//error")
    counted = [int(tree.get(name, "")) for name in ("tests", "failures", "errors")]
    assert counted == [len(cases), len(failures), len(errors)] == [5, 4, 1]


def test_a_clean_draft_is_a_case_that_passed() -> None:
    tree = etree.fromstring(render(Report((replace(DOCX, findings=()),)), "junit").encode())
    assert [case.get("classname") for case in tree.findall(".//testcase")] == ["water.docx"]
    assert tree.findall(".//failure") == []


def test_checkstyle_has_a_file_each() -> None:
    tree = etree.fromstring(render(REPORT, "checkstyle").encode())
    assert [(file.get("name"), len(file)) for file in tree] == [
        ("drafts/water.md", 3),
        ("water.docx", 1),
        ("gone.md", 1),
    ]
    assert [error.get("severity") for error in tree[0]] == ["error", "warning", "info"]


@given(st.text())
def test_xml_is_well_formed_whatever_the_draft_says(words: str) -> None:
    for name in ("junit", "checkstyle"):
        etree.fromstring(render(hostile(words), name).encode())


def test_markdown_is_a_table_that_no_draft_can_break() -> None:
    shown = MarkdownIt("gfm-like", {"linkify": False}).render(
        render(hostile("a|b<script>*x*\n\n# y"), "markdown")
    )
    assert shown.count("<tr>") == 2
    assert "<script>" not in shown
    assert "<em>" not in shown
    assert "<h1>" not in shown


def test_markdown_names_nobody_and_links_no_issue() -> None:
    """GitHub takes the backslash away and then looks for names; GitLab heeds it."""
    written = render(hostile("@delegate, see #12, !3 and $4"), "markdown")
    assert r"\@&#8203;delegate, see \#&#8203;12, \!3 and \$4" in written
    shown = unescape(MarkdownIt("gfm-like", {"linkify": False}).render(written))
    assert not re.search(r"[@#]\w", shown)
    assert "@delegate, see #12, !3 and $4" in shown.replace("\u200b", "")
