"""LibreOffice as the second judge: whether it is there, and the lines of files whose changes it settles."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from linter.readers.docx import read
from tests.ooxml.libreoffice import OFFICE
from tests.ooxml.wordfiles import unzipped
from tests.writers.docx.drafts import Shown, shown

PYTHON = shutil.which("python3", path="/usr/bin:/usr/local/bin")
Settled = Callable[[str], list[str]]
_CHANGE = re.compile(rb"<w:(ins|del|moveFrom|moveTo|rPrChange|pPrChange)[ />]")


def _has_bridge() -> bool:
    command = [str(PYTHON), "-c", "import uno"]
    return PYTHON is not None and subprocess.run(command, check=False, capture_output=True).returncode == 0


needs_office = pytest.mark.skipif(
    OFFICE is None or not _has_bridge(), reason="LibreOffice with its Python bridge is not installed"
)


def settled_in_office(files: Mapping[str, bytes], folder: Path) -> Settled:
    """The lines of a file by its name and what was done with all changes in it ("draft.accepted").

    A name that ends in "-before" has its changes rejected alone, one that ends in "-after" accepted alone.
    """
    _settle(files, folder, "txt")
    return lambda name: _lines(folder / f"{name}.txt")


def shown_in_office(files: Mapping[str, bytes], folder: Path) -> Callable[[str], list[Shown]]:
    """The same as `settled_in_office`, with looks and notes."""
    _settle(files, folder, "docx")
    return lambda name: _looks(folder / f"{name}.docx")


def _settle(files: Mapping[str, bytes], folder: Path, form: str) -> None:
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    script = Path(__file__).with_name("settle.py")
    command = [str(PYTHON), str(script), str(OFFICE), str(folder), form]
    subprocess.run(command, check=True, capture_output=True, timeout=240)


def _lines(file: Path) -> list[str]:
    text = file.read_text(encoding="utf-8-sig").replace("\xa0", " ")
    return [line.strip() for line in text.splitlines() if line.strip()]


def _looks(file: Path) -> list[Shown]:
    data = file.read_bytes()
    assert not _CHANGE.search(b"".join(unzipped(data).values())), "LibreOffice has left a change unsettled"
    return shown(read(data, file.name))
