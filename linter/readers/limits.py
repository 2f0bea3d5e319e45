"""How much is read of one file at most: ten times what any draft has, and what is read in a minute."""

from __future__ import annotations

from linter.model.errors import ReadError
from linter.model.source import Format

_MEGABYTE = 1 << 20
_BYTES: dict[Format, int] = {
    "text": 4 * _MEGABYTE, "markdown": 4 * _MEGABYTE, "html": 32 * _MEGABYTE, "akn4un": 32 * _MEGABYTE,
}  # fmt: skip
_TAGS = 1_000_000
_BLOCKS = 50_000
_WAY_OUT = "split it, or name the draft itself"


def refuse_mass(data: bytes, path: str, format: Format) -> None:  # noqa: A002
    """Raise ReadError for a file that is too large to be read, or has too many tags and entities."""
    most = _BYTES.get(format)
    if most is None:  # Word and PDF have limits of their own
        return
    if len(data) > most:
        raise ReadError(f"the file has more than {most // _MEGABYTE} MB; {_WAY_OUT}", path)
    tags = data.count(b"<") + data.count(b"&") if format in ("html", "akn4un") else 0
    if tags > _TAGS:
        raise ReadError(f"the file has {tags:,} tags and entities, more than {_TAGS:,}; {_WAY_OUT}", path)


def refuse_crowd(blocks: int, path: str) -> None:
    """Raise ReadError for more paragraphs than a draft can have; asked at the end, and on the way there."""
    if blocks > _BLOCKS:
        counted = f"more than {_BLOCKS:,} paragraphs, headings, table cells and footnotes"
        raise ReadError(f"the file has {counted}; {_WAY_OUT}", path)
