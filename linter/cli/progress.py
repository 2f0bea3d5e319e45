"""How far a long run has come, for a person at a terminal."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

from linter.cli.output import note
from linter.reporters.terminal import visible

_PATIENCE = 1.0  # seconds before anything is said
_BEAT = 0.1


class Progress:
    """One line on standard error that is rewritten, and gone at the end; nothing where nobody looks."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._active = not quiet and sys.stderr.isatty()
        self._next = time.monotonic() + _PATIENCE
        self._done = 0
        self._shown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._clear()

    def step(self, path: str) -> None:
        """Another file is done."""
        self._done += 1
        now = time.monotonic()
        if self._active and now >= self._next:
            self._next = now + _BEAT
            self._shown = True
            sys.stderr.write(f"\r\x1b[K{self._done:,} files … {visible(path)[-60:]}")
            sys.stderr.flush()

    def note(self, text: str) -> None:
        """Say something that stays."""
        self._clear()
        note(text)

    def _clear(self) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False
