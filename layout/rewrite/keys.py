"""A key put into a mapping, or taken out of it."""

from collections.abc import Callable, Sequence
from typing import TypeGuard

from layout.diagnostics import error
from layout.rewrite.blockrows import last_row, row_text, rows_out
from layout.rewrite.order import order_of, stands_behind
from layout.rewrite.scalars import Value, in_text_rows, scalar
from layout.rewrite.texts import RefusedError, TextChange
from layout.rewrite.values import WIDE, Data, as_data, in_brackets, in_rows, key_text
from layout.rewrite.yamltext import (
    FoundValue,
    YamlText,
    find,
    first_well,
    free_of_anchors,
    in_place_of_rows,
    inside,
    rewritten,
)
from layout.spec.reader.fields import Kind, ListKind
from layout.spec.reader.nodes import Mapping, Node
from layout.spec.reader.nodes import Sequence as NodeSequence
from layout.spec.reader.spans import SpanMapping, SpanNode, SpanSequence


def add_key(
    doc: YamlText,
    node: SpanMapping,
    read: Node,
    key: str,
    value: Value,
    *,
    kind: Kind | None,
    flow: bool,
) -> YamlText:
    """The text with a key in a mapping that does not have it, where the manual's order puts it."""
    change = _entry(doc, node, read, key, value, kind=kind)
    return rewritten(doc, [change], {id(read): _with_key(key, value)})


def add_to_each(doc: YamlText, found: FoundValue, key: str, value: Value) -> YamlText:
    """The text with a key in each mapping of a list that does not have it. Raises `RefusedError`
    where it cannot be put in, as in one that stands for another (an alias)."""
    if not isinstance(found.node, SpanSequence) or not isinstance(found.read, NodeSequence):
        return doc
    kind = found.kind.of if isinstance(found.kind, ListKind) else None
    changes, meant = [], {}
    for node, read in zip(found.node.items, found.read.items, strict=True):
        if not isinstance(read, Mapping) or key in [name.text for name, _ in read.entries]:
            continue
        if not isinstance(node, SpanMapping):
            raise RefusedError(error("REWRITE.unsure", doc.place(node.start)))
        changes.append(_entry(doc, node, read, key, value, kind=kind))
        meant[id(read)] = _with_key(key, value)
    return rewritten(doc, changes, meant) if changes else doc


def _with_key(key: str, value: Value) -> Callable[[Data], Data]:
    return lambda data: {**data, key: as_data(value)}


def _entry(
    doc: YamlText, node: SpanMapping, read: Node, key: str, value: Value, *, kind: Kind | None
) -> TextChange:
    names = [name.text for name, _ in read.entries] if isinstance(read, Mapping) else []
    behind = stands_behind(key, names, order_of(kind, read))
    if node.pair:
        raise RefusedError(error("REWRITE.pair", doc.place(node.start)))
    if node.flow or not node.entries:
        return _into_brackets(doc, node, behind, f"{key_text(key, flow=True)}: ", value)
    return _into_rows(doc, node, behind, key, value)


def _into_brackets(
    doc: YamlText, node: SpanMapping, behind: int, head: str, value: Value
) -> TextChange:
    entry = head + in_brackets(value)
    if not node.entries:
        return TextChange(node.start + 1, node.start + 1, entry)
    if behind:
        at = node.entries[behind - 1][1].end
        return TextChange(at, at, f", {entry}")
    at = node.entries[0][0].head
    return TextChange(at, at, f"{entry}, ")


def _into_rows(doc: YamlText, node: SpanMapping, behind: int, key: str, value: Value) -> TextChange:
    text = row_text(doc.text)
    column = text.column(node.entries[0][0].head)
    indent = " " * column
    rows = entry_rows(key, value, indent)
    first = text.row_at(node.entries[0][0].head)
    alone = not doc.text[text.starts[first] : node.entries[0][0].head].strip(" ")
    above = alone and first > 0 and text.comment(first - 1)
    if behind or above:
        entry = node.entries[max(behind, 1) - 1]
        row = last_row(text, text.row_at(max(_end(entry), entry[0].end - 1)), column)
        at = text.starts[row] + len(text.rows[row])
        made = text.end.join(indent + part for part in rows)
        ends = text.rows[row].endswith(("\n", "\r"))
        return TextChange(at, at, made + text.end if ends else text.end + made)
    at = node.entries[0][0].head
    return TextChange(at, at, "".join(part + text.end + indent for part in rows))


def entry_rows(key: str, value: Value, indent: str) -> list[str]:
    """A key and its value in rows, none of them with the indent or an end: in brackets where that
    is short."""
    head = key_text(key, flow=False) + ":"
    if not isinstance(value, dict | list):
        below = in_text_rows(value, "|", "  ", "\n") if _several(value) else None
        if below is not None:
            return f"{head} {below}".split("\n")
        text = scalar(value, flow=False)
        return [f"{head} {text}" if text else head]
    brackets = in_brackets(value)
    if not value or len(indent) + len(head) + len(brackets) < WIDE:
        return [f"{head} {brackets}"]
    rows = in_rows(value, "  ")
    return [head, f"  {rows[0]}", *rows[1:]]


def _several(value: Value) -> TypeGuard[str]:
    """Whether a value is a text of several rows."""
    return isinstance(value, str) and "\n" in value.rstrip("\n")


def _end(entry: tuple[SpanNode, SpanNode]) -> int:
    """The last character of an entry."""
    return max(entry[1].end - 1, entry[1].start, entry[0].end) if entry[1].end else entry[0].end


def remove_key(
    doc: YamlText, keys: Sequence[str], kind: Kind | None, may: frozenset[str]
) -> YamlText:
    """The text without a key and its value; as it is where the key is not there. Comment rows above
    the key stay. Raises `RefusedError`."""
    found = find(doc, keys, kind)
    if found.rest or not found.steps:
        return doc
    step = found.parent
    node = step.node
    if not isinstance(node, SpanMapping):
        raise RefusedError(error("REWRITE.no-key", doc.place(found.node.start)))
    name = list(step.read.entries)[step.at][0].text if isinstance(step.read, Mapping) else ""

    def become(data: Data) -> Data:
        return {key: value for key, value in data.items() if key != name}

    ways = [_out_of_brackets(node, step.at)] if node.flow else _out_of_rows(doc, node, step.at)
    free_of_anchors(doc, ways[-1].start, ways[-1].end)
    each = [([way], inside(doc, way.start, way.end)) for way in ways]
    return first_well(doc, each, {id(step.read): become}, may)


def _out_of_brackets(node: SpanMapping, at: int) -> TextChange:
    """An entry of a mapping in brackets with the comma that goes with it."""
    if at + 1 < len(node.entries):
        return TextChange(node.entries[at][0].head, node.entries[at + 1][0].head, "")
    if at:
        return TextChange(node.entries[at - 1][1].end, node.entries[at][1].end, "")
    return TextChange(node.entries[0][0].head, node.entries[0][1].end, "")


def _out_of_rows(doc: YamlText, node: SpanMapping, at: int) -> list[TextChange]:
    if len(node.entries) == 1:
        return [in_place_of_rows(doc, node, "{}")]
    entry = node.entries[at]
    text = row_text(doc.text)
    start, row = entry[0].head, text.row_at(entry[0].head)
    if doc.text[text.starts[row] : start].strip(" "):  # it stands behind a dash
        return [TextChange(start, node.entries[at + 1][0].head, "")]
    last = last_row(text, text.row_at(_end(entry)), text.column(start))
    return rows_out(text, row, last + 1)
