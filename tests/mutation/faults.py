"""Small faults that can be planted in the functions of a file, each in one place."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import CodeType
from typing import Any, NamedTuple

_SIGNS: dict[type[ast.AST], tuple[Any, ...]] = {
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt), ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt), ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,), ast.And: (ast.Or,), ast.Or: (ast.And,),
    ast.Add: (ast.Sub,), ast.Sub: (ast.Add,), ast.Mult: (ast.FloorDiv,), ast.BitOr: (ast.BitAnd,),
}  # fmt: skip
_NAMES = {
    "min": "max", "max": "min", "any": "all", "all": "any", "startswith": "endswith",
    "endswith": "startswith",
    "find": "rfind", "rfind": "find", "match": "search", "fullmatch": "match", "search": "match",
    "strip": "lstrip", "lstrip": "rstrip", "rstrip": "lstrip",
}  # fmt: skip
_LEFT_ALONE = ("annotation", "args", "ctx", "decorator_list", "returns")
_MANY = 10


class Fault(NamedTuple):
    """``new`` in the place of ``old``, a part of the module ``tree``.

    ``lines`` are those on which it and the statement around it begin; ``function`` is the name of the
    outermost function and its first line.
    """

    path: Path
    lines: tuple[int, int]
    function: tuple[str, int]
    tree: ast.Module
    old: ast.AST
    new: ast.AST
    put: Callable[[ast.AST], None]

    @property
    def change(self) -> str:
        """What was written, and what stands there instead."""
        return "  →  ".join(" ".join(ast.unparse(one).split()) for one in (self.old, self.new))

    def code(self) -> CodeType:
        """The code of the outermost function with the fault in it."""
        self.put(self.new)
        waiting = [compile(ast.fix_missing_locations(self.tree), self.path, "exec")]
        self.put(self.old)
        for one in waiting:
            waiting += [inner for inner in one.co_consts if isinstance(inner, CodeType)]
        return next(one for one in waiting if (one.co_name, one.co_firstlineno) == self.function)


def faults(path: Path) -> Iterator[Fault]:
    """All faults of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    scopes = [
        *tree.body,
        *(one for scope in tree.body if isinstance(scope, ast.ClassDef) for one in scope.body),
    ]
    for scope in scopes:
        if isinstance(scope, ast.FunctionDef):
            function = scope.name, min([scope.lineno, *(one.lineno for one in scope.decorator_list)])
            for place in range(ast.get_docstring(scope) is not None, len(scope.body)):
                put = partial(scope.body.__setitem__, place)
                for line, statement, old, new, setter in _within(scope.body[place], put, scope.lineno):
                    yield Fault(path, (line, statement), function, tree, old, new, setter)


def _within(node: ast.AST, put: Callable[..., None], statement: int) -> Iterator[tuple[Any, ...]]:
    """The faults of a part of a function, which ``put`` replaces."""
    statement = node.lineno if isinstance(node, ast.stmt) else statement
    for new in _variants(node):
        yield getattr(node, "lineno", statement), statement, node, ast.copy_location(new, node), put
    if isinstance(node, ast.Raise | ast.JoinedStr):
        return
    for name, child in ast.iter_fields(node):
        if name in _LEFT_ALONE and not isinstance(node, ast.Call):
            continue
        if isinstance(child, ast.AST):
            yield from _within(child, partial(setattr, node, name), statement)
        for index, one in enumerate(child if isinstance(child, list) else ()):
            if isinstance(one, ast.AST):
                yield from _within(one, partial(child.__setitem__, index), statement)


def _variants(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare(left, [sign], rest):
            yield from (ast.Compare(left, [other()], rest) for other in _SIGNS[type(sign)])
        case ast.BoolOp(sign, values):
            yield ast.BoolOp(_SIGNS[type(sign)][0](), values)
            yield from values if len(values) == 2 else ()
        case ast.UnaryOp(ast.Not(), operand):
            yield operand
        case ast.BinOp(left, sign, right) if type(sign) in _SIGNS:
            yield ast.BinOp(left, _SIGNS[type(sign)][0](), right)
        case ast.Name(name, ast.Load()) if name in _NAMES:
            yield ast.Name(_NAMES[name], ast.Load())
        case ast.Attribute(value, name, ast.Load()) if name in _NAMES:
            yield ast.Attribute(value, _NAMES[name], ast.Load())
        case ast.Slice(lower, upper, step):
            yield from ([ast.Slice(None, upper, step)] if lower else [])
            yield from ([ast.Slice(lower, None, step)] if upper else [])
        case ast.Constant(value):
            yield from (ast.Constant(other) for other in _values(value))
        case ast.stmt():
            yield from _statements(node)


def _statements(node: ast.stmt) -> Iterator[ast.stmt]:
    match node:
        case ast.Return(ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield ast.Return(ast.Constant(None))
        case ast.If(test, body, other):
            yield ast.If(ast.UnaryOp(ast.Not(), test), body, other)
        case ast.Expr(ast.Call() | ast.Yield() | ast.YieldFrom()) | ast.Raise() | ast.AugAssign():
            yield ast.Pass()
        case ast.Continue() | ast.Break():
            yield ast.Break() if isinstance(node, ast.Continue) else ast.Continue()


def _values(value: object) -> Iterator[str | int]:
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield from (value * 2, value // 2) if value > _MANY else (value + 1,)
    elif isinstance(value, str):
        yield "" if value else "x"
