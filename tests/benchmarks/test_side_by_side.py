"""The comparison with other tools: its style for Vale, its table, and what it says of tools it misses."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import regex
import yaml

from tests.benchmarks import others, side_by_side, vale_style
from tests.benchmarks.side_by_side import Cost, Measured


def test_the_style_is_yaml_and_knows_our_words(tmp_path: Path) -> None:
    vale_style.write(tmp_path)
    style = {
        path.stem: yaml.safe_load(path.read_text("utf-8"))
        for path in tmp_path.glob("styles/Resolutions/*.yml")
    }
    assert {rule["extends"] for rule in style.values()} == {"substitution", "existence"}
    assert sum(len(rule.get("swap", ())) for rule in style.values()) > 2000
    for rule in style.values():
        for pattern in (*rule.get("swap", ()), *rule.get("tokens", ())):
            regex.compile(pattern)
    assert style["wording-gender-any"]["swap"]["policemen"] == "police officers"
    assert style["acronyms"]["swap"]["ACABQ"].startswith("Advisory Committee")
    assert "BasedOnStyles = Resolutions" in (tmp_path / ".vale.ini").read_text("utf-8")


def test_a_tool_that_is_not_there_is_left_out_with_the_way_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    there, absent = others.rows({"alex": str(tmp_path / "alex")}, tmp_path)
    assert there == []
    assert [line.partition(" ")[0] for line in absent] == [tool.name for tool in others.TOOLS]
    assert "alex is not there: npm install alex" in absent


def test_the_table_without_any_other_tool(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(side_by_side, "SIZES", {"1 kB": 1_000})
    monkeypatch.setenv("PATH", str(tmp_path))
    side_by_side.main(["--runs", "1"])
    printed = capsys.readouterr()
    assert re.search(r"^\| \*\*resolint\*\* \| [\d.]+ \| \d+ \| [\d.]+ s \|", printed.out, re.MULTILINE)
    assert "Faster than resolint: at 1 kB none.\n" in printed.out
    assert "pip install proselint" in printed.err


def test_the_table_says_where_resolint_is_behind() -> None:
    quick, slow = Cost(0.1, 90), Cost(12.4, 30)
    them = [
        Measured(others.Row(others.OURS, "1", "200", ()), dict.fromkeys(side_by_side.SIZES, Cost(0.5, 50))),
        Measured(others.Row("quick", "2", "3", ()), dict.fromkeys(side_by_side.SIZES, quick)),
        Measured(others.Row("small", "3", "4", ()), dict.fromkeys(side_by_side.SIZES, slow)),
    ]
    text = side_by_side.table(them, date(2026, 3, 1), 9)
    assert "| quick | 2 | 3 | 0.10 s | 0.10 s | 0.10 s | 90 MB | 90 MB |\n" in text
    assert "| small | 3 | 4 | 12 s |" in text
    assert "1 March 2026" in text
    assert "Faster than resolint: at 1 kB quick; at 25 kB quick; at 1 MB quick.\n" in text
    assert "Smaller in memory: at 25 kB small; at 1 MB small.\n" in text


def test_the_readme_has_a_place_for_the_table() -> None:
    assert side_by_side.PLACE.search(side_by_side.README.read_text("utf-8"))
