"""The linters of one run: packs and base texts are loaded once, whatever the number of drafts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from linter.engine.settings import Settings
from linter.model.errors import ReadError
from linter.model.values import replace

if TYPE_CHECKING:
    from linter.engine.lint import Linter
    from linter.grammar import Grammar
    from linter.model.resolution import Resolution
    from linter.packs import RuleBook


class Linters:
    """A linter for each settings that the drafts of a run have; ``grammar`` lets settings ask for it.

    Those for an ``editor`` remember what they have found in paragraphs that stay as they are.
    """

    def __init__(self, *, grammar: bool = True, editor: bool = False) -> None:
        self._grammar = grammar
        self._editor = editor
        self._linters: dict[int, Linter] = {}
        self._books: dict[tuple[Path, ...], RuleBook] = {}

    def linter(self, settings: Settings) -> Linter:
        """The rules under these settings.

        Raises RuleError and ConfigError for packs and settings that are wrong, ReadError for a base without
        text.
        """
        from linter.engine.lint import Linter

        if id(settings) not in self._linters:
            base = _base(settings.base, settings) if settings.base else None
            grammar = grammar_of(settings) if self._grammar else None
            self._linters[id(settings)] = Linter(
                self.book(settings), settings, base, grammar, remembers=self._editor
            )
        return self._linters[id(settings)]

    def book(self, settings: Settings) -> RuleBook:
        """The packs that these settings ask for."""
        from linter.packs import load

        if settings.rules not in self._books:
            self._books[settings.rules] = load(settings.rules)
        return self._books[settings.rules]


def grammar_of(settings: Settings) -> Grammar | None:
    """What looks at grammar under these settings; None where they do not ask for it."""
    if not settings.grammar:
        return None
    from linter.grammar import Grammar  # few ask for it

    return Grammar(settings.grammar_server, settings.grammar_timeout)


def _base(path: Path, settings: Settings) -> Resolution:
    """The text that drafts are based on; raises ReadError for a file that holds none."""
    from linter.engine.recognising import recognised
    from linter.readers import read

    found = recognised(read(str(path)), replace(settings, stage=None))
    if not found.is_draft or found.kind in ("decision", "statement"):
        raise ReadError("no resolution or decision is recognised in it: name the base text", str(path))
    return found
