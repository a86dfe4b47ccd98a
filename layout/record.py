"""Frozen, slotted records, at a tenth of what `dataclasses` costs at start-up.

A build makes a hundred record classes before it reads its first line. For each of them the standard
library compiles up to eight functions, 60 ms of a cold build in all; here comparison, hash, repr
and the guard against assignment are shared, and a class's `__init__` is compiled when it has made a
few records and is seen to be worth it. Type checkers see an ordinary dataclass (PEP 681).
"""

from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter
from typing import Any, Final, NoReturn, TypeVar, dataclass_transform, overload

T = TypeVar("T")

COMPILE_AFTER: Final = 64
"""Records made one field at a time before a class is worth compiling: most classes of a build never
make as many, and compiling one costs what some seventy such records do."""


class FrozenRecordError(AttributeError):
    """A field of a record was assigned to."""


class Required:
    """The type of `REQUIRED`, which stands where a field has no default."""

    __slots__ = ()


REQUIRED: Final = Required()
NO_METADATA: Final[Mapping[str, Any]] = {}


class Field:
    """A field that was declared with more than a plain default."""

    __slots__ = ("default", "factory", "metadata", "name")

    def __init__(
        self,
        default: Any = REQUIRED,
        factory: Callable[[], Any] | None = None,
        metadata: Mapping[str, Any] = NO_METADATA,
        name: str = "",
    ) -> None:
        self.name = name
        self.default = default
        self.factory = factory
        self.metadata = metadata


def field(
    *,
    default: Any = REQUIRED,
    default_factory: Callable[[], Any] | None = None,
    metadata: dict[str, Any] | None = None,
) -> Any:
    """A field with a default that is made anew for each record, or with metadata."""
    return Field(default=default, factory=default_factory, metadata=metadata or NO_METADATA)


@overload
def record(cls: type[T], /) -> type[T]: ...


@overload
def record(*, kw_only: bool = ...) -> Callable[[type[T]], type[T]]: ...


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field, Field))
def record(cls: type[Any] | None = None, /, *, kw_only: bool = True) -> Any:
    """Make a class a frozen, slotted record, as `@dataclass(frozen=True, slots=True)` does.

    Fields are its annotations, those of its base records first; they are given by name only, unless
    `kw_only` is false. Methods may not use `super()` without arguments: the class is made anew, to
    have slots.
    """
    if cls is None:
        return lambda made: _make(made, kw_only)
    return _make(cls, kw_only)


def fields(cls: type[Any]) -> tuple[Field, ...]:
    """The fields of a record class, in order."""
    return tuple(cls.__record_fields__.values())


def values(of: object) -> tuple[Any, ...]:
    """The values of a record's fields, in order."""
    cls: Any = type(of)
    found: tuple[Any, ...] = cls.__record_values__(of)
    return found


def replace(old: T, /, **changes: Any) -> T:
    """A record with some fields changed. Raises `TypeError` for a field it has not."""
    cls: Any = type(old)
    values = dict(zip(cls.__record_fields__, cls.__record_values__(old), strict=True))
    values.update(changes)
    made: T = cls(**values)
    return made


def _make(cls: type[Any], kw_only: bool) -> type[Any]:
    found: dict[str, Field] = {}
    for base in reversed(cls.__mro__[1:]):
        found.update(base.__dict__.get("__record_fields__", {}))
    inherited = frozenset(found)
    body = cls.__dict__.copy()
    for name in body.get("__annotations__", {}):
        value = body.pop(name, REQUIRED)
        if isinstance(value, Field):
            value.name = name
            found[name] = value
        else:  # as two of three: nothing is made for it but itself
            found[name] = Field(value, None, NO_METADATA, name)
    body.pop("__dict__", None)
    body.pop("__weakref__", None)
    body["__qualname__"] = cls.__qualname__
    body["__slots__"] = tuple(n for n in found if n not in inherited)
    body["__record_fields__"] = found
    body["__record_values__"] = _getter(tuple(found))
    body["__match_args__"] = tuple(found)
    body["__setattr__"] = _refuse_set
    body["__delattr__"] = _refuse_delete
    body["__getstate__"] = _get_state
    body["__setstate__"] = _set_state
    for name, method in (("__eq__", _eq), ("__hash__", _hash), ("__repr__", _repr)):
        if body.get(name) is None:  # a class that defines __eq__ has __hash__ = None by itself
            body[name] = method

    few = [COMPILE_AFTER]

    def first(self: Any, *args: Any, **values: Any) -> None:
        few[0] -= 1
        if few[0] and not args and _fill(self, found, values):
            return
        init = _compile(made, kw_only)
        type.__setattr__(made, "__init__", init)
        init(self, *args, **values)

    body["__init__"] = first
    meta: Any = type(cls)
    made: type[Any] = meta(cls.__name__, cls.__bases__, body)
    return made


