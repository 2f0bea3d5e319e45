"""Write the pages that are generated from the rules: ``python -m linter.proving.generate``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from linter.packs import load
from linter.packs.editor_schema import pack_schema, rule_file_schema
from linter.packs.reference import reference
from linter.proving.coverage import coverage
from linter.tables.location import rules_folder


def pages() -> dict[Path, str]:
    """Each generated page and what it should hold."""
    book = load()
    folder = rules_folder()
    return {
        folder / "README.md": reference(book),
        folder / "COVERAGE.md": coverage(book),
        folder / "rule-file.schema.json": _as_json(rule_file_schema()),
        folder / "pack.schema.json": _as_json(pack_schema()),
    }


def _as_json(schema: dict[str, Any]) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for path, content in pages().items():
        path.write_text(content, encoding="utf-8")
