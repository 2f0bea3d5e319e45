"""Value classes that cost little to define.

``dataclass`` and ``NamedTuple``, ``field`` and ``replace`` here mean what they mean in the standard library,
for the options we use, but define a class in a tenth of the time: the library compiles six functions for each
class of the one sort, one for each of the other with all its annotations, and imports what it needs for that;
and a program that a drafter's editor starts all day defines more than a hundred. Type checkers see the
library's own.
"""

from __future__ import annotations

from collections import _tuplegetter  # type: ignore[attr-defined]
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any

from linter.model.constructors import INITIALISERS, MAKERS, PARTS

if TYPE_CHECKING:
    from dataclasses import Field, dataclass, field, replace  # noqa: TID251
    from typing import NamedTuple  # noqa: TID251
else:

    def dataclass(*, frozen: bool = False, slots: bool, eq: bool = True) -> Callable[[type], type]:
        """Make a value class: its annotated names become what it is made of."""
        if not slots:
            raise TypeError("our values have slots: write @dataclass(slots=True)")
        return lambda cls: _made(cls, frozen, eq)

    def field(*, default_factory: Callable[[], Any]) -> _Anew:
        """Stands behind a name of a value class for what is made anew for each value."""
        return _Anew(default_factory)

    def replace(value: Any, /, **changes: Any) -> Any:
        """The same value but for these changes."""
        cls = value.__class__
        given = [
            changes.pop(name) if name in changes else getattr(value, name) for name in cls.__match_args__
        ]
        return cls(*given, **changes)  # what is left is no name of a field: the class refuses it

    class _Tuples(type):
        """Makes the class that the body of a ``NamedTuple`` describes."""

        def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> type:
            return _tuple_class(name, namespace) if bases else super().__new__(cls, name, bases, namespace)

    class NamedTuple(metaclass=_Tuples):
        """What the annotated names of the class are, as a tuple."""


__all__ = ["NamedTuple", "dataclass", "field", "is_value", "replace"]

Given = Mapping[str, Any]  # what stands behind “=” in the body of a class
_LEFT_OUT: Any = object()


class _Anew:
    """What a value is given where nothing else is: something new each time."""

    __slots__ = ("make",)

    def __init__(self, make: Callable[[], Any]) -> None:
        self.make = make


def is_value(kind: Any) -> bool:
    """Whether this is a value class, as the library's ``is_dataclass`` tells."""
    return isinstance(kind, type) and "__dataclass_fields__" in vars(kind)


def _made(cls: type, frozen: bool, eq: bool) -> type:
    names = tuple(name for name, kind in cls.__annotations__.items() if not str(kind).startswith("ClassVar"))
    namespace = {key: item for key, item in cls.__dict__.items() if key not in ("__dict__", "__weakref__")}
    given = {name: namespace.pop(name) for name in names if name in namespace}
    namespace |= {
        "__slots__": names,
        "__match_args__": names,
        "__qualname__": cls.__qualname__,
        "__dataclass_fields__": _FieldsWhenAsked(names, given),
        "__dataclass_params__": None,
    }
    methods = {"__init__": _initialised_when_used(names, given), **_shared(_values(names), frozen, eq)}
    if namespace.get("__hash__") is None:  # so a class body has it that defines equality alone
        namespace.pop("__hash__", None)
    # A class that is made with its methods costs a fraction of one that is given them afterwards.
    return type(cls)(cls.__name__, cls.__bases__, {**methods, **namespace})


class _FieldsWhenAsked:
    """The library's description of a class, for its ``fields`` and ``replace``: most classes need none."""

    def __init__(self, names: tuple[str, ...], given: Given) -> None:
        self._names, self._given = names, given

    def __get__(self, _instance: object, cls: type) -> dict[str, Field[Any]]:
        from dataclasses import _FIELD, MISSING, field  # type: ignore[attr-defined]

        found: dict[str, Field[Any]] = {}
        for name in self._names:
            default = self._given.get(name, MISSING)
            is_anew = isinstance(default, _Anew)
            made: Field[Any] = field(default_factory=default.make) if is_anew else field(default=default)
            made.name, made.type = name, cls.__annotations__[name]
            made._field_type = _FIELD  # type: ignore[attr-defined]  # noqa: SLF001
            found[name] = made
        cls.__dataclass_fields__ = found  # type: ignore[attr-defined]
        return found


