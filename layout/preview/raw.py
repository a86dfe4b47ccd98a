"""A page spec as it stands in its file now, for the panel of a block: its values as they are
written, with the lines that they stand on. It may be newer than the page that is shown."""

import re
from collections.abc import Iterator
from typing import Any, Final

from layout.record import record
from layout.spec.model.blockkinds import BLOCKS
from layout.spec.reader.fields import NAMES
from layout.spec.reader.nodes import Mapping, Node, Scalar, Sequence
from layout.spec.reader.spans import SpanAlias, SpanMapping, SpanNode, SpanScalar, SpanSequence

Path = tuple[str | int, ...]
"""Keys and numbers, from 1, that lead to a value."""
_NUMBER: Final = re.compile(r"[+-]?(\d{1,9}|\d{0,9}\.\d{1,9})", re.ASCII)
_SPAN: Final = re.compile(r"(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?", re.ASCII)
GROUPS: Final = ("stack", "row")


@record
class RawBlock:
    """A block as it is written: its id, or what it is called without one; the keys that lead to it;
    and what it stands in: `stack` or `row` with the id of that, or nothing."""

    id: str
    path: Path
    node: Mapping
    kind: str
    inside: str = ""
    of: str = ""


def entry(node: Node | None, key: str) -> Node | None:
    """The value of a key of a mapping; None where there is none."""
    if not isinstance(node, Mapping):
        return None
    return next((value for name, value in node.entries if name.text == key), None)


def text_of(node: Node | None) -> str:
    """The text of a leaf; empty for anything else."""
    return node.text if isinstance(node, Scalar) and not node.is_null else ""


def items_of(node: Node | None) -> tuple[Node, ...]:
    """The members of a list; of one that stands alone, that."""
    if node is None:
        return ()
    return node.items if isinstance(node, Sequence) else (node,)


def raw_blocks(root: Node) -> Iterator[RawBlock]:
    """Every block of a page spec, groups before their own."""
    yield from _walk(entry(root, "blocks"), ("blocks",), "block-", "", "")


def _walk(blocks: Node | None, path: Path, name: str, inside: str, of: str) -> Iterator[RawBlock]:
    for number, node in enumerate(items_of(blocks), 1):
        if not isinstance(node, Mapping):
            continue
        called = f"{name}{number}"
        own = text_of(entry(node, "id")) or called
        kinds = [key.text for key, _ in node.entries if key.text in BLOCKS]
        kind = next((k for k in kinds if k != "advert"), kinds[0] if kinds else "")
        here = (*path, number)
        yield RawBlock(id=own, path=here, node=node, kind=kind, inside=inside, of=of)
        if kind in GROUPS:
            within = entry(node, kind)
            yield from _walk(within, (*here, kind), f"{called}.{kind}.", kind, own)


def data_of(node: Node) -> Any:
    """A value as JSON has it: numbers and true or false where they are written without quotes."""
    if isinstance(node, Mapping):
        return {key.text: data_of(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [data_of(item) for item in node.items]
    if node.is_null:
        return None
    if node.plain and node.text in ("true", "false"):
        return node.text == "true"
    if node.plain and _NUMBER.fullmatch(node.text):
        return float(node.text) if "." in node.text else int(node.text)
    return node.text


def places_of(node: Node, path: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    """The line and column at which each key stands, by the keys that lead to it, with dots."""
    if isinstance(node, Mapping):
        for key, value in node.entries:
            yield ".".join(map(str, (*path, key.text))), (key.place.line, key.place.column)
            yield from places_of(value, (*path, key.text))
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items, 1):
            yield from places_of(item, (*path, number))


def span_of(node: Node | None) -> list[int]:
    """A span such as 1-3 as its two numbers; empty for anything else."""
    found = _SPAN.fullmatch(text_of(node))
    return [int(found[1]), int(found[2] or found[1])] if found else []


def named_in(node: Node, schema: Any, wanted: str, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """The texts of a value that name something, `style-name` say, with the keys that lead there.
    Blocks inside it are left out."""
    for form in _forms(schema):
        if isinstance(node, Mapping) and "properties" in form:
            for key, value in node.entries:
                known = form["properties"].get(key.text)
                if known is not None:
                    yield from named_in(value, known, wanted, (*path, key.text))
        elif isinstance(node, Sequence) and "items" in form:
            for number, item in enumerate(node.items, 1):
                yield from named_in(item, form["items"], wanted, (*path, number))
        elif isinstance(node, Scalar) and form.get(NAMES) == wanted and not node.is_null:
            yield path, node.text


def _forms(schema: Any) -> Iterator[Any]:
    inner = schema.get("anyOf")
    if inner is None:
        yield schema
    else:
        for one in inner:
            yield from _forms(one)


def leaves_of(node: Node, path: Path = ()) -> Iterator[tuple[Path, Scalar]]:
    """Every leaf with the keys that lead to it, in the order in which they stand."""
    if isinstance(node, Mapping):
        for key, value in node.entries:
            yield from leaves_of(value, (*path, key.text))
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items, 1):
            yield from leaves_of(item, (*path, number))
    else:
        yield path, node


def leaf_at(root: Node, line: int, column: int) -> tuple[Path, Scalar] | None:
    """The leaf that a place is in: the last one that begins there or before."""
    found = None
    for path, leaf in leaves_of(root):
        if (leaf.place.line, leaf.place.column) > (line, column):
            break
        found = (path, leaf)
    return found


def anchor_of(root: SpanNode | None, path: Path) -> str:
    """The anchor, or what an alias names, that a value is of or is in; empty for none of either."""
    node = root
    for key in (None, *path):
        if key is not None:
            node = _inner(node, key)
        if isinstance(node, SpanAlias):
            return node.name
        if node is None or node.anchor:
            return node.anchor if node is not None else ""
    for inner in _within(node):
        if isinstance(inner, SpanAlias) or inner.anchor:
            return inner.name if isinstance(inner, SpanAlias) else inner.anchor
    return ""


def _inner(node: SpanNode | None, key: str | int) -> SpanNode | None:
    if isinstance(node, SpanSequence) and isinstance(key, int):
        return node.items[key - 1] if key <= len(node.items) else None
    if isinstance(node, SpanMapping):
        found = (v for k, v in node.entries if isinstance(k, SpanScalar) and k.text == key)
        return next(found, None)
    return None


def _within(node: SpanNode | None) -> Iterator[SpanNode]:
    """All values inside of one."""
    inner: tuple[SpanNode, ...] = ()
    if isinstance(node, SpanSequence):
        inner = node.items
    elif isinstance(node, SpanMapping):
        inner = tuple([value for _, value in node.entries])
    for one in inner:
        yield one
        yield from _within(one)
