"""Rule files and tables, compiled once and then loaded as JSON.

PyYAML is too slow to be imported each time a draft is checked. In an installed package the built-in files
lie compiled beside their sources; all others (a checkout, a user's packs) are compiled on first use into the
user's own cache folder. A cache file is only an economy: one that is missing, stale, damaged, or not
the user's alone is compiled anew, and a folder that cannot be written is no error.
"""

from __future__ import annotations

import json
import os
import sys
from binascii import crc32
from collections.abc import Callable
from functools import cache as once
from pathlib import Path
from typing import Any

from linter import __version__, cache
from linter.model.errors import RuleError
from linter.tables.location import is_packaged

_SCHEMA = 2
_KEPT = 512  # files; a checkout needs about thirty

Compiler = Callable[[Path], Any]


def load(path: Path, compiler: Compiler) -> Any:
    """What ``compiler(path)`` returns, from its compiled form where there is a good one.

    ``path`` is a file, or a folder whose YAML files are compiled as one. ``compiler`` returns a value that
    JSON can hold and depends on nothing but the path, these files and the modules beside its own. Raises
    RuleError when they cannot be read; passes on what ``compiler`` raises.
    """
    shipped = shipped_path(path, compiler)
    if is_packaged(path) and shipped.exists():
        content = json.loads(shipped.read_bytes())
        if (content["schema"], content["version"]) == (_SCHEMA, __version__):
            return content["data"]
    path = path.absolute()
    key = _key(path, compiler)
    number = crc32(os.fsencode(f"{path} {key['compiler']}"))
    name = f"compiled-{path.stem}-{number:08x}.json"
    found = cache.read(name, key)
    if found is not None:
        return found[0]
    data = compiler(path)
    cache.write(name, key, data, kept=_KEPT)
    return data


def ship(path: Path, compiler: Compiler) -> None:
    """Put the compiled form beside ``path``, for an installed package."""
    content = {"schema": _SCHEMA, "version": __version__, "data": compiler(path)}
    shipped_path(path, compiler).write_text(cache.dump(content), "utf-8")


def shipped_path(path: Path, compiler: Compiler) -> Path:
    """Where the compiled form of ``path`` lies in an installed package."""
    return path.with_name(f"{path.name}.{compiler.__name__}.json")


def _key(path: Path, compiler: Compiler) -> cache.Key:
    """What a cache file must carry to be used: the files as they are now, and the code that compiled them."""
    try:
        files = _sources(path)
    except OSError as error:
        raise RuleError(f"cannot be read: {error.strerror}", str(path)) from None
    return {
        "schema": _SCHEMA,
        "version": __version__,
        "path": str(path),
        "compiler": f"{compiler.__module__}.{compiler.__qualname__}",
        "files": files,
        "code": _code_changed(compiler.__module__),
    }


def _sources(path: Path) -> list[list[str | int]]:
    """The name, size and time of change of a file, or of each YAML file in a folder."""
    if not path.is_dir():
        status = path.stat()
        return [[path.name, status.st_size, status.st_mtime_ns]]
    with os.scandir(path) as entries:
        found = [(entry.name, entry.stat()) for entry in entries if entry.name.endswith(".yaml")]
    return [
        [name, status.st_size, status.st_mtime_ns] for name, status in sorted(found, key=lambda one: one[0])
    ]


@once
def _code_changed(module: str) -> int:
    """When the package of ``module`` was last changed, so that work on the code needs no emptied cache."""
    file = sys.modules[module].__file__
    if file is None:
        return 0
    with os.scandir(Path(file).parent) as entries:
        return max((e.stat().st_mtime_ns for e in entries if e.name.endswith(".py")), default=0)
