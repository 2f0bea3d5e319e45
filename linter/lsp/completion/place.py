"""Where the drafter types, and what is offered there."""

from __future__ import annotations

import re

from lsprotocol import types

from linter.engine.recognising import words_of
from linter.lsp.reading import Reading
from linter.model.source import Span
from linter.model.values import dataclass
from linter.model.vocabulary import Vocabulary

_BACK = 400
_BOUNDARY = re.compile(
    r"\n[ \t]*\r?\n|<(?:/?(?:p|li|div|td|h\d|content|heading)\b[^>]*|br\s*/?)>", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can stand in the place of ``span`` of the text.

    ``typed`` is what the drafter would have to type to choose it.
    """

    label: str
    text: str
    span: Span
    typed: str
    kind: types.CompletionItemKind
    detail: str = ""
    documentation: str = ""


class Place:
    """A place in a draft: ``before`` stands before it in its paragraph, ``after`` on its line."""

    def __init__(self, reading: Reading, offset: int) -> None:
        content = reading.text.content
        self.reading = reading
        self.offset = offset
        first = max(offset - _BACK, 0)
        begun = first
        for boundary in _BOUNDARY.finditer(content, first, offset):
            begun = boundary.end()
        self.before = content[begun:offset]
        self.begins = begun > first or first == 0
        end = content.find("\n", offset)
        self.after = content[offset : end if end >= 0 else len(content)].rstrip("\r")

    @property
    def words(self) -> Vocabulary:
        """The vocabulary of the draft's language."""
        return words_of(self.reading.linter.settings)

    def back(self, length: int) -> Span:
        """The last ``length`` characters before the place."""
        return Span(self.offset - length, self.offset)
