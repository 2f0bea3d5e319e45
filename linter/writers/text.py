"""Plain text: nothing but words."""

from __future__ import annotations

from linter.model.changes import Refusal
from linter.model.document import Style


class PlainText:
    """The markup of plain text, which has none."""

    def delimiters(self, style: Style) -> tuple[str, str]:
        """Refuse: plain text shows no styles."""
        raise Refusal(f"plain text cannot show {style} words")

    def escape(self, text: str, before: str, after: str) -> str:  # noqa: ARG002
        """The text itself."""
        return text

    def holds(self, source: str, start: int, end: int, *, opens: bool) -> bool:  # noqa: ARG002
        """No delimiter ever stands in plain text."""
        return False


MARKUP = PlainText()
