"""Compiled expressions are kept between runs, and nothing depends on it."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from binascii import crc32
from pathlib import Path

import pytest

from linter.cli.expressions import remembered

EXAMPLES = Path(__file__).parents[2] / "examples"
DRAFT = """\
*The General Assembly*,

*Guided* by the purposes of the Charter of the United Nations,

1. *Requests* the Quuxland Zorblatt to report by 15th March 2027 , as it does each year.
"""
ARGUMENTS = ("-m", "linter.cli", "check", "--no-cache", "--format", "json", "-")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def check(home: Path) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, *ARGUMENTS],
        input=DRAFT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "XDG_CACHE_HOME": str(home)},
    )
    return done.returncode, done.stdout, done.stderr


def kept(home: Path) -> Path:
    return home / "resolint" / "expressions.json"


def test_what_was_compiled_once_serves_the_next_run(home: Path) -> None:
    first = check(home)
    assert first[0] == 1
    written = kept(home).stat()
    assert written.st_mode & 0o777 == 0o600
    assert check(home) == first
    assert kept(home).stat().st_mtime_ns == written.st_mtime_ns, "there was nothing new to keep"


def test_a_kept_expression_finds_what_a_compiled_one_finds(home: Path) -> None:
    """An expression whose numbers are another's shows that it is the kept ones that are used."""
    first = check(home)
    header, _, body = kept(home).read_text("utf-8").partition("\n")
    known = json.loads(body)
    name = next(name for name in known if "(?:st|nd|rd|th)(?: day)?" in name)
    known[name] = known[next(other for other in known if other.startswith("0 [^\\W_]+"))]
    write(kept(home), json.loads(header), known)
    assert check(home)[1] != first[1]


def write(file: Path, header: dict[str, object], content: object) -> None:
    body = json.dumps(content).encode()
    file.write_bytes(json.dumps({**header, "sum": crc32(body)}).encode() + b"\n" + body)


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\xfe", b"[" * 100_000, b'{"a": 1}\n{"0 x": [1]}'])
def test_a_damaged_file_is_of_no_consequence(home: Path, damage: bytes) -> None:
    first = check(home)
    kept(home).write_bytes(damage)
    assert check(home) == first


def test_no_word_of_a_draft_is_kept(home: Path) -> None:
    check(home)
    content = kept(home).read_text("utf-8").lower()
    assert "quuxland" not in content
    assert "zorblatt" not in content


def test_a_home_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    plain = tmp_path / "file"
    plain.write_text("no folder")
    status, output, errors = check(plain)
    assert status == 1
    assert output
    assert errors == ""


def test_an_expression_finds_what_the_library_s_own_finds(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The engine is told more of where a match can begin; that must change no match of any expression."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    arguments = [sys.executable, *ARGUMENTS[:-1], str(EXAMPLES)]
    subprocess.run(arguments, capture_output=True, check=False, timeout=300)
    names = json.loads(kept(home).read_text("utf-8").partition("\n")[2])
    assert len(names) > 300
    texts = [*DRAFT.split("\n"), *random_texts(sorted(names))]
    library = {name: found_by(name, texts) for name in names}
    kept(home).unlink()
    monkeypatch.setattr(re._compiler, "compile", re._compiler.compile)  # type: ignore[attr-defined]
    re.purge()
    remembered()
    assert {name: found_by(name, texts) for name in names} == library
    re.purge()


def random_texts(names: list[str]) -> list[str]:
    """Pieces of expressions and of drafts, put together at random."""
    chance = random.Random(7)  # noqa: S311
    words = [word for name in names for word in re.findall(r"[A-Za-z]+", name)]
    marks = [
        " ",
        " ",
        ", ",
        "-",
        "/",
        "(",
        ") ",
        ". ",
        "’",
        "\u00a0",
        "\n",
        "é",
        "ß",
        "Ж",
        "٣",
        "²",
        "–",
        "\u2009",
        "60/1",
        " 15 March 2006",
        "7",
    ]
    return ["".join(chance.choices(words, k=4) + chance.choices(marks, k=4)) for _ in range(20)] + [
        "".join(chance.choice(words) + chance.choice(marks) for _ in range(30)) for _ in range(60)
    ]


def found_by(name: str, texts: list[str]) -> list[tuple[object, ...]]:
    flags, _, pattern = name.partition(" ")
    expression = re.compile(pattern, int(flags) & ~re.UNICODE.value)
    return [(match.span(), match.groups()) for text in texts for match in expression.finditer(text)]
