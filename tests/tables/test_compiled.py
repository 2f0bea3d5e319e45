from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from linter.model.errors import RuleError
from linter.tables import compiled
from linter.tables.compiled import load

calls: list[Path] = []


def shout(path: Path) -> Any:
    """A compiler that counts its calls."""
    calls.append(path)
    return {"words": path.read_text().upper().split(), "é": None}


@pytest.fixture
def table(tmp_path: Path) -> Path:
    calls.clear()
    path = tmp_path / "words.yaml"
    path.write_text("one two")
    return path


EXPECTED = {"words": ["ONE", "TWO"], "é": None}


def the_file(cache: Path) -> Path:
    (file,) = cache.iterdir()
    return file


def test_compiles_once(table: Path, cache: Path) -> None:
    assert load(table, shout) == EXPECTED
    assert load(table, shout) == EXPECTED
    assert len(calls) == 1
    assert cache.stat().st_mode & 0o777 == 0o700
    assert the_file(cache).stat().st_mode & 0o777 == 0o600


def test_a_changed_source_is_compiled_again(table: Path) -> None:
    load(table, shout)
    table.write_text("three")
    assert load(table, shout)["words"] == ["THREE"]


def test_the_same_size_at_another_time_is_another_source(table: Path) -> None:
    load(table, shout)
    table.write_text("two one")
    os.utime(table, ns=(1, 1))
    assert load(table, shout)["words"] == ["TWO", "ONE"]


def test_two_compilers_of_one_file_do_not_meet(table: Path) -> None:
    def whisper(path: Path) -> Any:
        return path.read_text()

    assert load(table, shout) == EXPECTED
    assert load(table, whisper) == "one two"
    assert load(table, shout) == EXPECTED


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"not json",
        b"[" * 100_000,
        b"{}\n{}",
        b'{"schema": 1}\n\xff\xfe',
    ],
)
def test_a_damaged_cache_file_is_compiled_again(table: Path, cache: Path, damage: bytes) -> None:
    load(table, shout)
    the_file(cache).write_bytes(damage)
    assert load(table, shout) == EXPECTED
    assert load(table, shout) == EXPECTED
    assert len(calls) == 2


def test_data_that_was_tampered_with_is_compiled_again(table: Path, cache: Path) -> None:
    load(table, shout)
    file = the_file(cache)
    header, _, data = file.read_bytes().partition(b"\n")
    file.write_bytes(header + b"\n" + data.replace(b"ONE", b"SIX"))
    assert load(table, shout) == EXPECTED


def test_a_cut_file_is_compiled_again(table: Path, cache: Path) -> None:
    load(table, shout)
    file = the_file(cache)
    file.write_bytes(file.read_bytes()[:-3])
    assert load(table, shout) == EXPECTED


def test_another_version_is_compiled_again(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(table, shout)
    monkeypatch.setattr(compiled, "__version__", "999")
    assert load(table, shout) == EXPECTED
    assert len(calls) == 2


def test_a_file_that_others_can_write_is_not_read(table: Path, cache: Path) -> None:
    load(table, shout)
    the_file(cache).chmod(0o666)
    load(table, shout)
    assert len(calls) == 2


def test_a_file_of_another_user_is_not_read(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(table, shout)
    mine = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: mine + 1)
    assert load(table, shout) == EXPECTED
    assert len(calls) == 2


def test_a_link_is_not_followed(table: Path, cache: Path, tmp_path: Path) -> None:
    load(table, shout)
    file = the_file(cache)
    elsewhere = tmp_path / "elsewhere.json"
    file.rename(elsewhere)
    file.symlink_to(elsewhere)
    load(table, shout)
    assert len(calls) == 2


def test_a_folder_that_others_can_write_is_not_used(table: Path, cache: Path) -> None:
    cache.mkdir(parents=True)
    cache.chmod(0o777)
    assert load(table, shout) == EXPECTED
    assert not list(cache.iterdir())


def test_a_home_that_cannot_be_written_is_no_error(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert load(table, shout) == EXPECTED
    assert load(table, shout) == EXPECTED
    assert len(calls) == 2


def test_a_full_disk_is_no_error(table: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert load(table, shout) == EXPECTED
    assert not list(cache.iterdir())


def test_a_relative_cache_folder_is_ignored(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", "here")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    load(table, shout)
    assert not (tmp_path / "here").exists()
    assert list((tmp_path / "home" / ".cache" / "resolint").iterdir())


def test_what_nobody_needs_any_more_goes(table: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "_KEPT", 5)
    other = cache / "result-00.json"
    cache.mkdir(mode=0o700, parents=True)
    other.write_text("{}")
    for number in range(300):
        load(table.rename(table.with_name(f"words{number}.yaml")), shout)
        table.write_text("one two")
    assert len(list(cache.iterdir())) < 150
    assert other.exists()


def test_a_missing_source_is_named(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"absent\.yaml: cannot be read"):
        load(tmp_path / "absent.yaml", shout)


def test_a_shipped_form_is_read_in_a_package(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled.ship(table, shout)
    calls.clear()
    monkeypatch.setattr(compiled, "is_packaged", lambda _: True)
    assert load(table, shout) == EXPECTED
    assert not calls


def test_a_shipped_form_of_another_version_is_left_alone(
    table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled.ship(table, shout)
    shipped = compiled.shipped_path(table, shout)
    content = json.loads(shipped.read_text())
    shipped.write_text(json.dumps({**content, "version": "0", "data": "old"}))
    monkeypatch.setattr(compiled, "is_packaged", lambda _: True)
    assert load(table, shout) == EXPECTED
