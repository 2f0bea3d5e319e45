"""The JSON Schema of rule files and packs, for editors that complete and check YAML as it is typed."""

from __future__ import annotations

from typing import Any

from linter.checks import KINDS, module_of
from linter.packs.files import PackForm, TopicForm
from linter.packs.rule import RuleForm
from linter.packs.shape import json_schema, object_schema

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def rule_file_schema() -> dict[str, Any]:
    """The schema of a file of rules; ``with`` is checked by the kind of each rule."""
    rule = object_schema(RuleForm)
    rule["properties"]["kind"] = {"enum": list(KINDS)}
    rule["allOf"] = [_kind_decides(kind) for kind in KINDS]
    schema = object_schema(TopicForm)
    schema["properties"]["rules"] = {"type": "array", "items": rule}
    return {"$schema": _DRAFT, "title": "resolint: a file of rules", **schema}


def pack_schema() -> dict[str, Any]:
    """The schema of ``pack.yaml``."""
    return {"$schema": _DRAFT, "title": "resolint: a rule pack", **object_schema(PackForm)}


def _kind_decides(kind: str) -> dict[str, Any]:
    return {
        "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
        "then": {"properties": {"with": json_schema(module_of(kind).Params)}},
    }
