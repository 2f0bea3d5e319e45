"""A file written beside another that then takes its place in one step.

A run that is killed meanwhile leaves its file behind. Such a file is known by its name, and by the lock that
nobody holds any more; the next run that writes the same draft takes it away.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path

_ENDING = ".resolint-new"


def swap(target: Path, data: bytes, before: os.stat_result | None, check: Callable[[], None]) -> None:
    """Give ``target`` the content ``data``, with the permissions and the owner that it had ``before``.

    ``check`` is asked at the last moment, and raises where the file must stay as it is.
    """
    beginning = f".{target.name[:100]}."
    _take_away(target.parent, beginning)
    handle, temporary = _begun(target.parent, beginning)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            temporary.chmod(before.st_mode & 0o7777 if before else 0o666 & ~_umask())
            if before:
                with contextlib.suppress(OSError):
                    os.chown(temporary, before.st_uid, before.st_gid)
            check()
            if os.name == "nt":
                file.close()  # Windows renames no file that is open
            temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _begun(folder: Path, beginning: str) -> tuple[int, Path]:
    """A new file, locked for as long as it is open."""
    from tempfile import mkstemp

    while True:
        handle, name = mkstemp(prefix=beginning, suffix=_ENDING, dir=folder)
        _lock(handle)
        if os.fstat(handle).st_nlink:
            return handle, Path(name)
        os.close(handle)  # another run took it away before it was locked


def _take_away(folder: Path, beginning: str) -> None:
    """Remove what killed runs have left."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        left = [one.path for one in entries if one.name.startswith(beginning) and one.name.endswith(_ENDING)]
        for path in left:
            with contextlib.suppress(OSError):
                handle = os.open(path, flags)
                try:
                    if _lock(handle, wait=False):
                        Path(path).unlink()
                finally:
                    os.close(handle)


def _lock(handle: int, *, wait: bool = True) -> bool:
    """Whether the file could be locked; never where the system has no such locks."""
    try:
        import fcntl
    except ImportError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
