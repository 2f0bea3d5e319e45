"""Path patterns of settings, as people know them from .gitignore."""

from __future__ import annotations

import re
from functools import lru_cache

_WILDCARDS = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    anywhere = "/" not in pattern.rstrip("/")
    pieces = re.split(r"(\*\*/|\*\*|\*|\?)", pattern.strip("/").removeprefix("./"))
    body = "".join(_WILDCARDS.get(piece, re.escape(piece)) for piece in pieces)
    return re.compile(f"{'(?:.*/)?' if anywhere else ''}{body}(?:/.*)?", re.DOTALL)


def matches(path: str, pattern: str) -> bool:
    """Whether ``path`` (relative, with "/") or a folder above it is meant by ``pattern``.

    A pattern without "/" is a name at any depth; "*" stays within a name, "**" crosses folders.
    """
    return _compiled(pattern).fullmatch(path) is not None
