"""What ``check`` found in a draft, kept for the next time that the very same draft is checked.

A result holds for the bytes of the draft, its name, the settings, the content of every file that they name
(packs, tables of facts, the base text), the program as it is, and the releases of what reads the draft for
it. It is kept in the user's own cache folder, as data that no code is loaded from.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache as once
from pathlib import Path
from typing import Any, get_args

from linter import __version__, cache
from linter.cli.releases import release, releases
from linter.cli.session import Draft
from linter.engine.settings import Settings
from linter.model.changes import SourceEdit
from linter.model.diagnostic import Edit
from linter.model.report import Context, FileReport, Finding, Position, Range, Repair, Where
from linter.model.source import Span
from linter.model.values import dataclass, replace
from linter.tables.location import is_packaged, rules_folder

_KEPT = 4_096  # results
_VALUES = (FileReport, Finding, Where, Range, Position, Context, Repair, SourceEdit, Span, *get_args(Edit))
_BY_NAME = {made.__name__: made for made in _VALUES}
_TUPLE = ""


@dataclass(frozen=True, slots=True)
class Result:
    """The report on one draft, and what was remarked on it."""

    report: FileReport
    remarks: tuple[str, ...]


class Kept:
    """The place where the result for one draft is kept."""

    def __init__(self, draft: Draft) -> None:
        settings = draft.settings
        parts = [draft.raw, draft.path.encode(), *_settings(settings), *_named(settings)]
        parts += (one.encode() for one in releases(draft.path, draft.raw))
        self._key = {"program": _program(), "python": sys.version, "draft": digest(parts)}
        self._name = f"result-{self._key['draft'][:32]}.json"

    def read(self) -> Result | None:
        """What was found the last time, or None."""
        found = cache.read(self._name, self._key)
        return None if found is None else Result(*map(_value, found[0]))

    def write(self, result: Result) -> None:
        """Keep a result."""
        cache.write(self._name, self._key, [_data(result.report), _data(result.remarks)], kept=_KEPT)


def digest(parts: Iterable[bytes]) -> str:
    """One number for all the parts, in hexadecimal digits; other parts have another."""
    made = _blake2b()(digest_size=32)
    for part in parts:
        made.update(b"%d\n" % len(part))
        made.update(part)
    found: str = made.hexdigest()
    return found


@once
def _blake2b() -> Any:
    """The function itself where it can be had without hashlib, which loads a library for all the others."""
    try:
        from _blake2 import blake2b
    except ImportError:
        from hashlib import blake2b
    return blake2b


def _settings(settings: Settings) -> Iterator[bytes]:
    """The settings but for who set them; paths count by what they lead to, and from where patterns start."""
    yield repr(replace(settings, origins={}, rules=(), facts=(), base=None)).encode()
    yield os.fsencode(Path.cwd())


def _named(settings: Settings) -> Iterator[bytes]:
    """The content of every file that the settings name, each behind its path."""
    files = [*settings.facts, *([settings.base] if settings.base else [])]
    if settings.rules:
        yield release("regex").encode()  # it searches for what the rules of others match
        from linter.packs.folder import PACK_FILE, by_name, pack_folder, topic_files

        for folder in [*map(pack_folder, settings.rules), *by_name().values()]:  # they may extend each other
            files += [folder / PACK_FILE, *topic_files(folder)]
    for file in files:
        content = file.read_bytes() if file.is_file() else b""  # who needs it says that it is missing
        yield os.fsencode(file)
        yield content
        if file == settings.base:
            yield from (one.encode() for one in releases(str(file), content))


@once
def _program() -> str:
    """What tells this program from another: an installed one by its release, a checkout by all its files."""
    package = Path(__file__).parents[1]
    if is_packaged(rules_folder()):
        return f"{__version__} {(package / '__init__.py').stat().st_mtime_ns}"
    return digest(
        f"{entry.path} {status.st_size} {status.st_mtime_ns}".encode()
        for folder in (package, rules_folder())
        for entry in _files(folder)
        for status in [entry.stat()]
    )


def _files(folder: Path) -> Iterator[os.DirEntry[str]]:
    """All files of code, rules and tables below ``folder``, in a fixed order."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_dir() and entry.name != "__pycache__":
                yield from _files(Path(entry.path))
            elif entry.name.endswith((".py", ".yaml", ".tsv")):
                yield entry


def _data(value: Any) -> Any:
    """A value as JSON has it: what is made of other values as a list that begins with its name."""
    if value is None or isinstance(value, (str, int)):
        return value
    if type(value) in _VALUES:
        names = getattr(value, "_fields", None) or value.__slots__
        return [type(value).__name__, *(_data(getattr(value, name)) for name in names)]
    if isinstance(value, tuple):
        return [_TUPLE, *map(_data, value)]
    raise TypeError(f"cannot be kept: {value!r}")


def _value(data: Any) -> Any:
    if not isinstance(data, list):
        return data
    items = map(_value, data[1:])
    return tuple(items) if data[0] == _TUPLE else _BY_NAME[data[0]](*items)
