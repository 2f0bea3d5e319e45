"""What goes wrong, said so that the reader can mend it: file, place, way out."""

from collections.abc import Iterable, Sequence


class ResolintError(Exception):
    """The program could not do its work (exit status 2).

    ``message`` says what is wrong and what to do; ``path`` names the file as the user gave it, or is
    empty; ``line`` is counted from 1 and None where the file has no lines.
    """

    def __init__(self, message: str, path: str = "", line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.message}" if place else self.message


class ReadError(ResolintError):
    """A draft cannot be read: missing, empty, binary, encrypted, damaged, too large."""


class WriteError(ResolintError):
    """A repaired draft cannot be written, or must not be."""


class RuleError(ResolintError):
    """A rule file, a table or a pack is wrong."""


class ConfigError(ResolintError):
    """A settings file or a combination of options is wrong."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A suggestion to end a message with, or nothing."""
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), 1)
    return f"; did you mean “{close[0]}”?" if close else ""


def nearest_or_all(word: str, known: Sequence[str]) -> str:
    """A suggestion to end a message with, or the list of what is known where nothing is near."""
    return did_you_mean(word, known) or f"; known are {', '.join(known)}"
