"""Text for a terminal: harmless characters, columns, wrapping, colours."""

from __future__ import annotations

from collections.abc import Mapping

_CONTROLS: Mapping[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    **dict.fromkeys(map(ord, "\t\n\r"), " "),
    0x7F: "\u2421",
    # The rest moves the cursor, or turns the direction of the text that follows.
    **dict.fromkeys(range(0x80, 0xA0), "\ufffd"),
    **dict.fromkeys(
        [0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000)],
        "\ufffd",
    ),
}
_CODES = {
    "bold": "1", "dim": "2", "italic": "3", "underline": "4", "strike": "9",
    "red": "31", "green": "32", "yellow": "33", "blue": "34", "magenta": "35", "cyan": "36",
}  # fmt: skip
_ZERO_WIDTH = ("Mn", "Me", "Cf")


def visible(text: str) -> str:
    """``text`` with a visible character for each that could steer a terminal; the length stays."""
    return text if text.isascii() and text.isprintable() else text.translate(_CONTROLS)


def columns(text: str) -> int:
    """How many columns ``text`` takes: wide characters two, combining and invisible ones none."""
    return len(text) if text.isascii() else sum(map(_character_columns, text))


def _character_columns(character: str) -> int:
    import unicodedata

    if unicodedata.category(character) in _ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most ``width`` columns, broken at spaces; a longer word keeps a line of its own."""
    lines: list[str] = []
    room = 0
    for word in text.split(" "):
        needed = columns(word) + 1
        if lines and needed <= room:
            lines[-1] += f" {word}"
            room -= needed
        else:
            lines.append(word)
            room = width - needed + 1
    return lines


class Paint:
    """Colours and styles on a terminal that shows them, plain text elsewhere."""

    def __init__(self, *, color: bool) -> None:
        self.color = color

    def __call__(self, text: str, style: str) -> str:
        """``text`` in the words of ``style`` ("bold red"), ended where it ends."""
        if not self.color or not text or not style:
            return text
        codes = ";".join(_CODES[word] for word in style.split())
        return f"\x1b[{codes}m{text}\x1b[0m"
