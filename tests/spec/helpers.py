"""Short ways to ask the spec stage for what it says of a text."""

from collections.abc import Callable
from typing import Any

import pytest

from layout.diagnostics import Diagnostic, Place, StopError
from layout.spec.model.style import StyleSheet
from layout.spec.reader.fields import Fault, Faults, Kind, read_model
from layout.spec.reader.nodes import Mapping, Node, Scalar, parse_text


def faults_of(call: Callable[..., Any], *args: Any, **options: Any) -> tuple[Diagnostic, ...]:
    """The diagnostics of a call that must stop."""
    with pytest.raises(StopError) as caught:
        call(*args, **options)
    assert caught.value.diagnostics
    return caught.value.diagnostics


def where(found: Diagnostic) -> tuple[int, int]:
    """Line and column of a diagnostic."""
    assert isinstance(found.where, Place)
    return found.where.line, found.where.column


def codes(found: tuple[Diagnostic, ...] | list[Diagnostic]) -> list[str]:
    """The codes of diagnostics, in their order."""
    return [d.code for d in found]


def node(text: str) -> Node:
    """A YAML text as a node."""
    return parse_text(text, "t.yaml")


def read(kind: Kind, text: str) -> Any:
    """What a kind makes of an unquoted YAML value; it must not find a fault."""
    faults = Faults()
    value = kind.read(node(text), faults)
    assert not len(faults), [f.diagnostic for f in faults]
    return value


def refused(kind: Kind, text: str, *, quoted: bool = False) -> Fault:
    """The fault a kind finds in a value."""
    value = Scalar(text, Place("t.yaml"), plain=False) if quoted else node(text)
    with pytest.raises(Fault) as caught:
        kind.read(value, Faults())
    return caught.value


def sheet(text: str) -> StyleSheet:
    """A style sheet without a fault."""
    root = node(text)
    assert isinstance(root, Mapping)
    found: list[Diagnostic] = []
    made = read_model(StyleSheet, root, found)
    assert not found, found
    assert made is not None
    return made
