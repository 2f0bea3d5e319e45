from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest

from linter.packs.editor_schema import pack_schema, rule_file_schema
from linter.tables.location import rules_folder
from linter.tables.yamlfile import parse_yaml, read_yaml

FILES = sorted(path for path in rules_folder().glob("*/*.yaml") if path.parent.name != "tables")


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_built_in_file_fits_the_schema_that_editors_use(path: Path) -> None:
    schema = pack_schema() if path.name == "pack.yaml" else rule_file_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(read_yaml(path)[0], schema)


@pytest.mark.parametrize(
    "with_", ["{match: x, needs: [x], mtach: y}", "{needs: [x]}", "{match: 1, needs: [x]}"]
)
def test_the_schema_checks_the_parameters_of_the_kind(with_: str) -> None:
    text = (
        "topic: T\nrules:\n  - {name: n, summary: S., kind: pattern, in: text, severity: advice, "
        f"message: M., why: W., source: {{title: T}}, convention: c, examples: [], with: {with_}}}"
    )
    content: Any = parse_yaml(text, "t.yaml")[0]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(content, rule_file_schema())
