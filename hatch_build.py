"""Puts the built-in packs into the wheel in compiled form too, so that starting parses no YAML."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledPacks(BuildHookInterface[Any]):
    """Compiles ``rules/`` in a folder of its own and adds what comes out to the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the compiled files; an editable installation reads the YAML and needs none."""
        if version == "editable":
            return
        self._folder = tempfile.mkdtemp()
        rules = Path(self._folder) / "rules"
        shutil.copytree(Path(self.root) / "rules", rules)
        sys.path.insert(0, self.root)
        from linter.packs.book import compile_folder
        from linter.packs.folder import PACK_FILE
        from linter.tables.compiled import ship
        from linter.tables.shipping import ship_tables

        ship_tables(rules)
        for pack in sorted(rules.glob(f"*/{PACK_FILE}")):
            ship(pack.parent, compile_folder)
        for compiled in sorted(rules.rglob("*.json")):
            build_data["force_include"][str(compiled)] = (
                f"linter/_rules/{compiled.relative_to(rules).as_posix()}"
            )

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove the folder."""
        if version != "editable":
            shutil.rmtree(self._folder)
