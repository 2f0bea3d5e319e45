"""What starting the program may import: a drafter's editor starts it all day."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ooxml.wordfiles import p, r, word

HEAVY = {
    "asyncio", "click", "concurrent.futures", "dataclasses", "difflib", "email", "hashlib", "inspect", "json",
    "logging", "lxml", "multiprocessing", "pickle", "regex", "sqlite3", "ssl", "subprocess", "tempfile",
    "textwrap", "tomllib", "typing", "unicodedata", "urllib", "uuid", "xml", "yaml", "zipfile",
}  # fmt: skip
UNUSED = {
    "ast", "bz2", "calendar", "dataclasses", "dis", "gettext", "ipaddress", "locale", "lzma", "platform",
    "shutil", "tokenize", "urllib.parse", "uuid",
}  # fmt: skip
DRAFT = """\
*The General Assembly*,

*Guided* by the purposes and principles of the Charter of the United Nations,

*Decides* to continue its consideration of the matter.
"""


def imported(*args: str, folder: Path | None = None) -> set[str]:
    """The modules and their parents that ``resolint`` with these arguments imports."""
    command = [sys.executable, "-X", "importtime", "-m", "linter.cli", *args]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    assert outcome.returncode in (0, 1), outcome.stderr
    names = re.findall(r"^import time:.*\| +([\w.]+)$", outcome.stderr, re.MULTILINE)
    bare = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", "pass"], capture_output=True, text=True, check=True
    )
    python = set(re.findall(r"^import time:.*\| +([\w.]+)$", bare.stderr, re.MULTILINE))
    return {".".join(name.split(".")[:depth]) for name in names for depth in (1, 2)} - python


def test_the_version_costs_nothing() -> None:
    assert sorted(imported("--version") & HEAVY) == []


def test_help_imports_no_command() -> None:
    assert (
        sorted(imported("--help") & {"linter.engine", "linter.readers", "linter.packs", "linter.structure"})
        == []
    )


@pytest.mark.parametrize("command", ["check", "outline"])
def test_a_text_needs_no_xml_and_no_yaml(tmp_path: Path, command: str) -> None:
    (tmp_path / "draft.md").write_text(DRAFT, "utf-8")
    imported(command, "draft.md", folder=tmp_path)  # compiles the packs into the cache
    heavy = UNUSED | {
        "ast",
        "asyncio",
        "calendar",
        "dataclasses",
        "dis",
        "ipaddress",
        "lxml",
        "multiprocessing",
        "regex",
        "tokenize",
        "tomllib",
        "xml",
        "yaml",
        "zipfile",
    }
    assert sorted(imported(command, "draft.md", folder=tmp_path) & heavy) == []


def test_a_word_draft_needs_no_more_than_xml(tmp_path: Path) -> None:
    (tmp_path / "draft.docx").write_bytes(word(p(r("The General Assembly,", "<w:i/>"))))
    imported("check", "draft.docx", folder=tmp_path)
    heavy = UNUSED | {"asyncio", "multiprocessing", "regex", "tomllib", "yaml"}
    assert sorted(imported("check", "draft.docx", folder=tmp_path) & heavy) == []


def test_what_stands_for_a_module_becomes_it_when_asked() -> None:
    program = """
from linter.cli.later import import_later
import_later()
import inspect, sys
assert inspect.cleandoc(" one line ") == "one line "
assert "ast" not in sys.modules
import ipaddress
assert str(ipaddress.ip_address("::1")) == "::1" and sys.modules["ipaddress"].__file__
assert inspect.cleandoc("\\tone\\n\\n    two\\n      three\\n") == "one\\n\\ntwo\\n  three"
from inspect import getfullargspec
assert getfullargspec(lambda draft: draft).args == ["draft"]
from inspect import Signature, signature
assert isinstance(signature(ipaddress.ip_address), Signature) and sys.modules["inspect"].__file__
assert not hasattr(inspect, "nothing_of_the_kind")
import click, uuid
assert "platform" not in sys.modules
assert click.UUID.convert(str(uuid.UUID(int=5)), None, None) == uuid.UUID(int=5)
assert isinstance(uuid.uuid4(), uuid.UUID) and not isinstance("5", uuid.UUID)
from pathlib import Path
assert Path("/a draft").as_uri() == "file:///a%20draft"
import urllib.parse
assert urllib.parse.unquote("a%20draft") == "a draft" and Path("/é").as_uri() == "file:///%C3%A9"
import gettext, shutil
assert [gettext.ngettext("draft", "drafts", number) for number in (1, 2)] == ["draft", "drafts"]
assert gettext.NullTranslations().gettext("draft") == "draft"
assert shutil.which("sh") and sys.modules["shutil"].__file__
import copy, pickle
from datetime import date, datetime, timezone
day = datetime(2026, 3, 15, tzinfo=timezone.utc)
assert pickle.loads(pickle.dumps(day)) == copy.deepcopy(day)
assert datetime.strptime("15 March 2026 +0000", "%d %B %Y %z") == day
from lxml import etree
assert etree.fromstring("<a><b/><c/></a>").find("c").tag == "c"
"""
    # What measures coverage imports all that itself.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("COVERAGE")}
    subprocess.run([sys.executable, "-c", program], check=True, env=environment)
