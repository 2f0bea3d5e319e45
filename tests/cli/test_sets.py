"""Sets of characters that are told of the first 256 are the same sets."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from linter.cli.expressions import remembered
from linter.cli.sets import mapped

SETS = (
    r"\d", r"\D", r"\w", r"\W", r"\s", r"\S", r"[^\W_]", r"[^\w\s]", r"[\w.-]", r"[^\d.,]", r"[\dA-Z]",
    r"[\s,;]", r"[^\W\d_]", r"[\w’'-]", r"[éç\d]", r"[^éç\s]", r"[ĀЖ\w]", r"[^ĀЖ\W]",
    r"[\W\d]", r"[^\W\d]", r"[\w\W]",
)  # fmt: skip
FLAGS = (0, re.ASCII, re.IGNORECASE, re.IGNORECASE | re.ASCII)
CHARACTERS = "".join(map(chr, [*range(0x3100), 0xD800, 0xFEFF, 0xFF11, 0x1D7CE, 0x1F600, sys.maxunicode]))


@pytest.fixture
def ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(re._compiler, "compile", re._compiler.compile)  # type: ignore[attr-defined]
    remembered()
    yield
    re.purge()


def belonging() -> dict[tuple[str, int, str], list[str]]:
    """What each set finds, alone, repeated, and as the beginning of more."""
    re.purge()
    forms = ("{}", "{}+", "{}{{2,3}}?", "(?<!x){}+y?", "(?:{}|x)z*")
    return {
        (found, int(flags), form): re.findall(form.format(found), CHARACTERS, flags)
        for found in SETS
        for flags in FLAGS
        for form in forms
    }


def test_a_set_has_the_characters_that_the_library_s_has(request: pytest.FixtureRequest) -> None:
    library = belonging()
    request.getfixturevalue("ours")
    assert belonging() == library


@pytest.mark.parametrize(("written", "first"), [(r"\w", "CHARSET"), (r"\d", "NEGATE"), ("[a-z]", "RANGE")])
def test_only_sets_that_name_a_class_are_mapped(written: str, first: str) -> None:
    library = re._compiler  # type: ignore[attr-defined]
    charset = next(iter(library._parser.parse(written)))[1]
    found = mapped(charset, re.UNICODE.value, library._compile_charset, library._sre)
    assert str(found[0][0]) == first
    assert found[-len(charset) :] == charset
