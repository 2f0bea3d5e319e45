"""Write the pages that are generated from the rules: ``python -m linter.proving.generate``."""

from __future__ import annotations

from pathlib import Path

from linter.packs import load
from linter.packs.reference import reference
from linter.proving.coverage import coverage
from linter.tables.location import rules_folder


def pages() -> dict[Path, str]:
    """Each generated page and what it should hold."""
    book = load()
    folder = rules_folder()
    return {folder / "README.md": reference(book), folder / "COVERAGE.md": coverage(book)}


if __name__ == "__main__":
    for path, content in pages().items():
        path.write_text(content, encoding="utf-8")