def _initialised_when_used(names: tuple[str, ...], given: Given) -> Callable[..., None]:
    """What makes the function with the first value that is made: many classes are never used in a run."""

    def __init__(self: Any, *values: Any, **named: Any) -> None:  # noqa: N807
        cls = next(cls for cls in type(self).__mro__ if cls.__dict__.get("__init__") is __init__)
        real = _initialiser(cls, names, given)
        cls.__init__ = real  # type: ignore[misc]
        real(self, *values, **named)

    return __init__


def _initialiser(cls: type, names: tuple[str, ...], given: Given) -> Callable[..., None]:
    """The function for a class, which sets the slots directly, frozen or not."""
    setters: dict[str, Any] = {}
    defaults: list[Any] = []
    for name, part in zip(names, PARTS, strict=False):
        setter = getattr(cls, name).__set__
        default = given.get(name, _LEFT_OUT)
        if isinstance(default, _Anew):
            setter = _setting_anew(setter, default.make)
            defaults.append(_LEFT_OUT)
        elif default is not _LEFT_OUT:
            defaults.append(default)
        elif defaults:
            raise TypeError(f"{cls.__name__}.{name} has no default, as those before it have")
        setters[f"set_{part}"] = setter
    code = _code(INITIALISERS, len(names)).replace(co_varnames=("self", *names))
    return FunctionType(code, setters, "__init__", tuple(defaults))


def _setting_anew(setter: Callable[[Any, Any], None], make: Callable[[], Any]) -> Callable[[Any, Any], None]:
    """What sets a slot to something new where nothing is given."""
    return lambda value, given: setter(value, make() if given is _LEFT_OUT else given)


def _code(written: Sequence[Callable[..., Any]], count: int) -> CodeType:
    """The code for so many parts of those that are written out."""
    if count >= len(written):
        raise TypeError(f"a value of {count} parts: write its constructor out in linter.model.constructors")
    code: CodeType = written[count].__code__
    return code


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


def _repr(self: Any) -> str:
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)
    return f"{self.__class__.__qualname__}({shown})"


def _refuse(self: object, name: str, *_: object) -> None:
    from dataclasses import FrozenInstanceError

    raise FrozenInstanceError(f"cannot change “{name}” of {self!r}")


class _Tuple(tuple[Any, ...]):
    """What all named tuples can do."""

    __slots__ = ()

    if TYPE_CHECKING:  # each class has its own
        _fields: tuple[str, ...]

    @classmethod
    def _make(cls, values: Iterable[Any]) -> Any:
        return cls(*values)

    def _replace(self, /, **changes: Any) -> Any:
        values = [changes.pop(name, value) for name, value in zip(self._fields, self, strict=True)]
        if changes:
            raise ValueError(f"Got unexpected field names: {list(changes)!r}")
        return self.__class__(*values)

    def _asdict(self) -> dict[str, Any]:
        return dict(zip(self._fields, self, strict=True))

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())
        return f"{self.__class__.__name__}({shown})"

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self)


def _tuple_class(name: str, namespace: dict[str, Any]) -> type:
    """The class of a named tuple from the body that describes it."""
    names = tuple(namespace["__annotations__"])
    defaults = {one: namespace.pop(one) for one in names if one in namespace}
    if tuple(defaults) != names[len(names) - len(defaults) :]:
        raise TypeError(f"in {name} a name without default follows one that has one")
    code = _code(MAKERS, len(names)).replace(co_varnames=("cls", *names))
    made = FunctionType(code, {"new": tuple.__new__}, "__new__", tuple(defaults.values()))
    getters = {one: _tuplegetter(number, None) for number, one in enumerate(names)}
    own = {"__slots__": (), "_fields": names, "_field_defaults": defaults, "__match_args__": names}
    return type(name, (_Tuple,), {**own, "__new__": made, **getters, **namespace})
