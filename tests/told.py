"""What is told, as its key and values: which message it is, whatever its words are."""

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
