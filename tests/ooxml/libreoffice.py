"""LibreOffice, where it is installed, for the tests that need it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

OFFICE = shutil.which("soffice")
needed = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


def converted(data: dict[str, bytes], folder: Path, suffix: str = "docx") -> dict[str, bytes]:
    """The Word files as LibreOffice writes them in another format, or its own way."""
    source = folder / "source"
    source.mkdir(parents=True, exist_ok=True)
    for name, content in data.items():
        (source / f"{name}.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", suffix, "--outdir", str(folder)]
    files = [str(source / f"{name}.docx") for name in data]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=180)
    return {name: (folder / f"{name}.{suffix}").read_bytes() for name in data}
