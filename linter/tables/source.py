"""A table's file, its entries with their lines, and errors that name both."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from linter.model.errors import RuleError, did_you_mean, nearest_or_all
from linter.model.values import dataclass
from linter.tables.compiled import load
from linter.tables.location import rules_folder

if TYPE_CHECKING:
    from linter.tables.yamlfile import Lines


def table_path(name: str) -> Path:
    """The file of the built-in table ``name``."""
    return rules_folder() / "tables" / f"{name}.yaml"


def load_table(name: str, compiler: Callable[[Path], Any]) -> Any:
    """The compiled form of the built-in table ``name``."""
    return load(table_path(name), compiler)


@dataclass(frozen=True, slots=True)
class TableFile:
    """A table as read from YAML, for checking."""

    path: Path
    content: dict[str, Any]
    lines: Lines

    @classmethod
    def read(cls, path: Path) -> TableFile:
        """Read ``path``; its top level is a mapping. Raises RuleError."""
        from linter.tables.yamlfile import read_yaml

        content, lines = read_yaml(path)
        if not isinstance(content, dict):
            raise RuleError("a table is a mapping from a language (“en”) to its entries", str(path), 1)
        return cls(path, content, lines)

    def fail(self, message: str, *place: str | int) -> NoReturn:
        """Raise the RuleError for the entry at ``place``."""
        raise RuleError(message, str(self.path), self.lines.at(*place))

    def mapping(self, *place: str | int) -> dict[str, Any]:
        """The mapping at ``place``."""
        found = self._at(place)
        if not isinstance(found, dict):
            self.fail("expected a mapping (key: value)", *place)
        return found

    def sequence(self, *place: str | int) -> list[Any]:
        """The list at ``place``."""
        found = self._at(place)
        if not isinstance(found, list):
            self.fail("expected a list (- item)", *place)
        return found

    def words(self, *place: str | int) -> list[str]:
        """The list of texts at ``place``; one text counts as a list of one."""
        found = self._at(place)
        if isinstance(found, str):
            return [found]
        if not isinstance(found, list) or not all(isinstance(item, str) for item in found):
            self.fail("expected a list of texts in square brackets", *place)
        return found

    def text(self, *place: str | int) -> str:
        """The text at ``place``."""
        found = self._at(place)
        if not isinstance(found, str):
            self.fail("expected a text (put it in quotation marks)", *place)
        return found

    def known_keys(self, known: Iterable[str], *place: str | int) -> None:
        """Refuse keys of the mapping at ``place`` that are not among ``known``."""
        known = tuple(known)
        for key in self.mapping(*place):
            if key not in known:
                self.fail(f"unknown key “{key}”{nearest_or_all(key, sorted(known))}", *place, key)

    def choice(self, known: Iterable[str], *place: str | int) -> str:
        """The text at ``place``, which must be one of ``known``."""
        known = tuple(known)
        value = self._at(place)
        value = str(value).lower() if isinstance(value, bool) else self.text(*place)
        if value not in known:
            self.fail(f"“{value}” is not one of {', '.join(known)}{did_you_mean(value, known)}", *place)
        return value

    def _at(self, place: tuple[str | int, ...]) -> Any:
        found: Any = self.content
        for key in place:
            if isinstance(found, dict) and key not in found:
                self.fail(f"the key “{key}” is missing", *place)
            found = found[key]
        return found
