from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import ClassVar, get_type_hints

import pytest

from linter.model.values import dataclass, field


@dataclass(frozen=True, slots=True)
class Point:
    """A point."""

    NOUN: ClassVar[str] = "a point"

    x: int
    y: int = 0
    names: tuple[str, ...] = ()
    notes: dict[str, str] = field(default_factory=dict)

    @property
    def far(self) -> bool:
        return self.x > 9


@dataclass(slots=True)
class Tally:
    count: int = 0
    seen: list[int] = field(default_factory=list)


@dataclasses.dataclass(frozen=True, slots=True)
class Plain:
    x: int
    y: int = 0


def test_a_value_is_made_of_its_fields() -> None:
    point = Point(1, names=("a",))
    assert (point.x, point.y, point.names, point.notes) == (1, 0, ("a",), {})
    assert repr(point) == "Point(x=1, y=0, names=('a',), notes={})"
    assert point.far is False
    assert Point.NOUN == "a point"
    assert Point.__doc__ == "A point."
    assert not hasattr(point, "__dict__")


def test_values_are_equal_by_class_and_fields() -> None:
    assert Point(1, 2) == Point(1, 2)
    assert Point(1, 2) != Point(2, 1)
    assert Plain(1) != Point(1)
    assert hash(Point(1, notes=())) == hash(Point(1, notes=()))  # type: ignore[arg-type]


def test_a_frozen_value_cannot_be_changed() -> None:
    point = Point(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del point.x


def test_a_mutable_one_can_and_has_no_hash() -> None:
    one, other = Tally(), Tally()
    one.count += 1
    one.seen.append(1)
    assert other == Tally(0, [])
    with pytest.raises(TypeError):
        hash(one)


def test_what_the_library_does_with_dataclasses_works() -> None:
    point = Point(1, 2)
    assert dataclasses.is_dataclass(Point)
    assert [found.name for found in dataclasses.fields(Point)] == ["x", "y", "names", "notes"]
    assert dataclasses.replace(point, y=5) == Point(1, 5)
    assert dataclasses.asdict(point) == {"x": 1, "y": 2, "names": (), "notes": {}}
    assert get_type_hints(Point)["names"] == tuple[str, ...]
    assert pickle.loads(pickle.dumps(point)) == point  # noqa: S301
    assert copy.deepcopy(point) == point
    match point:
        case Point(x, y):
            assert (x, y) == (1, 2)


def test_missing_and_unknown_fields_are_refused() -> None:
    with pytest.raises(TypeError):
        Point()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Point(1, z=2)  # type: ignore[call-arg]
