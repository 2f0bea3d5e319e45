"""Writing XML: only what its first edition allows comes out, and nothing that steers a terminal."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile(
    "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
    "|[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]"
)
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def escaped(text: str) -> str:
    """``text`` fit for an attribute or between tags; other characters become U+FFFD."""
    return _FORBIDDEN.sub("\ufffd", text).translate(_ESCAPES)


def tag(name: str, attributes: dict[str, object], inner: str = "") -> str:
    """An element whose content ``inner`` is XML already."""
    given = "".join(f' {key}="{escaped(str(value))}"' for key, value in attributes.items())
    return f"<{name}{given}>{inner}</{name}>" if inner else f"<{name}{given}/>"
