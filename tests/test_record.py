"""Records behave as the frozen, slotted dataclasses they stand in for."""

import dataclasses
import pickle
from typing import Any, Generic, TypeVar

import pytest

from layout.record import COMPILE_AFTER, FrozenRecordError, field, fields, record, replace, values
from tests.cost import calls

T = TypeVar("T")


@record
class Point:
    """Where."""

    x: float
    y: float = 0.0


@record
class Named(Point):
    name: str
    tags: list[str] = field(default_factory=list)


@record(kw_only=False)
class Pair:
    left: int
    right: int = 2


@record
class Held(Generic[T]):
    x: T
    y: float = 0.0
    own: int = 1
    twin: int = 2
    become: int = 3


@record
class Lone:
    only: int


@record
class Nothing:
    pass


def test_takes_its_fields_by_name_and_fills_defaults():
    assert (Point(x=1.0).x, Point(x=1.0).y) == (1.0, 0.0)
    with pytest.raises(TypeError, match="positional"):
        Point(1.0)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="missing"):
        Point()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected"):
        Point(x=1.0, z=2.0)  # type: ignore[call-arg]


def test_takes_its_fields_in_order_where_it_says_so():
    assert (Pair(1).left, Pair(1).right, Pair(1, 5).right) == (1, 2, 5)


def test_has_the_fields_of_its_base_first():
    made = Named(x=1.0, name="a")
    assert [f.name for f in fields(Named)] == ["x", "y", "name", "tags"]
    assert isinstance(made, Point)
    assert vars(Named)["__slots__"] == ("name", "tags")
    assert not hasattr(made, "__dict__")


def test_makes_a_default_anew_for_each():
    one, other = Named(x=1.0, name="a"), Named(x=1.0, name="a")
    one.tags.append("t")
    assert other.tags == []


def test_cannot_be_changed():
    made = Point(x=1.0)
    for change in (lambda: setattr(made, "x", 2.0), lambda: delattr(made, "x")):
        with pytest.raises(FrozenRecordError):
            change()
    with pytest.raises(AttributeError):
        made.other = 1  # type: ignore[attr-defined]


@pytest.mark.parametrize("cls", [Point, Named, Held])
def test_is_the_same_once_its_class_is_compiled(cls):
    given = {"x": 1.0} | ({"name": "a"} if cls is Named else {})
    first = cls(**given)
    for _ in range(COMPILE_AFTER):
        cls(**given)
    assert cls.__init__.__code__.co_filename == "<string>"  # it is compiled
    made = cls(**given)
    assert type(made) is cls
    assert made == first
    assert made.y == 0.0
    assert not hasattr(made, "__dict__")
    for change in (lambda: setattr(made, "x", 2.0), lambda: delattr(made, "x")):
        with pytest.raises(FrozenRecordError):
            change()
    with pytest.raises(TypeError, match="missing"):
        cls(y=1.0)
    with pytest.raises(TypeError, match="unexpected"):
        cls(**given, z=2.0)


def test_setting_its_fields_takes_no_call_a_field():
    """A page has some two thousand records of a dozen fields."""
    cls: Any = record(
        type("Long", (), {"__annotations__": dict.fromkeys(map("f{}".format, range(60)))})
    )
    given = {f"f{n}": n for n in range(60)}
    for _ in range(COMPILE_AFTER):
        cls(**given)
    assert cls(**given).f59 == 59
    assert calls(lambda: cls(**given)) < 6


def test_compares_hashes_and_shows_itself_as_a_dataclass_does():
    @dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
    class Twin:
        x: float
        y: float = 0.0

    a, b, c = Point(x=1.0), Point(x=1.0, y=0.0), Point(x=2.0)
    assert a == b
    assert a != c
    other: object = Twin(x=1.0)
    assert a != other
    assert hash(a) == hash(b) == hash(Twin(x=1.0))
    assert repr(a) == "Point(x=1.0, y=0.0)"
    assert Lone(only=3) == Lone(only=3)
    assert hash(Lone(only=3)) == hash((3,))
    assert Nothing() == Nothing()
    assert repr(Nothing()) == "Nothing()"


def test_values_are_those_of_the_fields_in_order():
    assert values(Point(x=1.0, y=5.0)) == tuple(
        getattr(Point(x=1.0, y=5.0), f.name) for f in fields(Point)
    )


def test_replace_changes_what_is_named_and_nothing_else():
    assert replace(Point(x=1.0, y=5.0), x=3.0) == Point(x=3.0, y=5.0)
    with pytest.raises(TypeError):
        replace(Point(x=1.0), z=1)


def test_replace_takes_no_call_a_field():
    """Styles have some fifty fields, and are changed a hundred times a page."""
    cls: Any = record(
        type("Wide", (), {"__annotations__": dict.fromkeys(map("f{}".format, range(60)))})
    )
    old = cls(**{f"f{n}": n for n in range(60)})
    for _ in range(COMPILE_AFTER):
        replace(old, f0=1)
    assert replace(old, f3=0).f59 == 59
    assert calls(lambda: replace(old, f3=0)) < 12


def test_a_class_is_made_in_a_few_calls_a_field():
    """A build makes some three hundred of them before it reads its first line."""

    def make(count):
        names = [f"f{n}" for n in range(count)]
        plain = type(
            "Plain", (), {"__annotations__": dict.fromkeys(names), **dict.fromkeys(names, 0)}
        )
        return calls(lambda: record(plain))

    assert make(40) - make(20) <= 20 * 4
    assert make(20) < 120


def test_survives_pickling():
    made = Named(x=1.0, name="a", tags=["t"])
    assert pickle.loads(pickle.dumps(made)) == made
