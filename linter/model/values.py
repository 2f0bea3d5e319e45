"""Value classes that cost little to define.

``dataclass`` here means what it means in the standard library, for the options we use, but defines a class
in a tenth of the time: the library compiles six functions for each class, and a program that a drafter's
editor starts all day defines nearly a hundred. Type checkers see the library's own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, field
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool = False, slots: bool, eq: bool = True) -> Callable[[type], type]:
        """Make a value class: its annotated names become what it is made of."""
        if not slots:
            raise TypeError("our values have slots: write @dataclass(slots=True)")
        return lambda cls: _made(cls, frozen, eq)


__all__ = ["dataclass", "field"]


def _made(cls: type, frozen: bool, eq: bool) -> type:
    fields = _fields(cls)
    namespace = {key: item for key, item in cls.__dict__.items() if key not in ("__dict__", "__weakref__")}
    for name in fields:
        namespace.pop(name, None)
    namespace |= {
        "__slots__": tuple(fields),
        "__match_args__": tuple(fields),
        "__qualname__": cls.__qualname__,
        "__dataclass_fields__": fields,
        "__dataclass_params__": None,
    }
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    _give(made, "__init__", _initialised_when_used(made, fields))
    values = _values(tuple(fields))
    for name, method in _shared(values, frozen, eq).items():
        _give(made, name, method)
    return made


def _fields(cls: type) -> dict[str, Field[Any]]:
    found: dict[str, Field[Any]] = {}
    for name, annotation in cls.__annotations__.items():
        if str(annotation).startswith("ClassVar"):
            continue
        given = cls.__dict__.get(name, MISSING)
        made: Field[Any] = given if isinstance(given, Field) else field(default=given)
        made.name, made.type = name, annotation
        made._field_type = _FIELD  # type: ignore[attr-defined]  # noqa: SLF001
        found[name] = made
    return found


def _kind_of_field() -> object:
    """The mark by which ``dataclasses.fields`` and ``replace`` know a field of an instance."""
    from dataclasses import _FIELD  # type: ignore[attr-defined]

    return _FIELD


_FIELD = _kind_of_field()


def _initialised_when_used(cls: type, fields: dict[str, Field[Any]]) -> Callable[..., None]:
    """What compiles the function with the first value that is made: many classes are never used in a run."""

    def __init__(self: Any, *given: Any, **named: Any) -> None:  # noqa: N807
        real = _initialiser(cls, fields)
        cls.__init__ = real  # type: ignore[misc]
        real(self, *given, **named)

    return __init__


def _initialiser(cls: type, fields: dict[str, Field[Any]]) -> Callable[..., None]:
    """The one function that is compiled for a class; it sets the slots directly, frozen or not."""
    known: dict[str, Any] = {"_MISSING": MISSING}
    parameters, body = [], []
    for name, made in fields.items():
        known[f"_set_{name}"] = getattr(cls, name).__set__
        if made.default_factory is not MISSING:
            known[f"_new_{name}"] = made.default_factory
            parameters.append(f"{name}=_MISSING")
            body.append(f" _set_{name}(self, _new_{name}() if {name} is _MISSING else {name})")
            continue
        if made.default is not MISSING:
            known[f"_default_{name}"] = made.default
            parameters.append(f"{name}=_default_{name}")
        else:
            parameters.append(name)
        body.append(f" _set_{name}(self, {name})")
    if hasattr(cls, "__post_init__"):
        body.append(" self.__post_init__()")
    source = f"def __init__(self, {', '.join(parameters)}):\n" + ("\n".join(body) or " pass")
    exec(source, known)  # noqa: S102 - the names are those of the class body
    made_function: Callable[..., None] = known["__init__"]
    return made_function


def _values(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _shared(values: Callable[[Any], tuple[Any, ...]], frozen: bool, eq: bool) -> dict[str, Any]:
    def __eq__(self: Any, other: object) -> Any:  # noqa: N807
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(values(self))

    def __reduce__(self: Any) -> tuple[type, tuple[Any, ...]]:  # noqa: N807
        return self.__class__, values(self)

    methods: dict[str, Any] = {"__reduce__": __reduce__, "__repr__": _repr}
    if eq:
        methods |= {"__eq__": __eq__, "__hash__": __hash__ if frozen else None}
    if frozen:
        methods |= {"__setattr__": _refuse, "__delattr__": _refuse}
    return methods


def _give(cls: type, name: str, method: Any) -> None:
    if name not in cls.__dict__ or (name == "__hash__" and cls.__dict__[name] is None):
        setattr(cls, name, method)


def _repr(self: Any) -> str:
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)
    return f"{self.__class__.__qualname__}({shown})"


def _refuse(self: object, name: str, *_: object) -> None:
    raise FrozenInstanceError(f"cannot change “{name}” of {self!r}")
