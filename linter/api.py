"""The public Python interface, behind :mod:`linter`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from linter.engine.lint import Linter
from linter.engine.linters import grammar_of
from linter.engine.report import file_report
from linter.engine.settings import Settings
from linter.fixing import fix as make_fixes
from linter.fixing import rendered
from linter.model.document import Document
from linter.model.report import FileReport
from linter.packs import load
from linter.readers import read as read_file


def read(draft: str | os.PathLike[str] | bytes, *, name: str = "draft.md") -> Document:
    """The document in a file (a path), or in ``draft`` itself (bytes) under the file name ``name``.

    Raises ReadError for what cannot be read.
    """
    if isinstance(draft, bytes):
        return read_file(name, draft)
    return read_file(os.fspath(draft))


def lint(
    draft: str | os.PathLike[str] | bytes | Document,
    *,
    name: str = "draft.md",
    base: str | os.PathLike[str] | bytes | Document | None = None,
    rules: Sequence[Path] = (),
    **settings: Any,
) -> FileReport:
    r"""What the rules find in a draft: a path, its bytes (under ``name``), or a document that was read.

    ``base`` is the text that the draft is based on, or amends. ``rules`` are packs besides the built-in ones;
    ``settings`` are fields of
    :class:`linter.engine.settings.Settings` (``select``, ``ignore``, ``organ``, ``stage`` …). No settings
    file is looked for. Raises ReadError, RuleError and ConfigError.

    >>> report = lint(b"*The General Assembly*,\n\nRecalling its work,\n\n*Decides* to go on.\n")
    >>> [finding.excerpt for finding in report.findings]
    ['Recalling']
    """
    document = draft if isinstance(draft, Document) else read(draft, name=name)
    return file_report(_linter(rules, settings, base, name).lint(document))


def fix(
    draft: str | os.PathLike[str] | bytes,
    *,
    name: str = "draft.md",
    suggested: bool = False,
    base: str | os.PathLike[str] | bytes | Document | None = None,
    rules: Sequence[Path] = (),
    **settings: Any,
) -> bytes:
    r"""The repaired draft, as the bytes of a file of its format; nothing is written.

    The safe fixes are made, and with ``suggested`` those too that a person should look at. A Word file comes
    back with tracked changes. Raises what :func:`lint` raises, and WriteError for a file that must not be
    changed.

    >>> fix(b"*The General Assembly*,\n\nRecalling its work,\n\n*Decides* to go on.\n").decode()
    '*The General Assembly*,\n\n*Recalling* its work,\n\n*Decides* to go on.\n'
    """
    linter = _linter(rules, settings, base, name)
    return rendered(make_fixes(read(draft, name=name), linter, suggested=suggested), linter)


def _linter(
    rules: Sequence[Path],
    settings: dict[str, Any],
    base: str | os.PathLike[str] | bytes | Document | None,
    name: str,
) -> Linter:
    effective = Settings(**settings)
    plain = Linter(load(rules), effective, grammar=grammar_of(effective))
    if base is None:
        return plain
    document = base if isinstance(base, Document) else read(base, name=name)
    return Linter(plain.book, effective, plain.recognise(document), grammar_of(effective))
