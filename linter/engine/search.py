"""Finds the drafts in the files and folders that the user names."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from linter.model.errors import ReadError
from linter.readers.foreign import office

OFFICE = frozenset({".doc", ".odt", ".rtf"})  # where LibreOffice is there to open them
SUFFIXES = frozenset({".docx", ".docm", ".md", ".markdown", ".txt", ".html", ".htm", ".xml", ".pdf"})


def search(paths: Iterable[str], excluded: Callable[[Path], bool]) -> Iterator[str | ReadError]:
    """The drafts to read, in the order given and sorted within a folder, each once.

    A file that is named is always read; in folders, hidden ones, Word's lock files, our own reviewed
    copies and what ``excluded`` says are left out. A name that leads nowhere, or a folder without drafts,
    is a ReadError in its place. A path found in a folder is the folder as given, "/" and the rest.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _expand(path, excluded):
            if isinstance(found, ReadError):
                yield found
            elif found not in seen:
                seen.add(found)
                yield found


def _expand(path: str, excluded: Callable[[Path], bool]) -> Iterator[str | ReadError]:
    if path == "-":
        yield path
    elif os.path.isdir(path):  # noqa: PTH112 - no error where one may not look
        inside = _walk(path.rstrip("/") or "/", excluded)
        first = next(inside, None)
        if first is not None:
            yield first
            yield from inside
        else:
            kinds = ", ".join(sorted(SUFFIXES))
            yield ReadError(f"there is no draft in this folder (looked for {kinds})", path)
    else:
        yield _named(path)


def _named(path: str) -> str | ReadError:
    try:
        Path(path).stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return ReadError("there is no such file or folder", path)
    except OSError as error:
        return ReadError(f"the file cannot be read: {error.strerror}", path)
    return path


def _walk(folder: str, excluded: Callable[[Path], bool]) -> Iterator[str | ReadError]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield ReadError(f"the folder cannot be read: {error.strerror}", folder)
        return
    for entry in entries:
        path = f"{folder.rstrip('/')}/{entry.name}"
        if entry.name.startswith(".") or excluded(Path(path)):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(path, excluded)
        elif _is_draft(entry.name) and _is_file(entry):
            yield path


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:
        return True  # a link to where one may not look: reading it tells why


def _is_draft(name: str) -> bool:
    lowered = name.lower()
    suffix = Path(lowered).suffix
    return (
        (suffix in SUFFIXES or (suffix in OFFICE and office() is not None))
        and not name.startswith("~$")
        and not lowered.endswith((".reviewed.docx", ".redline.docx"))
    )