def _fill(self: Any, found: dict[str, Field], values: dict[str, Any]) -> bool:
    """Set a record's fields one by one; False, with nothing promised, where a value is amiss."""
    put = object.__setattr__
    given = 0
    for name, entry in found.items():
        if name in values:
            put(self, name, values[name])
            given += 1
        elif entry.factory is not None:
            put(self, name, entry.factory())
        elif entry.default is not REQUIRED:
            put(self, name, entry.default)
        else:
            return False
    return given == len(values)


def _compile(cls: type[Any], kw_only: bool) -> Callable[..., None]:
    """The `__init__` of a record class.

    While its fields are set a record is of a twin of its class, which has the same slots and no
    guard, so that a field is one step of the interpreter; to go round the guard takes a call each.
    """
    meta: Any = type(cls)
    body = {
        "__slots__": cls.__slots__,
        "__setattr__": object.__setattr__,
        "__orig_bases__": cls.__dict__.get("__orig_bases__", cls.__bases__),  # Generic asks for it
    }
    env: dict[str, Any] = {  # names that no field has
        "REQUIRED": REQUIRED,
        "OWN": cls,
        "TWIN": meta(cls.__name__, cls.__bases__, body),
        "BECOME": object.__dict__["__class__"].__set__,
    }
    params: list[str] = []
    lines: list[str] = ["    BECOME(self, TWIN)"]
    for at, entry in enumerate(fields(cls)):
        name, value = entry.name, entry.name
        if entry.factory is not None:
            env[f"make{at}"] = entry.factory
            params.append(f"{name}=REQUIRED")
            value = f"make{at}() if {name} is REQUIRED else {name}"
        elif entry.default is not REQUIRED:
            env[f"default{at}"] = entry.default
            params.append(f"{name}=default{at}")
        else:
            params.append(name)
        lines.append(f"    self.{name} = {value}")
    lines.append("    self.__class__ = OWN")
    star = ["*"] if kw_only and params else []
    head = ", ".join(["self", *star, *params])
    source = f"def __init__({head}):\n" + "\n".join(lines)
    exec(source, env)  # noqa: S102  the text is made of field names alone
    made: Callable[..., None] = env["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    return made


def _getter(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """All fields of a record as a tuple."""
    if len(names) > 1:
        return staticmethod(attrgetter(*names))
    return staticmethod(lambda self: tuple([getattr(self, n) for n in names]))


def _refuse_set(self: Any, name: str, value: Any) -> NoReturn:
    raise FrozenRecordError(f"{type(self).__name__}.{name} cannot be changed")


def _refuse_delete(self: Any, name: str) -> NoReturn:
    raise FrozenRecordError(f"{type(self).__name__}.{name} cannot be deleted")


def _eq(self: Any, other: Any) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    values = self.__record_values__
    return values(self) == values(other)


def _hash(self: Any) -> int:
    return hash(type(self).__record_values__(self))


def _repr(self: Any) -> str:
    return f"{type(self).__qualname__}({', '.join(_shown(self))})"


def _shown(self: Any) -> Iterator[str]:
    for name in type(self).__record_fields__:
        yield f"{name}={getattr(self, name)!r}"


def _get_state(self: Any) -> tuple[Any, ...]:
    values: tuple[Any, ...] = type(self).__record_values__(self)
    return values


def _set_state(self: Any, state: tuple[Any, ...]) -> None:
    for name, value in zip(type(self).__record_fields__, state, strict=True):
        object.__setattr__(self, name, value)
