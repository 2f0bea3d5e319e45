"""``--watch``: check again whenever a draft, the settings or a rule pack has changed."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NoReturn

from linter.cli.checking import Run
from linter.cli.output import note, write
from linter.model.errors import ResolintError
from linter.model.report import Report
from linter.reporters.wording import count

_BEAT = 0.25  # seconds between two looks
_CLEAR = "\x1b[H\x1b[2J"  # the screen alone: what was there before can still be scrolled to
_SETTINGS = ("resolint.toml", "pyproject.toml")

# When each file was last written, and its length.
Stamps = Mapping[str, tuple[int, int]]


def keep_watching(
    run: Run, show: Callable[[Report], None], *, also: Iterable[Path | None], but: Path | None
) -> NoReturn:
    """Run and show the report, now and after every change, until the user interrupts.

    ``also`` are files besides drafts, settings and rule packs whose change matters; ``but`` is the file that
    the report itself is written to.
    """
    more = [str(path) for path in also if path is not None]
    look = partial(_look, run, more, but.absolute() if but else None)
    while True:
        drafts, seen = look()
        if sys.stdout.isatty():
            write(_CLEAR)
        try:
            show(run()[0])
        except ResolintError as error:
            note(f"resolint: {error}")
        note(f"resolint: watching {count(drafts, 'draft')}; Ctrl-C ends it")
        _wait_for_change(look, seen)


def _wait_for_change(look: Callable[[], tuple[int, Stamps]], seen: Stamps) -> None:
    """Return when something has changed, and then been still for a moment."""
    now = seen
    while now == seen:
        time.sleep(_BEAT)
        now = look()[1]
    before: Stamps = {}
    while now != before:
        time.sleep(_BEAT)
        before, now = now, look()[1]


def _look(run: Run, more: list[str], but: Path | None) -> tuple[int, Stamps]:
    """How many drafts there are, and the state of all files that matter."""
    drafts: list[str] = []
    packs: set[Path] = set()
    with contextlib.suppress(ResolintError):  # settings that cannot be read have been told of
        session = run.workers().session
        drafts = [path for path in session.search(run.places) if isinstance(path, str)]
        packs = {pack for path in drafts for pack in session.settings(path).rules}
    named = {place for place in run.places if place not in drafts}
    files = {*drafts, *more, *_settings_of({*drafts, *named}), *_inside(packs)}
    stamps = {path: _stamp(path) for path in files if but is None or Path(path).absolute() != but}
    return len(drafts), {path: stamp for path, stamp in stamps.items() if stamp is not None}


def _settings_of(places: Iterable[str]) -> Iterator[str]:
    """Where settings for these drafts and folders may lie."""
    starts = {Path(place).absolute() for place in places}
    folders = {folder for start in starts for folder in (start, *start.parents)}
    return (str(folder / name) for folder in folders for name in _SETTINGS)


def _inside(packs: Iterable[Path]) -> Iterator[str]:
    for pack in packs:
        yield from map(str, pack.rglob("*") if pack.is_dir() else [pack])


def _stamp(path: str) -> tuple[int, int] | None:
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
