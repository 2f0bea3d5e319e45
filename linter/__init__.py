"""resolint reads, checks and repairs draft resolutions of the United Nations.

``linter.lint`` reports what an editor would change, ``linter.fix`` gives the repaired draft, and
``linter.read`` the document that both work on. They are imported when they are first used.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # what typing says too; importing it would cost each start
if TYPE_CHECKING:
    from typing import Any

    from linter.api import fix, lint, read
    from linter.model.diagnostic import Diagnostic
    from linter.model.document import Document

__version__ = "0.1.0"
__all__ = ["Diagnostic", "Document", "__version__", "fix", "lint", "read"]

_HOMES = {
    "Diagnostic": "linter.model.diagnostic",
    "Document": "linter.model.document",
    "fix": "linter.api",
    "lint": "linter.api",
    "read": "linter.api",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
