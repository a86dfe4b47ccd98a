"""What is told, as its key and values: which message it is, whatever its words are."""

from collections.abc import Mapping
from typing import Any, Protocol

from layout.words.said import Said


class Telling(Protocol):
    """Whatever says something: a diagnostic, a finding of a check."""

    @property
    def said(self) -> Said | None: ...


Told = tuple[str, dict[str, Any]]


def told(one: Telling | Said, *names: str) -> Told:
    """The key of what is told, and its values by name; with `names`, those alone."""
    said = one if isinstance(one, Said) else one.said
    assert said is not None
    values = dict(said.values)
    return said.key, {name: values[name] for name in names} if names else values


def assert_told(one: Telling | Said, key: str, values: Mapping[str, Any]) -> None:
    """It is told under this key, with these values; it may have others besides."""
    got_key, got = told(one)
    assert (got_key, {name: got.get(name) for name in values}) == (key, dict(values))


class OfKey:
    """Equal to whatever is said under a key, with values of any kind, such as a long list."""

    def __init__(self, key: str) -> None:
        self.key = key

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Said) and other.key == self.key

    def __hash__(self) -> int:
        return hash(self.key)

    def __repr__(self) -> str:
        return f"OfKey({self.key!r})"
