"""Markdown: asterisks for emphasis, backslashes before what would be markup."""

from __future__ import annotations

import re

from linter.model.document import Style

_DELIMITERS: dict[Style, tuple[str, str]] = {
    "italic": ("*", "*"),
    "bold": ("**", "**"),
    "strike": ("~~", "~~"),
    "superscript": ("<sup>", "</sup>"),
    "underline": ("<u>", "</u>"),
}
_NEAR = 80
_SPECIAL = re.compile(
    r"[*\\]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|(?<=~)~|<(?=[A-Za-z/!])|\[(?=\^|footnoteRef:|\d{1,4}:)"
    r"|&(?=#?\w{1,31};)|[⁰¹²³⁴-⁹]"
)
_BLOCK_START = re.compile(r"(?:[#>|]|[-+•–](?=\s)|={3}|-{3}|\d{1,3}[.)](?=\s))")


class Markdown:
    """The markup of Markdown as drafts use it."""

    def delimiters(self, style: Style) -> tuple[str, str]:
        """Asterisks, tildes or tags."""
        return _DELIMITERS[style]

    def escape(self, text: str, before: str, after: str) -> str:
        """Put a backslash before what would be markup; a raised digit becomes an entity."""
        context = before[-1:] + text + after[:_NEAR]
        first = len(before[-1:])
        last = first + len(text)
        parts: list[str] = []
        position = first
        for match in _SPECIAL.finditer(context, first, len(context)):
            if match.start() >= last:
                break
            parts += (context[position : match.start()], _escaped(match[0]))
            position = match.end()
        escaped = "".join((*parts, context[position:last]))
        if before in ("", "\n") and (start := _BLOCK_START.match(escaped)):
            place = start.end() - 1
            escaped = f"{escaped[:place]}\\{escaped[place:]}"
        return escaped

    def holds(self, source: str, start: int, end: int, *, opens: bool) -> bool:
        """CommonMark's rule: a run opens where words follow it, and closes where words go before it."""
        character = source[start]
        if character not in "*_~":
            return True
        before = source[max(start - _NEAR, 0) : start].rstrip(character)[-1:]
        after = source[end : end + _NEAR].lstrip(character)[:1]
        inner, outer = (after, before) if opens else (before, after)
        if not inner or inner.isspace():
            return False
        if character == "_" and outer and outer.isalnum():
            return False
        return inner.isalnum() or not outer or not outer.isalnum()


def _escaped(character: str) -> str:
    if character == "&":
        return "&amp;"
    return f"\\{character}" if character.isascii() else f"&#{ord(character)};"


MARKUP = Markdown()
