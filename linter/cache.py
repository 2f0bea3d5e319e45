"""The user's own cache folder: files that spare work, and that are never trusted further than that.

A cache file is only an economy: one that is missing, stale, damaged, or not the user's alone counts as
absent, and a folder that cannot be written is no error. Files are JSON, written in one step, readable by
their owner only.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
from binascii import crc32
from collections.abc import Callable
from pathlib import Path
from typing import Any

_SIZE_LIMIT = 32_000_000
_READ_FLAGS = os.O_RDONLY
for _name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"):  # not every system has each
    _READ_FLAGS |= getattr(os, _name, 0)
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH

Key = dict[str, Any]


def folder() -> Path | None:
    """The user's cache folder for resolint, made if need be; None if there is none that is safe to use."""
    base = Path(os.environ.get("XDG_CACHE_HOME", ""))
    try:
        if not base.is_absolute():
            base = Path.home() / ".cache"
        own = base / "resolint"
        if not own.is_dir():
            base.mkdir(parents=True, exist_ok=True)
            own.mkdir(mode=0o700, exist_ok=True)
        return own if _is_own(own.lstat(), stat.S_ISDIR) else None
    except (OSError, RuntimeError):  # RuntimeError: there is no home
        return None


def _is_own(status: os.stat_result, is_kind: Callable[[int], bool]) -> bool:
    """Whether this is of the right kind, belongs to the user, and nobody else can write to it."""
    if not is_kind(status.st_mode):
        return False
    if not hasattr(os, "geteuid"):
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_WRITE


def read(name: str, key: Key) -> tuple[Any] | None:
    """The data of the cache file ``name`` if it was written with this key, in a tuple; else None."""
    own = folder()
    if own is None:
        return None
    try:
        with os.fdopen(os.open(own / name, _READ_FLAGS), "rb") as stream:
            status = os.fstat(stream.fileno())
            if not _is_own(status, stat.S_ISREG) or status.st_size > _SIZE_LIMIT:
                return None
            content = stream.read()
        end = content.find(b"\n") + 1
        data = memoryview(content)[end:]  # a copy of half a megabyte would be felt at each start
        if json.loads(content[:end]) != {**key, "sum": crc32(data)}:
            return None
        return (json.loads(str(data, "ascii")),)
    except (OSError, ValueError, RecursionError):
        return None


def write(name: str, key: Key, data: Any, *, kept: int = 0) -> None:
    """Put ``data`` into the cache file ``name``, to be found with this key.

    With ``kept``, of the files whose names begin alike, up to the first hyphen, only so many stay: the oldest
    beyond them go, now and then.
    """
    own = folder()
    if own is None:
        return
    try:
        body = dump(data).encode()
    except UnicodeEncodeError:  # half of a character, which no file can hold
        return
    header = dump({**key, "sum": crc32(body)}).encode()
    draft = own / f"{name}.{os.getpid()}"
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(header + b"\n" + body)
        draft.replace(own / name)
    except OSError:
        with contextlib.suppress(OSError):
            draft.unlink()
    if kept and name.endswith("0.json"):  # names end in digits of a sum, so that this is one in sixteen
        _prune(own, name.partition("-")[0] + "-", kept)


def dump(content: Any) -> str:
    """``content`` as JSON without needless spaces."""
    return json.dumps(content, separators=(",", ":"))  # ASCII: an expression may hold half a character


def _prune(own: Path, prefix: str, kept: int) -> None:
    with contextlib.suppress(OSError), os.scandir(own) as entries:
        files = [(entry.stat().st_mtime_ns, entry.path) for entry in entries if entry.name.startswith(prefix)]
        for _, path in sorted(files, reverse=True)[kept:]:
            Path(path).unlink(missing_ok=True)
