"""Packs of one's own: started, extended, installed, and shown in the tutorial."""

from __future__ import annotations

import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from linter.cli.program import run
from linter.model.errors import RuleError
from linter.packs import load
from linter.packs.folder import by_name, pack_folder

ROOT = Path(__file__).parents[2]
TUTORIAL = ROOT / "examples" / "custom-pack"


def pack(folder: Path, name: str, head: str = "") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text(f"name: {name}\nsummary: Ours.\n{head}", "utf-8")
    return folder


def test_a_new_pack_passes_its_own_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "3 Our Rules!"
    assert run(["pack", "new", str(folder)]) == 0
    assert run(["pack", "check", str(folder)]) == 0
    assert capsys.readouterr().out == "1 rule, 0 problems.\n"
    assert load([folder]).packs[-1].name == "pack-3-our-rules"


def test_a_pack_that_is_there_is_not_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = pack(tmp_path / "ours", "ours")
    before = (folder / "pack.yaml").read_text("utf-8")
    assert run(["pack", "new", str(folder)]) == 2
    assert "is there already" in capsys.readouterr().err
    assert (folder / "pack.yaml").read_text("utf-8") == before
    assert not (folder / "words.yaml").exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert run(["pack", "new", str(tmp_path / "file" / "ours")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_the_pack_for_model_united_nations_goes_by_its_name() -> None:
    assert by_name()["mun"] == ROOT / "rules" / "mun"
    assert load([Path("mun")]).packs[-1].name == "mun"
    assert "mun" not in [known.name for known in load().packs]


def test_the_examples_of_the_pack_for_model_united_nations_hold() -> None:
    assert run(["pack", "check", "mun"]) == 0


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A distribution that offers a pack; its code must not be run."""
    package = tmp_path / "site" / "our_package"
    pack(package / "rules", "our-delegation", "extends: [mun]\n")
    (package / "__init__.py").write_text("raise SystemExit('run')\n", "utf-8")
    (package / "rules" / "__init__.py").write_text("raise SystemExit('run')\n", "utf-8")
    described = tmp_path / "site" / "our_package-1.0.dist-info"
    described.mkdir()
    (described / "METADATA").write_text("Metadata-Version: 2.1\nName: our-package\nVersion: 1.0\n", "utf-8")
    (described / "entry_points.txt").write_text(
        "[resolint.packs]\nour-delegation = our_package.rules\nlost = our_package.nowhere\n", "utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path / "site")
    return package / "rules"


def test_an_installed_pack_goes_by_its_name(installed: Path) -> None:
    assert pack_folder(Path("our-delegation")) == installed
    assert [known.name for known in load([Path("our-delegation")]).packs][-2:] == ["mun", "our-delegation"]
    assert "our_package" not in sys.modules


def test_settings_name_an_installed_pack_or_a_folder_beside_them(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    drafts = tmp_path / "drafts"
    pack(drafts / "house", "house")
    (drafts / "resolint.toml").write_text('rules = ["our-delegation", "house"]\n', "utf-8")
    monkeypatch.chdir(drafts)
    assert run(["rules", "--origin", "mun-first-person"]) == 0
    assert str(ROOT / "rules" / "mun") in capsys.readouterr().out
    assert installed.is_dir()


def test_a_name_that_is_not_there_tells_which_are(installed: Path) -> None:
    with pytest.raises(RuleError, match="installed are mun, our-delegation"):
        load([Path("our-delegatoin")])
    assert installed.is_dir()


def test_a_pack_that_extends_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="extends “munn”, which is not there; did you mean “mun”"):
        load([pack(tmp_path / "ours", "ours", "extends: [munn]\n")])


def test_a_pack_is_loaded_once_however_often_it_is_asked_for(tmp_path: Path) -> None:
    ours = pack(tmp_path / "ours", "ours", "extends: [mun]\n")
    names = [known.name for known in load([Path("mun"), ours, ours / "pack.yaml"]).packs]
    assert names[-2:] == ["mun", "ours"]
    assert len(names) == len(set(names))


def commands() -> list[str]:
    return re.findall(r"^\$ resolint (.*)$", (TUTORIAL / "README.md").read_text("utf-8"), re.MULTILINE)


def test_the_tutorial_does_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    new, check, use = commands()
    assert run(shlex.split(new)) == 0
    shutil.copytree(TUTORIAL, tmp_path, dirs_exist_ok=True)
    assert run(shlex.split(check)) == 0
    said = capsys.readouterr().out
    assert f"$ resolint {check}\n{said}" in (TUTORIAL / "README.md").read_text("utf-8")
    assert run(shlex.split(use)) == 1
    said = capsys.readouterr().out
    assert "We write “civil society organizations” for “NGOs”." in said
    assert "our-no-deadline-in-words" in said
    assert "treaty-without-note" not in said


def test_a_students_draft_is_read_as_conferences_write_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--rules", "mun", str(TUTORIAL / "draft.md")]) == 0
    said = capsys.readouterr().out
    assert "mun-sponsors-missing" not in said
