"""HTML: tags for styles, entities before what would be markup."""

from __future__ import annotations

from linter.model.document import Style

_TAGS: dict[Style, str] = {
    "italic": "i", "bold": "b", "superscript": "sup", "underline": "u", "strike": "s",
}  # fmt: skip
_SPECIAL = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


class Html:
    """The markup of HTML."""

    def delimiters(self, style: Style) -> tuple[str, str]:
        """The tags of the style."""
        return f"<{_TAGS[style]}>", f"</{_TAGS[style]}>"

    def escape(self, text: str, before: str, after: str) -> str:  # noqa: ARG002
        """Write ampersands and angle brackets as entities."""
        return text.translate(_SPECIAL)

    def holds(self, source: str, start: int, end: int, *, opens: bool) -> bool:  # noqa: ARG002
        """A tag works wherever it stands."""
        return True


MARKUP = Html()
