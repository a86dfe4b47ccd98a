"""Where a new key stands among those of a mapping, by the order in which the manual tells them."""

from collections.abc import Sequence
from typing import Any, Final

from layout.spec.model.block import Block
from layout.spec.model.blockkinds import BlockKind
from layout.spec.override import kind_within, lone_kind
from layout.spec.reader.fields import Kind, ListKind, MapKind, RecordKind, keys_of
from layout.spec.reader.nodes import Mapping, Node

_FIRST: Final = ("id",)
_LAST: Final = ("at",)
"""A block begins with its id and ends with its place."""


def order_of(kind: Kind | None, node: Node) -> tuple[str, ...]:
    """The keys of a mapping as the manual has them: what a kind of block says of itself before what
    all blocks may say. Empty where the names are the user's own."""
    if isinstance(kind, ListKind) and kind.lone:
        kind = kind.of
    cls: type[Any] | None = kind.cls if isinstance(kind, RecordKind) else None
    if isinstance(kind, BlockKind) and isinstance(node, Mapping):
        cls = kind.cls(node)
    if cls is None:
        return ()
    keys = tuple(keys_of(cls))
    if not issubclass(cls, Block):
        return keys
    common = tuple(keys_of(Block))
    own = [key for key in keys if key not in common]
    rest = [key for key in common if key not in (*_FIRST, *_LAST)]
    return (*_FIRST, *own, *rest, *_LAST)


def stands_behind(key: str, others: Sequence[str], order: Sequence[str]) -> int:
    """The number of the keys before a new one: behind the last of those that come before it, else
    before the first that comes after; at the end where nobody knows it."""
    if key not in order:
        return len(others)
    rank = {name: number for number, name in enumerate(order)}
    before = [n for n, name in enumerate(others) if rank.get(name, len(order)) < rank[key]]
    if before:
        return max(before, key=lambda n: rank[others[n]]) + 1
    after = [n for n, name in enumerate(others) if rank.get(name, -1) > rank[key]]
    return min(after) if after else len(others)


def kind_of_missing(kind: Kind | None, node: Node, rest: Sequence[str]) -> Kind | None:
    """The kind of a value whose last keys are not there yet."""
    for key in rest:
        kind = lone_kind(node, key, kind)
        if isinstance(kind, MapKind):
            kind = kind.of
        elif isinstance(node, Mapping):
            kind = kind_within(node, key, kind)
        else:
            kind = kind_within(Mapping((), node.place), key, kind)
        node = Mapping((), node.place)
    return kind
