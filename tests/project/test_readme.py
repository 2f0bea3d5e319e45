from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project.readme import README, ROOT, SHOWN, refreshed


def test_the_readme_shows_what_the_program_prints() -> None:
    """``python tests/project/readme.py`` brings it up to date."""
    text = README.read_text("utf-8")
    assert len(SHOWN.findall(text)) >= 2
    assert refreshed(text) == text


def test_links_lead_somewhere() -> None:
    for page in (README, ROOT / "CONTRIBUTING.md"):
        links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8"))
        assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_rule_of_the_readme_is_a_rule(tmp_path: Path) -> None:
    [rules] = re.findall(r"```yaml\n(topic: .*?)```", README.read_text("utf-8"), re.DOTALL)
    (tmp_path / "pack.yaml").write_text("name: ours\nsummary: Ours.\n", "utf-8")
    (tmp_path / "words.yaml").write_text(rules, "utf-8")
    command = [sys.executable, "-m", "linter.cli", "pack", "check", str(tmp_path)]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (outcome.stdout, outcome.stderr) == ("1 rule, 0 problems.\n", "")


@pytest.mark.parametrize("settings", re.findall(r"```toml\n(.*?)```", README.read_text("utf-8"), re.DOTALL))
def test_the_settings_of_the_readme_are_settings(tmp_path: Path, settings: str) -> None:
    (tmp_path / "resolint.toml").write_text(settings, "utf-8")
    command = [sys.executable, "-m", "linter.cli", "config", str(tmp_path)]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stderr
    assert "resolint.toml:1" in outcome.stdout
