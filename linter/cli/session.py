"""One run of a command over files: finding, reading, linting, and what could not be done."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linter.engine.linters import Linters
from linter.engine.search import search
from linter.engine.settings import Resolver, Settings
from linter.model.changes import Refusal
from linter.model.document import Document
from linter.model.errors import ReadError, ResolintError
from linter.model.report import Failure, FileReport, Finding
from linter.model.resolution import Resolution

if TYPE_CHECKING:
    from linter.engine.lint import Linter
    from linter.engine.outcome import Lint
    from linter.facts import Facts
    from linter.packs import RuleBook

FAILED = 2
_SEVERITIES = ("advice", "warning", "error")


class Draft:
    """A file: its bytes as they are (``raw``), the settings that hold for it, and what is read of it."""

    def __init__(self, path: str, raw: bytes, settings: Settings, *, from_stdin: bool = False) -> None:
        self.path = path
        self.raw = raw
        self.settings = settings
        self.from_stdin = from_stdin

    @cached_property
    def document(self) -> Document:
        """What the file says, read when it is asked for; raises ReadError."""
        from linter.readers import read

        return read(self.path, self.raw)

    @cached_property
    def data(self) -> bytes:
        """The bytes to work on: of what LibreOffice had to open (.doc, .odt, .rtf) the Word file it made."""
        return self.document.source.data or self.raw

    def reread(self, document: Document) -> Draft:
        """The same file with another reading of what it says."""
        other = Draft(self.path, self.raw, self.settings, from_stdin=self.from_stdin)
        other.document, other.data = document, self.data
        return other


class Session:
    """What a command works with. ``options`` are fields of Settings from the command line."""

    def __init__(self, config: Path | None = None, options: Mapping[str, Any] | None = None) -> None:
        self._resolver = Resolver(config, options)
        self._linters = Linters()
        self.failures: list[Failure] = []
        self.remarks: list[str] = []
        self.trouble = ""  # why grammar was not looked at in a draft

    def settings(self, path: str) -> Settings:
        """Settings for a file, or with "-" for the folder one is in."""
        return self._resolver.settings(Path("." if path == "-" else path))

    def search(self, places: Sequence[str]) -> list[str | ReadError]:
        """The drafts in files and folders, and in its place an error for what leads nowhere."""
        return list(search(places, lambda path: self._resolver.settings(path).excludes(path)))

    def draft(self, path: str, stdin_filename: str | None = None) -> Draft:
        """The one draft at ``path``; raises ReadError."""
        if Path(path).is_dir():
            raise ReadError("this is a folder: name a draft in it", path)
        name = stdin_filename or "-" if path == "-" else path
        return Draft(name, _bytes(path), self.settings(name), from_stdin=path == "-")

    def recognise(self, draft: Draft) -> Resolution:
        """The structure of a draft, with the organ and stage that settings may force."""
        from linter.engine.recognising import recognised

        return recognised(draft.document, draft.settings)

    def lint(self, draft: Draft) -> Lint:
        """What the rules find in a draft; a rule that breaks down becomes one of ``failures``."""
        lint = self.linter(draft.settings).lint(draft.document)
        self.failures.extend(Failure(draft.path, failure) for failure in lint.failures)
        self.trouble = lint.trouble
        return lint

    def wants_server(self, paths: Iterable[str]) -> bool:
        """Whether one of these drafts is to be looked at by a LanguageTool that is started here."""
        return any(found.grammar and not found.grammar_server for found in map(self.settings, paths))

    @contextmanager
    def guarded(self, path: str) -> Iterator[None]:
        """What goes wrong with one file is noted, and does not keep the others from being done."""
        try:
            yield
        except ResolintError as error:
            self.fail(path, error)
        except Refusal as refusal:
            self.fail(path, ResolintError(f"cannot be repaired: {refusal}"))
        except Exception as error:  # noqa: BLE001
            self.fail(path, unforeseen(error))

    def fail(self, path: str, error: ResolintError) -> None:
        """Note what could not be done; one mistake in the settings of many files is noted once."""
        line = f"line {error.line}: " if error.line else ""
        failure = Failure(error.path or path, line + error.message)
        if failure not in self.failures:
            self.failures.append(failure)

    def linter(self, settings: Settings) -> Linter:
        """The rules under these settings; loaded once."""
        return self._linters.linter(settings)

    def book(self, settings: Settings) -> RuleBook:
        """The packs that these settings ask for; loaded once."""
        return self._linters.book(settings)

    def facts(self) -> Facts:
        """What is known of resolutions, with the user's own tables."""
        from linter.facts import facts_in
        from linter.tables.location import resolutions_table

        return facts_in(resolutions_table(), self.settings("-").facts)

    def status(self, files: Sequence[tuple[FileReport, Settings]]) -> int:
        """The exit status: 2 when something could not be done, 1 when a finding is grave enough, else 0."""
        if self.failures:
            return FAILED
        return int(any(_grave(finding, settings) for file, settings in files for finding in file.findings))


def untold(trouble: str) -> str:
    """What to say when grammar could not be looked at."""
    return f"resolint: grammar is not checked: {trouble}"


def unforeseen(error: Exception) -> ResolintError:
    """What to say of a file that the system refuses, and of an error that is ours, for a report of it."""
    if isinstance(error, OSError) and error.strerror and error.filename:
        return ResolintError(f"the system refuses it: {error.strerror}", str(error.filename))
    import traceback

    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(place.filename).name}:{place.lineno}"
    return ResolintError(f"internal error: {type(error).__name__}: {error} ({where})")


def _grave(finding: Finding, settings: Settings) -> bool:
    if settings.fail_on == "never":
        return False
    return _SEVERITIES.index(finding.severity) >= _SEVERITIES.index(settings.fail_on)


def _bytes(path: str) -> bytes:
    if path == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise ReadError(f"the file cannot be read: {error.strerror}", path) from error
