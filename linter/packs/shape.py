"""Data checked against dataclasses: one description serves validation, loading and the JSON Schema.

A field's type says what a key may hold, its default whether it may be left out. Keys in YAML are
written with hyphens where names have underscores, and a name that is a Python word has one added.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from linter.model.errors import RuleError
from linter.model.values import dataclass
from linter.tables.yamlfile import Lines, Place


def key_of(name: str) -> str:
    """The YAML key of a field."""
    return name.rstrip("_").replace("_", "-")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A suggestion to end a message with, or nothing."""
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), 1)
    return f"; did you mean “{close[0]}”?" if close else ""


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
    hints = _hints(cls)
    fields = {key_of(field.name): field for field in dataclasses.fields(cls)}
    for key in data:
        if key not in fields:
            hint = did_you_mean(key, fields) or f"; known are {', '.join(fields)}"
            raise origin.error(f"unknown key “{key}” in {_noun(cls)}{hint}", (*place, key))
    for key, field in fields.items():
        if key in data:
            _check(hints[field.name], data[key], origin, (*place, key))
        elif whole and field.default is dataclasses.MISSING is field.default_factory:
            raise origin.error(f"{_noun(cls)} needs the key “{key}”", place)
    return data


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls)


def _noun(cls: type) -> str:
    return getattr(cls, "NOUN", cls.__module__.rsplit(".", 1)[-1].replace("_", "-"))


def _check(hint: Any, value: Any, origin: Origin, place: Place) -> None:
    kind = get_origin(hint)
    if not _fits(hint, value):
        suggestion = ""
        if kind is Literal and isinstance(value, str):
            suggestion = did_you_mean(value, [str(option) for option in get_args(hint)])
        raise origin.error(f"“{place[-1]}” must be {describe(hint)}{suggestion}", place)
    if kind in (Union, types.UnionType):
        _check(_option(hint, value), value, origin, place)
    elif kind is tuple:
        for number, item in enumerate([value] if isinstance(value, str) else value):
            _check(get_args(hint)[0], item, origin, (*place, number))
    elif kind in (dict, Mapping):
        for key, item in value.items():
            _check(get_args(hint)[1], item, origin, (*place, key))
    elif dataclasses.is_dataclass(hint):
        validate(hint, value, origin, place)  # type: ignore[arg-type]


def _fits(hint: Any, value: Any) -> bool:
    kind = get_origin(hint)
    if kind is Literal:
        return any(value == option and type(value) is type(option) for option in get_args(hint))
    if kind is tuple:  # one item may stand for a list of one
        return isinstance(value, list) or (isinstance(value, str) and get_args(hint)[0] is str)
    if kind in (dict, Mapping) or dataclasses.is_dataclass(hint):
        return isinstance(value, dict)
    if kind in (Union, types.UnionType):
        return any(_fits(option, value) for option in get_args(hint))
    if hint is type(None):
        return value is None
    if hint is Any:
        return True
    return isinstance(value, hint) and (hint is not int or not isinstance(value, bool))


def describe(hint: Any) -> str:
    """What a key may hold, in words."""
    kind = get_origin(hint)
    if kind is Literal:
        return "one of " + ", ".join(str(option) for option in get_args(hint))
    if kind is tuple:
        return "a list of " + describe(get_args(hint)[0]).removeprefix("a ")
    if kind in (Union, types.UnionType):
        return " or ".join(describe(option) for option in get_args(hint) if option is not type(None))
    if kind in (dict, Mapping) or dataclasses.is_dataclass(hint):
        return "a mapping"
    names = {str: "a text", int: "a whole number", bool: "true or false", float: "a number"}
    return names.get(hint, "a value")


def normalised(cls: type, data: Mapping[str, Any]) -> dict[str, Any]:
    """Checked data with the names of the fields for keys, and lists where one item stood for a list."""
    hints = _hints(cls)
    fields = {key_of(field.name): field.name for field in dataclasses.fields(cls)}
    return {fields[key]: _plain(hints[fields[key]], value) for key, value in data.items()}


def _plain(hint: Any, value: Any) -> Any:
    kind = get_origin(hint)
    if kind in (Union, types.UnionType):
        return None if value is None else _plain(_option(hint, value), value)
    if kind is tuple:
        items = [value] if isinstance(value, str) else value
        return [_plain(get_args(hint)[0], item) for item in items]
    return normalised(hint, value) if dataclasses.is_dataclass(hint) else value  # type: ignore[arg-type]


def _option(hint: Any, value: Any) -> Any:
    return next(option for option in get_args(hint) if _fits(option, value))


def build(cls: type, data: Mapping[str, Any]) -> Any:
    """The dataclass ``cls`` from :func:`normalised` data.

    Types are looked up only where a value holds mappings: most rules have none, and each start pays.
    """
    given: dict[str, Any] = {}
    hints: dict[str, Any] = {}
    for key, value in data.items():
        kind = type(value)
        if kind is dict or (kind is list and value and type(value[0]) is dict):
            hints = hints or _hints(cls)
            given[key] = _built(hints[key], value)
        else:
            given[key] = tuple(value) if kind is list else value
    return cls(**given)


def _built(hint: Any, value: Any) -> Any:
    if get_origin(hint) is tuple:
        return tuple(_built(get_args(hint)[0], item) for item in value)
    if get_origin(hint) in (Union, types.UnionType):
        return _built(_option(hint, value), value)
    return build(hint, value) if dataclasses.is_dataclass(hint) else value  # type: ignore[arg-type]


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
    if dataclasses.is_dataclass(hint):
        return object_schema(hint)  # type: ignore[arg-type]
    names = {str: "string", int: "integer", bool: "boolean", float: "number", type(None): "null"}
    return {"type": names[hint]} if hint in names else {}


def object_schema(cls: type) -> dict[str, Any]:
    """The JSON Schema of a dataclass."""
    hints = _hints(cls)
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
