"""Rule files and tables, compiled once and then loaded as JSON.

PyYAML is too slow to be imported each time a draft is checked. In an installed package the built-in files
lie compiled beside their sources; all others (a checkout, a user's packs) are compiled on first use into the
user's own cache folder. A cache file is only an economy: one that is missing, stale, damaged, or not
the user's alone is compiled anew, and a folder that cannot be written is no error.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
import sys
from binascii import crc32
from collections.abc import Callable
from pathlib import Path
from typing import Any

from linter import __version__
from linter.model.errors import RuleError
from linter.tables.location import is_packaged

_SCHEMA = 1
_SIZE_LIMIT = 32_000_000
_READ_FLAGS = os.O_RDONLY
for _name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"):  # not every system has each
    _READ_FLAGS |= getattr(os, _name, 0)
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH

Compiler = Callable[[Path], Any]


def load(path: Path, compiler: Compiler) -> Any:
    """What ``compiler(path)`` returns, from its compiled form where there is a good one.

    ``compiler`` returns a value that JSON can hold and depends on nothing but the file and the modules
    beside its own. Raises RuleError when the file cannot be read; passes on what ``compiler`` raises.
    """
    shipped = shipped_path(path, compiler)
    if is_packaged(path) and shipped.exists():
        content = json.loads(shipped.read_bytes())
        if (content["schema"], content["version"]) == (_SCHEMA, __version__):
            return content["data"]
    path = path.absolute()
    key = _key(path, compiler)
    cached = _cache_file(key)
    if cached is None:
        return compiler(path)
    found = _read(cached, key)
    if found is not None:
        return found[0]
    data = compiler(path)
    _write(cached, key, data)
    return data


def ship(path: Path, compiler: Compiler) -> None:
    """Put the compiled form beside ``path``, for an installed package."""
    content = {"schema": _SCHEMA, "version": __version__, "data": compiler(path)}
    shipped_path(path, compiler).write_text(_dump(content), "utf-8")


def shipped_path(path: Path, compiler: Compiler) -> Path:
    """Where the compiled form of ``path`` lies in an installed package."""
    return path.with_name(f"{path.name}.{compiler.__name__}.json")


def _key(path: Path, compiler: Compiler) -> dict[str, Any]:
    """What a cache file must carry to be used: the file as it is now, and the code that compiled it."""
    try:
        status = path.stat()
    except OSError as error:
        raise RuleError(f"cannot be read: {error.strerror}", str(path)) from None
    return {
        "schema": _SCHEMA,
        "version": __version__,
        "path": str(path),
        "compiler": f"{compiler.__module__}.{compiler.__qualname__}",
        "size": status.st_size,
        "changed": status.st_mtime_ns,
        "code": _code_changed(compiler),
    }


def _code_changed(compiler: Compiler) -> int:
    """When the package of ``compiler`` was last changed, so that work on the code needs no emptied cache."""
    file = sys.modules[compiler.__module__].__file__
    if file is None:
        return 0
    with os.scandir(Path(file).parent) as entries:
        return max((e.stat().st_mtime_ns for e in entries if e.name.endswith(".py")), default=0)


def _dump(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def cache_folder() -> Path | None:
    """The user's cache folder for resolint, made if need be; None if there is none that is safe to use."""
    base = Path(os.environ.get("XDG_CACHE_HOME", ""))
    try:
        if not base.is_absolute():
            base = Path.home() / ".cache"
        folder = base / "resolint"
        if not folder.is_dir():
            base.mkdir(parents=True, exist_ok=True)
            folder.mkdir(mode=0o700, exist_ok=True)
        return folder if _is_own(folder.lstat(), stat.S_ISDIR) else None
    except (OSError, RuntimeError):  # RuntimeError: there is no home
        return None


def _is_own(status: os.stat_result, is_kind: Callable[[int], bool]) -> bool:
    """Whether this is of the right kind, belongs to the user, and nobody else can write to it."""
    if not is_kind(status.st_mode):
        return False
    if not hasattr(os, "geteuid"):
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_WRITE


def _cache_file(key: dict[str, Any]) -> Path | None:
    folder = cache_folder()
    if folder is None:
        return None
    number = crc32(os.fsencode(f"{key['path']} {key['compiler']}"))
    return folder / f"{Path(key['path']).stem}-{number:08x}.json"


def _read(file: Path, key: dict[str, Any]) -> tuple[Any] | None:
    """The data of a cache file with this key, or None; never an error."""
    try:
        with os.fdopen(os.open(file, _READ_FLAGS), "rb") as stream:
            status = os.fstat(stream.fileno())
            if not _is_own(status, stat.S_ISREG) or status.st_size > _SIZE_LIMIT:
                return None
            header, _, data = stream.read().partition(b"\n")
        if json.loads(header) != {**key, "sum": crc32(data)}:
            return None
        return (json.loads(data),)
    except (OSError, ValueError, RecursionError):
        return None


def _write(file: Path, key: dict[str, Any], data: Any) -> None:
    """Put a cache file in place in one step; a folder that cannot be written is no error."""
    body = _dump(data).encode()
    header = _dump({**key, "sum": crc32(body)}).encode()
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(header + b"\n" + body)
        draft.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            draft.unlink()
