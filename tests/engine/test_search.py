from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from linter.engine.search import search
from linter.model.errors import ReadError


def found(*paths: str, excluded: Callable[[Path], bool] = lambda _: False) -> list[str]:
    return [f"! {path.path}" if isinstance(path, ReadError) else path for path in search(paths, excluded)]


@pytest.fixture(autouse=True)
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in (
        "b.md",
        "a.docx",
        "a/z.txt",
        "a-1.md",
        "a/~$z.docx",
        "a/z.reviewed.docx",
        "a/x.odd",
        ".git/c.md",
    ):
        path = tmp_path / "drafts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def test_a_folder_gives_its_drafts_sorted() -> None:
    assert found("drafts") == ["drafts/a/z.txt", "drafts/a-1.md", "drafts/a.docx", "drafts/b.md"]


def test_order_is_as_given_and_nothing_comes_twice() -> None:
    assert found("drafts/b.md", "drafts", "drafts/b.md") == [
        "drafts/b.md", "drafts/a/z.txt", "drafts/a-1.md", "drafts/a.docx",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["drafts/a/x.odd", "drafts/.git/c.md", "drafts/a/z.reviewed.docx"])
def test_a_file_that_is_named_is_always_read(name: str) -> None:
    assert found(name) == [name]


def test_what_is_excluded_is_left_out_with_all_in_it() -> None:
    assert found("drafts", excluded=lambda path: path.name == "a") == [
        "drafts/a-1.md", "drafts/a.docx", "drafts/b.md",
    ]  # fmt: skip


def test_what_leads_nowhere_is_told_in_its_place() -> None:
    Path("empty").mkdir()
    assert found("gone.md", "empty", "drafts/b.md") == ["! gone.md", "! empty", "drafts/b.md"]


def test_a_folder_that_links_to_itself_ends() -> None:
    Path("drafts/a/loop").symlink_to(Path("drafts").absolute())
    assert found("drafts") == ["drafts/a/z.txt", "drafts/a-1.md", "drafts/a.docx", "drafts/b.md"]


def test_standard_input_is_passed_on() -> None:
    assert found("-") == ["-"]
