"""Writing HTML: every text and every value is escaped on its way in."""

from __future__ import annotations

from linter.reporters.markup import escaped


class Html(str):
    """A piece of HTML that is ready; any other string is words still to be escaped."""

    __slots__ = ()


def element(name: str, /, *inner: str, **attributes: object) -> Html:
    """An element around ``inner``. An attribute that is None or False is left out, True stands alone.

    ``class_`` and ``for_`` are written without the stroke, and other strokes in names become hyphens.
    """
    given = "".join(_attribute(key, value) for key, value in attributes.items() if value not in (None, False))
    return Html(f"<{name}{given}>{together(*inner)}</{name}>")


def together(*pieces: str) -> Html:
    """Pieces one after the other."""
    return Html("".join(piece if isinstance(piece, Html) else escaped(piece) for piece in pieces))


def _attribute(key: str, value: object) -> str:
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escaped(str(value))}"'
