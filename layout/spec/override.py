"""`--set key.path=value`: one value of a page spec changed for one build, the file left alone."""

from typing import Final

from layout.diagnostics import Diagnostic, Place, StopError, did_you_mean, error, shown
from layout.spec.model.blockkinds import BlockKind
from layout.spec.reader.fields import Kind, ListKind, MapKind, RecordKind, keys_of
from layout.spec.reader.nodes import MAX_DEPTH, Mapping, Node, Scalar, Sequence, parse_text
from layout.words.said import Said, said

NAME: Final = "--set"
"""Stands for the file in a place; the line is the number of the option."""


class PathMisfit(Exception):  # noqa: N818  internal: becomes a Diagnostic
    """A path that leads nowhere, with what is told of it."""

    def __init__(self, told: Said) -> None:
        self.said = told
        super().__init__(told)


def apply_overrides(
    root: Mapping, kind: RecordKind, overrides: tuple[str, ...], faults: list[Diagnostic]
) -> Mapping:
    """The tree with each `a.b.c=value` put in place; a block is named by its id or its number.

    Values are YAML. `kind` is that of the whole tree: with it a short form (`format: tabloid`) is
    written out where a path leads into it. One that does not fit is added to `faults`.
    """
    for number, text in enumerate(overrides, 1):
        place = Place(NAME, number, 1)
        path, sep, written = text.partition("=")
        keys = path.split(".")
        if not sep or not all(keys) or len(keys) > MAX_DEPTH:
            faults.append(error("OVERRIDE.form", place, text=shown(text)))
            continue
        try:
            value = parse_text(written or "~", NAME, (number, len(path) + 2))
            changed = _put(root, keys, value, place, kind)
        except StopError as stop:
            faults += stop.diagnostics
            continue
        except PathMisfit as exc:
            faults.append(error(exc.said.having(path=shown(path)), place))
            continue
        assert isinstance(changed, Mapping)  # a mapping stays one
        root = changed
    return root


def _put(node: Node, keys: list[str], value: Node, place: Place, kind: Kind | None) -> Node:
    if not keys:
        return value
    key, rest = keys[0], keys[1:]
    kind = lone_kind(node, key, kind)
    node = written_long(node, kind)
    if isinstance(node, Mapping):
        inner = kind_within(node, key, kind)
        entries = list(node.entries)
        for i, (name, old) in enumerate(entries):
            if name.text == key:
                entries[i] = (name, _put(old, rest, value, place, inner))
                return Mapping(tuple(entries), node.place)
        made: Node = _put(Mapping((), place), rest, value, place, inner)
        entries.append((Scalar(key, place, plain=True), made))
        return Mapping(tuple(entries), node.place)
    if isinstance(node, Sequence):
        within = keys_to(node, key)
        if within:
            return _put(node, [*within, *rest], value, place, kind)
        index = index_of(node, key)
        items = list(node.items)
        member = kind.of if isinstance(kind, ListKind) else None
        items[index] = _put(items[index], rest, value, place, member)
        return Sequence(tuple(items), node.place)
    raise PathMisfit(said("OVERRIDE.inside-value", key=shown(key)))


def written_long(node: Node, kind: Kind | None) -> Node:
    """A short form written out: a lone value as a mapping or a list of one."""
    if isinstance(kind, RecordKind):
        return kind.long(node)
    if isinstance(kind, ListKind) and kind.lone and not isinstance(node, Sequence):
        return Sequence((node,), node.place)
    return node


def lone_kind(node: Node, key: str, kind: Kind | None) -> Kind | None:
    """The kind to go by: that of the one member where a list of one is written without brackets
    and the key is the member's own."""
    if isinstance(kind, ListKind) and kind.lone and not isinstance(node, Sequence):
        of = kind.of
        if isinstance(of, RecordKind) and key in keys_of(of.cls):
            return of
    return kind


def kind_within(node: Mapping, key: str, kind: Kind | None) -> Kind | None:
    """The kind of the value under a key."""
    if isinstance(kind, MapKind):
        return kind.of
    cls = kind.cls if isinstance(kind, RecordKind) else None
    if isinstance(kind, BlockKind):
        cls = kind.cls(node)
    known = keys_of(cls) if cls is not None else {}
    found: Kind | None = known[key].metadata["kind"] if key in known else None
    return found


def keys_to(node: Sequence, key: str) -> list[str]:
    """The keys that lead to a block of that id inside a stack or row of the list; none where it
    is a member itself, or there is none."""
    groups: list[list[str]] = []
    for number, item in enumerate(node.items, 1):
        for name, inner in item.entries if isinstance(item, Mapping) else ():
            if name.text == "id" and isinstance(inner, Scalar) and inner.text == key:
                return []
            if name.text in ("stack", "row") and isinstance(inner, Sequence):
                there = _ids(inner)
                if key in there:
                    groups.append([str(number), name.text, key])
                deeper = keys_to(inner, key)
                if deeper:
                    groups.append([str(number), name.text, *deeper])
    return groups[0] if groups else []


def _ids(node: Sequence) -> list[str]:
    """The ids of a list's members."""
    return [
        value.text
        for item in node.items
        if isinstance(item, Mapping)
        for name, value in item.entries
        if name.text == "id" and isinstance(value, Scalar)
    ]


def _all_ids(node: Sequence) -> list[str]:
    """The ids of a list's members, and of those inside its stacks and rows, as they stand."""
    found: list[str] = []
    for item in node.items:
        for name, value in item.entries if isinstance(item, Mapping) else ():
            if name.text == "id" and isinstance(value, Scalar):
                found.append(value.text)
            elif name.text in ("stack", "row") and isinstance(value, Sequence):
                found += _all_ids(value)
    return found


def index_of(node: Sequence, key: str) -> int:
    """A list's member by its id, or by number from 1."""
    for index, item in enumerate(node.items):
        if isinstance(item, Mapping):
            for name, value in item.entries:
                if name.text == "id" and isinstance(value, Scalar) and value.text == key:
                    return index
    if key.isascii() and key.isdigit() and len(key) < 6 and 1 <= int(key) <= len(node.items):
        return int(key) - 1
    ids = _all_ids(node)
    hint = did_you_mean(key, ids) or (said("part.ids", names=tuple(ids)) if ids else "")
    hint = hint or said("part.numbers-to", most=len(node.items))
    raise PathMisfit(said("OVERRIDE.no-member", key=shown(key), hint=hint))
