"""Values made of data that was checked against their class; ``shape`` checks it."""

from __future__ import annotations

import sys
import types
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

from linter.model.values import is_value


def build(cls: type, data: Mapping[str, Any]) -> Any:
    """The dataclass ``cls`` from :func:`normalised` data.

    Types are looked up only where a value holds mappings: most rules have none, and each start pays.
    """
    given: dict[str, Any] = {}
    hints: dict[str, Any] = {}
    for key, value in data.items():
        kind = type(value)
        if kind is dict or (kind is list and value and type(value[0]) is dict):
            hints = hints or types_of(cls)
            given[key] = _built(hints[key], value)
        else:
            given[key] = tuple(value) if kind is list else value
    return cls(**given)


def _built(hint: Any, value: Any) -> Any:
    if get_origin(hint) is tuple:
        return tuple(_built(get_args(hint)[0], item) for item in value)
    if get_origin(hint) in (Union, types.UnionType):
        return _built(fitting(hint, value), value)
    return build(hint, value) if is_value(hint) else value


@cache
def types_of(cls: type) -> dict[str, Any]:
    """The types of a class's fields, by their names.

    ``get_type_hints`` compiles each for itself, and what compiles first makes the classes of syntax trees.
    """
    known = vars(sys.modules[cls.__module__])
    return {name: eval(kind, known) for name, kind in cls.__annotations__.items()}  # noqa: S307


def fitting(hint: Any, value: Any) -> Any:
    """Of a type that leaves a choice, the choice that ``value`` is."""
    return next(option for option in get_args(hint) if fits(option, value))


def fits(hint: Any, value: Any) -> bool:
    """Whether ``value``, as data, is of a type; what stands in it is not looked at."""
    kind = get_origin(hint)
    if kind is Literal:
        return any(value == option and type(value) is type(option) for option in get_args(hint))
    if kind is tuple:  # one item may stand for a list of one
        return isinstance(value, list) or (isinstance(value, str) and get_args(hint)[0] is str)
    if kind in (dict, Mapping) or is_value(hint):
        return isinstance(value, dict)
    if kind in (Union, types.UnionType):
        return any(fits(option, value) for option in get_args(hint))
    if hint is type(None):
        return value is None
    if hint is Any:
        return True
    return isinstance(value, hint) and (hint is not int or not isinstance(value, bool))
