"""Regular expressions of rules, as strangers may write them: refused where only compiling them does harm."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from linter.packs.shape import Origin
from linter.tables.yamlfile import Place

EXPRESSIONS = ("match", "unless", "where")  # the parameters of the kinds that hold one
_LARGEST = 10_000  # parts, once each repetition is written out as often as it must occur

_parser: Any = re._parser  # type: ignore[attr-defined]  # noqa: SLF001 - the library parses, and has no public door


def check_expressions(parameters: Mapping[str, Any], origin: Origin, place: Place) -> None:
    """Raise RuleError, with the line, for an expression that cannot be read or is beyond all measure."""
    for key in EXPRESSIONS:
        expression = parameters.get(key)
        if isinstance(expression, str) and (problem := _problem(expression)):
            raise origin.error(problem, (*place, key))


def _problem(expression: str) -> str:
    try:
        if _size(_parser.parse(expression)) > _LARGEST:
            return "this expression is too large, with its repetitions written out: shorten it"
        re.compile(expression)
    except (re.error, OverflowError) as error:
        return f"this expression cannot be read: {error}"
    except RecursionError:
        return "this expression is nested too deeply: simplify it"
    return ""


def _size(tree: Any) -> int:
    """The parts of a parsed expression, what must be repeated counted as often."""
    return sum(_size_of(operation, argument) for operation, argument in tree)


def _size_of(operation: Any, argument: Any) -> int:
    repeats = (_parser.MAX_REPEAT, _parser.MIN_REPEAT, _parser.POSSESSIVE_REPEAT)
    if operation in repeats:
        least: int = argument[0]
        return 1 + max(least, 1) * _size(argument[2])
    if operation is _parser.IN:
        return len(argument)
    return 1 + sum(_size(tree) for tree in trees_in(argument))


def trees_in(argument: Any) -> list[Any]:
    """The parsed expressions inside the argument of an operation: alternatives, groups, what lies ahead."""
    if isinstance(argument, _parser.SubPattern):
        return [argument]
    if isinstance(argument, list | tuple):
        return [tree for item in argument for tree in trees_in(item)]
    return []
