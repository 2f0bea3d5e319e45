from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import ClassVar, get_type_hints

import pytest

from linter.model.values import NamedTuple, dataclass, field, is_value, replace


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


class Spot(NamedTuple):
    """A spot."""

    block: int
    start: int = 0
    words: str = ""

    @property
    def end(self) -> int:
        return self.start + len(self.words)


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
    assert dataclasses.replace(point, y=5) == replace(point, y=5) == Point(1, 5)
    assert is_value(Point)
    assert not any(map(is_value, (point, Spot, dict[str, Point])))
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
    with pytest.raises(TypeError):
        replace(Point(1), z=2)  # type: ignore[call-arg]


def test_what_is_made_anew_is_not_shared() -> None:
    one, other = Tally(), Tally(seen=[2])
    one.seen.append(1)
    assert (Tally().seen, replace(one, count=2), other.seen) == ([], Tally(2, [1]), [2])


def test_a_named_tuple_is_one() -> None:
    spot = Spot(3, words="its")
    assert spot == (3, 0, "its")
    assert (spot.block, spot.start, spot.end) == (3, 0, 3)
    assert repr(spot) == "Spot(block=3, start=0, words='its')"
    assert spot._asdict() == {"block": 3, "start": 0, "words": "its"}
    assert Spot._make([1, 2, ""]) == spot._replace(block=1, start=2, words="") == Spot(1, 2)
    assert (Spot._fields, Spot._field_defaults) == (("block", "start", "words"), {"start": 0, "words": ""})
    assert Spot.__doc__ == "A spot."
    assert get_type_hints(Spot) == {"block": int, "start": int, "words": str}
    assert not hasattr(spot, "__dict__")
    assert pickle.loads(pickle.dumps(spot)) == copy.deepcopy(spot) == spot  # noqa: S301
    assert type(copy.copy(spot)) is Spot
    match spot:
        case Spot(block, start):
            assert (block, start) == (3, 0)
    with pytest.raises(TypeError):
        Spot()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Spot(1, column=2)  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="column"):
        spot._replace(column=2)  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        spot.block = 2  # type: ignore[misc]


def test_a_name_without_default_cannot_follow_one_that_has_one() -> None:
    with pytest.raises(TypeError, match="Wrong"):

        class Wrong(NamedTuple):
            start: int = 0
            end: int  # type: ignore[misc]


def test_a_value_of_more_parts_than_are_written_out_is_refused() -> None:
    many = type("Many", (), {"__annotations__": {f"part_{number}": "int" for number in range(40)}})
    with pytest.raises(TypeError, match="40 parts"):
        dataclass(slots=True)(many)(*range(40))
    with pytest.raises(TypeError, match="40 parts"):
        type(NamedTuple)("Many", (NamedTuple,), dict(vars(many)))


@pytest.mark.parametrize("count", range(25))
def test_a_value_has_its_parts_in_order(count: int) -> None:
    names = [f"part_{number}" for number in range(count)]
    body = {"__annotations__": dict.fromkeys(names, "int"), "__module__": __name__}
    value = dataclass(frozen=True, slots=True)(type("Value", (), dict(body)))(*range(count))
    assert [getattr(value, name) for name in names] == list(range(count))
    if count <= 12:
        assert type(NamedTuple)("Row", (NamedTuple,), dict(body))(*range(count)) == tuple(range(count))
