"""What the user has decided: command line over settings file over defaults, each with its origin."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from linter.model.diagnostic import Severity
from linter.model.resolution import Organ, Stage
from linter.model.values import dataclass, field, replace

FailOn = Literal["error", "warning", "advice", "never"]
Agreed = Literal["advice", "hide", "keep"]

COMMAND_LINE = "command line"
DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Settings:
    """Effective settings of one file.

    ``select`` empty means the rules that are on by default; ``organ``, ``stage`` and ``language`` None
    mean that they are recognised. ``ignore_in`` pairs a path pattern with the rules that are silent
    there, ``severity`` a rule with the level that replaces its own. ``rules`` are packs besides the
    built-in ones, ``facts`` tables of resolutions that win over the built-in one. ``base`` is the text that
    the drafts are based on; ``agreed`` says whether findings in wording that stands unchanged in it become
    advice, are left out or keep their level. ``cache`` lets the results of checks be kept in the user's cache
    folder. ``grammar`` asks LanguageTool too: at ``grammar_server`` (an address, "public", or "" for a server
    that is started here), each question for at most ``grammar_timeout`` seconds. ``author`` and ``date``
    (ISO, empty for now) sign tracked changes. ``root`` is the folder that patterns start from. ``origins``
    says for each key that is set who set it.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    organ: Organ | None = None
    stage: Stage | None = None
    language: str | None = None
    rules: tuple[Path, ...] = ()
    facts: tuple[Path, ...] = ()
    base: Path | None = None
    agreed: Agreed = "advice"
    fail_on: FailOn = "warning"
    cache: bool = True
    grammar: bool = False
    grammar_server: str = ""
    grammar_timeout: float = 60.0
    exclude: tuple[str, ...] = ()
    ignore_in: tuple[tuple[str, tuple[str, ...]], ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()
    author: str = "resolint"
    date: str = ""
    root: Path = Path()
    origins: Mapping[str, str] = field(default_factory=dict)

    def origin(self, key: str) -> str:
        """Who set ``key``: "resolint.toml:3", "command line" or "default"."""
        return self.origins.get(key, DEFAULT)

    def excludes(self, path: Path) -> bool:
        """Whether a search leaves ``path`` out."""
        return bool(self.exclude) and any(self._matches(path, pattern) for pattern in self.exclude)

    def ignored_in(self, path: Path) -> frozenset[str]:
        """Rules that are silent in the file ``path``, besides those in ``ignore``."""
        return frozenset(
            rule for pattern, rules in self.ignore_in if self._matches(path, pattern) for rule in rules
        )

    def _matches(self, path: Path, pattern: str) -> bool:
        from linter.engine.globs import matches

        absolute = path.absolute()
        if not absolute.is_relative_to(self.root.absolute()):
            return False
        return matches(absolute.relative_to(self.root.absolute()).as_posix(), pattern)

    def overridden(self, options: Mapping[str, Any]) -> Settings:
        """These settings under command-line ``options``; None and empty options change nothing.

        ``ignore`` and ``rules`` add to what the file says, all else replaces it.
        """
        given = {key: value for key, value in options.items() if value not in (None, ())}
        if not given:
            return self
        for key in ("ignore", "rules"):
            if key in given:
                given[key] = getattr(self, key) + tuple(given[key])
        origins = {**self.origins, **dict.fromkeys(options.keys() & given.keys(), COMMAND_LINE)}
        return replace(self, **given, origins=origins)


class Resolver:
    """Finds the settings of each file: those nearest to it, or one file named for all.

    ``config`` is that one file; ``options`` are the command line's and win over any file.
    """

    def __init__(self, config: Path | None = None, options: Mapping[str, Any] | None = None) -> None:
        self._options = dict(options or {})
        self._by_folder: dict[Path, Settings] = {}
        self._fixed = self._load(config) if config else None

    def settings(self, path: Path) -> Settings:
        """Settings of the file or folder ``path``; raises ConfigError when their file is wrong."""
        if self._fixed is not None:
            return self._fixed
        folder = path.absolute()
        is_folder = os.path.isdir(folder)  # noqa: PTH112 - no error where one may not look
        return self._in_folder(folder if is_folder else folder.parent)

    def _in_folder(self, folder: Path) -> Settings:
        if folder not in self._by_folder:
            file = settings_file(folder)
            if file is not None:
                found = self._load(file)
            elif folder.parent != folder:
                found = self._in_folder(folder.parent)
            else:
                found = Settings().overridden(self._options)
            self._by_folder[folder] = found
        return self._by_folder[folder]

    def _load(self, file: Path) -> Settings:
        from linter.engine.settings_file import load

        return load(file).overridden(self._options)


def settings_file(folder: Path) -> Path | None:
    """The settings file in ``folder`` itself: resolint.toml, or a pyproject.toml that has our table."""
    own = folder / "resolint.toml"
    if os.path.isfile(own):  # noqa: PTH113 - no error where one may not look
        return own
    project = folder / "pyproject.toml"
    try:
        return project if b"[tool.resolint" in project.read_bytes() else None
    except OSError:
        return None
