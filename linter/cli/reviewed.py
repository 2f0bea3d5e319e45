"""The reviewed copy of a Word file: where it goes, what it says of itself, and when it may be replaced."""

from __future__ import annotations

import hashlib
import os
import re
import struct
from datetime import UTC, datetime
from pathlib import Path

from linter.cli.output import replace_file
from linter.engine.settings import Settings
from linter.model.errors import ConfigError, WriteError

# The end of a zip archive, whose last field is the length of a comment. Word drops the comment when it
# saves a file, so one that still bears ours is as we wrote it.
_END = re.compile(rb"PK\x05\x06.{16}(..)(.*)\Z", re.DOTALL)
_WORD = (".docx", ".docm", ".dotx", ".dotm")
_MADE = b"reviewed by resolint; sha256 of the original: "


def reviewed_path(path: Path) -> Path:
    """``NAME.reviewed.docx`` beside the draft; beside a ``.docm`` or a template one of its kind."""
    suffix = path.suffix if path.suffix.lower() in _WORD else ".docx"
    return path.with_name(f"{path.stem}.reviewed{suffix}")


def stamped(reviewed: bytes, original: bytes) -> bytes:
    """The reviewed file with a mark of where it comes from, in the comment of the archive."""
    end = reviewed.rfind(b"PK\x05\x06")
    comment = _MADE + hashlib.sha256(original).hexdigest().encode()
    return reviewed[: end + 20] + struct.pack("<H", len(comment)) + comment


def refuse_to_lose(path: Path, original: bytes) -> None:
    """Raise WriteError unless ``path`` is free, or an untouched copy of ours of another draft."""
    if not path.exists():
        return
    match = _END.search(path.read_bytes()[-66_000:])
    comment = match[2] if match else b""
    if not comment.startswith(_MADE):
        message = "stands there already and has been worked on: move it away, or give --force to replace it"
        raise WriteError(message, str(path))
    if comment == _MADE + hashlib.sha256(original).hexdigest().encode():
        message = "stands there already for this very draft: give --force to write it again"
        raise WriteError(message, str(path))


def redline_path(path: Path) -> Path:
    """``NAME.redline.docx`` beside the draft NAME, of whatever format."""
    return path.with_name(f"{path.stem}.redline.docx")


def write_copy(copy: Path, data: bytes, original: bytes, *, force: bool) -> Path:
    """Write ``copy``, made from ``original``; where it is.

    Raises WriteError where one stands that must not be replaced, unless by ``force``.
    """
    if not force:
        refuse_to_lose(copy, original)
    replace_file(copy, stamped(data, original))
    return copy


def moment(settings: Settings) -> str:
    """The date of tracked changes, as Word writes it: the setting, SOURCE_DATE_EPOCH, or now.

    Raises ConfigError when the setting is no date.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        if settings.date:
            when = datetime.fromisoformat(settings.date)
        else:
            when = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
    except ValueError as error:
        message = f"the date “{settings.date or epoch}” is none: write 2026-11-20 or 2026-11-20T09:30:00Z"
        raise ConfigError(f"{message} ({settings.origin('date')})") from error
    return (when.astimezone(UTC) if when.tzinfo else when).strftime("%Y-%m-%dT%H:%M:%SZ")
