from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.cli.conftest import resolint
from tests.grammar.fakes import Fake

__all__ = ["resolint"]


@pytest.fixture(scope="session")
def languagetool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real LanguageTool server. Where there is none the test is skipped, but not in CI."""
    base = tmp_path_factory.getbasetemp()
    folder = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    installation = pytest.importorskip("tests.grammar.installation")  # needs a POSIX system
    try:
        with installation.served(folder) as address:
            yield address
    except installation.Missing as missing:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(missing))


@pytest.fixture
def fake() -> Iterator[Fake]:
    """A server that says what a test wants it to say."""
    with Fake() as server:
        yield server
