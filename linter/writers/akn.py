"""AKN4UN: classes of ``span`` for styles, entities before what would be markup."""

from __future__ import annotations

import re

from linter.model.changes import Refusal
from linter.model.document import Style
from linter.writers.html import Html

_TAG = re.compile(r"<(/?)([\w:.-]+)(?:[^>\"']|\"[^\"]*\"|'[^']*')*?(/?)>")


class Akn(Html):
    """The markup of AKN4UN, as the United Nations' own files use it."""

    def delimiters(self, style: Style) -> tuple[str, str]:
        """A ``span`` of the class of the style; refuses struck words, for which there is none."""
        if style == "strike":
            raise Refusal("AKN4UN has no mark for struck words")
        if style == "superscript":
            return "<sup>", "</sup>"
        return f'<span class="{style}">', "</span>"

    def holds(self, source: str, start: int, end: int, *, opens: bool) -> bool:  # noqa: ARG002
        """Whether the elements from an opening tag to its end are nested, as XML asks."""
        return not opens or _nested(source, start)


def _nested(source: str, start: int) -> bool:
    open_names: list[str] = []
    for tag in _TAG.finditer(source, start):
        closing, name, empty = tag.groups()
        if closing and open_names.pop() != name:
            return False
        if not closing and not empty:
            open_names.append(name)
        if not open_names:
            return True
    return False


MARKUP = Akn()
