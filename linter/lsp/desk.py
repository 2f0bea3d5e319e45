"""The settings and rules for each open draft, as the command line would find them, kept up to date."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from linter.engine.lint import Linter
from linter.engine.linters import Linters
from linter.engine.settings import Resolver, Settings
from linter.facts import facts_in

_FILES = ("resolint.toml", "pyproject.toml")

# When each settings file that counts for a folder was last changed, and its size.
_Stamp = tuple[tuple[int, int] | None, ...]


class Desk:
    """Finds the rules for a file; ``config`` and ``options`` are the command line's, as for ``check``."""

    def __init__(self, config: Path | None = None, options: Mapping[str, Any] | None = None) -> None:
        self._config = config
        self._options = dict(options or {})
        self._stamps: dict[Path, _Stamp] = {}
        self.forget()

    def forget(self) -> None:
        """Read settings, packs and tables of facts anew when they are next needed."""
        self._resolver: Resolver | None = None
        self._linters = Linters(grammar=False, editor=True)  # it asks at each keystroke
        self._stamps.clear()
        facts_in.cache_clear()

    def linter(self, path: Path) -> Linter | None:
        """The rules for the file ``path``, None where settings exclude it.

        Raises ConfigError, RuleError and ReadError for settings, packs and a base text that are wrong.
        """
        settings = self._settings(path)
        if settings.excludes(path):
            return None
        return self._linters.linter(settings)

    def _settings(self, path: Path) -> Settings:
        stamp = self._stamp(path.parent)
        if self._stamps.get(path.parent, stamp) != stamp:
            self.forget()
        self._stamps[path.parent] = stamp
        if self._resolver is None:
            self._resolver = Resolver(self._config, self._options)
        return self._resolver.settings(path)

    def _stamp(self, folder: Path) -> _Stamp:
        if self._config is not None:
            return (_changed(self._config),)
        return tuple(_changed(place / name) for place in (folder, *folder.parents) for name in _FILES)


def _changed(file: Path) -> tuple[int, int] | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
