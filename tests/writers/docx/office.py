"""LibreOffice as the second judge: whether it is there, and the lines of files whose changes it settles."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.ooxml.libreoffice import OFFICE

PYTHON = shutil.which("python3", path="/usr/bin:/usr/local/bin")
Settled = Callable[[str], list[str]]


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
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    script = Path(__file__).with_name("settle.py")
    command = [str(PYTHON), str(script), str(OFFICE), str(folder)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return lambda name: _lines(folder / f"{name}.txt")


def _lines(file: Path) -> list[str]:
    text = file.read_text(encoding="utf-8-sig").replace("\xa0", " ")
    return [line.strip() for line in text.splitlines() if line.strip()]
