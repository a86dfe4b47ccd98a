"""`--set key.path=value`: one value of a page spec changed for one build, the file left alone."""

from layout.diagnostics import Place, StopError, did_you_mean, error, shown
from layout.spec.nodes import Mapping, Node, Scalar, Sequence, parse_text


def apply_overrides(root: Mapping, overrides: tuple[str, ...]) -> Mapping:
    """The tree with each `a.b.c=value` put in place; a block is named by its id or its number.

    Values are YAML. Raises `StopError` naming the override that does not fit.
    """
    node: Node = root
    for number, text in enumerate(overrides, 1):
        place = Place("--set", number, 1)
        path, sep, value = text.partition("=")
        keys = path.split(".")
        if not sep or not all(keys):
            raise StopError(
                [error("OVERRIDE", f'"{shown(text)}" where key.path=value is expected', place)]
            )
        node = _put(node, keys, parse_text(value or "~", "--set", number), place)
    assert isinstance(node, Mapping)
    return node


def _put(node: Node, keys: list[str], value: Node, place: Place) -> Node:
    if not keys:
        return value
    key, rest = keys[0], keys[1:]
    if isinstance(node, Mapping):
        entries = list(node.entries)
        for i, (name, old) in enumerate(entries):
            if name.text == key:
                entries[i] = (name, _put(old, rest, value, place))
                return Mapping(tuple(entries), node.place)
        made: Node = Mapping((), place) if rest else value
        entries.append((Scalar(key, place, plain=True), _put(made, rest, value, place)))
        return Mapping(tuple(entries), node.place)
    if isinstance(node, Sequence):
        index = _index(node, key, place)
        items = list(node.items)
        items[index] = _put(items[index], rest, value, place)
        return Sequence(tuple(items), node.place)
    raise StopError([error("OVERRIDE", f'"{shown(key)}": there is nothing inside a value', place)])


def _index(node: Sequence, key: str, place: Place) -> int:
    """A list's member by number from 1, or by its id."""
    ids = []
    for index, item in enumerate(node.items):
        if isinstance(item, Mapping):
            for name, value in item.entries:
                if name.text == "id" and isinstance(value, Scalar):
                    if value.text == key:
                        return index
                    ids.append(value.text)
    if key.isascii() and key.isdigit() and 1 <= int(key[:6]) <= len(node.items):
        return int(key) - 1
    raise StopError(
        [
            error(
                "OVERRIDE",
                f'"{shown(key)}" is no member of the list',
                place,
                did_you_mean(key, ids) or ("ids: " + ", ".join(ids) if ids else ""),
            )
        ]
    )
