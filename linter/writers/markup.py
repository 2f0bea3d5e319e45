"""How a text format writes what is not words: the small part in which the formats differ."""

from __future__ import annotations

from typing import Protocol

from linter.model.document import Style


class Markup(Protocol):
    """The markup of one text format."""

    def delimiters(self, style: Style) -> tuple[str, str]:
        """What opens and closes a style. Raises Refusal where the format cannot show it."""
        ...

    def escape(self, text: str, before: str, after: str) -> str:
        """``text`` written so that it is read as these words.

        ``before`` and ``after`` are some characters that stand next to it in the source; nothing before
        means that a block begins with it.
        """
        ...

    def holds(self, source: str, start: int, end: int, *, opens: bool) -> bool:
        """Whether the delimiter ``source[start:end]`` opens or closes a style where it stands."""
        ...
