"""Data checked against dataclasses: one description serves validation, loading and the JSON Schema.

A field's type says what a key may hold, its default whether it may be left out. Keys in YAML are
written with hyphens where names have underscores, and a name that is a Python word has one added.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from typing import Any, Literal, Union, get_args, get_origin

from linter.model.errors import RuleError, did_you_mean, nearest_or_all
from linter.model.values import dataclass, is_value
from linter.packs.made import fits, fitting, types_of
from linter.tables.yamlfile import Lines, Place


def key_of(name: str) -> str:
    """The YAML key of a field."""
    return name.rstrip("_").replace("_", "-")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value stands: the file and the lines of its entries."""

    path: str
    lines: Lines

    def error(self, message: str, place: Place) -> RuleError:
        """An error at an entry of this file."""
        return RuleError(message, self.path, self.lines.at(*place))


def validate(cls: type, data: Any, origin: Origin, place: Place, *, whole: bool = True) -> dict[str, Any]:
    """``data``, once it has the keys and values that the dataclass ``cls`` describes.

    With ``whole`` off nothing need be there. Raises RuleError with file, line and the nearest known key.
    """
    if not isinstance(data, dict):
        raise origin.error(f"a mapping with the keys of {_noun(cls)} is wanted here", place)
    hints = types_of(cls)
    fields = {key_of(field.name): field for field in dataclasses.fields(cls)}
    for key in data:
        if key not in fields:
            hint = nearest_or_all(key, tuple(fields))
            raise origin.error(f"unknown key “{key}” in {_noun(cls)}{hint}", (*place, key))
    for key, field in fields.items():
        if key in data:
            _check(hints[field.name], data[key], origin, (*place, key))
        elif whole and field.default is dataclasses.MISSING is field.default_factory:
            raise origin.error(f"{_noun(cls)} needs the key “{key}”", place)
    return data


def _noun(cls: type) -> str:
    return getattr(cls, "NOUN", cls.__module__.rsplit(".", 1)[-1].replace("_", "-"))


def _check(hint: Any, value: Any, origin: Origin, place: Place) -> None:
    kind = get_origin(hint)
    if not fits(hint, value):
        suggestion = ""
        if kind is Literal and isinstance(value, str):
            suggestion = did_you_mean(value, [str(option) for option in get_args(hint)])
        raise origin.error(f"“{place[-1]}” must be {describe(hint)}{suggestion}", place)
    if kind in (Union, types.UnionType):
        _check(fitting(hint, value), value, origin, place)
    elif kind is tuple:
        for number, item in enumerate([value] if isinstance(value, str) else value):
            _check(get_args(hint)[0], item, origin, (*place, number))
    elif kind in (dict, Mapping):
        for key, item in value.items():
            _check(get_args(hint)[1], item, origin, (*place, key))
    elif is_value(hint):
        validate(hint, value, origin, place)


def describe(hint: Any) -> str:
    """What a key may hold, in words."""
    kind = get_origin(hint)
    if kind is Literal:
        return "one of " + ", ".join(str(option) for option in get_args(hint))
    if kind is tuple:
        return "a list of " + describe(get_args(hint)[0]).removeprefix("a ")
    if kind in (Union, types.UnionType):
        return " or ".join(describe(option) for option in get_args(hint) if option is not type(None))
    if kind in (dict, Mapping) or is_value(hint):
        return "a mapping"
    names = {str: "a text", int: "a whole number", bool: "true or false", float: "a number"}
    return names.get(hint, "a value")


def normalised(cls: type, data: Mapping[str, Any]) -> dict[str, Any]:
    """Checked data with the names of the fields for keys, and lists where one item stood for a list."""
    hints = types_of(cls)
    fields = {key_of(field.name): field.name for field in dataclasses.fields(cls)}
    return {fields[key]: _plain(hints[fields[key]], value) for key, value in data.items()}


def _plain(hint: Any, value: Any) -> Any:
    kind = get_origin(hint)
    if kind in (Union, types.UnionType):
        return None if value is None else _plain(fitting(hint, value), value)
    if kind is tuple:
        items = [value] if isinstance(value, str) else value
        return [_plain(get_args(hint)[0], item) for item in items]
    return normalised(hint, value) if is_value(hint) else value


def json_schema(hint: Any) -> dict[str, Any]:
    """The JSON Schema of a type, for editors."""
    kind = get_origin(hint)
    if kind is Literal:
        return {"enum": list(get_args(hint))}
    if kind is tuple:
        item = json_schema(get_args(hint)[0])
        array = {"type": "array", "items": item}
        return {"anyOf": [array, item]} if get_args(hint)[0] is str else array
    if kind in (Union, types.UnionType):
        return {"anyOf": [json_schema(option) for option in get_args(hint)]}
    if kind in (dict, Mapping):
        return {"type": "object", "additionalProperties": json_schema(get_args(hint)[1])}
    if is_value(hint):
        return object_schema(hint)
    names = {str: "string", int: "integer", bool: "boolean", float: "number", type(None): "null"}
    return {"type": names[hint]} if hint in names else {}


def object_schema(cls: type) -> dict[str, Any]:
    """The JSON Schema of a dataclass."""
    hints = types_of(cls)
    fields = dataclasses.fields(cls)
    required = [
        key_of(field.name)
        for field in fields
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    ]
    schema: dict[str, Any] = {
        "type": "object",
        "properties": {key_of(field.name): json_schema(hints[field.name]) for field in fields},
        "additionalProperties": False,
    }
    return {**schema, "required": required} if required else schema
