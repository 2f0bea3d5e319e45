from __future__ import annotations

import doctest
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

import linter
import linter.api
from linter.model.errors import ConfigError, ReadError

DRAFT = b"*The General Assembly*,\n\nRecalling its work,\n\n*Decides* to continue  its work.\n"


def findings(draft: bytes) -> list[str]:
    return [finding.excerpt for finding in linter.lint(draft).findings]


def test_the_examples_in_the_documentation_hold() -> None:
    assert doctest.testmod(linter.api).failed == 0


def test_a_draft_is_linted_and_fixed_by_path_and_by_bytes(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_bytes(DRAFT)
    assert linter.lint(path).findings == linter.lint(str(path)).findings
    assert findings(DRAFT) == [finding.excerpt for finding in linter.lint(linter.read(path)).findings]
    assert linter.fix(path) == linter.fix(DRAFT)
    assert path.read_bytes() == DRAFT
    assert findings(linter.fix(DRAFT)) == []


def test_settings_are_fields_of_settings() -> None:
    assert linter.lint(DRAFT, select=("double-space",)).findings[0].rule == "double-space"
    with pytest.raises(ConfigError, match="did you mean"):
        linter.lint(DRAFT, ignore=("double-spce",))


def test_what_cannot_be_read_is_said() -> None:
    with pytest.raises(ReadError, match="no such file"):
        linter.lint("nowhere.md")


def test_it_can_be_called_from_many_processes() -> None:
    with ProcessPoolExecutor(2) as pool:
        assert list(pool.map(findings, [DRAFT] * 4)) == [findings(DRAFT)] * 4


def test_the_public_names_are_imported_when_they_are_used() -> None:
    program = "import sys, linter; print(sorted(m for m in sys.modules if m.startswith('linter')))"
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert shown.strip() == "['linter']"
    assert set(dir(linter)) == set(linter.__all__)
    with pytest.raises(AttributeError):
        linter.nothing  # noqa: B018


def test_a_draft_is_held_against_its_base() -> None:
    base = b"*The General Assembly*,\n\n*Guided* by its  work,\n\n*Decides* to go on.\n"
    draft = base.replace(b"go on", b"go  on")
    report = linter.lint(draft, base=base)
    assert [(found.severity, found.agreed) for found in report.findings] == [
        ("advice", True),
        ("error", False),
    ]
    assert linter.fix(draft, base=base) == base
