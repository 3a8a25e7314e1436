"""Values: what `dataclass(frozen=True, slots=True, kw_only=True)` promises, written only when it is asked for."""

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, asdict, field
from typing import Any

import pytest

from sitegen.value import FEW, replace, value


@value
class Point:
    """A place."""

    x: int
    y: int = 0
    names: list[str] = field(default_factory=list)
    secret: str = field(default="", repr=False, compare=False)


@value(kw_only=False)
class Span:
    start: int
    end: int


@value
class Far(Point):
    """A place that is far away."""

    z: int = 1

    def __post_init__(self) -> None:
        object.__setattr__(self, "z", abs(self.z))


def test_fields_make_a_value() -> None:
    point = Point(x=1, secret="s")
    assert (point.x, point.y, point.names) == (1, 0, [])
    assert repr(point) == "Point(x=1, y=0, names=[])"
    assert asdict(Far(x=1, z=-3)) == {"x": 1, "y": 0, "names": [], "secret": "", "z": 3}


def test_each_value_has_a_default_of_its_own() -> None:
    assert Point(x=1).names is not Point(x=1).names


def test_values_are_equal_by_their_class_and_fields() -> None:
    assert Point(x=1, secret="a") == Point(x=1, secret="b") != Point(x=2)
    assert Point(x=1) != Far(x=1)
    assert Far(x=1) == Far(x=1, z=-1)


def test_values_of_equal_fields_are_one_key() -> None:
    @value
    class Key:
        name: str

    assert {Key(name="a"): 1}[Key(name="a")] == 1
    with pytest.raises(TypeError):
        hash(Point(x=1))


def test_nothing_of_a_value_is_changed() -> None:
    point: Any = Far(x=1)
    with pytest.raises(FrozenInstanceError):
        point.x = 2
    with pytest.raises(FrozenInstanceError):
        point.other = 2
    with pytest.raises(FrozenInstanceError):
        del point.x
    assert not hasattr(point, "__dict__")


@pytest.mark.parametrize("made_before", [0, FEW])
def test_fields_are_given_by_name_and_all_of_them(made_before: int) -> None:
    @value
    class Place:
        x: int
        names: list[str] = field(default_factory=list)
        z: int = 1

        def __post_init__(self) -> None:
            object.__setattr__(self, "z", abs(self.z))

    make: Any = Place
    places = [make(x=1, z=-2) for _ in range(made_before + 1)]
    assert places == [make(x=1, names=[], z=2)] * len(places)
    assert len({id(place.names) for place in places}) == len(places)
    with pytest.raises(TypeError):
        make(1)
    with pytest.raises(TypeError):
        make()
    with pytest.raises(TypeError):
        make(x=1, w=2)


def test_values_are_copied_replaced_and_sent_to_other_processes() -> None:
    far = Far(x=1, names=["a"])
    assert replace(far, y=2) == Far(x=1, y=2, names=["a"])
    assert copy.deepcopy(far) == pickle.loads(pickle.dumps(far)) == far


def test_a_method_of_the_class_s_own_stays() -> None:
    @value
    class Loud:
        name: str

        def __repr__(self) -> str:
            return self.name.upper()

    assert repr(Loud(name="a")) == "A"


def test_a_value_may_take_its_fields_in_order() -> None:
    assert Span(1, end=3) == Span(1, 3) != Span(1, 4)
    with pytest.raises(TypeError):
        Point(1)  # type: ignore[call-arg]


def test_a_replaced_field_is_another_one_in_a_value_of_the_same_class() -> None:
    far = Far(x=1, names=["a"], secret="s", z=2)
    assert replace(far, z=-3) == Far(x=1, names=["a"], z=3)
    assert replace(far, z=-3).secret == "s"
    assert replace(far).names is far.names
    assert dataclasses.replace(far, y=4) == replace(far, y=4)
    with pytest.raises(TypeError, match="w"):
        replace(far, w=1)  # type: ignore[call-arg]
