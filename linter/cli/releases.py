"""Which releases of other programs have a say in what is read in a draft."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache as once
from pathlib import Path

from linter.model.errors import ReadError
from linter.readers import detect
from linter.readers.foreign import foreign, office

_LIBRARIES = {"docx": "lxml", "akn4un": "lxml", "pdf": "pypdfium2"}


def releases(path: str, data: bytes) -> Iterator[str]:
    """Those that read this file, each in words that another release has not; none for plain text and HTML."""
    try:
        library = _LIBRARIES.get(detect(path, data))
        converted = bool(foreign(data, path))
    except ReadError:  # nothing is found in it
        return
    if library:
        yield release(library)
    if converted:
        yield _office()


@once
def release(library: str) -> str:
    """The name of the folder that a Python package has beside it, "lxml-6.0.dist-info"; "" without one.

    That is what the library for such questions reads, too, but it takes longer to start than a check.
    """
    for folder in sys.path:
        try:
            with os.scandir(folder or os.curdir) as entries:
                names = [entry.name for entry in entries]
        except OSError:
            continue
        found = [name for name in names if name.lower().startswith(f"{library}-") and name.endswith("-info")]
        if found:
            return " ".join(sorted(found))
    return ""


@once
def _office() -> str:
    program = Path(os.path.realpath(office() or os.devnull))
    return " ".join(f"{file} {file.stat().st_mtime_ns}" for file in (program, program.parent))
