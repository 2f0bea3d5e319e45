"""Where results go: standard output in UTF-8 whatever the locale, or a file written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from linter.model.errors import WriteError

_OF_WORD = frozenset({".docx", ".docm", ".dotx", ".dotm"})
_NO_TEXT = _OF_WORD | {".doc", ".odt", ".rtf", ".pdf"}
_WIDEST = 110
_USUAL = 100


def write(result: str | bytes, destination: Path | None = None, *, drafts: Iterable[str | Path] = ()) -> None:
    """Write ``result`` to a file, or to standard output; a reader that went away is no error.

    Raises WriteError where the file is one of the ``drafts`` or other files from which the result was
    made, or has the name of another format.
    """
    data = result if isinstance(result, bytes) else _encoded(result)
    if destination is not None:
        _refuse_draft(destination, drafts)
        _refuse_name(destination, data)
        replace_file(destination, data)
        return
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Python flushes standard output once more when it ends, and must find it open.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refuse_draft(destination: Path, drafts: Iterable[str | Path]) -> None:
    with contextlib.suppress(OSError):
        standing = destination.stat()
        for draft in drafts:
            with contextlib.suppress(OSError, ValueError):
                if os.path.samestat(standing, os.stat(draft)):  # noqa: PTH116 - of names as they were given
                    raise WriteError(
                        "this is a file that was read for it: choose another name", str(destination)
                    )


def _refuse_name(destination: Path, data: bytes) -> None:
    suffix = destination.suffix.lower()
    if data.startswith(b"PK\x03\x04"):
        if suffix and suffix not in _OF_WORD:
            message = "what is to be written is a Word file: give it a name that ends in .docx"
            raise WriteError(message, str(destination))
    elif suffix in _NO_TEXT:
        message = f"what is to be written is text: a name that ends in {suffix} would mislead"
        raise WriteError(message, str(destination))


def _encoded(text: str) -> bytes:
    try:
        return text.encode("utf-8", "surrogateescape")  # file names that are not UTF-8 go out as they came
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace")


def colors(choice: str, destination: Path | None) -> bool:
    """Whether to colour: as asked, or when a person looks at a terminal that shows colours."""
    if choice != "auto":
        return choice == "always"
    dumb = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    return destination is None and not dumb and sys.stdout.isatty()


def width(destination: Path | None = None) -> int:
    """Columns to write in: as many as the terminal has, and in a file always the same.

    They are told as by ``shutil``, which brings along all that packs archives.
    """
    if destination is not None:
        return _USUAL
    given = os.environ.get("COLUMNS", "")
    columns = int(given) if given.isdecimal() else 0
    if columns <= 0:
        with contextlib.suppress(AttributeError, ValueError, OSError):  # there is no terminal, or no output
            columns = os.get_terminal_size(sys.__stdout__.fileno()).columns  # type: ignore[union-attr]
    return min(columns or _USUAL, _WIDEST)


def note(text: str) -> None:
    """Tell a person something that is no result."""
    from linter.reporters.terminal import visible

    sys.stderr.buffer.write(f"{visible(text)}\n".encode("utf-8", "replace"))
    sys.stderr.flush()


def refuse_to_replace(path: Path | None, *, force: bool) -> None:
    """Raise WriteError where a new draft would replace a file, unless a person asks for that."""
    if path is not None and path.exists() and not force:
        raise WriteError("the file exists: choose another name, or replace it with --force", str(path))


def replace_file(path: Path, data: bytes, expected: bytes | None = None) -> None:
    """Give ``path`` this content, whole or not at all, keeping its permissions and following links.

    With ``expected``, refuse when the file no longer holds it: someone else has written meanwhile.
    Raises WriteError.
    """
    from linter.cli.swap import swap

    target = Path(os.path.realpath(path))
    try:
        before = target.stat() if target.exists() else None
        if before and not before.st_mode & 0o222:
            raise WriteError("the file is read-only; nothing was written", str(path))
        if before and not target.is_file():
            target.write_bytes(data)  # a device or a pipe cannot be replaced
            return
        swap(target, data, before, lambda: _refuse_changed(path, target, expected))
    except OSError as error:
        raise WriteError(f"cannot be written: {error.strerror}", str(path)) from error


def _refuse_changed(path: Path, target: Path, expected: bytes | None) -> None:
    if expected is None:
        return
    if not target.exists() or target.read_bytes() != expected:
        raise WriteError("the file was changed while it was being repaired; nothing was written", str(path))
