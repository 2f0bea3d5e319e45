from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from linter.cli.program import run

HOUSE = Path(__file__).parent / "house"
DRAFT = """\
A/C.3/80/L.12

## The colours of the house

*The General Assembly*,

*Guided* by the purposes and principles of the Charter of the United Nations,

1. *Affirms* the importance of the {} scheme;

2. *Decides* to continue its consideration of the matter.
"""


@dataclass(frozen=True)
class Outcome:
    status: int
    out: str
    err: str

    @property
    def data(self) -> dict[str, Any]:
        data: dict[str, Any] = json.loads(self.out)
        return data

    @property
    def rules(self) -> list[str]:
        return [found["rule"] for file in self.data["files"] for found in file["diagnostics"]]


Resolint = Callable[..., Outcome]


@pytest.fixture
def resolint(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Resolint:
    """Runs the program in an empty folder; what it prints must be UTF-8."""
    monkeypatch.chdir(tmp_path)

    def call(*args: object) -> Outcome:
        status = run([str(arg) for arg in args])
        out, err = capfdbinary.readouterr()
        return Outcome(status, out.decode(), err.decode())

    return call


@pytest.fixture
def house(resolint: Resolint) -> Resolint:
    """Runs a command with the rules of the house alone."""

    def call(command: str, *args: object) -> Outcome:
        return resolint(command, "--rules", HOUSE, "--select", "house-*", *args)

    return call


def draft(colour: str, path: str = "draft.md") -> Path:
    """A draft whose one slip, if any, is the word ``colour``."""
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(DRAFT.format(colour).encode())
    return file
